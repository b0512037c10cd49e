"""Buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton


@pytest.mark.parametrize(("big", "scale", "height"), [(False, 1.0, 36), (True, 1.0, 40), (True, 2.0, 80)])
def test_heights_are_those_of_the_design(theme, qtbot, big, scale, height):
    button = Button(theme, "Check", "primary", big=big)
    qtbot.addWidget(button)
    theme.apply("light", scale, reduced_motion=True)
    assert button.sizeHint().height() == height


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("icon", [False, True])
def test_keys_press_the_focused_button(theme, qtbot, key, icon):
    button = IconButton(theme, "x", "Leave") if icon else Button(theme, "Check")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_primary_button_is_filled_and_a_disabled_one_is_grey(theme, qtbot):
    button = Button(theme, "Check", "primary")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(8, 8) == theme.color("fill")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(8, 8) == theme.color("hover")


def test_without_room_the_icon_stays_and_the_words_become_the_tooltip(theme, qtbot):
    button = Button(theme, "Reset", "ghost", icon="undo-2")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_icon_only(True)
    assert button.sizeHint().width() < wide
    assert (button.toolTip(), button.accessibleName()) == ("Reset", "Reset")


def test_a_button_without_icon_keeps_its_words(theme, qtbot):
    button = Button(theme, "Next")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_icon_only(True)
    assert button.sizeHint().width() == wide
