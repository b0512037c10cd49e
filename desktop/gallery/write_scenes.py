"""Faults that are looked for and code that is typed, in each of their states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.debug import DebugAnswer
from desktop.domain.exercises.typed import TypeAnswer
from desktop.gallery.desk import Desk
from desktop.gallery.histories import keep_round, placement, start_round
from desktop.gallery.scene import Courses, Scene

_DEBUG = ("everything/every-debug", "unused-wrong-way")
_TYPE = ("everything/every-type", "unused-typed")
_FAULT, _SUSPECT = 6, 7
_TYPED = TypeAnswer(typed={1: "gain > min_gain", 2: "append"})


def _task(
    where: tuple[str, str], *checked: AnyAnswer, stands: AnyAnswer | None = None
) -> Callable[[Desk], None]:
    """A task on which these answers were checked, and where one stands that was not."""

    def show(desk: Desk) -> None:
        place, name = where
        keep_round(desk, start_round(desk, place, "learn", [name]))
        desk.navigator.open_mode(place, "learn")
        for answer in checked:
            desk.place(placement(answer))
            desk.press(Qt.Key.Key_Return)
        if stands is not None:
            desk.place(placement(stands))

    return show


def _fault(fix: int) -> DebugAnswer:
    return DebugAnswer(line=_FAULT, fix=fix)


SCENES = tuple(
    Scene(name, show, Courses.BOTH)
    for name, show in (
        ("debug", _task(_DEBUG)),
        ("debug-chosen", _task(_DEBUG, stands=_fault(1))),
        ("debug-wrong-line", _task(_DEBUG, DebugAnswer(line=_SUSPECT, fix=0))),
        ("debug-wrong-fix", _task(_DEBUG, _fault(1))),
        ("debug-solved", _task(_DEBUG, _fault(0))),
        ("debug-revealed", _task(_DEBUG, _fault(1), _fault(2), _fault(3))),
        ("type", _task(_TYPE)),
        ("type-some", _task(_TYPE, stands=TypeAnswer(typed={1: "gain < min_gain", 2: ""}))),
        ("type-solved", _task(_TYPE, TypeAnswer(typed={1: "min_gain>gain", 2: "append"}))),
        ("type-again", _task(_TYPE, _TYPED)),
        ("type-lines", _task(("everything/every-type", "whole-lines"))),
    )
)
