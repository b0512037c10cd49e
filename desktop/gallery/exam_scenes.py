"""Tests of a topic: set-up, questions, and what came of them."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QAbstractButton

from desktop.domain.progress import Level
from desktop.gallery.desk import Desk, settle
from desktop.gallery.histories import answer_questions, begin_test, keep_sitting, take_test
from desktop.gallery.scene import Scene
from desktop.study import test
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.question_row import QuestionRow


def _setup(desk: Desk) -> None:
    desk.navigator.open_mode(desk.places[0], "test")


def _setup_again(desk: Desk) -> None:
    place = desk.places[0]
    take_test(desk, place, Level.MIXED, wrong=(1, 2))
    keep_sitting(desk, answer_questions(desk, begin_test(desk, place, Level.HARD, desk.now), [True, False]))
    desk.navigator.open_mode(place, "test")


def _question(desk: Desk, kind: str, level: Level = Level.MIXED, *, timer: bool = True) -> None:
    """A test at its first question of a kind; some are answered and one is marked."""
    place = desk.places[0]
    sitting = begin_test(desk, place, level, desk.now, timer=timer)
    if not sitting.adaptive:
        sitting = answer_questions(desk, sitting, [True, False, True])
        sitting = test.mark(sitting, True)
        lesson = desk.lesson(place)
        kinds = [task.kind if (task := lesson.task(q.task)) else "" for q in sitting.questions]
        sitting = test.go_to(sitting, kinds.index(kind, 3))
    keep_sitting(desk, sitting.model_copy(update={"seconds": 187}))
    desk.navigator.continue_draft(f"{place}/test")


def _ask_to_finish(desk: Desk) -> None:
    place = desk.places[0]
    sitting = begin_test(desk, place, Level.MIXED, desk.now)
    sitting = answer_questions(desk, sitting, [True] * 4 + [None, True, True, None, True, True])
    keep_sitting(desk, sitting)
    desk.navigator.continue_draft(f"{place}/test")
    settle()
    finish = getattr(desk.page(), "bars").finish  # noqa: B009 - only a test page has bars
    assert isinstance(finish, QAbstractButton)
    finish.click()


def _result(desk: Desk, uid: str) -> None:
    place = desk.places[0]
    desk.navigator.open_lesson(place)
    page = desk.window.browse.pages["lesson"]
    assert isinstance(page, LessonPage)
    page.result_wanted.emit(uid)


def _strong_so_far(desk: Desk) -> None:
    _result(desk, take_test(desk, desk.places[0], Level.MIXED, wrong=(3, 8)))


def _strong(desk: Desk) -> None:
    take_test(desk, desk.places[0], Level.MIXED, wrong=(3, 8), days_ago=2)
    _result(desk, take_test(desk, desk.places[0], Level.MIXED, wrong=(4,)))


def _not_yet(desk: Desk) -> None:
    _result(desk, take_test(desk, desk.places[0], Level.MIXED, wrong=(1, 3, 4, 5, 7, 9)))


def _question_again(desk: Desk, kind: str) -> None:
    """A question of a test after it: the first wrong one of a kind."""
    place, wrong = desk.places[0], (1, 2, 3, 4, 5, 7, 9)
    uid = take_test(desk, place, Level.MIXED, wrong=wrong)
    _result(desk, uid)
    asked = json.loads(desk.store.tests(place)[0].body)["questions"]
    tasks = [desk.lesson(place).task(question["task"]) for question in asked]
    at = next(i for i in wrong if (task := tasks[i]) is not None and task.kind == kind)
    desk.page().findChildren(QuestionRow)[at].click()
    settle()


def _practice_only(desk: Desk) -> None:
    take_test(desk, desk.places[0], Level.MIXED, wrong=(1, 3))
    _result(desk, take_test(desk, desk.places[0], Level.EASY, wrong=(4,)))


SCENES = (
    Scene("test-setup", _setup),
    Scene("test-setup-half-done", _setup_again),
    Scene("test-fill", lambda desk: _question(desk, "fill")),
    Scene("test-choose", lambda desk: _question(desk, "choose")),
    Scene("test-adaptive", lambda desk: _question(desk, "fill", Level.ADAPTIVE, timer=False)),
    Scene("dialog-finish", _ask_to_finish),
    Scene("result-strong-so-far", _strong_so_far),
    Scene("result-strong", _strong),
    Scene("result-not-yet", _not_yet),
    Scene("result-question-fill", lambda desk: _question_again(desk, "fill")),
    Scene("result-question-choose", lambda desk: _question_again(desk, "choose")),
    Scene("result-does-not-count", _practice_only),
)
