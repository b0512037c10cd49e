"""What a screen reader and the keyboard find where a slot is painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class SlotPlace(QAbstractButton):
    """An invisible button over one slot: it has the slot's name and extent, and takes the focus for it.

    A real widget rather than a virtual child of the sheet: Qt owns its accessible interface, so that
    nothing hangs on how long Python keeps an object alive.
    """

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ring_radius", -1)  # the sheet draws the ring, around what it paints

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet paints the slot."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()
