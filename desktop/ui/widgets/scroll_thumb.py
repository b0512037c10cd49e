"""The thin bar over the edge of a scroll area."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween

ROOM = 14  # the strip in which the thumb lies and can be caught
_THIN, _WIDE, _EDGE, _LEAST = 6, 10, 4, 32


class ScrollThumb(QWidget):
    """Shows and drags the value of a hidden scroll bar. It lies over the content and takes no room."""

    def __init__(self, theme: Theme, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._bar = theme, bar
        self._upright = bar.orientation() == Qt.Orientation.Vertical
        self._width = Tween(theme, self, 90, self.update, value=_THIN)
        self._caught: float | None = None
        bar.rangeChanged.connect(self._take_range)
        bar.valueChanged.connect(self.update)
        theme.changed.connect(self.update)
        self._take_range()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._width.to(_WIDE)

    def leaveEvent(self, event: QEvent) -> None:
        if self._caught is None:
            self._width.to(_THIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at, (start, length) = self._along(event.position()), self._span()
        if start <= at <= start + length:
            self._caught = at - start
        else:
            step = self._bar.pageStep()
            self._bar.setValue(self._bar.value() + (step if at > start else -step))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._caught is None:
            return
        track, (_, length) = self._track(), self._span()
        share = (self._along(event.position()) - self._caught - _EDGE) / max(1.0, track - length)
        low, high = self._bar.minimum(), self._bar.maximum()
        self._bar.setValue(round(low + min(max(share, 0.0), 1.0) * (high - low)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._caught = None
        if not self.rect().contains(event.position().toPoint()):
            self._width.to(_THIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, width = self._theme, self._width.value
        start, length = self._span()
        middle = (self.width() if self._upright else self.height()) / 2
        if self._upright:
            place = QRectF(middle - width / 2, start, width, length)
        else:
            place = QRectF(start, middle - width / 2, length, width)
        token = "control" if width > _THIN or self._caught is not None else "line-strong"
        draw_box(QPainter(self), place, width / 2, theme.color(token))

    def _take_range(self) -> None:
        self.setVisible(self._bar.maximum() > self._bar.minimum())
        self.update()

    def _along(self, point: QPointF) -> float:
        return point.y() if self._upright else point.x()

    def _track(self) -> float:
        return (self.height() if self._upright else self.width()) - 2.0 * _EDGE

    def _span(self) -> tuple[float, float]:
        """Where the thumb begins and how long it is."""
        bar, track = self._bar, self._track()
        reach = bar.maximum() - bar.minimum()
        length = min(track, max(float(_LEAST), track * bar.pageStep() / max(1, reach + bar.pageStep())))
        share = (bar.value() - bar.minimum()) / max(1, reach)
        return _EDGE + (track - length) * share, length
