"""The Library: which courses are installed, and what is wrong with those that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.shelf import Shelf, ShelfCourse
from desktop.ui.boxes import draw_box
from desktop.ui.icons import Icon
from desktop.ui.pages.browse_page import BrowsePage, emptied, shown
from desktop.ui.pages.trouble_card import TroubleCard
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr, tr_n

_MOST_CARDS = 20


class _CourseLine(QWidget):
    """An installed course: title, size and version, and whether all of it can be opened."""

    def __init__(self, theme: Theme, course: ShelfCourse, *, first: bool) -> None:
        super().__init__()
        self._theme, self._first = theme, first
        self._take_theme()
        theme.changed.connect(self._take_theme)
        size = tr_n("{n} lesson", "{n} lessons", len(course.lessons))
        about = tr("{size}, version {version}", size=size, version=course.version) if course.version else size
        broken = sum(lesson.lesson is None for lesson in course.lessons) + bool(course.problems)
        state = tr("Ready") if not broken else tr_n("{n} not ready", "{n} not ready", broken)
        grid = QGridLayout(self)
        grid.setContentsMargins(21, 10, 21, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(Icon(theme, "layers"), 0, 0, 2, 1, middle)
        grid.addWidget(Label(theme, course.title, "title", wrap=True), 0, 1)
        grid.addWidget(Label(theme, about, "small:tnum", "text-2", wrap=True), 1, 1)
        grid.addWidget(Label(theme, state, "small", "wrong" if broken else "text-2"), 0, 2, 2, 1, middle)

    def _take_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            line = QRectF(1, 0, self.width() - 2, self._theme.border())
            draw_box(QPainter(self), line, 0, self._theme.color("line"))


class LibraryPage(BrowsePage):
    """Troubles first, then the installed courses.

    `reload_wanted` asks to read all lessons again, `troubled` carries a `StudyError`.
    """

    reload_wanted = Signal()
    troubled = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.cards: list[TroubleCard] = []
        self._shelf: Shelf | None = None

    def show_shelf(self, shelf: Shelf) -> None:
        """Show these courses."""
        if shelf is self._shelf:
            return
        self._shelf = shelf
        had_focus = self.has_focus()
        emptied(self._column)
        self._column.addWidget(Label(self._theme, tr("Library"), "h1"))
        self.cards = list(self._trouble_cards(shelf))
        for card in self.cards:
            card.again_wanted.connect(self.reload_wanted)
            card.troubled.connect(self.troubled)
            self._column.addSpacing(20)
            self._column.addWidget(card)
        if shelf.courses:
            self._list_courses(shelf)
        else:
            self._say_empty()
        self._column.addStretch(1)
        shown(self._column)
        if had_focus:
            self.take_focus()

    def _trouble_cards(self, shelf: Shelf) -> Iterator[TroubleCard]:
        """One for each course file and lesson with problems; a broken hundred needs no hundred cards."""
        made = 0
        for course in shelf.courses:
            parts = [(course.title, course.folder / "course.toml", course.problems)]
            parts += [(one.title, one.file, one.problems) for one in course.lessons if one.lesson is None]
            for title, file, problems in parts:
                if problems and made < _MOST_CARDS:
                    made += 1
                    yield TroubleCard(self._theme, title, file, problems, first=made == 1)

    def _list_courses(self, shelf: Shelf) -> None:
        self._column.addSpacing(32 if self.cards else 24)
        self._column.addWidget(Label(self._theme, tr("Installed"), "h3"))
        self._column.addSpacing(12)
        card = Card(self._theme)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for number, course in enumerate(shelf.courses):
            rows.addWidget(_CourseLine(self._theme, course, first=number == 0))
        self._column.addWidget(card)

    def _say_empty(self) -> None:
        words = tr("No course was found in the folders that Clozeline looks in.")
        self._column.addSpacing(24)
        self._column.addWidget(Label(self._theme, words, "body", "text-2", wrap=True))
        self._column.addSpacing(16)
        again = Button(self._theme, tr("Look again"), "primary")
        again.clicked.connect(self.reload_wanted)
        self._column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeading)
