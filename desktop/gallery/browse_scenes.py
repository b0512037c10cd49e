"""The pages beside the sidebar, and the dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.progress import Level
from desktop.gallery.desk import DATA, VERSIONS, Desk, settle
from desktop.gallery.histories import (
    answer_questions,
    begin_test,
    keep_round,
    keep_sitting,
    solve,
    start_round,
    take_test,
)
from desktop.gallery.scene import Courses, Scene
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.failures import Failures
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.words import tr


def _some_of_a_week(desk: Desk) -> None:
    """Two days with ten first answers and more."""
    for days in (2, 1):
        for mode in ("fill", "choose"):
            round_ = start_round(desk, desk.places[0], mode)
            solve(desk, round_, [True] * len(round_.entries), desk.on_day(-days))


def _home_half_done(desk: Desk) -> None:
    solve(desk, start_round(desk, desk.places[0], "fill"), [True, True, False])
    desk.navigator.open_home()


def _home_states(desk: Desk) -> None:
    first, second, third = desk.places[:3]
    _some_of_a_week(desk)
    take_test(desk, first, Level.MIXED, wrong=(3, 6), days_ago=9)
    take_test(desk, first, Level.MIXED, wrong=(2,), days_ago=1)
    take_test(desk, second, Level.MIXED, wrong=(), days_ago=1)
    solve(desk, start_round(desk, second, "fill"), [True] * 4)
    solve(desk, start_round(desk, third, "choose"), [True, False])
    desk.navigator.open_home()


def _home_getting_there(desk: Desk) -> None:
    take_test(desk, desk.places[0], Level.MIXED, wrong=(1, 3, 6), days_ago=3)
    take_test(desk, desk.places[0], Level.MIXED, wrong=(0, 2, 7), days_ago=1)
    desk.navigator.open_home()


def _lesson_half_done(desk: Desk) -> None:
    place = desk.places[0]
    solve(desk, start_round(desk, place, "choose"), [True] * 5)
    solve(desk, start_round(desk, place, "fill"), [True, False])
    keep_sitting(
        desk, answer_questions(desk, begin_test(desk, place, Level.MIXED, desk.now), [True, True, False])
    )
    desk.navigator.open_lesson(place)


def _lesson_tests(desk: Desk) -> None:
    place = desk.places[0]
    for mode in ("fill", "choose"):
        solve(desk, start_round(desk, place, mode), [True] * 5, desk.on_day(-3))
    take_test(desk, place, Level.EASY, wrong=(4,), days_ago=4)
    take_test(desk, place, Level.MIXED, wrong=(2, 7), days_ago=1)
    desk.navigator.open_lesson(place)


def _lesson_tests_below(desk: Desk) -> None:
    _lesson_tests(desk)
    keep_round(desk, start_round(desk, desk.places[0], "learn"))
    _scroll_down(desk)


def _settings_below(desk: Desk) -> None:
    desk.navigator.open_settings()
    _scroll_down(desk)


def _scroll_down(desk: Desk) -> None:
    for area in desk.window.browse.findChildren(ScrollArea):
        if area.isVisible():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _ask_to_delete(desk: Desk) -> None:
    desk.navigator.open_settings()
    ConfirmDialog(
        desk.theme,
        tr("Delete all progress?"),
        tr("Answers, tests and what is half-done are deleted for good. The lessons stay."),
        tr("Delete all progress"),
        desk.window,
    ).open()


def _tell(desk: Desk) -> None:
    desk.navigator.open_home()
    reports = DATA / "reports"
    failures = Failures(desk.theme, reports, lambda: VERSIONS, lambda: None, desk.window)
    failures.tell_last_crash(reports / "2026-10-14-183012.txt")


def _home_by_keyboard(desk: Desk) -> None:
    _home_half_done(desk)
    settle()
    for _ in range(2):
        desk.press(Qt.Key.Key_Tab)


def _about(desk: Desk) -> None:
    desk.navigator.open_home()
    desk.window.show_about()


def _keys(desk: Desk) -> None:
    desk.navigator.open_home()
    desk.window.show_keys()


SCENES = (
    Scene("home-first", lambda desk: desk.navigator.open_home()),
    Scene("home-half-done", _home_half_done),
    Scene("home-keyboard", _home_by_keyboard),
    Scene("home-getting-there", _home_getting_there),
    Scene("home-states", _home_states, Courses.BOTH),
    Scene("home-broken", lambda desk: desk.navigator.open_home(), Courses.BROKEN),
    Scene("home-no-course", lambda desk: desk.navigator.open_home(), Courses.NONE),
    Scene("library", lambda desk: desk.navigator.open_library(), Courses.BOTH),
    Scene("library-broken", lambda desk: desk.navigator.open_library(), Courses.BROKEN),
    Scene("library-empty", lambda desk: desk.navigator.open_library(), Courses.NONE),
    Scene("lesson-new", lambda desk: desk.navigator.open_lesson(desk.places[0])),
    Scene("lesson-half-done", _lesson_half_done),
    Scene("lesson-tests", _lesson_tests),
    Scene("lesson-tests-below", _lesson_tests_below),
    Scene("settings", lambda desk: desk.navigator.open_settings()),
    Scene("settings-below", _settings_below),
    Scene("dialog-delete", _ask_to_delete),
    Scene("dialog-message", _tell),
    Scene("dialog-about", _about),
    Scene("dialog-keys", _keys),
)
