"""What the second press of a double click was meant for."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication


class SecondPress:
    """Tells the second press on a button from one that hits what has just come in place of another.

    Where a first click opens a page, or turns Check into Next, the second one of a double click would
    press what the learner has not seen yet.
    """

    def __init__(self, button: QAbstractButton) -> None:
        self._button = button
        self._first: tuple[int, str] | None = None

    def note_first(self, event: QMouseEvent) -> None:
        """The button was pressed once."""
        self._first = (event.timestamp(), self._button.text())

    def is_meant(self, event: QMouseEvent) -> bool:
        """Whether the first press was on this button too, and it still says the same."""
        if self._first is None:
            return False
        at, text = self._first
        return text == self._button.text() and event.timestamp() - at <= QApplication.doubleClickInterval()
