"""Scrolling at the edges while something is dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.widgets.edge_scroller import EdgeScroller


@pytest.fixture
def area(qtbot) -> QScrollArea:
    area = QScrollArea()
    qtbot.addWidget(area)
    content = QWidget()
    content.resize(2000, 2000)
    area.setWidget(content)
    area.resize(300, 300)
    area.show()
    area.verticalScrollBar().setValue(500)
    area.horizontalScrollBar().setValue(500)
    return area


@pytest.mark.parametrize(
    ("x", "y", "across", "down"),
    [
        (150, 150, 0, 0),
        (150, 3, 0, -1),
        (150, 278, 0, 1),
        (3, 150, -1, 0),
        (278, 150, 1, 0),
        (150, 400, 0, 0),
    ],
)
def test_the_pointer_near_an_edge_pulls_towards_it(
    area: QScrollArea, x: int, y: int, across: int, down: int
) -> None:
    content = area.widget()
    assert content is not None
    moved = EdgeScroller(content).scroll_at(area.viewport().mapToGlobal(QPoint(x, y)))
    steps = [bar.value() - 500 for bar in (area.horizontalScrollBar(), area.verticalScrollBar())]
    assert [(step > 0) - (step < 0) for step in steps] == [across, down]
    assert moved == bool(across or down)


def test_nearer_to_the_edge_is_faster(area: QScrollArea) -> None:
    content = area.widget()
    assert content is not None
    scroller, bar = EdgeScroller(content), area.verticalScrollBar()
    scroller.scroll_at(area.viewport().mapToGlobal(QPoint(150, 38)))
    slow, before = 500 - bar.value(), bar.value()
    scroller.scroll_at(area.viewport().mapToGlobal(QPoint(150, 1)))
    assert before - bar.value() > slow > 0


def test_it_scrolls_only_between_start_and_stop_and_says_when_the_drag_runs(qtbot, area: QScrollArea) -> None:
    content = area.widget()
    assert content is not None
    scroller, begun = EdgeScroller(content), []
    scroller.start(begun=lambda: begun.append(True))
    qtbot.waitUntil(lambda: bool(begun))
    scroller.stop()
    assert begun == [True]
