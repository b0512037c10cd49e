"""Setting up a test: the level, the timer, and what follows from them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.progress import Level, TestRow
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.pages.test_setup_page import TestSetupPage
from tests.study.lessons import bank
from tests.ui.pages.sittings import button, press

TODAY = "2026-03-02"


def taken(day: str, level: Level = Level.MIXED) -> TestRow:
    return TestRow("t", "course/small", day, 1, level, 8, 10, 8 if level is Level.MIXED else None, "{}")


def open_setup(qtbot, theme, *, source=None, tests=(), half_done=False):
    page = TestSetupPage(theme, source or bank(), tests, TODAY, half_done=half_done)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    return page


def test_mixed_is_chosen_and_enter_starts_it_without_a_timer(qtbot, theme):
    page = open_setup(qtbot, theme)
    assert page.foot.words.text() == "10 questions, about 8 min"
    with qtbot.waitSignal(page.start_wanted) as started:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert started.args == [Level.MIXED, False]


def test_arrow_keys_change_the_level_and_t_turns_the_timer_on(qtbot, theme):
    page = open_setup(qtbot, theme)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_T)
    assert page.foot.words.text() == "10 questions, about 10 min"
    with qtbot.waitSignal(page.start_wanted) as started:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert started.args == [Level.HARD, True]


def test_all_goes_by_mouse_alone(qtbot, theme):
    page = open_setup(qtbot, theme)
    qtbot.mouseClick(page.form.rows[Level.ADAPTIVE], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.timer, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.start_wanted) as started:
        press(qtbot, page, "Start test")
    assert started.args == [Level.ADAPTIVE, True]


def test_arrow_keys_act_wherever_the_focus_is(qtbot, theme):
    page = open_setup(qtbot, theme)
    levels = []
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_Down)
        levels.append(page.form.level)
    assert levels == [Level.ADAPTIVE, Level.EASY]


@pytest.mark.parametrize("leave", ["Esc", "Cancel", "Leave"])
def test_there_are_three_ways_back(qtbot, theme, leave):
    page = open_setup(qtbot, theme)
    with qtbot.waitSignal(page.left):
        if leave == "Esc":
            qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
        elif leave == "Cancel":
            press(qtbot, page, "Cancel")
        else:
            qtbot.mouseClick(page.top.leave, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("level", "size", "words"),
    [
        (Level.MIXED, (10, 10, 18), "38 are available at this level. This level leads to a verdict."),
        (Level.EASY, (10, 10, 18), "10 are available at this level. This level tells your score,"),
        (Level.HARD, (10, 10, 12), "12 are available at this level. Repeats are likely. This level leads"),
        (Level.HARD, (10, 10, 6), "6 are available at this level. The others come from the nearest level."),
        (Level.MIXED, (2, 2, 2), "6 are available at this level. Repeats are likely. Fewer than ten"),
        (Level.EASY, (1, 9, 9), "1 is available at this level."),
    ],
)
def test_a_level_says_what_there_is_and_what_follows_from_it(qtbot, theme, level, size, words):
    page = open_setup(qtbot, theme, source=bank(*size))
    page.form.rows[level].setChecked(True)
    assert page.form.in_words.startswith(words)


def test_after_todays_first_verdict_test_another_one_is_practice(qtbot, theme):
    words = "Today’s first test counts; another one is practice."
    assert words in open_setup(qtbot, theme, tests=[taken(TODAY)]).form.in_words
    assert words not in open_setup(qtbot, theme, tests=[taken("2026-03-01")]).form.in_words
    assert words not in open_setup(qtbot, theme, tests=[taken(TODAY, Level.EASY)]).form.in_words


def test_a_small_bank_makes_a_short_test(qtbot, theme):
    page = open_setup(qtbot, theme, source=bank(2, 1, 1))
    assert page.foot.words.text() == "4 questions, about 3 min"


def test_without_questions_nothing_can_start(qtbot, theme):
    page = open_setup(qtbot, theme, source=bank(0, 0, 0))
    assert not button(page, "Start test").isEnabled()


def test_a_half_done_test_goes_on_with_enter(qtbot, theme):
    page = open_setup(qtbot, theme, half_done=True)
    with qtbot.waitSignal(page.continue_wanted), qtbot.assertNotEmitted(page.start_wanted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_a_new_test_in_place_of_a_half_done_one_is_asked_about(qtbot, theme):
    page = open_setup(qtbot, theme, half_done=True)
    press(qtbot, page, "Start a new test")
    dialog = page.findChild(ConfirmDialog)
    with qtbot.assertNotEmitted(page.start_wanted):
        dialog.cancel.click()
    press(qtbot, page, "Start a new test")
    dialog = [one for one in page.findChildren(ConfirmDialog) if one.isVisible()][-1]
    with qtbot.waitSignal(page.start_wanted):
        dialog.action.click()


def test_rows_are_radio_buttons_that_tell_what_they_mean(qtbot, theme):
    page = open_setup(qtbot, theme)
    row = page.form.rows[Level.EASY]
    assert row.accessibleName() == "Easy"
    assert row.accessibleDescription().endswith("This level tells your score, without a verdict.")


def test_the_chosen_row_stays_in_sight_in_the_smallest_window(qtbot, theme):
    theme.apply("light", 2.0, reduced_motion=True)
    page = open_setup(qtbot, theme)
    page.resize(800, 440)
    QApplication.processEvents()
    for _ in Level:
        qtbot.keyClick(page, Qt.Key.Key_Down)
        row = page.form.rows[page.form.level]
        assert row.visibleRegion().boundingRect().height() == row.height()
