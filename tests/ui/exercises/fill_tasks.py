"""Fill tasks for tests, and hands that work on their view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.exercises.fill import FillAnswer, FillTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.fill import FillView
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.drag import ChipLoad
from desktop.ui.widgets.slot_canvas import SlotCanvas

CODE = '''def unused_features(model, data, min_gain=0.002):
    """Find inputs that cost upkeep but add no accuracy."""
    full = evaluate(model, data)
    unused = []

    for name in data.features:
        rest = data.without([[1]])
        part = evaluate(model.refit(rest), rest)
        gain = full - part
        if gain [[2]] min_gain:
            unused.[[3]]([[1]])

    return unused
'''
UNUSED: dict[str, Any] = {
    "code": CODE,
    "language": "python",
    "file": "unused_features.py",
    "chips": ["name", "<", "append", ">"],
    "answers": {1: "name", 2: "<", 3: "append"},
    "blanks": {1: "`name` is left out, then reported."},
    "misconceptions": [{"chip": ">", "text": "With `>` the list collects the features that help most."}],
}


def fill_task(**fields: Any) -> FillTask:
    """A fill task of these fields; what is not given is taken from the task on unused features."""
    common = {
        "kind": "fill",
        "id": "unused",
        "title": "Find the features nobody needs",
        "difficulty": "medium",
        "concepts": ["cost"],
        "use": "practice",
        "prompt": "Fill the blanks.",
        "explanation": "A feature earns its place by the accuracy it adds.",
    }
    return FillTask.model_validate({**common, **(fields if "chips" in fields else {**UNUSED, **fields})})


class Hands:
    """A view in a window, and what a learner can do with it."""

    def __init__(self, theme: Theme, task: FillTask, *, exam: bool = False, width: int = 780) -> None:
        self.task, self.view = task, FillView(theme, task, 3, exam=exam)
        self.said: list[str] = []
        self.view.announced.connect(self.said.append)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        tray = self.view.tray
        assert tray is not None
        column.addWidget(self.view.work)
        column.addWidget(tray)
        column.addStretch(1)
        self.canvas = self.view.work.findChildren(SlotCanvas)[0]
        self.tray = tray.findChildren(ChipTray)[0]
        self.window.resize(width, 700)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def chip(self, text: str) -> Chip:
        return next(chip for chip in self.tray.chips if chip.text_shown == text)

    def index(self, text: str) -> int:
        return self.tray.chips.index(self.chip(text))

    def middle(self, place: int) -> QPointF:
        return self.canvas.sheet.places[place].rect.center()

    def click_chip(self, text: str) -> None:
        QTest.mouseClick(self.chip(text), Qt.MouseButton.LeftButton)

    def click_slot(self, place: int) -> None:
        at = self.middle(place).toPoint()
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=at)

    def press(self, key: Qt.Key, text: str = "") -> bool:
        """A key that no text field wanted, as the page hands it on."""
        return self.view.key_pressed(
            QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        )

    def letter(self, text: str) -> None:
        letter = self.chip(text).letter
        self.press(Qt.Key(ord(letter)), letter.lower())

    def digit(self, digit: str) -> None:
        self.press(Qt.Key(ord(digit)), digit)

    def load(self, text: str, origin: int = 0) -> ChipLoad:
        owner = self.canvas._owner
        return ChipLoad(owner, self.index(text), origin)

    def hover(self, load: ChipLoad, target: QWidget, at: QPointF) -> QDragMoveEvent:
        """Bring a dragged chip over a widget; the move that it gets."""
        mime = load.mime()
        action, left, none = (
            Qt.DropAction.MoveAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, QDragEnterEvent(at.toPoint(), action, mime, left, none))
        move = QDragMoveEvent(at.toPoint(), action, mime, left, none)
        QApplication.sendEvent(target, move)
        self._mime = mime
        return move

    def drop(self, load: ChipLoad, target: QWidget, at: QPointF) -> QDropEvent:
        """Drag a chip to a point of a widget and let go; the drop that it gets."""
        self.hover(load, target, at)
        action, left, none = (
            Qt.DropAction.MoveAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        drop = QDropEvent(at, action, self._mime, left, none)
        QApplication.sendEvent(target, drop)
        return drop

    def drop_on(self, load: ChipLoad, place: int) -> QDropEvent:
        return self.drop(load, self.canvas, self.middle(place))

    def leave(self) -> None:
        QApplication.sendEvent(self.canvas, QDragLeaveEvent())

    def placed(self) -> dict[int, str | None]:
        return dict(self.view.answer().placed)

    def active(self) -> int:
        """The number of the active blank, 0 for none."""
        return 0 if self.canvas.active is None else self.canvas.sheet.places[self.canvas.active].number

    def names(self) -> list[str]:
        return [self.canvas.stop(place.index).accessibleName() for place in self.canvas.sheet.places]

    def check(self, *, attempt: int = 1) -> Feedback:
        """Check what stands there, as the page does."""
        given = self.view.answer()
        grade = self.task.grade(given)
        left = self.task.attempts - attempt
        stand = Stand.RIGHT if grade.right else Stand.OPEN if left else Stand.REVEALED
        feedback = Feedback(grade, attempt, left, stand)
        self.view.show_feedback(feedback, entry(self.task, [given.placed], stand, attempt))
        return feedback


def entry(
    task: FillTask,
    answers: Sequence[Mapping[int, str | None]],
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
        answers=tuple(FillAnswer(placed=dict(one)) for one in answers),
        placement=placement,
    )
