"""The ways into what is read and out of it: tiles, drafts, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.domain.progress import Draft
from desktop.gallery.desk import Desk
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.pages.read_page import ReadPage
from desktop.ui.pages.why_page import WhyPage
from tests.domain.builders import fill_content, lesson
from tests.reading import check_content, section_content, story_content
from tests.ui.shelves import PLACE, shelf_of


@pytest.fixture
def desk(qtbot, theme, tmp_path) -> Iterator[Desk]:
    sections = [section_content(name) for name in ("one", "two")]
    text = lesson(fill_content(), read=sections, why=story_content())
    with Desk(theme, tmp_path, shelf_of(text, tmp_path)) as desk:
        desk.window.show()
        yield desk


def tile(desk: Desk, key: str) -> str:
    page = desk.window.browse.pages["lesson"]
    assert isinstance(page, LessonPage)
    return page.tiles[key].accessibleName()


def test_a_tile_tells_how_much_was_read(desk):
    desk.navigator.open_lesson(PLACE)
    assert tile(desk, "read") == "Read, 0 of 2 done"
    desk.navigator.open_mode(PLACE, "read")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    assert tile(desk, "read") == "Read, 1 of 2 done"
    assert tile(desk, "why") == "Why, 0 of 1 done"


def test_what_was_left_is_opened_where_it_was_left(desk):
    desk.navigator.open_mode(PLACE, "read")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    assert desk.store.listing("2026-10-14").unfinished is not None
    desk.navigator.continue_draft(f"{PLACE}/read")
    page = desk.page()
    assert isinstance(page, ReadPage)
    assert page.visit.at == "two"


@pytest.mark.parametrize("body", ["{}", '{"uid": "u", "seed": 1, "at": "gone"}'])
def test_a_draft_that_no_longer_fits_is_dropped(desk, body):
    desk.store.save_draft(Draft(f"{PLACE}/read", body, 1, 1, ("now",)))
    desk.navigator.open_mode(PLACE, "read")
    page = desk.page()
    assert isinstance(page, ReadPage)
    assert page.visit.at == "one"
    assert desk.store.draft(f"{PLACE}/read") is None


def test_who_goes_on_while_a_note_opens_is_not_held_up(qtbot, theme, tmp_path):
    theme.apply("light", 1.0, reduced_motion=False)
    sections = [section_content(name, check=check_content()) for name in ("one", "two")]
    with Desk(theme, tmp_path, shelf_of(lesson(fill_content(), read=sections), tmp_path)) as desk:
        desk.open()
        desk.navigator.open_mode(PLACE, "read")
        desk.press(Qt.Key.Key_A)
        desk.press(Qt.Key.Key_Return)
        with qtbot.capture_exceptions() as failed:
            qtbot.wait(300)
        assert failed == []


def test_the_way_through_the_lesson_leads_from_reading_on(desk):
    desk.navigator.open_lesson(PLACE)
    desk.navigator.go_on("")
    for _ in range(3):
        desk.press(Qt.Key.Key_Return)
    assert isinstance(desk.page(), WhyPage)


def test_reading_alone_leads_to_practice(desk):
    desk.navigator.open_mode(PLACE, "read")
    for _ in range(3):
        desk.press(Qt.Key.Key_Return)
    assert isinstance(desk.page(), PracticePage)
