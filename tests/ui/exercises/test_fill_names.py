"""What a screen reader finds: names, roles, places and presses of slots and chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.exercises.spoken import spoken
from tests.ui.exercises.fill_tasks import Hands, fill_task

Make = Callable[..., Hands]


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(**fields: Any) -> Hands:
        hands = Hands(theme, fill_task(**fields))
        qtbot.addWidget(hands.window)
        return hands

    return build


def test_slots_are_buttons_named_by_number_line_and_chip(make: Make) -> None:
    hands = make()
    canvas = QAccessible.queryAccessibleInterface(hands.canvas)
    children = [canvas.child(index) for index in range(canvas.childCount())]
    assert [child.role() for child in children] == [QAccessible.Role.Button] * 4
    assert [child.text(QAccessible.Text.Name) for child in children] == [
        "Blank 1 of 3, line 7, empty",
        "Blank 2 of 3, line 10, empty",
        "Blank 3 of 3, line 11, empty",
        "Blank 1 of 3, line 11, empty",
    ]
    for place, child in zip(hands.canvas.sheet.places, children, strict=True):
        corner = hands.canvas.mapToGlobal(place.rect.toAlignedRect().topLeft())
        assert child.rect().topLeft() == corner


def test_names_say_what_stands_there_and_the_verdict(make: Make) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    assert hands.names()[1] == "Blank 2 of 3, line 10, contains greater-than"
    hands.check()
    assert hands.names() == [
        "Blank 1 of 3, line 7, contains name, right",
        "Blank 2 of 3, line 10, contains greater-than, wrong",
        "Blank 3 of 3, line 11, contains append, right",
        "Blank 1 of 3, line 11, contains name, right",
    ]


def test_chips_are_named_by_letter_text_and_blank(make: Make) -> None:
    hands = make()
    assert [chip.accessibleName() for chip in hands.tray.chips] == [
        "Chip A, greater-than",
        "Chip B, name",
        "Chip C, append",
        "Chip D, less-than",
    ]
    hands.digit("2")
    hands.letter("<")
    assert hands.chip("<").accessibleName() == "Chip D, less-than, in 2"
    chip = QAccessible.queryAccessibleInterface(hands.chip("<"))
    assert chip.role() == QAccessible.Role.Button


def test_a_screen_reader_can_press_a_chip_and_then_a_slot(qtbot, make: Make) -> None:
    hands = make()
    for widget in (hands.chip("append"), hands.canvas.stop(2)):
        action = QAccessible.queryAccessibleInterface(widget).actionInterface()
        said = len(hands.said)
        action.doAction("Press")
        qtbot.waitUntil(lambda said=said: len(hands.said) > said)  # Qt shows the press before it clicks
    assert hands.placed()[3] == "append"
    assert hands.said == ["Chip C, append, picked up. Choose a blank.", "Chip C, append, in blank 3"]


def test_the_verdict_is_said_in_words(make: Make) -> None:
    hands = make()
    for chip in (">", "<", "name"):
        hands.letter(chip)
    assert hands.view.verdict_words(hands.check()) == "Blanks 1 and 3 are not right yet."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<", "less-than"),
        (">=", "greater-than or equal to"),
        ("name", "name"),
        ("a < b", "a < b"),
        ("* /", "asterisk slash"),
        (" ", "space"),
        ("¤", "¤"),
    ],
)
def test_symbols_are_spoken_by_their_names(qapp, text: str, said: str) -> None:
    assert spoken(text) == said


def test_blanks_count_from_one_whatever_their_numbers(make: Make) -> None:
    hands = make(code="[[4]] [[7]]", answers={4: "a", 7: "b"}, chips=["a", "b"], language="text", file="a")
    assert hands.names() == ["Blank 1 of 2, line 1, empty", "Blank 2 of 2, line 1, empty"]
    hands.digit("2")
    assert hands.active() == 7
    assert not hands.press(Qt.Key.Key_7, "7")
