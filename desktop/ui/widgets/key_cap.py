"""A key of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.pill import Pill


class KeyCap(Pill):
    """The name of a key in a small frame, for the legend."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "key", parent)

    def extent(self) -> QSize:
        edge = self._theme.px(20)
        return QSize(max(edge, self._advance() + 12), edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        ground, border = theme.color("surface"), theme.color("line-strong")
        draw_box(painter, QRectF(self.rect()), 4, ground, border, width=theme.border())
        self._draw_words(painter, (self.width() - self._advance()) / 2, theme.color("text-2"))
