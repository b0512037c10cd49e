"""The way back to the page before."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_ICON, _GAP = 16, 6


class Crumb(PaintedButton):
    """An arrow and the name of where it leads."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, 4, parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Lead to another place."""
        self._words = text
        self.setAccessibleName(tr("Back to {name}", name=text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("small-strong").horizontalAdvance(self._words)
        return QSize(self._theme.px(_ICON) + _GAP + words, self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, rtl = self._theme, QPainter(self), self._rtl()
        ink = mixed(theme.color("text-3"), theme.color("text"), 1.0 if self.isDown() else self._hover.value)
        edge = theme.px(_ICON)
        icon = "arrow-right" if rtl else "arrow-left"
        top = (self.height() - edge) / 2
        draw_icon(painter, theme, icon, QPointF(self.width() - edge if rtl else 0, top), ink, size=_ICON)
        painter.setFont(theme.font("small-strong"))
        painter.setPen(ink)
        line = (self.height() - theme.line_height("small-strong")) // 2 + theme.baseline("small-strong")
        painter.drawText(0 if rtl else edge + _GAP, line, self._words)
