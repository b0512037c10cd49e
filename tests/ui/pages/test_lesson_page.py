"""A lesson offers its test, its beginning and ten ways to practise."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.lesson import Lesson
from desktop.domain.progress import Level, TaskRow, TestRow
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from tests.study.lessons import choose_task, fill_task, lesson

PLACE = "course/small"


@pytest.fixture
def small() -> Lesson:
    """Two fill tasks and one question of practice, one question for tests."""
    fills = [fill_task(f"fill-{n}", code=f"x{n} = [[1]]") for n in (1, 2)]
    return lesson(
        [*fills, choose_task("choose-1", use=["practice"]), choose_task("bank-1", prompt="Or which?")]
    )


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, small: Lesson) -> LessonPage:
    page = LessonPage(theme)
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show()
    page.show_lesson(small, "MLOps", PLACE, {}, (), ())
    return page


def solved(lesson: Lesson, *names: str) -> Mapping[tuple[str, str], TaskRow]:
    rows = {}
    for name in names:
        task = lesson.task(name)
        assert task is not None
        key = (f"{PLACE}/{name}", task.content_hash)
        rows[key] = TaskRow(*key, answered=1, solved=True, last_right=True, last_day="", last_utc_ms=0)
    return rows


def taken(*scores: int, level: Level = Level.MIXED) -> Sequence[TestRow]:
    """Tests on days after each other, newest first."""
    return [
        TestRow(f"uid-{n}", PLACE, f"2026-11-{n:02}", n, level, score, 10, score, "{}")
        for n, score in reversed(list(enumerate(scores, start=1)))
    ]


def words(page: LessonPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def name(button: QAbstractButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def test_title_topics_and_length_are_shown(page: LessonPage) -> None:
    assert "Small" in words(page)
    assert "10 questions across easy, medium and hard." in words(page)


def test_a_tile_says_its_name_first_and_what_is_done(page: LessonPage, small: Lesson) -> None:
    page.show_lesson(small, "MLOps", PLACE, solved(small, "fill-2", "choose-1"), (), ())
    assert [name(page.tiles[key]) for key in ("read", "fill", "choose", "test")] == [
        "Read, not in this lesson yet",
        "Fill, 1 of 2 done",
        "Choose, done",
        "Test, 0 of 1 done",
    ]


def test_a_task_whose_answer_was_changed_counts_as_new(page: LessonPage, small: Lesson) -> None:
    (place, _), row = next(iter(solved(small, "fill-1").items()))
    page.show_lesson(small, "MLOps", PLACE, {(place, "0" * 16): row}, (), ())
    assert name(page.tiles["fill"]) == "Fill, 0 of 2 done"


def test_a_mode_without_content_is_disabled_and_announced_so(page: LessonPage) -> None:
    entered = {key: tile.isEnabled() for key, tile in page.tiles.items()}
    assert [key for key, enabled in entered.items() if enabled] == ["fill", "choose", "test"]
    state = QAccessible.queryAccessibleInterface(page.tiles["arrange"]).state()
    assert state.disabled


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_mode_is_entered_by_key(page: LessonPage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.mode_chosen) as chosen:
        qtbot.keyClick(page.tiles["fill"], key)
    assert chosen.args == ["fill"]


def test_the_test_is_entered_by_tile_and_by_card(page: LessonPage, qtbot: QtBot) -> None:
    for button in (page.tiles["test"], page.test_card.button):
        with qtbot.waitSignal(page.test_wanted), qtbot.assertNotEmitted(page.mode_chosen):
            button.click()


def test_learning_begins_without_a_test_and_the_crumb_leads_back(page: LessonPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.learn_wanted):
        page.learn_card.button.click()
    with qtbot.waitSignal(page.back_wanted):
        page.crumb.click()
    assert name(page.crumb) == "Back to MLOps"


def test_what_was_left_is_continued(page: LessonPage, small: Lesson) -> None:
    page.show_lesson(small, "MLOps", PLACE, {}, (), {"learn", "test", "fill"})
    assert (page.learn_card.button.words(), page.test_card.button.words()) == ("Continue", "Continue test")
    assert page.tiles["fill"].accessibleDescription() == "Continue"


@pytest.mark.parametrize(
    ("scores", "word", "points"),
    [((9,), "Strong so far", "7"), ((6, 8), "Getting there", "8"), ((3,), "Not yet", "")],
)
def test_the_verdict_and_what_would_change_it_are_said(
    page: LessonPage, small: Lesson, scores: Sequence[int], word: str, points: str
) -> None:
    page.show_lesson(small, "MLOps", PLACE, {}, taken(*scores), (), "2026-11-20")
    said = words(page)
    assert word in said
    assert any(f"Reach {points} points or more in your next test" in text for text in said) == bool(points)


def test_a_lesson_without_a_bank_offers_no_test(page: LessonPage) -> None:
    page.show_lesson(lesson([fill_task("one")]), "MLOps", PLACE, {}, (), ())
    assert "This lesson has no test yet." in words(page)
    assert not page.test_card.button.isEnabled()
    assert not page.tiles["test"].isEnabled()


def test_each_test_of_the_history_opens_its_result(page: LessonPage, small: Lesson, qtbot: QtBot) -> None:
    page.show_lesson(small, "MLOps", PLACE, {}, taken(8, 7, level=Level.EASY), ())
    rows = page.history.findChildren(QAbstractButton)
    assert [name(row) for row in rows] == [
        "Test of 2 November 2026, Easy, 7 of 10",
        "Test of 1 November 2026, Easy, 8 of 10",
    ]
    with qtbot.waitSignal(page.result_wanted) as wanted:
        rows[1].click()
    assert wanted.args == ["uid-1"]


def test_older_tests_are_shown_on_request(page: LessonPage, small: Lesson) -> None:
    page.show_lesson(small, "MLOps", PLACE, {}, taken(*range(1, 9)), ())
    more = page.history.findChildren(QAbstractButton)[-1]
    assert more.text() == "Show all 8 tests"
    more.click()
    QApplication.sendPostedEvents(None, 52)  # what was replaced is deleted
    assert len(page.history.findChildren(QAbstractButton)) == 8


def test_without_tests_there_is_no_history(page: LessonPage) -> None:
    assert page.history.isHidden()


@pytest.mark.parametrize("room", [Room(), Room(compact=True), Room(compact=True, narrow=True)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_tile_is_lower_than_its_words(page: LessonPage, theme: Theme, room: Room, scale: float) -> None:
    theme.apply("light", scale, reduced_motion=True)
    page.set_room(room)
    page.resize(max(600, page.minimumSizeHint().width()), 3000)
    QApplication.processEvents()
    for tile in page.tiles.values():
        assert tile.height() >= tile.heightForWidth(tile.width())
    assert len({tile.width() for tile in page.tiles.values()}) <= 2  # a pixel of rounding


def test_another_lesson_is_shown_from_its_top(page: LessonPage, small: Lesson) -> None:
    page.is_new = False
    page.show_lesson(small, "MLOps", PLACE, {}, (), ())
    assert not page.is_new
    page.show_lesson(small, "MLOps", "course/other", {}, (), ())
    assert page.is_new
