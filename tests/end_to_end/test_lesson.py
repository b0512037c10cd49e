"""The whole loop on the real program: a lesson is opened, practised, tested, left, and found again."""

from __future__ import annotations

import re

import pytest

from desktop.domain import markup
from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_lesson
from desktop.ui.exercises.fill_words import said
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


def right(task: FillTask) -> dict[int, str]:
    return {number: accepted[0] for number, accepted in task.answers.items()}


def chip(text: str) -> str:
    """A chip's name, wherever it stands."""
    return rf"Chip [A-Z], {re.escape(said(text))}(, in .*)?"


def blank(task: FillTask, number: int, holds: str = ".*") -> str:
    return rf"Blank {task.shown_number(number)} of {len(task.answers)}, line \d+, {holds}"


def with_chip(task: FillTask, number: int, text: str, mark: str = "") -> str:
    return blank(task, number, f"contains {re.escape(said(text))}{mark}")


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


def take_the_test(learner: Learner, lesson: Lesson) -> int:
    """Ten questions, answered without dragging, and their result: how many were answered, and so right."""
    learner.click("Test, .*")
    learner.click("Start test")
    by_title = {re.escape(task.title): task for task in lesson.bank}
    answered = 0
    for number in range(1, 11):
        learner.see(f"Question {number} of 10", LABEL)
        answered += answer(learner, by_title[re.escape(learner.see("|".join(by_title), LABEL).name)])
        learner.see(f"{answered} of 10 answered")
        learner.click("Next" if number < 10 else "Finish test")
    if answered < 10:
        learner.see(r"\d questions? .* not answered")
        learner.click("Finish test")
    learner.see(f"{answered} of 10 right.*")
    learner.press("Escape")
    learner.see("Test, .*", BUTTON)
    return answered


def answer(learner: Learner, task: AnyTask) -> bool:
    """Choose the right option, or click each blank and then its chip; other kinds are left open."""
    if isinstance(task, ChooseTask):
        for option in sorted(task.right_options):
            text = " ".join(markup.plain(task.options[option].text).split())
            learner.click(rf"[A-H], {re.escape(text)}", "radio button|check box")
    elif isinstance(task, FillTask):
        for number, text in right(task).items():
            learner.click(blank(task, number))
            learner.click(chip(text))
            learner.see(with_chip(task, number, text))
    return isinstance(task, ChooseTask | FillTask)


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
    answered = take_the_test(learner, lesson)
    assert answered > 0
    assert learner.quit() == 0
    learner.start()
    learner.click(f"{TITLE}, .*")
    learner.see("Fill, done")
    learner.see(f"Test of .*, Mixed, {answered} of 10")
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
        for number, text in right(task).items():
            letter = learner.see(chip(text)).name.split()[1].strip(",")
            learner.press(str(task.shown_number(number)), letter)
            learner.see(with_chip(task, number, text))
        learner.press("Return")
        learner.hear("Right.")
        learner.press("Return")
    learner.see("Back to the lesson")
    learner.press("Return")
    learner.see("Fill, done")
    assert learner.quit() == 0
    assert not learner.complaints
