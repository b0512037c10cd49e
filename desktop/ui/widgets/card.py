"""A box that holds what belongs together."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme

Look = Literal["card", "suggested", "sunken"]
RADIUS = 12
# Ground and border of each look.
_LOOKS: dict[str, tuple[str, str]] = {
    "card": ("surface", "line"),
    "suggested": ("accent-soft", "accent-line"),
    "sunken": ("sunken", "line"),
}


class Card(QFrame):
    """A rounded box; "suggested" is the one tinted card of a screen. Give it any layout."""

    def __init__(self, theme: Theme, look: Look = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        theme.changed.connect(self.update)

    def set_look(self, look: Look) -> None:
        """Take another look."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, border = _LOOKS[self._look]
        theme = self._theme
        painter = QPainter(self)
        draw_box(
            painter,
            QRectF(self.rect()),
            RADIUS,
            theme.color(ground),
            theme.color(border),
            width=theme.border(),
        )
