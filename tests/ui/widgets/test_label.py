"""Labels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.ui.widgets.label import Label

LONG = "Each pass leaves one feature out and trains again. " * 4


def columns(image: QImage) -> list[int]:
    """The columns that hold ink."""
    paper = image.pixel(0, 0)
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in rows)]


@pytest.mark.parametrize(("style", "height"), [("h1", 36), ("read", 24), ("body", 20), ("caption", 16)])
def test_one_line_is_as_high_as_the_design_says(theme, qtbot, style, height):
    label = Label(theme, "Text", style)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == height


def test_a_wrapped_text_takes_whole_lines(theme, qtbot):
    label = Label(theme, LONG, "read", wrap=True)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(500), label.heightForWidth(250)
    assert wide % 24 == narrow % 24 == 0
    assert narrow > wide > 24


def test_a_long_word_is_broken_rather_than_cut(theme, qtbot):
    label = Label(theme, "x" * 200, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(100) > 5 * 20


def test_a_cut_text_shows_itself_whole_as_tooltip(theme, qtbot):
    label = Label(theme, LONG, elide=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == LONG
    label.resize(4000, 20)
    assert label.toolTip() == ""


def test_a_text_grows_with_the_text_size(theme, qtbot):
    label = Label(theme, "Text", "body")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.apply("light", 2.0, reduced_motion=True)
    assert label.sizeHint().height() == 2 * before.height()
    assert label.sizeHint().width() > 1.8 * before.width()


def test_a_text_begins_where_reading_begins(theme, qtbot):
    label = Label(theme, "Text")
    qtbot.addWidget(label)
    label.resize(300, 20)
    assert columns(label.grab().toImage())[-1] < 60
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert columns(label.grab().toImage())[0] > 240
