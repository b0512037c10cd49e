"""The one tinted card of Home: what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.listing import CourseRow, LessonRow, LessonState, Listing, Unfinished
from desktop.domain.modes import MODES
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.beads import Beads
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_KNOWN = (LessonState.STRONG, LessonState.STRONG_SO_FAR)


class SuggestedCard(Card):
    """Offers what was left half-done, else the next lesson that is not known yet."""

    continue_wanted = Signal(str)
    lesson_chosen = Signal(LessonRow)
    library_wanted = Signal()

    def __init__(self, theme: Theme, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(theme, "suggested", parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(24)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(0)
        self._row.addLayout(self._texts, 1)
        self.button: Button | None = None
        self._beads: Beads | None = None
        following = next_lesson(listing.courses)
        if listing.unfinished is not None:
            self._offer_continuing(listing.unfinished)
        elif following is not None:
            self._offer_lesson(following, listing)
        elif any(not row.trouble for course in listing.courses for row in course.lessons):
            self._say(tr("All lessons strong"), tr("Nothing is left to learn here"), "")
            self._texts.addStretch(1)
        else:
            says = tr("The Library says what is wrong.")
            self._say(tr("Nothing to learn yet"), tr("No lesson can be opened"), says)
            self._offer(tr("Open the Library"), self.library_wanted.emit)
        self.set_room(Room())

    def set_room(self, room: Room) -> None:
        """Take less margin, and shorter beads, where there is little room."""
        around = (21, 17) if room.compact else (25, 21)
        self._row.setContentsMargins(around[0], around[1], around[0], around[1])
        if self._beads is not None:
            self._beads.set_compact(room.compact)

    def _offer_continuing(self, unfinished: Unfinished) -> None:
        here, of = unfinished.position, len(unfinished.beads)
        name = _round_name(unfinished.mode)
        if unfinished.mode == "test":
            where = tr("{mode}, question {n} of {of}", mode=name, n=here, of=of)
        elif unfinished.mode == "read":
            where = tr("{mode}, section {n} of {of}", mode=name, n=here, of=of)
        else:
            where = tr("{mode}, task {n} of {of}", mode=name, n=here, of=of)
        self._say(tr("Where you left off"), unfinished.title, where)
        self._beads = Beads(self._theme, tinted=True)
        self._beads.set(unfinished.beads)
        self._texts.addSpacing(14)
        self._texts.addWidget(self._beads, 0, Qt.AlignmentFlag.AlignLeading)
        key = f"{unfinished.place}/{unfinished.mode}"
        self._offer(tr("Continue"), lambda: self.continue_wanted.emit(key))

    def _offer_lesson(self, lesson: LessonRow, listing: Listing) -> None:
        begun = any(row.state is not LessonState.NEW for course in listing.courses for row in course.lessons)
        caption = tr("Next lesson") if begun else tr("Start here")
        course = next(one.title for one in listing.courses if one.course == lesson.course)
        self._say(caption, lesson.title, tr("{course}, about {n} min", course=course, n=lesson.minutes))
        self._offer(tr("Open"), lambda: self.lesson_chosen.emit(lesson))

    def _say(self, caption: str, title: str, line: str) -> None:
        theme = self._theme
        self._texts.addStretch(1)
        self._texts.addWidget(Label(theme, caption, "caption", "accent", wrap=True))
        self._texts.addSpacing(4)
        self._texts.addWidget(Label(theme, title, "h2", wrap=True))
        if line:
            self._texts.addSpacing(2)
            self._texts.addWidget(Label(theme, line, "body:tnum", "text-2", wrap=True))

    def _offer(self, text: str, then: Callable[[], object]) -> None:
        self._texts.addStretch(1)
        self.button = Button(self._theme, text, "primary", big=True)
        self.button.clicked.connect(then)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def _round_name(key: str) -> str:
    """What was being done: a mode, or a round over all of them or over the mistakes of a test."""
    if key == "mistakes":
        return tr("Mistakes")
    found = next((one for one in MODES if one.key == key), None)
    return tr(found.name) if found is not None else tr("Practice")


def next_lesson(courses: tuple[CourseRow, ...]) -> LessonRow | None:
    """The first lesson that can be opened and is not known yet."""
    lessons = (lesson for course in courses for lesson in course.lessons)
    return next((one for one in lessons if not one.trouble and one.state not in _KNOWN), None)
