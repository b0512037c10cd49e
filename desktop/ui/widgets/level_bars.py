"""The three bars of a difficulty."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted import Painted

LEVELS = ("easy", "medium", "hard")
_HEIGHTS = (4, 7, 10)
_BAR, _GAP = 3, 2


def bars_extent(theme: Theme) -> QSize:
    """The room that three bars need."""
    return QSize(3 * theme.px(_BAR) + 2 * theme.px(_GAP), theme.px(_HEIGHTS[-1]))


def draw_bars(painter: QPainter, theme: Theme, difficulty: str, corner: QPointF, *, rtl: bool) -> None:
    """Paint the bars of a difficulty with their top left corner at `corner`."""
    lit = LEVELS.index(difficulty) + 1
    extent = bars_extent(theme)
    for number, high in enumerate(_HEIGHTS):
        x = number * (theme.px(_BAR) + theme.px(_GAP))
        left = extent.width() - x - theme.px(_BAR) if rtl else x
        height = theme.px(high)
        bar = QRectF(corner.x() + left, corner.y() + extent.height() - height, theme.px(_BAR), height)
        if theme.high_contrast and number >= lit:
            draw_box(painter, bar, 0, border=theme.color("text-2"))
        else:
            draw_box(painter, bar, 1, theme.color("text-2" if number < lit else "line-strong"))


class LevelBars(Painted):
    """One to three dark bars for easy, medium and hard; the word stands beside them."""

    def __init__(self, theme: Theme, difficulty: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._difficulty = difficulty

    def extent(self) -> QSize:
        return bars_extent(self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_bars(QPainter(self), self._theme, self._difficulty, QPointF(0, 0), rtl=self._rtl())
