"""The sidebar and the page beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from desktop.ui.pages.browse_page import BrowsePage
from desktop.ui.room import Room, room_in
from desktop.ui.theme import Theme
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.sidebar import Sidebar
from desktop.ui.words import tr

_CONTENT_WIDTH = 880
# Left and right, above, below.
_MARGINS, _MARGINS_COMPACT, _MARGINS_NARROW = (48, 40, 32), (32, 24, 16), (24, 24, 16)


class _Frame(QWidget):
    """Holds a page in the middle, with the margins of the room there is."""

    def __init__(self, theme: Theme, page: BrowsePage) -> None:
        super().__init__()
        self._theme, self._page = theme, page
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(page, 10_000)
        self._row.addStretch(1)

    def set_room(self, room: Room) -> None:
        side, above, below = _MARGINS_COMPACT if room.compact else _MARGINS
        if room.narrow:
            side, above, below = _MARGINS_NARROW
        self._row.setContentsMargins(side, above, side, below)
        # Where the text is large there is one column, and it may be as wide as the design draws it.
        self._page.setMaximumWidth(_CONTENT_WIDTH if room.narrow else self._theme.px(_CONTENT_WIDTH))
        self._page.set_room(room)


class BrowseShell(QWidget):
    """Shows one page at a time. Pages are added when they are first needed and keep their place.

    `section_chosen` names what was pressed in the sidebar: "learn", "library", "settings" or "menu".
    """

    section_chosen = Signal(str)

    def __init__(self, theme: Theme, *, menu: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.room = theme, Room()
        foot = [("settings", "settings-2", tr("Settings"))]
        if menu:
            foot.append(("menu", "menu", tr("Menu")))
        items = [("learn", "book-open", tr("Learn")), ("library", "library", tr("Library"))]
        self.sidebar = Sidebar(theme, items, foot)
        self.sidebar.chosen.connect(self.section_chosen)
        self._stack = QStackedWidget()
        self._areas: dict[str, tuple[ScrollArea, str]] = {}
        self.pages: dict[str, BrowsePage] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        theme.changed.connect(self._take_room)

    def add(self, key: str, page: BrowsePage, section: str = "") -> None:
        """Add a page under a key; while it is open its `section` (or itself) is marked in the sidebar."""
        area, frame = ScrollArea(self._theme), _Frame(self._theme, page)
        area.setWidget(frame)
        frame.set_room(self.room)
        self._areas[key] = (area, section or key)
        self.pages[key] = page
        self._stack.addWidget(area)

    def open(self, key: str) -> None:
        """Show a page, from its top if it is new; the focus goes along unless it is in the sidebar."""
        area, section = self._areas[key]
        page = self.pages[key]
        focused = QApplication.focusWidget()
        in_sidebar = focused is not None and self.sidebar.isAncestorOf(focused)
        self._stack.setCurrentWidget(area)
        self.sidebar.set_current(section)
        target = page.first_target() if page.is_new else page.focus_target()
        if page.is_new:
            area.verticalScrollBar().setValue(0)
        page.is_new = False
        if target is not None and not in_sidebar:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            area.ensureWidgetVisible(target, 0, 40)

    def current(self) -> str:
        """The key of the page that is shown."""
        shown = self._stack.currentWidget()
        return next((key for key, (area, _) in self._areas.items() if area is shown), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        self.room = room_in(self.size(), self._theme.scale)
        self.sidebar.set_rail(self.room.compact)
        for area, _ in self._areas.values():
            frame = area.widget()
            if isinstance(frame, _Frame):
                frame.set_room(self.room)
