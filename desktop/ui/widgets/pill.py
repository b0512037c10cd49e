"""What the parts made of one short word in a box have in common."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label


class Pill(Label):
    """One line of text in a box of fixed size. Subclasses give `extent` and paint themselves."""

    def __init__(self, theme: Theme, text: str, style: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, style, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def extent(self) -> QSize:
        """The size of the part in the present theme."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return self.extent()

    def minimumSizeHint(self) -> QSize:
        return self.extent()

    def _advance(self) -> int:
        return self._theme.metrics(self._style).horizontalAdvance(self.text())

    def _draw_words(self, painter: QPainter, left: float, ink: QColor) -> None:
        """Paint the text with its left edge at `left`, halfway down."""
        top = (self.height() - self._theme.line_height(self._style)) / 2
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(ink)
        painter.setFont(self._theme.font(self._style))
        painter.drawText(QPointF(left, round(top) + self._theme.baseline(self._style)), self.text())

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
