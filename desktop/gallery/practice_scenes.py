"""Rounds of practice: fill and choose in each of their states, and the end of a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent

from desktop.domain.exercises.fill import FillTask
from desktop.gallery.desk import Desk, settle
from desktop.gallery.histories import keep_round, placement, solve, start_round, wrong_answers
from desktop.gallery.scene import Courses, Scene
from desktop.ui.exercises.fill_placement import lettered
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_look import SHADOW, ChipState
from desktop.ui.widgets.drag import HANG
from desktop.ui.widgets.slot_canvas import InHand, SlotCanvas

_TAB = Qt.Key.Key_Tab
_CTRL = Qt.KeyboardModifier.ControlModifier


def _open(desk: Desk, mode: str, done: int) -> None:
    """A round with its first tasks solved, at the next one."""
    place = desk.places[0]
    round_ = solve(desk, start_round(desk, place, mode), [True] * done)
    keep_round(desk, round_)
    desk.navigator.open_mode(place, mode)


def _task(desk: Desk, mode: str, number: int) -> FillTask:
    task = desk.lesson(desk.places[0]).practice(mode)[number]
    assert isinstance(task, FillTask)
    return task


def _fill_some(desk: Desk) -> None:
    """The first blank is filled, the next is active."""
    _open(desk, "fill", 4)
    task, page = _task(desk, "fill", 4), desk.page()
    assert isinstance(page, PracticePage)
    letters = {chip.text: chip.letter for chip in lettered(task, page.round.entry.seed)}
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key(ord(letters[task.key[task.numbers[0]]])))


def _fill_drag(desk: Desk) -> None:
    """A chip hangs over a blank that stands in two places."""
    _fill_some(desk)
    task, view = _task(desk, "fill", 4), desk.view()
    settle()
    canvas = view.work.findChild(SlotCanvas)
    assert canvas is not None
    assert view.tray is not None
    number = next(n for n in task.numbers[1:] if task.key[n] is not None)
    place = next(place for place in canvas.sheet.places if place.number == number)
    chip = next(one for one in view.tray.findChildren(Chip) if one.text_shown == task.key[number])
    canvas.begin_drag(InHand(chip.text_shown, chip.style_name))
    point = place.rect.center()
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    nothing = Qt.KeyboardModifier.NoModifier
    canvas.dragMoveEvent(QDragMoveEvent(point.toPoint(), action, QMimeData(), button, nothing))
    chip.set_state(ChipState(gone=True))
    at = canvas.mapTo(desk.window, point.toPoint()) + HANG - QPoint(SHADOW.left(), SHADOW.top())
    desk.hanging.append((chip.pixmap(), at))


def _wrong(desk: Desk, mode: str, number: int, times: int = 1) -> None:
    """Check a wrong answer, and then another, so many times."""
    _open(desk, mode, number)
    task = desk.lesson(desk.places[0]).practice(mode)[number]
    for answer in wrong_answers(task)[:times]:
        desk.place(placement(answer))
        desk.press(Qt.Key.Key_Return)


def _right(desk: Desk, mode: str, number: int) -> None:
    _open(desk, mode, number)
    task = desk.lesson(desk.places[0]).practice(mode)[number]
    desk.place(placement(task.right_answer()))
    desk.press(Qt.Key.Key_Return)


def _hints(desk: Desk, mode: str, number: int, count: int) -> None:
    _wrong(desk, mode, number)
    for _ in range(count):
        desk.press(Qt.Key.Key_H, _CTRL)


def _by_keyboard(desk: Desk, mode: str, keys: Sequence[Qt.Key]) -> None:
    """A task with the focus ring where these keys lead."""
    _open(desk, mode, 1)
    settle()
    for key in keys:
        desk.press(key)


def _chosen(desk: Desk) -> None:
    _open(desk, "choose", 3)
    desk.place({"chosen": [1]})


def _summary(desk: Desk) -> None:
    place = desk.places[0]
    round_ = start_round(desk, place, "fill")
    solve(desk, round_, [True, False, True, True])
    desk.navigator.open_mode(place, "fill")
    for name in ("positive-importance", "symptom"):
        task = desk.lesson(place).task(name)
        if task is not None:
            desk.place(placement(task.right_answer()))
            desk.press(Qt.Key.Key_Return)
            desk.press(Qt.Key.Key_Return)


def _open_task(desk: Desk, place: str, name: str) -> None:
    keep_round(desk, start_round(desk, place, "learn", [name]))
    desk.navigator.open_mode(place, "learn")


def sample_scenes(places: dict[str, tuple[str, ...]]) -> list[Scene]:
    """Each task of a course as it opens; tasks by lesson."""

    def show(place: str, name: str) -> Callable[[Desk], object]:
        return lambda desk: _open_task(desk, place, name)

    return [
        Scene(f"task-{name}", show(place, name), Courses.BOTH)
        for place, names in places.items()
        for name in names
    ]


SCENES = (
    Scene("fill", lambda desk: _open(desk, "fill", 0)),
    Scene("fill-comment", lambda desk: _open(desk, "fill", 2)),
    Scene("fill-some", _fill_some),
    Scene("fill-drag", _fill_drag),
    Scene("fill-wrong", lambda desk: _wrong(desk, "fill", 4)),
    Scene("fill-keyboard", lambda desk: _by_keyboard(desk, "fill", [_TAB, Qt.Key.Key_Right])),
    Scene("fill-hint", lambda desk: _hints(desk, "fill", 4, 2)),
    Scene("fill-solved", lambda desk: _right(desk, "fill", 4)),
    Scene("fill-revealed", lambda desk: _wrong(desk, "fill", 3, 3)),
    Scene("choose", lambda desk: _open(desk, "choose", 0)),
    Scene("choose-chosen", _chosen),
    Scene("choose-keyboard", lambda desk: _by_keyboard(desk, "choose", [Qt.Key.Key_Down])),
    Scene("choose-wrong", lambda desk: _wrong(desk, "choose", 2)),
    Scene("choose-hint", lambda desk: _hints(desk, "choose", 3, 1)),
    Scene("choose-solved", lambda desk: _right(desk, "choose", 3)),
    Scene("choose-revealed", lambda desk: _wrong(desk, "choose", 1, 2)),
    Scene("summary", _summary),
)
