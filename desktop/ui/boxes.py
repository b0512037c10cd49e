"""Rounded boxes whose borders stay crisp at every device pixel ratio."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

NOTHING = QColor(0, 0, 0, 0)


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """`rect` with its edges moved to the nearest edges of device pixels."""
    there = painter.deviceTransform()
    back, _ = there.inverted()
    on_device = there.mapRect(rect)
    # Halves go up, as Qt rounds the clip of a widget; Python's round() would go to the even side.
    left, top = floor(on_device.left() + 0.5), floor(on_device.top() + 0.5)
    right, bottom = floor(on_device.right() + 0.5), floor(on_device.bottom() + 0.5)
    return back.mapRect(QRectF(left, top, right - left, bottom - top))


def pen_width(painter: QPainter, width: float) -> float:
    """The widest line of whole device pixels that is not wider than `width`, at least one."""
    ratio = abs(painter.deviceTransform().m11()) or 1.0
    return max(1, int(width * ratio + 1e-6)) / ratio


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    ground: QColor = NOTHING,
    border: QColor = NOTHING,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Fill a rounded box and draw its border inside its edge, on whole device pixels."""
    box = snapped(painter, rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground.alpha() else Qt.BrushStyle.NoBrush)
    if border.alpha() == 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    line = pen_width(painter, width)
    pen = QPen(border, line)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    half = line / 2
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), inner, inner)


def mixed(start: QColor, end: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `start` to `end`."""
    if share <= 0.0 or share >= 1.0:
        return end if share > 0 else start
    # A colour that is not there at all takes the other's hue, so that it fades and does not darken.
    a = QColor(end.red(), end.green(), end.blue(), 0) if start.alpha() == 0 else start
    b = QColor(start.red(), start.green(), start.blue(), 0) if end.alpha() == 0 else end
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
        a.alphaF() + (b.alphaF() - a.alphaF()) * share,
    )
