"""The round button that plays and pauses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_EDGE, _ICON = 40, 18


class PlayButton(PaintedButton):
    """Filled in the accent colour, as the main button of its screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 20, parent)
        self._icon = "play"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_playing(False)

    def show_playing(self, playing: bool, *, ended: bool = False) -> None:
        """Offer to pause, to play, or to play from the beginning."""
        self._icon = "pause" if playing else "rotate-ccw" if ended else "play"
        name = tr("Pause") if playing else tr("Play again") if ended else tr("Play")
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.px(_EDGE)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        self.setProperty("ring_radius", self.width() // 2)
        share = 1.0 if self.isDown() else self._hover.value
        ground = mixed(theme.color("fill"), theme.color("fill-hover"), share)
        draw_box(painter, QRectF(self.rect()), self.width() / 2, ground)
        ink = theme.color("on-fill")
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._icon == "pause":
            wide, high, away = theme.px(4), theme.px(14), theme.px(2.5)
            for left in (middle.x() - away - wide, middle.x() + away):
                draw_box(painter, QRectF(left, middle.y() - high / 2, wide, high), 1, ink)
        elif self._icon == "play":
            self._draw_play(painter, middle, ink)
        else:
            edge = theme.px(_ICON)
            draw_icon(painter, theme, self._icon, middle - QPointF(edge / 2, edge / 2), ink, size=_ICON)

    def _draw_play(self, painter: QPainter, middle: QPointF, ink: QColor) -> None:
        """A filled triangle with round corners."""
        high, wide, corner = self._theme.px(13), self._theme.px(11), self._theme.px(2)
        left, top = middle.x() - wide * 0.4, middle.y() - high / 2
        shape = QPolygonF([QPointF(left, top), QPointF(left + wide, middle.y()), QPointF(left, top + high)])
        pen = QPen(ink, corner)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(ink)
        painter.drawPolygon(shape)
