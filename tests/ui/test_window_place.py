"""The window comes back where it was, and never where it cannot be seen."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.window_place import place_of, put


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_what_is_remembered_is_taken_again(window: QWidget) -> None:
    window.setGeometry(0, 30, 800, 450)
    remembered = place_of(window)
    window.setGeometry(0, 0, 100, 100)
    put(window, remembered)
    assert (
        place_of(window) == remembered == {"x": 0, "y": 30, "width": 800, "height": 450, "maximized": False}
    )


@pytest.mark.parametrize("place", [{}, {"width": "wide", "height": None}, {"x": 5, "y": 5}])
def test_without_sense_the_first_size_is_taken(window: QWidget, place: Mapping[str, object]) -> None:
    room = window.screen().availableGeometry()
    put(window, place)
    assert window.width() == min(1200, room.width() * 9 // 10)
    assert window.height() == min(800, room.height() * 9 // 10)


def test_a_place_on_a_screen_that_is_gone_is_left_out(window: QWidget) -> None:
    window.move(10, 20)
    put(window, {"x": 9000, "y": 9000, "width": 800, "height": 440})
    assert (window.x(), window.y()) == (10, 20)


def test_a_size_is_kept_between_the_smallest_and_the_screen(window: QWidget) -> None:
    put(window, {"width": 10, "height": 99_999})
    room = window.screen().availableGeometry()
    assert (window.width(), window.height()) == (min(800, room.width()), room.height())


def test_a_maximised_window_comes_back_maximised(window: QWidget) -> None:
    put(window, {"x": 0, "y": 0, "width": 800, "height": 440, "maximized": True})
    assert window.isMaximized()
    assert place_of(window)["maximized"]
