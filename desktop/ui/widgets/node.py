"""The state of a lesson as a small circle on the line of a course."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.painted import Painted
from desktop.ui.widgets.ring import draw_done, draw_ring

State = Literal["new", "part", "due", "strong"]
_EDGE = 20


class Node(Painted):
    """Hollow when new, part of a ring, a ring with a dot when due, a tick when strong."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State = "new"
        self._ground = "surface"
        self._share = Tween(theme, self, 240, self.update)

    def set(self, state: State, fraction: float = 0.0) -> None:
        """Show a state; `fraction` (0 to 1) is what is done of a lesson in progress."""
        self._state = state
        self._share.to(min(max(fraction, 0.0), 1.0))
        self.update()

    def set_ground(self, token: str) -> None:
        """Cover the line behind with the colour of the row."""
        self._ground = token
        self.update()

    def extent(self) -> QSize:
        edge = self._theme.px(_EDGE)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = self._theme, QPainter(self), QRectF(self.rect())
        radius, line = self.width() / 2, 1.5 * theme.border()
        if self._state == "strong":
            draw_done(painter, theme, place)
            return
        ground = theme.color(self._ground)
        if self._state == "part":
            draw_box(painter, place, radius, ground)
            draw_ring(painter, theme, place, theme.px(3), self._share.value, rtl=self._rtl())
            return
        ink = theme.color("notice" if self._state == "due" else "control")
        draw_box(painter, place, radius, ground, ink, width=line)
        if self._state == "due":
            inset = theme.px(6)
            draw_box(painter, place.adjusted(inset, inset, -inset, -inset), theme.px(4), ink)
