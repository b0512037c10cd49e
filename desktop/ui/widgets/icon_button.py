"""A button with an icon on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.tween import Tween

_EDGE, _ICON = 32, 18


class IconButton(QAbstractButton):
    """A square button without words; its name is its tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._hover = Tween(theme, self, 90, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 8)
        self.set_name(name)
        theme.changed.connect(self._take_theme)

    def set_name(self, name: str) -> None:
        """Call the button otherwise."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.px(_EDGE)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover.to(1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.to(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        share = 1.0 if self.isDown() else self._hover.value
        if self.isEnabled():
            ground = theme.color("pressed") if self.isDown() else mixed(NOTHING, theme.color("hover"), share)
            border = theme.color("text") if theme.high_contrast else NOTHING
            draw_box(painter, QRectF(self.rect()), 8, ground, border, width=theme.border())
        ink = mixed(theme.color("text-2"), theme.color("text"), share)
        edge = theme.px(_ICON)
        corner = QPointF((self.width() - edge) / 2, (self.height() - edge) / 2)
        ink = ink if self.isEnabled() else theme.color("disabled")
        draw_icon(painter, theme, self._icon, corner, ink, size=_ICON)

    def _take_theme(self) -> None:
        self.updateGeometry()
        self.update()
