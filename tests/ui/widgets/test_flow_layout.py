"""Rows that wrap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def box(qtbot) -> Iterator[QWidget]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(10, box)
    for _ in range(4):
        child = QWidget()
        child.setFixedSize(90, 20)
        flow.addWidget(child)
    box.show()
    yield box
    box.close()


def places(box: QWidget) -> list[tuple[int, int]]:
    return [(c.x(), c.y()) for c in box.findChildren(QWidget)]


@pytest.mark.parametrize(("width", "height"), [(390, 20), (389, 50), (200, 50), (90, 110)])
def test_the_height_follows_from_the_width(box, width, height):
    assert box.heightForWidth(width) == height


def test_children_fill_rows_from_the_left(box):
    box.resize(200, 100)
    assert places(box) == [(0, 0), (100, 0), (0, 30), (100, 30)]


def test_children_fill_rows_from_the_right_where_reading_begins_there(box):
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(200, 100)
    assert places(box) == [(110, 0), (10, 0), (110, 30), (10, 30)]


def test_a_hidden_child_takes_no_room(box):
    box.findChildren(QWidget)[0].hide()
    assert box.heightForWidth(290) == 20
