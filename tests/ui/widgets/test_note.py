"""Notes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.markup import parse
from desktop.ui.icons import Icon
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.note import Note

TEXT = parse("The mistake behind this chip, in one or two sentences.")


@pytest.mark.parametrize(
    ("tone", "ground", "icons"),
    [("wrong", "wrong-soft", 1), ("right", "right-soft", 1), ("hint", "surface", 1), ("plain", "surface", 0)],
)
def test_tones_differ_in_ground_and_icon(theme, qtbot, tone, ground, icons):
    note = Note(theme, tone, "Title", TEXT)
    qtbot.addWidget(note)
    note.resize(344, 120)
    assert note.grab().toImage().pixelColor(172, 110) == theme.color(ground)
    assert len(note.findChildren(Icon)) == icons


def test_title_end_and_text_are_all_there(theme, qtbot):
    note = Note(theme, "right", "Right", TEXT, "on attempt 2")
    qtbot.addWidget(note)
    assert [label.text() for label in note.findChildren(Label)] == [
        "Right",
        "on attempt 2",
        "The mistake behind this chip, in one or two sentences.",
    ]


def test_height_follows_from_the_width(theme, qtbot):
    note = Note(theme, "hint", "Hint", TEXT)
    qtbot.addWidget(note)
    assert note.heightForWidth(800) == 15 + 20 + 6 + 22 + 17
    assert note.heightForWidth(260) == 15 + 20 + 6 + 2 * 22 + 17


def test_a_docked_note_takes_less_room(theme, qtbot):
    note = Note(theme, "hint", "Hint", TEXT)
    qtbot.addWidget(note)
    before = note.heightForWidth(344)
    note.set_compact(True)
    assert note.heightForWidth(344) < before


def test_a_note_opens_to_its_full_height(theme, qtbot):
    theme.apply("light", 1.0, reduced_motion=False)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    note = Note(theme, "hint", "Hint", TEXT)
    column.addWidget(note)
    column.addStretch()
    page.resize(400, 400)
    page.show()
    full = note.height()
    note.appear()
    assert note.maximumHeight() < full
    qtbot.waitUntil(lambda: note.graphicsEffect() is None)
    assert note.maximumHeight() > full


def test_with_reduced_motion_a_note_is_there_at_once(theme, qtbot):
    note = Note(theme, "hint", "Hint", TEXT)
    qtbot.addWidget(note)
    note.show()
    note.appear()
    assert note.graphicsEffect() is None
