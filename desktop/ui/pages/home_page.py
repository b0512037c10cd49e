"""Home: what to do next, the week, and the courses with their lessons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.listing import LessonRow, Listing
from desktop.ui.pages.browse_page import BrowsePage, emptied, shown
from desktop.ui.pages.course_card import CourseCard
from desktop.ui.pages.first_run import FirstRun
from desktop.ui.pages.suggested_card import SuggestedCard
from desktop.ui.pages.week_card import WeekCard
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_WEEK_WIDTH = 272
_WEEK_WIDTH_COMPACT = 224


class HomePage(BrowsePage):
    """Painted from one `Listing` of plain rows, before any lesson is read.

    `lesson_chosen` names a lesson by `course/lesson`, `continue_wanted` a draft by `course/lesson/mode`,
    `trouble_chosen` a lesson or course that cannot be opened; `library_wanted` comes when there is no course
    at all.
    """

    lesson_chosen = Signal(str)
    continue_wanted = Signal(str)
    trouble_chosen = Signal(str)
    library_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._listing: Listing | None = None
        self._open = self._chosen = ""
        self._top: QBoxLayout | None = None
        self._courses: QVBoxLayout | None = None
        self.suggested: SuggestedCard | None = None
        self.week: WeekCard | None = None
        self.cards: list[CourseCard] = []

    def show_listing(self, listing: Listing) -> None:
        """Show these courses; the one that was open stays open."""
        if listing == self._listing:
            return
        self._listing = listing
        had_focus = self.has_focus()
        self._note_focus()
        emptied(self._column)
        self.suggested, self.week, self.cards = None, None, []
        self._top, self._courses = None, None
        if not listing.courses:
            first_run = FirstRun(self._theme)
            first_run.library_wanted.connect(self.library_wanted)
            self._column.addWidget(first_run, 1)
            shown(self._column)
            return
        self._column.addWidget(Label(self._theme, tr("Learn"), "h1"))
        self._column.addWidget(self._make_top(listing))
        self._add_courses(listing)
        self._column.addStretch(1)
        shown(self._column)
        self.take_room()
        if had_focus:
            self.take_focus()

    def take_room(self) -> None:
        if self._top is None or self._courses is None or self.suggested is None or self.week is None:
            return
        room, compact = self._room, self._room.compact
        direction = QBoxLayout.Direction.TopToBottom if room.narrow else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(direction)
        self._top.setSpacing(16 if compact else 20)
        for part in (self._top, self._courses):
            part.setContentsMargins(0, 16 if compact else 20, 0, 0)
        width = self._theme.px(_WEEK_WIDTH_COMPACT if compact else _WEEK_WIDTH)
        self.week.setMinimumWidth(0 if room.narrow else width)
        self.week.setMaximumWidth(16_777_215 if room.narrow else width)
        self.suggested.set_room(room)
        self.week.set_room(room)
        for card in self.cards:
            card.set_room(room)

    def _make_top(self, listing: Listing) -> QWidget:
        self.suggested = SuggestedCard(self._theme, listing)
        self.suggested.continue_wanted.connect(self.continue_wanted)
        self.suggested.lesson_chosen.connect(self._choose)
        self.suggested.library_wanted.connect(self.library_wanted)
        self.week = WeekCard(self._theme, listing.days_this_week)
        top = QWidget()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, top)
        self._top.addWidget(self.suggested, 1)
        self._top.addWidget(self.week)
        return top

    def _add_courses(self, listing: Listing) -> None:
        """One card a course; the first, the one in use, or the one that was open last is open."""
        names = [course.course for course in listing.courses]
        here = listing.unfinished.place if listing.unfinished else ""
        if self._open not in names:
            self._open = here.partition("/")[0] if here.partition("/")[0] in names else names[0]
        holder = QWidget()
        column = self._courses = QVBoxLayout(holder)
        column.setSpacing(12)
        for course in listing.courses:
            card = CourseCard(self._theme, course, here)
            card.toggled.connect(lambda name=course.course: self._toggle(name))
            card.lesson_chosen.connect(self._choose)
            card.trouble_chosen.connect(lambda name=course.course: self.trouble_chosen.emit(name))
            card.set_open(course.course == self._open)
            self.cards.append(card)
            column.addWidget(card)
        self._column.addWidget(holder)

    def _toggle(self, name: str) -> None:
        """Open a course and close the others, or close it."""
        self._open = "" if name == self._open else name
        for card in self.cards:
            card.set_open(card.course.course == self._open)

    def first_target(self) -> QWidget | None:
        # Known without asking Qt for the Tab order, which would take 12 ms of the start.
        offered = self.suggested.button if self.suggested is not None else None
        return offered or super().first_target()

    def focus_target(self) -> QWidget | None:
        """The lesson or course where one was last, so that the way back leads there."""
        stops = {row.row.place: row for card in self.cards for row in card.rows}
        headers = {card.course.course: card.header for card in self.cards}
        return stops.get(self._chosen) or headers.get(self._chosen) or super().focus_target()

    def _note_focus(self) -> None:
        """Remember which lesson or course has the focus; the row itself is about to go."""
        if self.has_focus():
            self._chosen = ""
        for card in self.cards:
            if card.header.hasFocus():
                self._chosen = card.course.course
            for row in card.rows:
                if row.hasFocus():
                    self._chosen = row.row.place

    def _choose(self, lesson: LessonRow) -> None:
        self._chosen = lesson.place
        (self.trouble_chosen if lesson.trouble else self.lesson_chosen).emit(lesson.place)
