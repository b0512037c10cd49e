"""Reading: sections with code, drawings and pictures, questions in place, and the story behind a lesson."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.gallery.desk import Desk, settle
from desktop.gallery.scene import Courses, Scene
from desktop.ui.pages.question_in_place import QuestionInPlace

_TEXTS, _STORY = "everything/every-read", "everything/every-why"


def _read(section: int, *, tries: int = 0, place: str = "") -> Callable[[Desk], object]:
    """A text at one of its sections, or at its end, with so many options tried."""

    def show(desk: Desk) -> None:
        desk.navigator.open_mode(place or desk.places[0], "read")
        settle()
        for _ in range(section):
            desk.press(Qt.Key.Key_Return)
        _try(desk, tries)

    return show


def _why(share: float, *, tries: int = 0, place: str = "") -> Callable[[Desk], object]:
    """A story, scrolled to a share of its length, with so many options tried."""

    def show(desk: Desk) -> None:
        desk.navigator.open_mode(place or desk.places[0], "why")
        settle()
        _try(desk, tries)
        bar = desk.page().body.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        settle()

    return show


def _try(desk: Desk, tries: int) -> None:
    """Try wrong options first."""
    for question in desk.page().findChildren(QuestionInPlace) if tries else ():
        for option in question.wrong_first()[:tries]:
            question.picked.emit(option)
            settle()


SCENES = (
    Scene("read", _read(0)),
    Scene("read-wrong", _read(1, tries=1)),
    Scene("read-right", _read(3, tries=3)),
    Scene("read-last", _read(5)),
    Scene("read-end", _read(6)),
    Scene("read-picture", _read(2, tries=2, place=_TEXTS), Courses.BOTH),
    Scene("read-question", _read(3, place=_TEXTS), Courses.BOTH),
    Scene("read-drawing", _read(4, place=_TEXTS), Courses.BOTH),
    Scene("why", _why(0.0)),
    Scene("why-cases", _why(0.6)),
    Scene("why-question", _why(1.0)),
    Scene("why-answer", _why(1.0, tries=4)),
    Scene("why-sample", _why(0.0, place=_STORY), Courses.BOTH),
)
