"""What all pages have in common that stand beside the sidebar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.focus_chain import focus_chain
from desktop.ui.room import Room
from desktop.ui.theme import Theme


class BrowsePage(QWidget):
    """A column of content, which the shell centres and scrolls. `take_room` lays it out anew.

    `is_new` is set where the page shows another thing than before, so that it is shown from its top.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._room = theme, Room()
        self.is_new = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        theme.changed.connect(self.take_room)

    def set_room(self, room: Room) -> None:
        """Take over how much room there is."""
        if room != self._room:
            self._room = room
            self.take_room()

    def take_room(self) -> None:
        """Lay the page out for `self._room` and the text size; some pages are the same everywhere."""

    def has_focus(self) -> bool:
        """Whether one of its controls has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """Give the keyboard to the control where one was, after the page was filled anew."""
        target = self.focus_target()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_target(self) -> QWidget | None:
        """The control that takes the focus when the page is new: the first that Tab would reach."""
        return first_stop(self)

    def focus_target(self) -> QWidget | None:
        """The control that takes the focus when the page is opened: the one that had it, else the first."""
        last: QWidget | None = self.focusWidget()
        return last if last is not None and _takes_focus(last, self) else first_stop(self)


def first_stop(page: QWidget) -> QWidget | None:
    """The first control of a page that Tab would reach."""
    inside = (widget for widget in focus_chain(page) if page.isAncestorOf(widget))
    return next((widget for widget in inside if _takes_focus(widget, page)), None)


def _takes_focus(widget: QWidget, page: QWidget) -> bool:
    """Whether Tab reaches a control, once the page is shown."""
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reachable and widget.isEnabled() and widget.isVisibleTo(page)


def emptied(layout: QVBoxLayout) -> None:
    """Take everything out of a column, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # Hidden at once: a widget that waits for its deletion would be painted once more.
            widget.hide()
            widget.deleteLater()


def shown(layout: QVBoxLayout) -> None:
    """Show at once what was put into a column; Qt would do so later, and nothing hidden takes the focus."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()
