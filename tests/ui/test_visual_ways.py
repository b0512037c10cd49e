"""The way into Visualize and out of it: its tile, where it begins, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.gallery.desk import Desk
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.pages.visualize_page import VisualizePage
from tests.domain.builders import fill_content, lesson
from tests.ui.shelves import PLACE, shelf_of


def visual(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": name,
        "difficulty": "easy",
        "concepts": ["names"],
        "code": {"language": "text", "file": "a.txt", "text": "one\ntwo"},
        "steps": [{"line": 1}, {"line": 2}],
    }


@pytest.fixture
def desk(qtbot, theme, tmp_path) -> Iterator[Desk]:
    text = lesson(fill_content(), visuals=[visual("first"), visual("second")])
    with Desk(theme, tmp_path, shelf_of(text, tmp_path)) as desk:
        desk.window.show()
        yield desk


def tile(desk: Desk) -> str:
    page = desk.window.browse.pages["lesson"]
    assert isinstance(page, LessonPage)
    return page.tiles["visualize"].accessibleName()


def test_its_tile_counts_the_visuals_that_were_seen_to_the_end(desk):
    desk.navigator.open_lesson(PLACE)
    assert tile(desk) == "Visualize, 0 of 2 done"
    desk.navigator.open_mode(PLACE, "visualize")
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Escape)
    assert tile(desk) == "Visualize, 1 of 2 done"


def test_it_begins_with_the_first_that_was_not_seen(desk):
    desk.navigator.open_mode(PLACE, "visualize")
    desk.press(Qt.Key.Key_End)
    desk.press(Qt.Key.Key_Escape)
    desk.navigator.open_mode(PLACE, "visualize")
    page = desk.page()
    assert isinstance(page, VisualizePage)
    assert page.visit.at == "second"


def test_practice_comes_after_the_last_visual(desk):
    desk.navigator.open_mode(PLACE, "visualize")
    for key in (Qt.Key.Key_End, Qt.Key.Key_Return) * 2:
        desk.press(key)
    assert isinstance(desk.page(), PracticePage)
