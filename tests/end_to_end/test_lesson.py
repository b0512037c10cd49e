"""The whole loop on the real program: a lesson is opened, practised, tested, left, and found again."""

from __future__ import annotations

import re

import pytest

from desktop.domain import markup
from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.lesson import Lesson
from desktop.domain.modes import mode
from desktop.storage.lesson_files import read_lesson
from tests.end_to_end.answers import answer_by_keys, answer_by_mouse, blank, chip, right, with_chip
from tests.end_to_end.learner import BUTTON, LABEL, SOURCE, Learner

pytestmark = pytest.mark.end_to_end

TITLE = "Technical debt in ML systems"
MISTAKEN, HALF_DONE = "live-versions", "positive-importance"
MISTAKE = {1: "items", 2: "=="}


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    read = read_lesson(SOURCE / "lessons" / "mlops" / "technical-debt.toml")
    assert isinstance(read, Lesson)
    return read


def fills(lesson: Lesson) -> list[FillTask]:
    return [task for task in lesson.practice("fill") if isinstance(task, FillTask)]


def drag_chips(learner: Learner, task: FillTask, texts: dict[int, str]) -> None:
    for number, text in texts.items():
        learner.drag(chip(text), blank(task, number))
        learner.see(with_chip(task, number, text))


def open_fill(learner: Learner) -> None:
    learner.click(f"{TITLE}, .*")
    learner.click("Fill, .*")


def check_a_mistake(learner: Learner, task: FillTask) -> None:
    """One blank of two is wrong: that is said, and seen; the other is locked."""
    drag_chips(learner, task, MISTAKE)
    learner.click("Check")
    learner.hear("Blank 1 is not right yet. 2 attempts left.")
    learner.see("2 attempts left")
    learner.see(with_chip(task, 1, MISTAKE[1], ", wrong"))
    learner.see(with_chip(task, 2, MISTAKE[2], ", right"))
    drag_chips(learner, task, {1: right(task)[1]})


def solve(learner: Learner, task: FillTask) -> None:
    learner.see(re.escape(task.title))
    if task.id == MISTAKEN:
        check_a_mistake(learner, task)
    else:
        drag_chips(learner, task, right(task))
    finish(learner, task)


def finish(learner: Learner, task: FillTask) -> None:
    learner.click("Check")
    learner.hear("Right.")
    for number, text in right(task).items():
        learner.see(with_chip(task, number, text, ", right"))
    learner.click("Next|Finish")


def leave_and_come_back(learner: Learner, task: FillTask) -> None:
    """Two of three chips are placed when the window closes; both are there when it opens again."""
    placed = {number: right(task)[number] for number in (1, 2)}
    learner.see(re.escape(task.title))
    drag_chips(learner, task, placed)
    assert learner.quit() == 0
    learner.start()
    learner.see("Where you left off")
    learner.click("Continue")
    for number, text in placed.items():
        learner.see(with_chip(task, number, text))
    learner.see(blank(task, 3, "empty"))
    drag_chips(learner, task, {3: right(task)[3]})


def open_task(learner: Learner, lesson: Lesson) -> AnyTask:
    """The task of the bank that shows: those of a ladder differ in kind, or in their prompt."""
    titles = "|".join({re.escape(task.title) for task in lesson.bank})
    learner.see(titles, LABEL)
    seen = {" ".join(one.name.split()) for one in learner.all_of(".+")}

    def shows(task: AnyTask) -> bool:
        return {task.title, mode(task.kind).name, " ".join(markup.plain(task.prompt).split())} <= seen

    (task,) = filter(shows, lesson.bank)
    return task


def take_the_test(learner: Learner, lesson: Lesson) -> None:
    """Ten questions of every kind, answered without dragging, and their result."""
    learner.click("Test, .*")
    learner.click("Start test")
    for number in range(1, 11):
        learner.see(f"Question {number} of 10", LABEL)
        answer_by_mouse(learner, open_task(learner, lesson))
        learner.see(f"{number} of 10 answered")
        learner.click("Next" if number < 10 else "Finish test")
    learner.see("10 of 10 right.*")
    learner.press("Escape")
    learner.see("Test, .*", BUTTON)


def test_a_lesson_is_practised_by_mouse_left_in_the_middle_and_found_again(
    learner: Learner, lesson: Lesson
) -> None:
    learner.start()
    open_fill(learner)
    *before, last = fills(lesson)
    assert last.id == HALF_DONE
    for task in before:
        solve(learner, task)
    leave_and_come_back(learner, last)
    finish(learner, last)
    learner.click("Back to the lesson")
    learner.see("Fill, done")
    take_the_test(learner, lesson)
    assert learner.quit() == 0
    learner.start()
    learner.click(f"{TITLE}, .*")
    learner.see("Fill, done")
    learner.see("Test of .*, Mixed, 10 of 10")
    assert learner.quit() == 0
    assert not learner.complaints


def test_a_lesson_is_practised_by_keyboard_alone(learner: Learner, lesson: Lesson) -> None:
    learner.start()
    learner.tab_to(f"{TITLE}, .*")
    learner.press("Return")
    learner.tab_to("Fill, .*")
    learner.press("Return")
    for task in fills(lesson):
        learner.see(re.escape(task.title))
        answer_by_keys(learner, task)
        learner.press("Return")
        learner.hear("Right.")
        learner.press("Return")
    learner.see("Back to the lesson")
    learner.press("Return")
    learner.see("Fill, done")
    assert learner.quit() == 0
    assert not learner.complaints
