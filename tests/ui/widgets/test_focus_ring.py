"""The ring around the control that has the keyboard."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.widgets.button import Button
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.scroll_area import ScrollArea


class Page(QWidget):
    """A window with two buttons, the second in a scroll area, and a ring."""

    def __init__(self, theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.first, self.second = Button(theme, "First"), Button(theme, "Second")
        column.addWidget(self.first)
        self.area, content = ScrollArea(theme), QWidget()
        inner = QVBoxLayout(content)
        inner.addSpacing(20)
        inner.addWidget(self.second)
        inner.addSpacing(1000)
        self.area.setWidget(content)
        column.addWidget(self.area)
        self.ring = FocusRing(theme, self)


@pytest.fixture
def page(theme, qtbot) -> Iterator[Page]:
    page = Page(theme)
    qtbot.addWidget(page)
    page.resize(300, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.first.setFocus()
    yield page
    page.close()


def use_keys(page: Page, qtbot) -> None:
    """Go away from the first button and back."""
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    qtbot.keyClick(page.second, Qt.Key.Key_Backtab)
    assert page.focusWidget() is page.first


def test_no_ring_before_the_keyboard_is_used(page):
    assert page.ring.isHidden()


def test_tab_shows_the_ring_two_pixels_from_the_control(page, qtbot):
    use_keys(page, qtbot)
    assert page.ring.isVisible()
    assert page.ring.geometry() == page.first.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_has_the_accent_colour(page, qtbot, theme):
    use_keys(page, qtbot)
    image = page.grab().toImage()
    box = page.ring.geometry()
    assert image.pixelColor(box.center().x(), box.top() + 1) == theme.color("accent")


def test_a_click_hides_the_ring(page, qtbot):
    use_keys(page, qtbot)
    qtbot.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert page.ring.isHidden()


def test_the_ring_follows_its_control(page, qtbot):
    use_keys(page, qtbot)
    page.first.move(40, 50)
    assert page.ring.pos() == page.first.pos() - QPoint(4, 4)


def test_the_ring_is_cut_by_the_scroll_area(page, qtbot):
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.second
    whole = page.ring.height()
    page.area.verticalScrollBar().setValue(50)
    assert page.ring.height() < whole
    page.area.verticalScrollBar().setValue(400)
    assert page.ring.isHidden()


def test_a_control_may_refuse_the_ring_or_ask_for_it_inside(page, qtbot):
    use_keys(page, qtbot)
    page.first.setProperty("ring_gap", -2)
    assert page.ring.geometry() == page.first.geometry()
    page.first.setProperty("ring_radius", -1)
    assert page.ring.isHidden()


def test_the_mouse_goes_through_the_ring(page):
    assert page.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_closing_window_takes_the_ring_along(theme, qtbot):
    page = Page(theme)
    page.show()
    page.first.setFocus()
    qtbot.keyClick(page.first, Qt.Key.Key_Tab)
    ring = page.ring
    del page
    gc.collect()
    assert not isValid(ring)
