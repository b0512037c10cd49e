"""The number of a question, as a button."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import draw_box, mixed
from desktop.ui.theme import Theme
from desktop.ui.widgets.bar import draw_track
from desktop.ui.widgets.painted_button import PaintedButton

State = Literal["open", "part", "answered"]
_SHARES = {"open": 0.0, "part": 0.5, "answered": 1.0}
_WIDTH, _HEIGHT, _RADIUS, _BEAD, _CORNER = 28, 32, 6, 3, 9


class QuestionNumber(PaintedButton):
    """A number over a bead that is empty, half or full; a filled corner says that it is marked.

    Signals:
        stepped: an arrow key asks for the number before (-1) or after (1).
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, _RADIUS, parent)
        self._number = number
        self._state: State = "open"
        self._marked = self._here = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State, *, marked: bool, here: bool) -> None:
        """Show how far the question is, whether it is marked for later, and whether it is the one shown."""
        self._state, self._marked, self._here = state, marked, here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(steps[event.key()] * (-1 if self._rtl() else 1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = self._theme, QPainter(self), QRectF(self.rect())
        idle = theme.color("accent-soft" if self._here else "surface")
        ground = mixed(idle, theme.color("hover"), 1.0 if self.isDown() else self._hover.value)
        border = theme.color("accent" if self._here else "line-strong")
        draw_box(painter, place, _RADIUS, ground, border, width=theme.border(2 if self._here else 1))
        painter.setFont(theme.font("caption:tnum"))
        painter.setPen(theme.color("text" if self._here else "text-2"))
        words = place.adjusted(0, theme.px(2), 0, -theme.px(7))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(self._number))
        inset, high = theme.px(6), theme.px(_BEAD)
        bead = QRectF(inset, self.height() - theme.px(6) - high, self.width() - 2 * inset, high)
        draw_track(painter, theme, bead, _SHARES[self._state], tinted=self._here, rtl=self._rtl())
        if self._marked:
            self._draw_corner(painter)

    def _draw_corner(self, painter: QPainter) -> None:
        """Fill the upper corner where reading ends."""
        edge = self._theme.px(_CORNER)
        corners = [QPointF(0, 0), QPointF(edge, 0), QPointF(0, edge)]
        if not self._rtl():
            corners = [QPointF(self.width() - point.x(), point.y()) for point in corners]
        shape, corner = QPainterPath(), QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        corner.addPolygon(QPolygonF(corners))
        painter.fillPath(corner.intersected(shape), self._theme.color("notice"))
