"""The verdict after a test, and how it went by level and by concept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.lesson import Lesson
from desktop.study.past_test import PastTest
from desktop.ui.pages.meter import Meter
from desktop.ui.pages.result_words import ResultWords
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_pill import level_word
from desktop.ui.widgets.ring import Ring
from desktop.ui.words import tr


class ScorePanel(QWidget):
    """Ring, verdict, its reason and the next step; below them two groups of bars."""

    def __init__(
        self, theme: Theme, words: ResultWords, past: PastTest, lesson: Lesson, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(words, past))
        column.addSpacing(16)
        for index, sentence in enumerate(words.sentences):
            column.addSpacing(8 if index else 0)
            column.addWidget(Label(theme, sentence, "read", "text-2", wrap=True))
        self._groups = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._groups.setContentsMargins(0, 0, 0, 0)
        levels = [
            Meter(theme, level_word(level.value), *score, level=level.value)
            for level, score in past.by_level().items()
        ]
        concepts = [
            Meter(theme, lesson.concept(concept).name, *score) for concept, score in past.by_concept().items()
        ]
        self._groups.addWidget(self._group(tr("By level"), levels), 1, Qt.AlignmentFlag.AlignTop)
        if concepts:
            self._groups.addWidget(self._group(tr("By concept"), concepts), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._groups)
        column.addStretch(1)
        self.set_room(Room())

    def set_room(self, room: Room) -> None:
        """Put the groups side by side where the panel is wide, one below the other elsewhere."""
        beside = room.compact and not room.narrow
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._groups.setDirection(direction)
        self._groups.setSpacing(40 if beside else 0)

    def _head(self, words: ResultWords, past: PastTest) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        ring = Ring(self._theme, 88, 6, text_style="h2")
        ring.set(past.row.right / max(1, past.row.total), text=str(past.row.right))
        row.addWidget(ring)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(Label(self._theme, words.title, "h1", wrap=True))
        beside.addWidget(Label(self._theme, words.score, "body:tnum", "text-2", wrap=True))
        beside.addStretch(1)
        row.addLayout(beside, 1)
        return head

    def _group(self, title: str, meters: list[Meter]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 28, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self._theme, title, "h3"))
        column.addSpacing(6)
        for meter in meters:
            column.addWidget(meter)
        return group
