"""The window: the pages beside the sidebar, or one page that fills it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from desktop.ui.pages.browse_shell import BrowseShell
from desktop.ui.resources import resource_folder
from desktop.ui.theme import Theme
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.window_place import SMALLEST, place_of, put
from desktop.ui.words import tr

NAME = "Clozeline"
Versions = Callable[[], Sequence[tuple[str, str]]]
Key = QKeySequence | QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """Holds the browse shell and, over it, at most one page that fills the window.

    `preferences_wanted` comes from the menu or Ctrl+comma, `painted` once, when all of the window has been
    seen first, `closed` when it is about to go: what is half-done must be saved then.
    """

    preferences_wanted = Signal()
    painted = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        versions: Versions,
        place: Mapping[str, object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._versions = theme, versions
        self._mac = sys.platform == "darwin"
        self._focus_page: QWidget | None = None
        self._was_painted = False
        self.setWindowTitle(NAME)
        self.setWindowIcon(QIcon(str(resource_folder() / "icons" / "app.svg")))
        self.setMinimumSize(SMALLEST)
        self._make_actions()
        self.browse = BrowseShell(theme, menu=not self._mac)
        self.browse.section_chosen.connect(self._open_menu)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browse)
        self.setCentralWidget(self._stack)
        if self._mac:
            self._fill_menu_bar()
        self._ring = FocusRing(theme, self)
        put(self, place or {})

    def set_title(self, title: str = "") -> None:
        """Name what is shown in the title bar, after the name of the application."""
        self.setWindowTitle(f"{NAME}: {title}" if title else NAME)

    def show_focus(self, page: QWidget) -> None:
        """Let a page fill the window, in place of one that did so before."""
        self._drop_focus_page()
        self._focus_page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_browse(self) -> None:
        """Go back to the pages beside the sidebar; the page that filled the window is gone for good."""
        self._stack.setCurrentWidget(self.browse)
        self._drop_focus_page()

    def focus_page(self) -> QWidget | None:
        """The page that fills the window, if any."""
        return self._focus_page

    def place(self) -> dict[str, object]:
        """Size and place, to be given to the next window."""
        return place_of(self)

    def come_to_front(self) -> None:
        """Show the window before all others, as a second start asks."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def menu(self) -> QMenu:
        """The menu behind the menu button."""
        menu = QMenu(tr("Menu"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.preferences_action, self.full_screen_action])
        menu.addSeparator()
        menu.addActions([self.keys_action, self.about_action])
        menu.addSeparator()
        menu.addAction(self.quit_action)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # what lies in the window is painted after it

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        """The same actions stand in every menu, and their keys work on every page."""
        role = QAction.MenuRole
        standard = QKeySequence.StandardKey
        self.preferences_action = self._action(
            tr("Preferences"), self.preferences_wanted.emit, [QKeySequence("Ctrl+,")], role.PreferencesRole
        )
        self.full_screen_action = self._action(
            tr("Full screen"), self._toggle_full_screen, [QKeySequence("F11"), standard.FullScreen]
        )
        self.full_screen_action.setCheckable(True)
        self.keys_action = self._action(tr("Keys"), self.show_keys, [QKeySequence("F1")])
        self.about_action = self._action(tr("About Clozeline"), self.show_about, [], role.AboutRole)
        self.quit_action = self._action(tr("Quit"), self.close, [QKeySequence("Ctrl+Q")], role.QuitRole)

    def _action(
        self,
        text: str,
        order: Callable[[], object],
        keys: Sequence[Key],
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        action = QAction(text, self)
        action.setMenuRole(role)
        shortcuts: list[QKeySequence] = []
        for key in keys:
            found = [key] if isinstance(key, QKeySequence) else QKeySequence.keyBindings(key)
            shortcuts += [one for one in found if one not in shortcuts]
        action.setShortcuts(shortcuts)
        action.triggered.connect(lambda _checked=False: order())
        self.addAction(action)
        return action

    def _fill_menu_bar(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu(tr("File"))
        file.addActions([self.preferences_action, self.about_action, self.quit_action])
        bar.addMenu(tr("View")).addAction(self.full_screen_action)
        bar.addMenu(tr("Help")).addAction(self.keys_action)

    def _open_menu(self, section: str) -> None:
        if section != "menu":
            return
        menu, button = self.menu(), self.browse.sidebar.item("menu")
        height = menu.sizeHint().height()
        corner = button.mapToGlobal(QPoint(0, -height - 4))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(button.mapToGlobal(QPoint(button.width(), 0)).x() - menu.sizeHint().width())
        menu.popup(corner)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.full_screen_action.setChecked(self.isFullScreen())

    def show_keys(self) -> None:
        """Open the list of keys."""
        from desktop.ui.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415  not before the first paint

        KeysDialog(self._theme, self).open()

    def show_about(self) -> None:
        """Open the words about the application."""
        from desktop.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415  not before the first paint

        AboutDialog(self._theme, self._versions(), self).open()

    def _drop_focus_page(self) -> None:
        page, self._focus_page = self._focus_page, None
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
