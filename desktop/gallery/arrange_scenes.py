"""Rounds of putting lines into order, in each of their states."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent

from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask
from desktop.gallery.desk import Desk, settle
from desktop.gallery.histories import keep_round, placement, solve, start_round, wrong_answers
from desktop.gallery.scene import Scene
from desktop.ui.exercises.arrange import ArrangeView
from desktop.ui.widgets.chip_look import SHADOW
from desktop.ui.widgets.drag import HANG, ChipLoad

_LAST = 2
"""The hardest of the lesson's tasks."""


def _open(desk: Desk) -> ArrangeTask:
    """A round with its first tasks solved, at the last one."""
    place = desk.places[0]
    keep_round(desk, solve(desk, start_round(desk, place, "arrange"), [True] * _LAST))
    desk.navigator.open_mode(place, "arrange")
    task = desk.lesson(place).practice("arrange")[_LAST]
    assert isinstance(task, ArrangeTask)
    return task


def _some(desk: Desk) -> ArrangeTask:
    """Five lines are placed and the last of them is selected."""
    task = _open(desk)
    right = task.right_answer()
    desk.place(placement(ArrangeAnswer(rows=right.rows[:5], chosen=right.chosen)))
    desk.press(Qt.Key.Key_Up)
    return task


def _drag(desk: Desk) -> None:
    """A line hangs over the list, and a mark shows where it will land."""
    task, view = _some(desk), desk.view()
    settle()
    assert isinstance(view, ArrangeView)
    line = len(task.written)
    board = view.board
    board.hold(line)
    lines = board.lines
    at = QPoint(lines.width() // 3, lines.rows[4].geometry().top() + 4)
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    nothing, mime = Qt.KeyboardModifier.NoModifier, ChipLoad(board.owner, line).mime()
    lines.dragEnterEvent(QDragEnterEvent(at, action, mime, button, nothing))
    lines.dragMoveEvent(QDragMoveEvent(at, action, mime, button, nothing))
    corner = lines.mapTo(desk.window, at) + HANG - QPoint(SHADOW.left(), SHADOW.top())
    desk.hanging.append((board.chips[line].pixmap(), corner))


def _check(desk: Desk, times: int) -> None:
    """Check a wrong answer, and then another, so many times."""
    for answer in wrong_answers(_open(desk))[:times]:
        desk.place(placement(answer))
        desk.press(Qt.Key.Key_Return)


def _right(desk: Desk) -> None:
    desk.place(placement(_open(desk).right_answer()))
    desk.press(Qt.Key.Key_Return)


SCENES = (
    Scene("arrange", _open),
    Scene("arrange-some", _some),
    Scene("arrange-drag", _drag),
    Scene("arrange-wrong", lambda desk: _check(desk, 1)),
    Scene("arrange-solved", _right),
    Scene("arrange-revealed", lambda desk: _check(desk, 3)),
)
