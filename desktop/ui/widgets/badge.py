"""A count in a pill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.pill import Pill


def badge_text(count: int) -> str:
    """What a badge says of a count: nothing at 0, no more than "99+"."""
    if count <= 0:
        return ""
    return str(count) if count <= 99 else "99+"


class Badge(Pill):
    """A tinted count; hidden at 0 and "99+" above 99."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "caption-strong:tnum", parent)
        self.hide()

    def set_count(self, count: int) -> None:
        """Show another count."""
        self.set_text(badge_text(count))
        self.setVisible(count > 0)

    def extent(self) -> QSize:
        return QSize(max(self._theme.px(22), self._advance() + 12), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self._theme.color("accent-tint")
        border = self._theme.color("accent") if self._theme.high_contrast else NOTHING
        draw_box(painter, QRectF(self.rect()), self.height() / 2, ground, border)
        self._draw_words(painter, (self.width() - self._advance()) / 2, self._theme.color("accent"))
