"""Places whose content may be higher than themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.widgets.button import Button
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.scroll_thumb import ScrollThumb


@pytest.fixture
def area(theme, qtbot) -> Iterator[ScrollArea]:
    area = ScrollArea(theme)
    qtbot.addWidget(area)
    content = QWidget()
    content.setMinimumHeight(1000)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    yield area
    area.close()


def thumb(area: ScrollArea) -> ScrollThumb:
    return area._thumb


def test_the_content_has_the_whole_width(area):
    assert area.widget().width() == area.width()


def test_no_thumb_where_nothing_scrolls(area):
    assert thumb(area).isVisible()
    area.widget().setMinimumHeight(10)
    area.resize(300, 1200)
    assert thumb(area).isHidden()


def test_the_thumb_is_six_pixels_wide_and_ten_when_hovered(area, qtbot):
    assert thumb(area)._width.value == 6
    point = QPointF(7, 7)
    QApplication.sendEvent(thumb(area), QEnterEvent(point, point, point))
    assert thumb(area)._width.value == 10


def test_dragging_the_thumb_scrolls(area, qtbot):
    bar = area.verticalScrollBar()
    qtbot.mousePress(thumb(area), Qt.MouseButton.LeftButton, pos=QPoint(7, 10))
    qtbot.mouseMove(thumb(area), QPoint(7, 60))
    qtbot.mouseRelease(thumb(area), Qt.MouseButton.LeftButton, pos=QPoint(7, 60))
    share = 50 / (200 - 8 - thumb(area)._span()[1])
    assert bar.value() == pytest.approx(share * bar.maximum(), abs=2)


def test_a_click_beside_the_thumb_goes_one_page(area, qtbot):
    qtbot.mouseClick(thumb(area), Qt.MouseButton.LeftButton, pos=QPoint(7, 190))
    assert area.verticalScrollBar().value() == area.verticalScrollBar().pageStep()


@pytest.mark.parametrize(
    ("key", "moved"), [(Qt.Key.Key_PageDown, 200), (Qt.Key.Key_End, 800), (Qt.Key.Key_Down, 24)]
)
def test_keys_scroll(area, qtbot, key, moved):
    qtbot.keyClick(area, key)
    assert area.verticalScrollBar().value() == moved
    qtbot.keyClick(area, Qt.Key.Key_Home)
    assert area.verticalScrollBar().value() == 0


def test_a_text_that_scrolls_can_be_reached_by_tab(area):
    assert area.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_page_of_controls_is_no_stop_of_its_own(theme, qtbot):
    area, content = ScrollArea(theme), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(content)
    column.addWidget(Button(theme, "Check"))
    content.setMinimumHeight(1000)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_thumb_changes_sides_with_the_reading_direction(area):
    assert thumb(area).x() > 200
    area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert thumb(area).x() == 0
