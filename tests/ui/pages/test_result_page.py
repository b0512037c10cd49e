"""After a test: the verdict with its reason, each question with its solution, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.progress import Level
from desktop.ui.pages.meter import Meter
from desktop.ui.pages.result_page import ResultPage
from tests.study.lessons import bank, lesson
from tests.ui.pages.sittings import PLACE, press, take

RIGHT_8 = {0, 1, 2, 3, 5, 6, 8, 9}


def open_result(qtbot, theme, store, row=None, source=None):
    tests = store.tests(PLACE)
    page = ResultPage(theme, source or bank(), row or tests[0], tests, Path())
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def page(qtbot, theme, store):
    take(store, RIGHT_8)
    return open_result(qtbot, theme, store)


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_verdict_has_its_reason_and_its_next_step(page):
    assert page.words.title == "Strong so far"
    assert page.words.score == "8 of 10 right"
    assert page.words.sentences == (
        "One test reached 8 of 10 points; a second one on another day has to confirm it.",
        "Reach 8 points or more in a test on another day to be “Strong”.",
    )
    assert not [text for text in texts(page) if "%" in text]
    assert "7 min 40 s" in texts(page)


def test_a_second_test_on_another_day_makes_it_strong(qtbot, theme, store):
    take(store, RIGHT_8)
    take(store, RIGHT_8, day=1)
    assert open_result(qtbot, theme, store).words.title == "Strong"


def test_a_second_test_on_the_same_day_is_practice_and_says_so(qtbot, theme, store):
    take(store, {0, 1})
    take(store, range(10), at_ms=60_000)
    words = open_result(qtbot, theme, store).words
    assert words.title == "Practice test"
    assert words.sentences == (
        "Only the first test of a day counts; this one is practice.",
        "Your verdict stays “Not yet”.",
    )


def test_not_yet_names_the_two_weakest_concepts(qtbot, theme, store):
    take(store, set())
    assert open_result(qtbot, theme, store).words.sentences[-1] == "Weakest here: one and two."


def test_easy_tells_the_score_without_a_verdict(qtbot, theme, store):
    take(store, range(10), Level.EASY)
    words = open_result(qtbot, theme, store).words
    assert (words.title, words.score) == ("Easy test", "10 of 10 right")
    assert words.sentences[0] == "This level tells your score, without a verdict."


def test_points_are_told_where_they_differ_from_the_right_answers(qtbot, theme, store):
    take(store, range(7), Level.HARD)
    assert open_result(qtbot, theme, store).words.score == "7 of 10 right, 8 points"


def test_a_level_that_ran_out_is_told(qtbot, theme, store):
    take(store, RIGHT_8, Level.HARD, source=bank(hard=6))
    words = open_result(qtbot, theme, store, source=bank(hard=6)).words
    assert words.sentences[-1].startswith("There were too few hard questions")


def test_an_older_test_shows_the_verdict_of_its_day(qtbot, theme, store):
    first = take(store, RIGHT_8)
    take(store, {0}, day=1)
    words = open_result(qtbot, theme, store, first).words
    assert words.title == "Strong so far"
    assert words.sentences[-1] == "Another test has counted since."


def test_bars_tell_how_it_went_by_level_and_by_concept(page):
    meters = [
        " ".join(label.text() for label in meter.findChildren(QLabel)) for meter in page.findChildren(Meter)
    ]
    assert meters[:3] == ["Easy 2 of 2", "Medium 2 of 3", "Hard 4 of 5"]
    assert sorted(meter.split()[0] for meter in meters[3:]) == ["one", "two"]


def test_rows_name_number_title_level_and_mark(page):
    rows = page.sheet.rows
    assert len(rows) == 10
    title = page.past.questions[4].title
    assert rows[4].accessibleName() == f"5. {title}, Medium, Wrong"


def test_a_question_opens_with_its_solution_and_esc_leads_back_to_its_row(qtbot, page):
    qtbot.mouseClick(page.sheet.rows[4], Qt.MouseButton.LeftButton)
    assert page.view() is not None
    assert [note.title for note in page.notes.texts][-1:] == ["The worked answer"]
    assert page.foot.words.text() == "Wrong"
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.focusWidget() is page.sheet.rows[4]
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)


def test_every_question_can_be_looked_through_by_keyboard(qtbot, page):
    page.sheet.rows[0].setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    seen = [page.top.count.text()]
    for _ in range(9):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        seen.append(page.top.count.text())
    assert seen == [f"Question {n} of 10" for n in range(1, 11)]
    assert not page.top.after.isEnabled()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.sheet is not None


def test_mistakes_are_reviewed_with_enter(qtbot, page):
    wrong = [question.task_id for question in page.past.questions if not question.right]
    with qtbot.waitSignal(page.mistakes_wanted) as wanted:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args == [wrong]
    assert len(wrong) == 2


def test_without_mistakes_enter_leads_back(qtbot, theme, store):
    take(store, range(10))
    page = open_result(qtbot, theme, store)
    with qtbot.waitSignal(page.left), qtbot.assertNotEmitted(page.mistakes_wanted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_retake_by_key_and_by_button(qtbot, page):
    with qtbot.waitSignal(page.retake_wanted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_R)
    with qtbot.waitSignal(page.retake_wanted):
        press(qtbot, page, "Retake")


def test_a_question_that_changed_or_went_is_listed_and_stays_closed(qtbot, theme, store):
    row = take(store, RIGHT_8)
    asked = ResultPage(theme, bank(), row, [row], Path()).past.questions
    changed = next(q for q in asked if q.task is not None and q.task.kind == "fill")
    gone = next(q for q in asked if q.task_id != changed.task_id and not q.right)
    tasks = [t.model_dump(mode="json", exclude_none=True) for t in bank().tasks if t.id != gone.task_id]
    for task in tasks:
        if task["id"] == changed.task_id:
            task["code"] = "other = [[1]]"
    page = open_result(qtbot, theme, store, source=lesson(tasks))
    listed = {q.task_id: row for q, row in zip(page.past.questions, page.sheet.rows, strict=True)}
    for question in (changed, gone):
        assert listed[question.task_id].accessibleName().endswith("Changed since")
        assert question.title in listed[question.task_id].accessibleName()
        listed[question.task_id].click()
        assert page.sheet is not None
    assert gone.task_id not in page.past.mistakes
    assert page.words.score == "8 of 10 right"


def test_a_small_window_stacks_and_loses_nothing(qtbot, theme, store):
    theme.apply("light", 2.0, reduced_motion=True)
    take(store, RIGHT_8)
    page = open_result(qtbot, theme, store)
    page.resize(800, 440)
    qtbot.waitUntil(lambda: page.room.narrow)
    assert page.width() == 800
    content = page.body.widget()
    for row in page.sheet.rows:
        assert row.mapTo(content, row.rect().bottomRight()).x() <= content.width()
        assert row.height() >= row.heightForWidth(row.width())
