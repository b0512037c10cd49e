"""The mark of Clozeline."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from desktop.ui.boxes import draw_box
from desktop.ui.widgets.painted import Painted


class BrandMark(Painted):
    """A rounded square with a line that is broken by a slot."""

    def extent(self) -> QSize:
        edge = self._theme.px(24)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, unit = QPainter(self), self._theme, self.width() / 24
        draw_box(painter, QRectF(self.rect()), 6.5 * unit, theme.color("fill"))
        pen = QPen(theme.color("on-fill"), 2 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for start, end in ((3.75, 5.25), (18.75, 20.25)):
            painter.drawLine(QLineF(start * unit, 12 * unit, end * unit, 12 * unit))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on-fill"))
        slot = QRectF(7 * unit, 7.5 * unit, 10 * unit, 9 * unit)
        painter.drawRoundedRect(slot, 2.75 * unit, 2.75 * unit)
