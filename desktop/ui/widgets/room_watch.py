"""Tells when less or more of a page can be seen than before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget


class RoomWatch(QObject):
    """Watches the scroll area around a widget, which shrinks when notes open below it.

    Signals:
        changed: the visible part has another height; all is laid out by then.
    """

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._viewport: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.changed)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and event.type() == QEvent.Type.Show:
            self._follow()
        elif watched is self._viewport and event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False

    def _follow(self) -> None:
        outer = self._widget.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        viewport = outer.viewport() if outer is not None else None
        if viewport is not self._viewport:
            self._viewport = viewport
            if viewport is not None:
                viewport.installEventFilter(self)
            self._soon.start()
