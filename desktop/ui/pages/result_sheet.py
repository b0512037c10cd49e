"""What came of a test: the verdict, how it went, and all its questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.lesson import Lesson
from desktop.study.past_test import PastTest
from desktop.ui.pages.question_row import QuestionRow
from desktop.ui.pages.result_words import ResultWords
from desktop.ui.pages.score_panel import ScorePanel
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_PANEL, _GAP, _WIDTH, _UNBOUND = 344, 40, 1120, 16_777_215


class ResultSheet(QWidget):
    """The score beside the questions, or above them where the window is small.

    Signals:
        question_chosen: the index of the question to open.
    """

    question_chosen = Signal(int)

    def __init__(
        self, theme: Theme, words: ResultWords, past: PastTest, lesson: Lesson, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.panel = ScorePanel(theme, words, past, lesson)
        self.rows = [QuestionRow(theme, i + 1, question) for i, question in enumerate(past.questions)]
        for index, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, i=index: self.question_chosen.emit(i))
        self._hint = Label(theme, tr("Select one to see its solution"), "small", "text-3", elide=True)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(self.panel)
        side = QVBoxLayout()
        side.addWidget(self._list(theme))
        side.addStretch(1)
        self._split.addLayout(side, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(self._split)
        self._middle = middle
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(0)
        outer.addWidget(middle, 1)
        outer.addStretch(0)

    def set_room(self, room: Room) -> None:
        """Stack score and questions, or put them side by side."""
        direction = QBoxLayout.Direction.TopToBottom if room.compact else QBoxLayout.Direction.LeftToRight
        self._split.setDirection(direction)
        self._split.setSpacing(28 if room.compact else _GAP)
        self._middle.setMaximumWidth(_UNBOUND if room.compact else _WIDTH)
        self.panel.setMinimumWidth(0 if room.compact else _PANEL)
        self.panel.setMaximumWidth(_UNBOUND if room.compact else _PANEL)
        self.panel.set_room(room)
        self._hint.setVisible(not room.narrow)
        for row in self.rows:
            row.set_narrow(narrow=room.narrow)

    def _list(self, theme: Theme) -> Card:
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        head = _Head(theme)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(16)
        row.addWidget(Label(theme, tr("Questions"), "h3"), 1)
        row.addWidget(self._hint)
        column.addWidget(head)
        rows = QVBoxLayout()
        rows.setContentsMargins(6, 4, 6, 0)
        rows.setSpacing(0)
        for one in self.rows:
            rows.addWidget(one)
        column.addLayout(rows)
        return card


class _Head(QWidget):
    """The first line of the list, over a hairline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        border = self._theme.border()
        line = self._theme.color("line")
        QPainter(self).fillRect(border, self.height() - border, self.width() - 2 * border, border, line)

    def _take_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(48))
        self.update()
