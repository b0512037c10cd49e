"""How hard a task is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.level_bars import bars_extent, draw_bars
from desktop.ui.widgets.pill import Pill
from desktop.ui.words import tr

_PADDING, _GAP = 11, 8


def level_word(difficulty: str) -> str:
    """The word of a difficulty, in the learner's language."""
    return {"easy": tr("Easy"), "medium": tr("Medium"), "hard": tr("Hard")}[difficulty]


class LevelPill(Pill):
    """Three small bars and the word of a difficulty, never a colour."""

    def __init__(self, theme: Theme, difficulty: str, parent: QWidget | None = None) -> None:
        self._difficulty = difficulty
        super().__init__(theme, level_word(difficulty), "caption", parent)

    def extent(self) -> QSize:
        bars = bars_extent(self._theme).width()
        return QSize(bars + _GAP + self._advance() + 2 * _PADDING, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        border = theme.color("line-strong")
        draw_box(painter, QRectF(self.rect()), self.height() / 2, NOTHING, border, width=theme.border())
        bars, rtl = bars_extent(theme), self._rtl()
        left = self.width() - _PADDING - bars.width() if rtl else _PADDING
        corner = QPointF(left, (self.height() - bars.height()) / 2)
        draw_bars(painter, theme, self._difficulty, corner, rtl=rtl)
        words = _PADDING if rtl else _PADDING + bars.width() + _GAP
        self._draw_words(painter, words, theme.color("text-2"))
