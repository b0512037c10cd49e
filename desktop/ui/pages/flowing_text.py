"""Words that wrap, painted by a widget that is one control and so has no labels inside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from desktop.ui.theme import Theme


class FlowingText:
    """A text in one type style, laid out for one width at a time."""

    def __init__(self, theme: Theme, text: str, style: str) -> None:
        self._theme, self.text, self._style = theme, text, style
        self._width = -1
        self._layout = QTextLayout()

    def height(self, width: int) -> int:
        """How high the text is in this width."""
        return self._laid_out(width).lineCount() * self._theme.line_height(self._style)

    def natural_width(self) -> int:
        """The width that holds it in one line."""
        return self._theme.metrics(self._style).horizontalAdvance(self.text) + 1

    def draw(self, painter: QPainter, place: QPointF, width: int, ink: QColor, *, rtl: bool = False) -> None:
        """Paint it with its first line at the top of `place`."""
        painter.setPen(ink)
        layout = self._laid_out(width, rtl=rtl)
        layout.draw(painter, place)

    def forget(self) -> None:
        """Lay it out anew: the theme has changed."""
        self._width = -1

    def _laid_out(self, width: int, *, rtl: bool = False) -> QTextLayout:
        key = -2 - width if rtl else width
        if self._width != key:
            self._width = key
            self._layout = self._lay_out(max(1, width), rtl=rtl)
        return self._layout

    def _lay_out(self, width: int, *, rtl: bool) -> QTextLayout:
        theme, style = self._theme, self._style
        layout = QTextLayout(self.text, theme.font(style))
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        first, step = theme.baseline(style), theme.line_height(style)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step + first - line.ascent()))
            count += 1
        layout.endLayout()
        return layout
