"""Bars beside each other, one group for each place in the lists that they show."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.ui.boxes import draw_box
from desktop.ui.charts.chart import GAP, Chart

_BAR, _BETWEEN, _RADIUS, _FRAME_RADIUS = 34, 6, 4, 8


class BarChart(Chart):
    """A bar for each number, its value above it; the group that the step is about stands in a frame."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._spots.clear()
        plot, groups = self._plot(), self._extent.count
        step = plot.width() / groups
        for group in range(groups):
            self._draw_group(painter, group, QRectF(group * step, plot.top(), step, plot.height()))
        zero = self._height_of(0.0, plot)
        painter.fillRect(
            QRectF(0, zero, self.width(), self._theme.border()), self._theme.color("line-strong")
        )

    def _draw_group(self, painter: QPainter, group: int, place: QRectF) -> None:
        theme, count = self._theme, len(self._rows)
        marked = group == self._marked
        if marked:
            frame = QRectF(place.left() + 2, 1, place.width() - 4, self.height() - 2)
            border = theme.color("accent" if theme.high_contrast else "accent-line")
            draw_box(painter, frame, _FRAME_RADIUS, theme.color("accent-soft"), border, width=theme.border())
        width = max(
            2.0, min(theme.px(_BAR), (place.width() - 2 * GAP - (count - 1) * _BETWEEN) / max(1, count))
        )
        left = place.center().x() - (count * width + (count - 1) * _BETWEEN) / 2
        for number in range(count):
            self._draw_bar(painter, number, group, QRectF(left, place.top(), width, place.height()))
            left += width + _BETWEEN
        if self._label(group):
            self._draw_label(painter, group, place, marked=marked)

    def _draw_bar(self, painter: QPainter, row: int, group: int, column: QRectF) -> None:
        """One bar, with its value where that has room."""
        values, theme = self._rows[row].values, self._theme
        if group >= len(values):
            return
        zero, end = self._height_of(0.0, column), self._height_of(values[group], column)
        bar = QRectF(column.left(), min(zero, end), column.width(), max(1.0, abs(zero - end)))
        draw_box(painter, bar, min(_RADIUS, bar.height() / 2), self._ink(row))
        text, label = self._texts[row][group], self._label(group)
        name = self._rows[row].name
        self._spots.append(
            (bar.adjusted(0, -GAP, 0, GAP), f"{label}, {name}: {text}" if label else f"{name}: {text}")
        )
        style = "caption:tnum"
        room = column.width() + _BETWEEN if len(self._rows) > 1 else column.width() + 2 * GAP
        if theme.metrics(style).horizontalAdvance(text) <= room:
            below = values[group] < 0
            top = bar.bottom() + 4 if below else bar.top() - theme.line_height(style) - 2
            self._draw_text(painter, QPointF(bar.center().x(), top), text, "text-2", style)

    def _draw_label(self, painter: QPainter, group: int, place: QRectF, *, marked: bool) -> None:
        theme, style = self._theme, "caption-strong" if marked else "caption"
        if (
            theme.metrics(style).horizontalAdvance(self._label(group)) > place.width()
            and group % 2
            and not marked
        ):
            return  # every other label where all have no room
        top = self.height() - theme.line_height(style) - 6
        spot = QPointF(place.center().x(), top)
        self._draw_text(painter, spot, self._label(group), "accent" if marked else "text-3", style)
