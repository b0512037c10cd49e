"""The Tab order can be read without harm."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.focus_chain import focus_chain


def window(qtbot: QtBot) -> tuple[QWidget, QPushButton, QScrollArea]:
    made, button, area = QWidget(), QPushButton("before"), QScrollArea()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(button)
    area.setWidget(QPushButton("inside"))
    column.addWidget(area)
    column.addWidget(QPushButton("after"))
    return made, button, area


def test_the_chain_names_buttons_in_their_order(qtbot: QtBot) -> None:
    made, _, _ = window(qtbot)
    buttons = [one for one in focus_chain(made) if isinstance(one, QPushButton)]
    assert [one.text() for one in buttons] == ["before", "inside", "after"]


def test_who_is_deleted_later_takes_nobody_along(qtbot: QtBot, qapp: QApplication) -> None:
    made, button, area = window(qtbot)
    bar = area.verticalScrollBar()
    focus_chain(made)
    button.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(bar)


def test_the_window_stays_where_it_is(qtbot: QtBot) -> None:
    made, button, area = window(qtbot)
    made.show()
    focus_chain(button)
    assert made.isVisible()
    assert area.parent() is made
