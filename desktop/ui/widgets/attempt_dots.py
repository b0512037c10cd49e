"""How many attempts are left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted import Painted

_DOT, _GAP = 10, 6


class AttemptDots(Painted):
    """A filled dot for each attempt left, a hollow one for each used. A Label beside it says the number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._left = self._total = 0

    def set(self, left: int, total: int) -> None:
        """Show `left` of `total` attempts."""
        self._left, self._total = left, total
        self.updateGeometry()
        self.update()

    def extent(self) -> QSize:
        dot = self._theme.px(_DOT)
        return QSize(max(0, self._total * (dot + _GAP) - _GAP), dot)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        dot = theme.px(_DOT)
        for number in range(self._total):
            x = number * (dot + _GAP)
            place = QRectF(self.width() - x - dot if self._rtl() else x, 0, dot, dot)
            if number < self._left:
                draw_box(painter, place, dot / 2, theme.color("text-2"))
            else:
                draw_box(
                    painter, place, dot / 2, NOTHING, theme.color("control"), width=theme.border(1) * 1.5
                )
