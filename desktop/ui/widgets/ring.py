"""How far something is, as a ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.painted import Painted


def draw_ring(
    painter: QPainter, theme: Theme, place: QRectF, width: float, share: float, *, rtl: bool
) -> None:
    """Paint a ring filled to `share` (0 to 1) from the top, the way a clock goes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    circle = place.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    track = theme.color("control") if theme.high_contrast else theme.color("pressed")
    painter.setPen(QPen(track, 1 if theme.high_contrast else width))
    painter.drawEllipse(circle)
    if share > 0:
        pen = QPen(theme.color("accent"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turn = round(min(share, 1.0) * 360 * 16)
        painter.drawArc(circle, 90 * 16, turn if rtl else -turn)


def draw_done(painter: QPainter, theme: Theme, place: QRectF) -> None:
    """Paint a filled circle with a tick."""
    draw_box(painter, place, place.width() / 2, theme.color("fill"))
    edge = theme.px(14)
    corner = QPointF(place.center().x() - edge / 2, place.center().y() - edge / 2)
    draw_icon(painter, theme, "check", corner, theme.color("on-fill"), size=14)


class Ring(Painted):
    """A ring that fills, or a tick when all is done; a short text may stand inside."""

    def __init__(
        self,
        theme: Theme,
        diameter: int,
        width: int = 3,
        parent: QWidget | None = None,
        *,
        text_style: str = "h3",
    ) -> None:
        super().__init__(theme, parent)
        self._diameter, self._line, self._text_style = diameter, width, f"{text_style}:tnum"
        self._share = Tween(theme, self, 240, self.update)
        self._done, self._text = False, ""

    def set(self, fraction: float, done: bool = False, text: str = "") -> None:
        """Fill the part `fraction` (0 to 1), or show that it is done."""
        self._done, self._text = done, text
        self._share.to(min(max(fraction, 0.0), 1.0))
        self.update()

    def extent(self) -> QSize:
        edge = self._theme.px(self._diameter)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = self._theme, QPainter(self), QRectF(self.rect())
        if self._done:
            draw_done(painter, theme, place)
            return
        width = theme.px(self._line)
        draw_ring(painter, theme, place, width, self._share.value, rtl=self._rtl())
        if self._text:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font(self._text_style))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._text)
