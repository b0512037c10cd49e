"""Arrange tasks for tests, and hands that work on their view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask, Row
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.arrange import ArrangeView
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.drag import ChipLoad
from desktop.ui.widgets.line_row import LineRow
from tests.domain.builders import arrange

CODE = """def canary(new, old, share=0.05):
    route(new, share)
    errors = watch(new, minutes=30)
    if errors > limit(old):
        route(old, 1.0)
"""
ROLL_OUT: dict[str, Any] = {
    "code": CODE,
    "file": "canary.py",
    "distractors": [{"line": "route(old, share)", "why": "The old model serves everyone already."}],
    "misplaced": [{"line": 3, "text": "Traffic must flow before it is watched."}],
    "lines": {"1": "Names the models.", "2": "Lets a few users in."},
}
FADED: dict[str, Any] = {
    "code": "def mean(rows):\n    total = [[1]](rows)\n    return total\n",
    "faded": {"1": {"answers": "sum", "choices": ["sum", "len"]}},
    "distractors": None,
    "misplaced": None,
    "lines": None,
}
SOLVED = ((1, 0), (2, 1), (3, 1), (4, 1), (5, 2))
_MOVE, _LEFT, _NONE = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def arrange_task(**fields: Any) -> ArrangeTask:
    """An arrange task of these fields; what is not given is taken from the task on roll-outs."""
    return arrange(**{**ROLL_OUT, **fields})


class ArrangeHands:
    """A view in a window, and what a learner can do with it."""

    def __init__(self, theme: Theme, task: ArrangeTask, *, exam: bool = False, width: int = 780) -> None:
        self.task, self.view = task, ArrangeView(theme, task, 3, exam=exam)
        self.board = self.view.board
        self.lines, self.tray = self.board.lines, self.board.tray
        self.said: list[str] = []
        self.view.announced.connect(self.said.append)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        assert self.view.tray is not None
        self.below = self.view.tray
        column.addWidget(self.view.work)
        column.addWidget(self.below)
        column.addStretch(1)
        self.window.resize(width, 800)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def chip(self, line: int) -> Chip:
        return self.board.chips[line]

    def row(self, line: int) -> LineRow:
        return self.lines.rows[line]

    def rows(self) -> list[tuple[int, int]]:
        return [(row.line, row.indent) for row in self.view.answer().rows]

    def put(self, *rows: tuple[int, int]) -> None:
        self.view.restore({"rows": [list(row) for row in rows]})
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, _LEFT)

    def select(self, line: int) -> None:
        QTest.mouseClick(self.row(line), _LEFT, pos=QPoint(60, 20))

    def press(self, key: Qt.Key, *, alt: bool = False, text: str = "") -> bool:
        """A key as the page hands it on."""
        held = Qt.KeyboardModifier.AltModifier if alt else _NONE
        return self.view.key_pressed(QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text))

    def letter(self, line: int) -> bool:
        letter = self.board.placement.letter(line)
        return self.press(Qt.Key(ord(letter)), text=letter.lower())

    def load(self, line: int) -> ChipLoad:
        at = self.board.placement.at(line)
        return ChipLoad(self.board.owner, line, 0 if at is None else at + 1)

    def above(self, line: int, x: int = 300) -> QPointF:
        """A point of the list just above the middle of a row."""
        return QPointF(x, self.row(line).geometry().center().y() - 4)

    def hover(self, load: ChipLoad, target: QWidget, *points: QPointF) -> QDragMoveEvent:
        """Bring a dragged line over a widget, from point to point; the last move that it gets."""
        self._mime = load.mime()
        enter = QDragEnterEvent(points[0].toPoint(), _MOVE, self._mime, _LEFT, _NONE)
        QApplication.sendEvent(target, enter)
        moves = [QDragMoveEvent(at.toPoint(), _MOVE, self._mime, _LEFT, _NONE) for at in points]
        for move in moves:
            QApplication.sendEvent(target, move)
        return moves[-1]

    def drop(self, load: ChipLoad, target: QWidget, *points: QPointF) -> QDropEvent:
        """Drag a line from point to point of a widget and let go at the last one."""
        self.hover(load, target, *points)
        drop = QDropEvent(points[-1], _MOVE, self._mime, _LEFT, _NONE)
        QApplication.sendEvent(target, drop)
        return drop

    def leave(self) -> None:
        QApplication.sendEvent(self.lines, QDragLeaveEvent())

    def names(self) -> list[str]:
        return [self.row(line).accessibleName() for line, _ in self.rows()]

    def check(self, *, attempt: int = 1) -> Feedback:
        """Check what stands there, as the page does."""
        given = self.view.answer()
        grade = self.task.grade(given)
        left = self.task.attempts - attempt
        stand = Stand.RIGHT if grade.right else Stand.OPEN if left else Stand.REVEALED
        feedback = Feedback(grade, attempt, left, stand)
        self.view.show_feedback(feedback, entry(self.task, [given], stand, attempt))
        return feedback


def answer(*rows: tuple[int, int], **chosen: str) -> ArrangeAnswer:
    """An answer of rows and words, such as `b1="sum"` for blank 1."""
    words: dict[int, str | None] = {int(name[1:]): word for name, word in chosen.items()}
    return ArrangeAnswer(rows=tuple(Row(line=line, indent=deep) for line, deep in rows), chosen=words)


def entry(
    task: ArrangeTask,
    answers: Sequence[ArrangeAnswer],
    stand: Stand = Stand.OPEN,
    attempts: int | None = None,
    placement: dict[str, Any] | None = None,
) -> Entry:
    """How a task stands after these answers."""
    return Entry(
        task=task.id,
        content_hash=task.content_hash,
        seed=3,
        stand=stand,
        attempts=len(answers) if attempts is None else attempts,
        answers=tuple(answers),
        placement=placement,
    )
