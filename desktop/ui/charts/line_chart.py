"""Lines through numbers that follow each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.charts.chart import Chart

_WIDTH, _POINT, _LAST, _EDGE = 2.0, 5.0, 9.0, 8.0
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 2.0), (1.0, 2.0))


class LineChart(Chart):
    """A line for each row of numbers; the newest number of each is written beside its point."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._spots.clear()
        plot = self._plot()
        zero = self._height_of(0.0, plot)
        painter.fillRect(
            QRectF(0, zero, self.width(), self._theme.border()), self._theme.color("line-strong")
        )
        if self._marked is not None:
            self._draw_mark(painter, plot)
        taken: list[QRectF] = []
        for row in range(len(self._rows)):
            self._draw_row(painter, row, plot, taken)
        for place, label in enumerate(self._labels[: self._extent.count]):
            top = self.height() - self._theme.line_height("caption") - 6
            self._draw_text(painter, QPointF(self._across(place, plot), top), label, "text-3", "caption")

    def _across(self, place: int, plot: QRectF) -> float:
        """How far to the right a place stands."""
        edge = _EDGE + self._theme.px(_POINT)
        return edge + (plot.width() - 2 * edge) * place / max(1, self._extent.count - 1)

    def _draw_mark(self, painter: QPainter, plot: QRectF) -> None:
        """A thin line down from the place that the step is about."""
        assert self._marked is not None
        across = self._across(self._marked, plot)
        painter.fillRect(
            QRectF(across, plot.top(), self._theme.border(), plot.height()), self._theme.color("accent-line")
        )

    def _draw_row(self, painter: QPainter, row: int, plot: QRectF, taken: list[QRectF]) -> None:
        numbers, ink = self._rows[row], self._ink(row)
        points = [
            QPointF(self._across(numbers.start + n, plot), self._height_of(value, plot))
            for n, value in enumerate(numbers.values)
        ]
        if not points:
            return
        painter.setPen(self._pen(row, ink))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        for n, point in enumerate(points):
            last = n == len(points) - 1
            size = self._theme.px(_LAST if last else _POINT)
            box = QRectF(point.x() - size / 2, point.y() - size / 2, size, size)
            if last or len(points) <= 24:
                draw_box(painter, box, size / 2 if row != 1 else 1, ink, NOTHING)
            label = self._label(numbers.start + n)
            words = f"{numbers.name}: {self._texts[row][n]}"
            self._spots.append((box.adjusted(-4, -4, 4, 4), f"{label}, {words}" if label else words))
        self._write_last(painter, points[-1], self._texts[row][-1], taken)

    def _pen(self, row: int, ink: QColor) -> QPen:
        """Rows differ by their dashes too, not by colour alone."""
        pen = QPen(ink, _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes := _DASHES[row]:
            pen.setDashPattern(list(dashes))
        return pen

    def _write_last(self, painter: QPainter, point: QPointF, text: str, taken: list[QRectF]) -> None:
        """The newest number above its point, or below it where another stands there."""
        style = "caption:tnum"
        height, width = self._theme.line_height(style), self._theme.metrics(style).horizontalAdvance(text)
        away = self._theme.px(_LAST) / 2 + 2
        for top in (point.y() - away - height, point.y() + away):
            place = QRectF(point.x() - width / 2, top, width, height)
            if top >= 0 and top + height <= self.height() and not any(place.intersects(one) for one in taken):
                break
        taken.append(self._draw_text(painter, QPointF(point.x(), max(0.0, top)), text, "text-2", style))
