"""The time a learner spends on a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from desktop.ui.stopwatch import Stopwatch

_TICK_MS = 1000


class TimeSpent(QObject):
    """Counts only while the window that holds the page is in front; the page says when it is shown.

    Signals:
        ticked: about a second has gone by, or counting has stopped.
    """

    ticked = Signal()

    def __init__(self, page: QWidget, stopwatch: Stopwatch) -> None:
        super().__init__(page)
        self._page, self._stopwatch = page, stopwatch
        self._over = False
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self.ticked)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)

    @property
    def seconds(self) -> int:
        """Whole seconds so far."""
        return self._stopwatch.seconds

    @property
    def runs(self) -> bool:
        """Whether it is counting now."""
        return self._stopwatch.runs

    def follow(self) -> None:
        """Count or not, by the window that is in front now."""
        self._follow(QGuiApplication.focusWindow())

    def pause(self) -> None:
        """Stand still until a window comes to the front."""
        self._follow(None)

    def end(self) -> None:
        """Stand still for good."""
        self._over = True
        self.pause()

    def _follow(self, window: QWindow | None) -> None:
        here = window is not None and self._page.isVisible() and window == self._page.window().windowHandle()
        if here and not self._over:
            self._stopwatch.run()
            self._ticking.start()
        else:
            self._stopwatch.pause()
            self._ticking.stop()
        self.ticked.emit()
