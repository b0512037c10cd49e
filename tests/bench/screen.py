"""Waits for what a learner would see: the paint events after a click or a key."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


class Screen(QObject):
    """Notes when a widget, or anything that lies in it, is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._seen = True
        return False

    def seconds(self, act: Callable[[], object], shown: Callable[[], QWidget]) -> float:
        """How long from an act until what it shows has been painted, with the whole turn that does it."""
        began = perf_counter()
        act()
        widget = shown()
        self._seen = False
        widget.installEventFilter(self)
        widget.update()
        while not self._seen:
            turn()
        ended = perf_counter()
        widget.removeEventFilter(self)
        return ended - began


def turn() -> None:
    """One turn of the event loop; what was to be deleted goes too, which Qt leaves to its own loop."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def settle(turns: int = 5) -> None:
    """Let everything that waits be done before the next time is taken."""
    for _ in range(turns):
        turn()


def repaints(count: int, size: tuple[int, int] = (1200, 800)) -> list[float]:
    """The floor: seconds to repaint a bare window with one label."""
    window, screen = QMainWindow(), Screen()
    label = QLabel("Clozeline")
    window.setCentralWidget(label)
    window.resize(*size)
    window.show()
    settle()
    times = []
    for number in range(count):
        words = f"Clozeline {number}"
        times.append(screen.seconds(lambda words=words: label.setText(words), lambda: label))  # type: ignore[misc]
    window.close()
    return times
