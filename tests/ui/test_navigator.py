"""From page to page: what was left half-done, also after an edit of the lesson, and the way through it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.progress import Draft
from desktop.gallery.desk import Desk
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.pages.test_page import TestPage
from desktop.ui.pages.test_setup_page import TestSetupPage
from tests.domain.builders import choose_content, fill_content, lesson
from tests.ui.shelves import PLACE, shelf_of

RIGHT, WRONG = ("a", "b"), ("c", "d")


def fill(number: int, **changes: Any) -> dict[str, Any]:
    fields = {"id": f"fill-{number}", "code": f"print({number}, [[1]] + [[2]])", "chips": list("abcd")}
    return fill_content(**{**fields, "use": ["practice", "test"], **changes})


def choose(**changes: Any) -> dict[str, Any]:
    return choose_content(use=["practice", "test"], **changes)


@pytest.fixture
def desk(qtbot, theme, tmp_path) -> Iterator[Desk]:
    with Desk(theme, tmp_path, shelf_of(lesson(fill(1), fill(2), choose()), tmp_path)) as desk:
        desk.window.show()
        yield desk


def edit(desk: Desk, *tasks: dict[str, Any]) -> None:
    """The lesson is another one from now on."""
    desk._shelf = shelf_of(lesson(*tasks), Path("lessons"))


def place(desk: Desk, texts: tuple[str, ...]) -> None:
    desk.place({"placed": {str(n): text for n, text in enumerate(texts, 1)}})


def check(desk: Desk, texts: tuple[str, ...]) -> None:
    """Fill the blanks of the open task and check; a second Enter would go on."""
    place(desk, texts)
    desk.press(Qt.Key.Key_Return)


def leave(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.focus_page() is None


def practice(desk: Desk) -> PracticePage:
    page = desk.page()
    assert isinstance(page, PracticePage)
    return page


def open_tasks(desk: Desk) -> list[tuple[str, int]]:
    """The tasks of the open round, each with the attempts it took."""
    return [(entry.task, entry.attempts) for entry in practice(desk).round.entries]


def test_a_round_is_opened_where_it_was_left_with_what_was_placed(desk):
    desk.navigator.open_mode(PLACE, "fill")
    check(desk, WRONG)
    place(desk, ("a",))
    leave(desk)
    desk.navigator.continue_draft(f"{PLACE}/fill")
    assert open_tasks(desk) == [("fill-1", 1), ("fill-2", 0)]
    assert practice(desk).round.entry.placement == {"placed": {"1": "a"}}


def test_a_task_that_was_edited_starts_afresh_and_one_that_is_gone_is_left_out(desk):
    desk.navigator.open_mode(PLACE, "fill")
    check(desk, WRONG)
    leave(desk)
    edit(desk, fill(1, answers={"1": "b", "2": "a"}), choose())
    desk.navigator.open_mode(PLACE, "fill")
    assert open_tasks(desk) == [("fill-1", 0)]


def test_a_round_whose_open_tasks_are_gone_is_begun_anew(desk):
    desk.navigator.open_mode(PLACE, "fill")
    check(desk, RIGHT)
    leave(desk)
    edit(desk, fill(1), choose())
    desk.navigator.open_mode(PLACE, "fill")
    assert open_tasks(desk) == [("fill-1", 0)]


@pytest.mark.parametrize("mode", ["fill", "mistakes", "test"])
def test_a_draft_of_another_version_is_dropped(desk, mode):
    desk.store.save_draft(Draft(f"{PLACE}/{mode}", '{"from": "another version"}', 1, 1, ("now",)))
    desk.navigator.continue_draft(f"{PLACE}/{mode}")
    draft = desk.store.draft(f"{PLACE}/{mode}")
    assert draft is None or "another" not in draft.body
    assert desk.window.focus_page() is not None or desk.window.browse.current() == "lesson"


def test_a_test_goes_on_with_the_questions_that_are_left(desk):
    begin_test(desk)
    asked = taken(desk).sitting.questions
    leave(desk)
    edit(desk, fill(1), choose())
    desk.navigator.continue_draft(f"{PLACE}/test")
    sitting = taken(desk).sitting
    assert [q.task for q in sitting.questions] == [q.task for q in asked if q.task != "fill-2"]
    assert sitting.total == 2


def test_a_test_whose_questions_are_all_gone_is_set_up_anew(desk):
    begin_test(desk)
    leave(desk)
    edit(desk, fill(3))
    desk.navigator.continue_draft(f"{PLACE}/test")
    assert isinstance(desk.page(), TestSetupPage)
    assert desk.store.draft(f"{PLACE}/test") is None


def test_review_asks_what_was_missed_last(desk):
    desk.navigator.open_mode(PLACE, "fill")
    check(desk, WRONG)
    leave(desk)
    desk.navigator.open_mode(PLACE, "review")
    assert open_tasks(desk) == [("fill-1", 0)]
    check(desk, RIGHT)
    leave(desk)
    desk.navigator.open_mode(PLACE, "review")
    assert desk.window.browse.current() == "lesson"
    assert desk.window.focus_page() is None


def test_the_way_through_the_lesson_names_what_comes_next_and_opens_it(desk):
    desk.navigator.open_lesson(PLACE)
    desk.navigator.go_on("")
    assert practice(desk).onward_words() == "Next: Choose"
    for _ in range(2):
        check(desk, RIGHT)
        desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    assert open_tasks(desk) == [("pick", 0)]


@pytest.mark.parametrize("away", ["open_settings", "open_home", "open_library"])
def test_who_leaves_the_way_is_no_longer_led(desk, away):
    desk.navigator.open_lesson(PLACE)
    desk.navigator.go_on("")
    getattr(desk.navigator, away)()
    desk.navigator.open_mode(PLACE, "fill")
    assert practice(desk).onward_words() == ""


def test_a_lesson_that_can_no_longer_be_opened_leads_to_the_library(desk):
    desk._shelf = shelf_of(None, Path("lessons"))
    desk.navigator.open_mode(PLACE, "fill")
    assert desk.window.browse.current() == "library"


def begin_test(desk: Desk) -> None:
    desk.navigator.open_mode(PLACE, "test")
    desk.press(Qt.Key.Key_Return)


def taken(desk: Desk) -> TestPage:
    page = desk.page()
    assert isinstance(page, TestPage)
    return page
