"""The tests of a lesson that were finished."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.progress import Level, TestRow
from desktop.ui.boxes import draw_box, mixed
from desktop.ui.dates import day_words
from desktop.ui.icons import Icon
from desktop.ui.pages.browse_page import emptied, shown
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_SHOWN = 5


def level_words(level: Level) -> str:
    """A level of tests in the words of the interface."""
    return {
        Level.EASY: tr("Easy"),
        Level.MEDIUM: tr("Medium"),
        Level.HARD: tr("Hard"),
        Level.MIXED: tr("Mixed"),
        Level.ADAPTIVE: tr("Adaptive"),
    }[level]


class _TestRowButton(PaintedButton):
    """One test: its day, level and score; opens its result."""

    def __init__(self, theme: Theme, test: TestRow, *, first: bool) -> None:
        super().__init__(theme, 8)
        self._first = first
        self.setProperty("ring_gap", -2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        day, level = day_words(test.day), level_words(test.level)
        score = tr("{right} of {total}", right=test.right, total=test.total)
        self.setAccessibleName(tr("Test of {day}, {level}, {score}", day=day, level=level, score=score))
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 13, 8)
        row.setSpacing(16)
        self._level = Label(theme, level, "small", "text-2")
        self._score = Label(theme, score, "body-strong:tnum", "text")
        self._score.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        parts = (Label(theme, day, "body:tnum", "text", wrap=True), self._level, self._score)
        for part, stretch in zip(parts, (1, 0, 0), strict=True):
            row.addWidget(part, stretch)
        chevron = Icon(theme, "chevron-right" if not self._rtl() else "chevron-left", 16, "text-3")
        row.addWidget(chevron)
        for widget in (*parts, chevron):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._take_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        share = 1.0 if self.isDown() else self._hover.value
        ground = mixed(theme.color("surface"), theme.color("hover"), share)
        draw_box(painter, QRectF(self.rect()).adjusted(4, 2, -4, -2), 8, ground)
        if not self._first:
            painter.fillRect(1, 0, self.width() - 2, 1, theme.color("line"))

    def _take_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(44))
        widest = max(self._theme.metrics("small").horizontalAdvance(level_words(one)) for one in Level)
        self._level.setMinimumWidth(widest + 1)
        self._score.setMinimumWidth(self._theme.px(64))
        super()._take_theme()


class TestHistory(QWidget):
    """The newest tests, and on request the older ones."""

    __test__ = False

    result_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tests: tuple[TestRow, ...] = ()
        self._all = False
        self._rows: list[_TestRowButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 32, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_tests(self, tests: Sequence[TestRow]) -> None:
        """Show these tests, newest first; without any there is nothing to see."""
        if tuple(tests) != self._tests:
            self._tests = tuple(tests)
            self._fill()

    def _fill(self) -> None:
        emptied(self._column)
        self._rows = []
        self.setVisible(bool(self._tests))
        if not self._tests:
            return
        self._column.addWidget(Label(self._theme, tr("Your tests"), "h3"))
        card = Card(self._theme)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 1, 0, 1)
        rows.setSpacing(0)
        for number, test in enumerate(self._tests if self._all else self._tests[:_SHOWN]):
            row = _TestRowButton(self._theme, test, first=number == 0)
            row.clicked.connect(lambda _=False, uid=test.uid: self.result_wanted.emit(uid))
            rows.addWidget(row)
            self._rows.append(row)
        self._column.addWidget(card)
        if not self._all and len(self._tests) > _SHOWN:
            more = Button(self._theme, tr("Show all {n} tests", n=len(self._tests)), "ghost")
            more.clicked.connect(self._show_all)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        shown(self._column)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self._rows[_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)
