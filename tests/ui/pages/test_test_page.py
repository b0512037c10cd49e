"""Taking a test: free movement, marks, leaving and coming back, and the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import StudyError
from desktop.domain.progress import Level
from desktop.domain.sitting import Sitting
from desktop.study import test as tests
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.focus_chain import focus_chain
from desktop.ui.stopwatch import Stopwatch
from tests.study.lessons import bank
from tests.ui.pages.sittings import KEY, PLACE, answer, begin, button, open_test, picker, press


@pytest.fixture
def page(qtbot, theme, store):
    return open_test(qtbot, theme, store, begin())


def kept(store) -> Sitting:
    return Sitting.model_validate_json(store.draft(KEY).body)


def names(page) -> list[str]:
    return [number.accessibleName() for number in page.bars.strip.numbers]


def asked(page):
    return next(one for one in page.findChildren(ConfirmDialog) if one.isVisible())


def test_numbers_name_place_and_state(qtbot, page):
    answer(qtbot, page)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert names(page)[:2] == ["Question 1 of 10, answered, marked", "Question 2 of 10, open"]
    number = QAccessible.queryAccessibleInterface(page.bars.strip.numbers[0])
    assert number.role() == QAccessible.Role.Button


def test_nothing_is_said_about_right_or_wrong(qtbot, page):
    for _ in range(3):
        answer(qtbot, page, right=False)
        assert not page.notes.texts
        parts = [one.accessibleName() for one in page.findChildren(object) if hasattr(one, "accessibleName")]
        assert not [name for name in parts if name.endswith((", right", ", wrong"))]
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_an_answer_is_kept_within_a_second(qtbot, page, store):
    answer(qtbot, page)
    qtbot.waitUntil(lambda: kept(store).question.complete, timeout=1000)


def test_enter_alt_arrows_and_numbers_move_freely(qtbot, page):
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.sitting.at == 1
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.sitting.at == 2
    press(qtbot, page, "Previous")
    assert page.sitting.at == 1
    qtbot.mouseClick(page.bars.strip.numbers[7], Qt.MouseButton.LeftButton)
    assert page.sitting.at == 7
    assert page.top.count.text() == "Question 8 of 10"


def test_the_numbers_are_one_stop_and_arrow_keys_go_along(qtbot, page):
    here = page.bars.strip.numbers[0]
    here.setFocus()
    stops = [n for n in page.bars.strip.numbers if n.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [here]
    qtbot.keyClick(here, Qt.Key.Key_Right)
    assert page.sitting.at == 0
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.sitting.at == 1


def test_a_change_of_mind_is_kept_and_shown_again(qtbot, page):
    answer(qtbot, page, right=False)
    before = page.view().placement()
    press(qtbot, page, "Next")
    press(qtbot, page, "Previous")
    assert page.view().placement() == before
    assert page.sitting.question.answer == page.view().answer()


def test_a_test_left_half_done_goes_on_exactly_there(qtbot, theme, store, page):
    for number in range(3):
        answer(qtbot, page, right=number != 1)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    press(qtbot, page, "Mark for later")
    placement = page.sitting.questions[1].placement
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert store.listing("2026-09-22").unfinished is None  # no course of this name is in the index
    assert store.draft(KEY).position == 4
    again = open_test(qtbot, theme, store, tests.resume(kept(store), bank()))
    assert again.sitting == page.sitting
    assert again.sitting.question.marked
    again.bars.strip.numbers[1].click()
    assert again.view().placement() == placement


def test_finishing_asks_only_where_questions_are_unanswered(qtbot, page, store):
    answer(qtbot, page)
    press(qtbot, page, "Finish test")
    assert asked(page).windowTitle() == "9 questions are not answered"
    asked(page).cancel.click()
    assert not store.tests(PLACE)
    for index in range(1, 10):
        page.bars.strip.numbers[index].click()
        answer(qtbot, page)
    with qtbot.waitSignal(page.finished) as finished:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert finished.args == [store.tests(PLACE)[0].uid]


def test_what_is_left_empty_counts_as_wrong(qtbot, page, store):
    for _ in range(3):
        answer(qtbot, page)
        press(qtbot, page, "Next")
    press(qtbot, page, "Finish test")
    asked(page).action.click()
    (row,) = store.tests(PLACE)
    assert (row.right, row.total, row.points) == (3, 10, 3)


def test_a_test_is_written_before_its_end_is_told_and_its_draft_is_gone(qtbot, page, store):
    seen = []
    page.finished.connect(lambda uid: seen.append((store.tests(PLACE)[0].uid == uid, store.draft(KEY))))
    press(qtbot, page, "Finish test")
    asked(page).action.click()
    page.flush()
    assert seen == [(True, None)]
    assert store.draft(KEY) is None


def test_a_test_that_cannot_be_written_stays_open(qtbot, page, store, monkeypatch):
    def refuse(*args, **values):
        raise StudyError("Cannot be saved", "The disk is full.")

    press(qtbot, page, "Finish test")
    monkeypatch.setattr(store, "record", refuse)
    with qtbot.waitSignal(page.troubled), qtbot.assertNotEmitted(page.finished):
        asked(page).action.click()
    monkeypatch.undo()
    answer(qtbot, page)
    page.flush()
    assert kept(store).question.complete


def test_an_adaptive_test_only_goes_forward(qtbot, theme, store):
    page = open_test(qtbot, theme, store, begin(Level.ADAPTIVE))
    assert not button(page, "Next").isEnabled()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.sitting.at == 0
    answer(qtbot, page)
    assert button(page, "Next").isEnabled()
    assert page.bars.empty.isHidden()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.sitting.question.difficulty == "hard"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.sitting.at == 1
    press(qtbot, page, "Leave it empty")
    assert page.sitting.question.difficulty == "medium"
    assert page.bars.strip.isHidden()


def test_an_adaptive_test_ends_after_ten_questions_without_asking(qtbot, theme, store):
    page = open_test(qtbot, theme, store, begin(Level.ADAPTIVE))
    for number in range(9):
        answer(qtbot, page, right=number % 2 == 0)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.top.count.text() == "Question 10 of 10"
    assert not button(page, "Finish test").isEnabled()
    with qtbot.waitSignal(page.finished):
        press(qtbot, page, "Leave it empty")
    assert store.tests(PLACE)[0].total == 10


def test_the_time_waits_while_the_window_is_not_in_front(qtbot, qapp, theme, store):
    clock = [0.0]
    page = open_test(qtbot, theme, store, begin(timer=True), Stopwatch(60, lambda: clock[0]))
    qapp.focusWindowChanged.emit(page.window().windowHandle())
    clock[0] = 5
    qapp.focusWindowChanged.emit(None)
    clock[0] = 500
    qapp.focusWindowChanged.emit(page.window().windowHandle())
    clock[0] = 506
    page.flush()
    assert kept(store).seconds == 71
    page.hide()
    clock[0] = 900
    page.flush()
    assert kept(store).seconds == 71
    assert page.bars.time.text() == "1:11"


def test_the_time_is_seen_only_where_it_was_asked_for(qtbot, theme, store):
    assert not open_test(qtbot, theme, store, begin(timer=False)).bars.time.isVisible()
    assert open_test(qtbot, theme, store, begin(timer=True)).bars.time.isVisible()


def test_a_narrow_window_keeps_all_numbers_and_the_time(qtbot, theme, store):
    theme.apply("light", 2.0, reduced_motion=True)
    page = open_test(qtbot, theme, store, begin(timer=True))
    page.resize(800, 440)
    QApplication.processEvents()
    assert page.width() == 800
    assert all(n.visibleRegion().boundingRect().size() == n.size() for n in page.bars.strip.numbers)
    assert page.foot.words.text().startswith("0:0")


def test_the_tab_key_goes_from_the_numbers_through_the_question_to_the_buttons(page):
    reached = [one for one in focus_chain(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops = [one for one in reached if one.isVisible() and one.isEnabled() and page.isAncestorOf(one)]
    bars = [0 if page.top.isAncestorOf(one) else 2 if page.foot.isAncestorOf(one) else 1 for one in stops]
    assert bars == sorted(bars)
    assert set(bars) == {0, 1, 2}
    assert stops[-1] is button(page, "Next")


def test_a_mark_is_taken_away_as_it_was_set(qtbot, page, store):
    press(qtbot, page, "Mark for later")
    assert kept(store).question.marked
    press(qtbot, page, "Remove mark")
    assert not kept(store).question.marked


def test_the_picker_of_an_adaptive_test_repeats_no_question(qtbot, theme, store):
    page = open_test(qtbot, theme, store, begin(Level.ADAPTIVE))
    while page.sitting.at < 9:
        press(qtbot, page, "Leave it empty")
    tasks = [question.task for question in page.sitting.questions]
    assert len(set(tasks)) == 10
    assert picker().lesson.task(tasks[-1]) is not None


def test_a_screen_reader_hears_the_place_the_marks_and_what_was_placed(qtbot, page, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr("desktop.ui.pages.test_page.announce", lambda _widget, words: heard.append(words))
    press(qtbot, page, "Mark for later")
    press(qtbot, page, "Next")
    task = page._picker.lesson.task(page.sitting.question.task)
    assert heard == ["Marked for later", f"Question 2 of 10. {task.title}"]
