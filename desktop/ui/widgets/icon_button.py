"""A button with an icon on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.widgets.painted_button import PaintedButton

_EDGE, _ICON, _RADIUS = 32, 18, 8
_SMALL, _SMALL_ICON = 28, 16


class IconButton(PaintedButton):
    """A square button without words; its name is its tooltip and what a screen reader says."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        small: bool = False,
        ink: str = "text-2",
    ) -> None:
        super().__init__(theme, _RADIUS, parent)
        self._icon, self._ink = icon, ink
        self._edge, self._size = (_SMALL, _SMALL_ICON) if small else (_EDGE, _ICON)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Call the button otherwise."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def set_ink(self, ink: str) -> None:
        """Take the colour of another token."""
        self._ink = ink
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.px(self._edge)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        share = 1.0 if self.isDown() else self._hover.value
        ink = theme.color("disabled")
        if self.isEnabled():
            ink = mixed(theme.color(self._ink), theme.color("text"), share)
            ground = theme.color("pressed") if self.isDown() else mixed(NOTHING, theme.color("hover"), share)
            border = theme.color("text") if theme.high_contrast else NOTHING
            draw_box(painter, QRectF(self.rect()), _RADIUS, ground, border, width=theme.border())
        edge = theme.px(self._size)
        corner = QPointF((self.width() - edge) / 2, (self.height() - edge) / 2)
        # Some rows, such as those of a player, run from left to right in every language.
        draw_icon(painter, theme, self._icon, corner, ink, size=self._size, turns=self._rtl())
