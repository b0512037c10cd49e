"""Texts of lessons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.markup import parse
from desktop.ui.widgets.markup_label import MarkupLabel

LONG = "With `>` the list **collects** the features that help most. Dropping those costs accuracy. " * 3


@pytest.fixture
def label(theme, qtbot) -> MarkupLabel:
    label = MarkupLabel(theme, parse("Use `a & b` and **c**.\n\n- one\n- two"))
    qtbot.addWidget(label)
    label.resize(400, label.heightForWidth(400))
    return label


def test_plain_text_has_no_marks(label):
    assert label.plain_text() == "Use a & b and c.\none\ntwo"


@pytest.mark.parametrize(("style", "line"), [("read", 24), ("note", 22), ("body", 20), ("small", 20)])
def test_lines_are_equally_high_whatever_stands_in_them(theme, qtbot, style, line):
    label = MarkupLabel(theme, parse(LONG), style)
    qtbot.addWidget(label)
    heights = {label.heightForWidth(width) for width in range(200, 500, 25)}
    assert len(heights) > 2
    assert all(height % line == 0 for height in heights)


def test_a_layout_gives_exactly_the_height_for_its_width(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = MarkupLabel(theme, parse(LONG))
    column.addWidget(label)
    column.addStretch()
    page.resize(360, 900)
    page.show()
    assert label.height() == label.heightForWidth(label.width())


def test_reading_text_has_at_most_72_characters_a_line(theme, qtbot):
    label = MarkupLabel(theme, parse(LONG), "read")
    qtbot.addWidget(label)
    assert label.heightForWidth(3000) == label.heightForWidth(theme.measure("read")) > 24


def test_the_mouse_selects_and_copies(label, qtbot):
    label.show()
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(0, 12))
    qtbot.mouseMove(label, QPoint(399, 12))
    label._caret = label._flow.hit(QPoint(399, 12).toPointF())
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(399, 12))
    assert label.selected_text() == "Use a & b and c."
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Use a & b and c."


def test_a_double_click_selects_a_word(label, qtbot):
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(5, 12))
    assert label.selected_text() == "Use"


def test_characters_beyond_16_bits_do_not_shift_the_selection(theme, qtbot):
    label = MarkupLabel(theme, parse("𝜆 and **µ** or `x`"))
    qtbot.addWidget(label)
    label.resize(400, 24)
    label._anchor, label._caret = label._flow.word_at(10)
    assert label.selected_text() == "or"


def test_a_click_leaves_the_exercise_its_keys(label, qtbot):
    label.show()
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert not label.hasFocus()


def test_code_of_a_choice_is_read_from_the_left_in_every_language(theme, qtbot):
    from desktop.ui.widgets.markup_flow import MarkupFlow

    flow = MarkupFlow(theme, parse("x = 1"), "code-tight")
    flow.lay_out(400, rtl=True)
    assert flow._pieces[0].layout.lineAt(0).naturalTextRect().left() == 0
