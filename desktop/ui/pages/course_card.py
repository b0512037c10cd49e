"""A course on Home: a row that opens into the list of its lessons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.listing import CourseRow, LessonRow, LessonState
from desktop.ui.icons import Icon
from desktop.ui.pages.browse_page import emptied, shown
from desktop.ui.pages.lesson_row import LessonButton
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr, tr_n


class _Header(PaintedButton):
    """Title and progress of the course; opens and closes the list."""

    def __init__(self, theme: Theme, course: CourseRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, 12, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setProperty("ring_gap", -2)
        self._broken = _broken(course)
        words, share = _progress(course)
        self.setAccessibleName(f"{course.title}, {words}")
        self._titles = (
            Label(theme, course.title, "h2", wrap=True),
            Label(theme, course.title, "h3", wrap=True),
        )
        self._words = Label(theme, words, "small:tnum", "text-2")
        self._bar = Bar(theme)
        self._bar.set(share)
        self._chevron = Icon(theme, "chevron-down")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        for title in self._titles:
            self._row.addWidget(title, 1)
        end: tuple[QWidget, ...] = (self._words, self._bar, self._chevron)
        for part in end:
            self._row.addWidget(part)
        self._bar.setHidden(self._broken)
        self._chevron.setHidden(self._broken)
        for part in (*self._titles, *end):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lay_out(self, room: Room, *, opened: bool) -> None:
        """Show the course as open or as a row, in the room there is."""
        large, small = self._titles
        large.setVisible(opened)
        small.setVisible(not opened)
        self._words.setVisible(self._broken or not room.compact)
        self._bar.setFixedWidth(96 if room.narrow else 160)
        self._chevron.set_icon("chevron-up" if opened else "chevron-down")
        above, below = ((15, 10) if room.compact else (19, 16)) if opened else (8, 8)
        self._row.setContentsMargins(21, above, 22, below)
        self.setMinimumHeight(0 if opened else max(60, self._theme.px(44)))
        if not self._broken:
            self.setAccessibleDescription(tr("Lessons shown") if opened else tr("Lessons hidden"))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._chevron.set_color("text")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._chevron.set_color("text-2")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own: the header is part of the card, and only the chevron shows the pointer."""


class CourseCard(Card):
    """Lists its lessons when open.

    `toggled` is pressed on the header, `lesson_chosen` on a lesson, `trouble_chosen` on the header of a
    course that cannot be opened.
    """

    toggled = Signal()
    lesson_chosen = Signal(LessonRow)
    trouble_chosen = Signal()

    def __init__(self, theme: Theme, course: CourseRow, here: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.course, self._here, self._room = course, here, Room()
        self.opened = False
        self.rows: list[LessonButton] = []
        self.header = _Header(theme, course)
        self.header.clicked.connect(self.trouble_chosen if _broken(course) else self.toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.header.lay_out(self._room, opened=False)

    def set_open(self, opened: bool) -> None:
        """Show the lessons, or hide them; a course that cannot be opened has none to show."""
        opened = opened and not _broken(self.course)
        if opened != self.opened:
            self.opened = opened
            if opened:
                self._fill()
                shown(self._list)
            else:
                emptied(self._list)
                self.rows = []
        self._list.setContentsMargins(9, 4, 9, 13) if opened else self._list.setContentsMargins(0, 0, 0, 0)
        self.set_room(self._room)

    def set_room(self, room: Room) -> None:
        """Lay out header and lessons for the room there is."""
        self._room = room
        self.header.lay_out(room, opened=self.opened)
        wanted = [row.widths() for row in self.rows]
        widths = (
            (max(state for state, _ in wanted), max(minutes for _, minutes in wanted)) if wanted else (0, 0)
        )
        for row in self.rows:
            row.set_room(room, widths)

    def _fill(self) -> None:
        lessons = self.course.lessons
        for number, lesson in enumerate(lessons):
            row = LessonButton(
                self._theme,
                lesson,
                here=lesson.place == self._here,
                first=number == 0,
                last=number == len(lessons) - 1,
            )
            row.clicked.connect(lambda _=False, lesson=lesson: self.lesson_chosen.emit(lesson))
            self._list.addWidget(row)
            self.rows.append(row)


def _broken(course: CourseRow) -> bool:
    """Whether nothing of a course can be opened."""
    return bool(course.trouble) and not course.lessons


def _progress(course: CourseRow) -> tuple[str, float]:
    """How far the learner is with a course, in words and as a share."""
    if _broken(course):
        return tr("Cannot be opened"), 0.0
    total = len(course.lessons)
    strong = sum(lesson.state is LessonState.STRONG for lesson in course.lessons)
    if all(lesson.state is LessonState.NEW for lesson in course.lessons):
        return tr_n("Not started, {n} lesson", "Not started, {n} lessons", total), 0.0
    words = tr_n("{strong} of {n} lesson strong", "{strong} of {n} lessons strong", total, strong=strong)
    return words, strong / total
