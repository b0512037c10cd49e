"""What all pages have in common that stand beside the sidebar."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.room import Room
from desktop.ui.theme import Theme


class BrowsePage(QWidget):
    """A column of content, which the shell centres and scrolls. `take_room` lays it out anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._room = theme, Room()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_room(self, room: Room) -> None:
        """Take over how much room there is."""
        if room != self._room:
            self._room = room
            self.take_room()

    def take_room(self) -> None:
        """Lay the page out for `self._room`; pages that look the same everywhere need not."""


def emptied(layout: QVBoxLayout) -> None:
    """Take everything out of a column, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # Hidden at once: a widget that waits for its deletion would be painted once more.
            widget.hide()
            widget.deleteLater()
