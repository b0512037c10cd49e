"""The window: its title, its menus and keys, the page that fills it, and the pages beside the sidebar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.dialogs.keys_dialog import KeysDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.browse_page import BrowsePage
from desktop.ui.room import Room
from desktop.ui.theme import Theme

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Page(BrowsePage):
    """A page with two buttons, far below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.first, self.second = QPushButton("first"), QPushButton("second")
        self._column.addWidget(self.first)
        self._column.addSpacing(3000)
        self._column.addWidget(self.second)


class Focused(QWidget):
    """A page that fills the window."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("check")
        QVBoxLayout(self).addWidget(self.button)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = MainWindow(theme, lambda: [("Clozeline", "9.9")])
    qtbot.addWidget(window)
    for key in ("learn", "library", "settings"):
        window.browse.add(key, Page(theme))
    window.browse.open("learn")
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


def page(window: MainWindow, key: str) -> Page:
    found = window.browse.pages[key]
    assert isinstance(found, Page)
    return found


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def test_the_title_begins_with_the_name(window: MainWindow) -> None:
    assert window.windowTitle() == "Clozeline"
    window.set_title("Technical debt")
    assert window.windowTitle() == "Clozeline: Technical debt"


def test_the_window_is_never_smaller_than_its_pages_need(window: MainWindow) -> None:
    window.resize(1, 1)
    assert (window.width(), window.height()) == (800, 440)


@pytest.mark.parametrize("place", ["browse", "focus"])
@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_F1, KeysDialog)])
def test_the_list_of_keys_opens_on_every_page(
    window: MainWindow, qtbot: QtBot, place: str, key: Qt.Key, kind: type[QDialog]
) -> None:
    if place == "focus":
        window.show_focus(Focused())
    qtbot.keyClick(window, key)
    (dialog,) = dialogs(kind)
    dialog.reject()


def test_preferences_are_asked_for_by_their_key(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.preferences_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)


def test_full_screen_comes_and_goes(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.full_screen_action.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_quitting_says_so_while_the_pages_are_still_there(window: MainWindow, qtbot: QtBot) -> None:
    focused = Focused()
    window.show_focus(focused)
    seen: list[object] = []
    window.closed.connect(lambda: seen.append(window.focus_page()))
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert seen == [focused]
    assert not window.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_holds_the_same_actions(window: MainWindow) -> None:
    window.browse.sidebar.item("menu").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions: list[QAction] = [one for one in menu.actions() if not one.isSeparator()]
    assert [one.text() for one in actions] == [
        "Preferences",
        "Full screen",
        "Keys",
        "About Clozeline",
        "Quit",
    ]
    assert set(actions) <= set(window.actions())
    assert QKeySequence("Ctrl+Q") in actions[-1].shortcuts()
    menu.close()


def test_about_shows_the_versions(window: MainWindow) -> None:
    window.about_action.trigger()
    (dialog,) = dialogs(AboutDialog)
    assert any(child.accessibleName() == "Clozeline 9.9" for child in dialog.findChildren(QWidget))
    dialog.reject()


def test_one_page_at_a_time_fills_the_window(window: MainWindow, qtbot: QtBot) -> None:
    first, second = Focused(), Focused()
    window.show_focus(first)
    assert not window.browse.isVisible()
    with qtbot.waitSignal(first.destroyed):
        window.show_focus(second)
    assert window.focus_page() is second
    with qtbot.waitSignal(second.destroyed):
        window.show_browse()
    assert window.focus_page() is None
    assert window.browse.isVisible()


def test_a_section_is_named_and_its_page_marked(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.browse.section_chosen) as chosen:
        window.browse.sidebar.item("library").click()
    assert chosen.args == ["library"]
    window.browse.open("library")
    assert window.browse.current() == "library"
    assert window.browse.sidebar.item("library").accessibleDescription() == "current page"


def test_the_first_page_has_the_focus_once_the_window_is_there(window: MainWindow) -> None:
    assert QApplication.focusWidget() is page(window, "learn").first


def test_a_new_page_is_shown_from_its_top_with_its_first_control(window: MainWindow) -> None:
    window.browse.open("library")
    assert QApplication.focusWidget() is page(window, "library").first


def test_a_page_comes_back_as_it_was_left(window: MainWindow) -> None:
    page(window, "learn").second.setFocus()
    window.browse.open("library")
    window.browse.open("learn")
    assert QApplication.focusWidget() is page(window, "learn").second
    assert not page(window, "learn").second.visibleRegion().isEmpty()


def test_the_focus_stays_in_the_sidebar_while_one_chooses_there(window: MainWindow) -> None:
    item = window.browse.sidebar.item("settings")
    item.setFocus()
    window.browse.open("settings")
    assert QApplication.focusWidget() is item


@pytest.mark.parametrize(
    ("width", "scale", "room"), [(800, 1.0, Room(True, False, False)), (800, 2.0, Room(True, True, True))]
)
def test_pages_are_told_the_room_there_is(
    window: MainWindow, theme: Theme, width: int, scale: float, room: Room
) -> None:
    window.resize(width, 600)
    theme.apply("light", scale, reduced_motion=True)
    assert page(window, "learn")._room == room


def test_all_controls_are_reached_by_tab(window: MainWindow, qtbot: QtBot) -> None:
    reached = set()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    sidebar = window.browse.sidebar
    items = {sidebar.item(key) for key in ("learn", "library", "settings", "menu")}
    assert reached >= {page(window, "learn").first, page(window, "learn").second, *items}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_start_brings_it_to_the_front(window: MainWindow) -> None:
    window.showMinimized()
    window.come_to_front()
    assert not window.isMinimized()
    assert window.isVisible()
