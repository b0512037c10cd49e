"""Switches, radio rows and segments."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.radio_row import RadioRow
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.switch import Switch


@pytest.fixture
def levels(theme, qtbot) -> Iterator[list[RadioRow]]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    rows = [RadioRow(theme, name, "A few words about it", mark) for name, mark in LEVELS]
    for row in rows:
        column.addWidget(row)
    page.resize(500, 300)
    page.show()
    yield rows
    page.close()


LEVELS = [("Easy", "easy"), ("Hard", "hard"), ("Mixed", "layers")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_switch_is_pressed_by_key(theme, qtbot, key):
    switch = Switch(theme, "Timer")
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.toggled) as told:
        qtbot.keyClick(switch, key)
    assert told.args == [True]


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_knob_goes_to_the_end_where_reading_ends(theme, qtbot, mirrored):
    switch = Switch(theme, "Timer")
    qtbot.addWidget(switch)
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    switch.setLayoutDirection(direction)
    switch.resize(switch.sizeHint())
    switch.setChecked(True)
    knob = 11 if mirrored else 29
    image = switch.grab().toImage()
    assert image.pixelColor(knob, 12) == theme.color("on-fill")
    assert image.pixelColor(40 - knob, 12) == theme.color("fill")


def test_one_level_is_chosen_at_a_time(levels, qtbot):
    qtbot.mouseClick(levels[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(levels[2], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in levels] == [False, False, True]


def test_arrows_go_from_level_to_level(levels, qtbot):
    levels[0].setChecked(True)
    levels[0].setFocus()
    qtbot.keyClick(levels[0], Qt.Key.Key_Down)
    assert levels[1].isChecked()


def test_without_room_the_words_about_a_level_go_below_its_name(theme, qtbot):
    row = RadioRow(theme, "Adaptive", "Moves up or down with your answers", "arrow-up-down")
    qtbot.addWidget(row)
    assert row.heightForWidth(600) == 48
    assert row.heightForWidth(300) == 60


def test_segments_tell_the_value_that_is_pressed(theme, qtbot):
    segments = Segments(theme, [(5, "5"), (10, "10")], "Questions")
    qtbot.addWidget(segments)
    segments.set_value(5)
    button = segments._segments[1][1]
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (told.args, segments.value()) == ([10], 10)


def test_setting_a_segment_tells_nobody(theme, qtbot):
    segments = Segments(theme, [(5, "5"), (10, "10")])
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value(10)
    assert segments.value() == 10
