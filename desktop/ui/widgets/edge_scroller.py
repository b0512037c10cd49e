"""Scrolling at the edges while something is dragged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

_ZONE, _BEYOND, _TICK, _MOST = 40, 24, 16, 14


class EdgeScroller(QObject):
    """While it runs, the scroll areas around a widget scroll when the pointer is near one of their edges.

    Signals:
        scrolled: something else is below the pointer (where that is on the screen).
    """

    scrolled = Signal(QPoint)

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._timer: QTimer | None = None
        self._begun: Callable[[], object] | None = None

    def start(self, begun: Callable[[], object] | None = None) -> None:
        """Begin; `begun` is called once the drag's own loop runs."""
        self._begun = begun
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.setInterval(_TICK)
            self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        """Stop scrolling."""
        if self._timer is not None:
            self._timer.stop()

    def scroll_at(self, pointer: QPoint) -> bool:
        """Scroll one step as a pointer there (in global pixels) asks; whether anything moved."""
        moved = False
        for area in self._areas():
            view = area.viewport()
            frame = QRect(view.mapToGlobal(QPoint(0, 0)), view.size())
            if not frame.adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND).contains(pointer):
                continue
            down = _pull(pointer.y() - frame.top(), frame.height())
            across = _pull(pointer.x() - frame.left(), frame.width())
            moved |= _scroll(area.verticalScrollBar(), down)
            moved |= _scroll(area.horizontalScrollBar(), across)
        return moved

    def _tick(self) -> None:
        if self._begun is not None:
            self._begun()
            self._begun = None
        pointer = QCursor.pos()
        if self.scroll_at(pointer):
            self.scrolled.emit(pointer)

    def _areas(self) -> list[QAbstractScrollArea]:
        found: list[QAbstractScrollArea] = []
        widget = self._inside.parentWidget()
        while widget is not None:
            if isinstance(widget, QAbstractScrollArea):
                found.append(widget)
            widget = widget.parentWidget()
        return found


def _pull(at: int, length: int) -> int:
    """How far to scroll for a pointer `at` along an edge to edge length: faster nearer to the edge."""
    zone = min(_ZONE, length // 4)
    if at < zone:
        return -min(_MOST, 2 + (zone - at) * _MOST // (2 * _ZONE))
    if at > length - zone:
        return min(_MOST, 2 + (at - length + zone) * _MOST // (2 * _ZONE))
    return 0


def _scroll(bar: QScrollBar, step: int) -> bool:
    before = bar.value()
    if step:
        bar.setValue(before + step)
    return bar.value() != before
