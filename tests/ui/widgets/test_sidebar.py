"""The pages at the side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.sidebar import Sidebar

PAGES = [("learn", "book-open", "Learn"), ("review", "repeat", "Review")]


@pytest.fixture
def sidebar(theme, qtbot) -> Iterator[Sidebar]:
    sidebar = Sidebar(theme, PAGES, [("settings", "settings-2", "Settings")])
    qtbot.addWidget(sidebar)
    sidebar.resize(224, 600)
    sidebar.show()
    yield sidebar
    sidebar.close()


@pytest.mark.parametrize("key", ["review", "settings"])
def test_a_click_names_the_page(sidebar, qtbot, key):
    with qtbot.waitSignal(sidebar.chosen) as told:
        qtbot.mouseClick(sidebar.item(key), Qt.MouseButton.LeftButton)
    assert told.args == [key]


def test_the_open_page_is_marked_and_said(sidebar, theme):
    sidebar.set_current("learn")
    item = sidebar.item("learn")
    assert item.grab().toImage().pixelColor(100, 4) == theme.color("pressed")
    assert item.accessibleDescription() == "current page"
    sidebar.set_current("review")
    assert item.accessibleDescription() == ""


@pytest.mark.parametrize(("count", "said"), [(0, ""), (12, "12"), (100, "99+")])
def test_a_badge_is_said_beside_the_name(sidebar, count, said):
    sidebar.set_badge("review", count)
    assert sidebar.item("review").accessibleName() == "Review"
    assert sidebar.item("review").accessibleDescription() == said


def test_on_the_rail_words_become_tooltips(sidebar):
    assert sidebar.sizeHint().width() == 224
    sidebar.set_rail(True)
    assert sidebar.sizeHint().width() == 64
    assert sidebar.item("learn").toolTip() == "Learn"
    sidebar.set_rail(False)
    assert sidebar.item("learn").toolTip() == ""


def test_the_foot_stays_at_the_foot(sidebar):
    assert sidebar.item("settings").geometry().bottom() == 600 - 16 - 1


def test_in_a_low_window_the_brand_gives_way_to_the_pages(sidebar):
    sidebar.resize(224, 150)
    assert sidebar._brand.isHidden()
    sidebar.resize(224, 600)
    assert not sidebar._brand.isHidden()


def test_it_is_the_first_thing_from_where_reading_begins(sidebar, theme):
    line = theme.color("line")
    assert sidebar.grab().toImage().pixelColor(223, 300) == line
    sidebar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert sidebar.grab().toImage().pixelColor(0, 300) == line
