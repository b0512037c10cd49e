"""A learner in a hurry: double clicks, second thoughts, another size, another look, and the plug pulled."""

from __future__ import annotations

import time

import pytest

from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.lesson import Lesson
from tests.end_to_end.answers import answer_by_mouse, left, placed
from tests.end_to_end.learner import LABEL, Learner
from tests.end_to_end.test_modes import TITLE, the

pytestmark = pytest.mark.end_to_end

WRITTEN_AFTER = 1.0
"""Seconds after which what is placed is on disk; it takes 0.3, and nothing on the screen tells."""


def change_the_look(learner: Learner, *names: str) -> None:
    """Choose in the settings, then go back to the task that is open."""
    learner.press("ctrl+comma")
    for name in names:
        learner.click(name, "radio button")
        learner.see(name, "radio button")
    learner.click("Learn")
    learner.click("Continue")


def test_nothing_is_lost_or_skipped_in_a_hurry(learner: Learner, short_lesson: Lesson, added: None) -> None:
    task = the(short_lesson, ArrangeTask)
    head, start = task.right_answer().rows[:2]
    learner.start()
    learner.click("A short course, .*")
    learner.double_click(f"{TITLE}, .*")  # the second click is not for what comes under the pointer
    learner.double_click("Arrange, .*")
    learner.press("Return", "Return")
    learner.drag(left(task, head.line), "First line", regret=True)
    learner.see("0 of 5 lines placed", LABEL)
    learner.double_click(left(task, head.line))
    learner.see("1 of 5 lines placed", LABEL)
    learner.click(left(task, start.line))
    learner.resize(800, 440)
    learner.click("Indent line 2 more")
    learner.see(placed(task, 1, start))
    time.sleep(WRITTEN_AFTER)
    learner.kill()
    learner.start()
    learner.click("Continue")
    learner.see(placed(task, 0, head))
    learner.see(placed(task, 1, start))
    change_the_look(learner, "Dark", "200%")
    learner.see(placed(task, 1, start))
    change_the_look(learner, "100%", "Light")
    learner.click("Reset")
    answer_by_mouse(learner, task)
    learner.double_click("Check")
    learner.hear("Right.")
    learner.double_click("Finish")
    learner.see("Round finished", LABEL)
    assert learner.quit() == 0
    assert not learner.complaints
