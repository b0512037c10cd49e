"""The second press of a double click belongs to what the first one was on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton

PRESS, SECOND = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
RELEASE = QEvent.Type.MouseButtonRelease


def send(button: QAbstractButton, kind: QEvent.Type, at: int) -> None:
    """What Qt sends for a part of a click, `at` milliseconds after the first."""
    left, middle = Qt.MouseButton.LeftButton, QPointF(button.rect().center())
    held = Qt.MouseButton.NoButton if kind == RELEASE else left
    event = QMouseEvent(kind, middle, middle, left, held, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(1_000 + at)
    QApplication.sendEvent(button, event)


def test_a_button_that_was_not_pressed_first_is_not_pressed_at_all(theme: Theme, qtbot) -> None:
    for button in (Button(theme, "Next"), IconButton(theme, "x", "Leave")):
        qtbot.addWidget(button)
        button.show()
        clicks: list[bool] = []
        button.clicked.connect(lambda _checked=False, clicks=clicks: clicks.append(True))
        send(button, SECOND, 100)
        send(button, RELEASE, 120)
        assert not clicks


def test_two_presses_of_the_same_button_count_twice(theme: Theme, qtbot) -> None:
    button = IconButton(theme, "x", "Step on")
    qtbot.addWidget(button)
    button.show()
    clicks: list[bool] = []
    button.clicked.connect(lambda _checked=False, clicks=clicks: clicks.append(True))
    for kind, at in ((PRESS, 0), (RELEASE, 20), (SECOND, 100), (RELEASE, 120)):
        send(button, kind, at)
    assert len(clicks) == 2


def test_a_button_that_says_something_else_now_waits_for_a_new_click(theme: Theme, qtbot) -> None:
    button = Button(theme, "Finish")
    qtbot.addWidget(button)
    button.show()
    clicks: list[bool] = []
    button.clicked.connect(lambda _checked=False, clicks=clicks: clicks.append(True))
    button.clicked.connect(lambda: button.set_text("Next: Why"))
    for kind, at in ((PRESS, 0), (RELEASE, 20), (SECOND, 100), (RELEASE, 120)):
        send(button, kind, at)
    assert len(clicks) == 1
