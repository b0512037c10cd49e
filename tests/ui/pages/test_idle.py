"""A page that nobody touches paints nothing: a window left open costs no power."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.settings import Settings
from desktop.domain.shelf import Shelf
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.browse_page import BrowsePage
from desktop.ui.pages.home_page import HomePage
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.library_page import LibraryPage
from desktop.ui.pages.settings_page import SettingsPage
from desktop.ui.theme import Theme
from tests.study.lessons import practice
from tests.ui.pages.listings import LISTING
from tests.ui.pages.test_library_page import CLOUD


def home(theme: Theme) -> BrowsePage:
    page = HomePage(theme)
    page.show_listing(LISTING)
    return page


def lesson(theme: Theme) -> BrowsePage:
    page = LessonPage(theme)
    page.show_lesson(practice(3), "MLOps", "course/small", {}, (), {"fill"})
    return page


def library(theme: Theme) -> BrowsePage:
    page = LibraryPage(theme)
    page.show_shelf(Shelf((CLOUD,)))
    return page


def settings(theme: Theme) -> BrowsePage:
    return SettingsPage(theme, Settings(), Path("data"))


class Counter(QObject):
    """Counts what is painted and laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest)
        return False


@pytest.mark.parametrize("make", [home, lesson, library, settings])
def test_an_idle_page_paints_nothing(
    qapp: QApplication, qtbot: QtBot, theme: Theme, make: Callable[[Theme], BrowsePage]
) -> None:
    window = MainWindow(theme, list)
    qtbot.addWidget(window)
    window.browse.add("page", make(theme))
    window.browse.open("page")
    window.show()
    qtbot.wait(50)
    counter = Counter()
    qapp.installEventFilter(counter)
    qtbot.wait(50)
    qapp.removeEventFilter(counter)
    assert counter.count == 0
