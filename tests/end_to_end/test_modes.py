"""Every way of learning on the real program, one after the other: by mouse, and by keyboard alone."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest

from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.task import Task
from desktop.domain.exercises.typed import TypeTask
from desktop.domain.lesson import Lesson
from tests.end_to_end.answers import (
    OPTION,
    answer_by_keys,
    answer_by_mouse,
    blank,
    chip,
    code_line,
    entry,
    indent,
    left,
    letter,
    option,
    placed,
    right,
    right_fix,
    with_chip,
)
from tests.end_to_end.learner import LABEL, Learner

pytestmark = pytest.mark.end_to_end

TITLE = "The mean of a list"
AnyKind = TypeVar("AnyKind", bound=Task)


def the(lesson: Lesson, kind: type[AnyKind]) -> AnyKind:
    """The lesson's one task of a kind."""
    (task,) = (one for one in lesson.practice() if isinstance(one, kind))
    return task


def scroll_to_the_end(learner: Learner, *, by_mouse: bool) -> None:
    while learner.see("Read on|Next: Visualize").name == "Read on":
        learner.click("Read on") if by_mouse else learner.press("Return")


# --- by mouse


def read_by_mouse(learner: Learner) -> None:
    learner.see("One number for many", LABEL)
    learner.click(option("6"), OPTION)
    learner.hear("Not right yet. That is the sum. It is still to be divided.")
    learner.click(option("3"), OPTION)
    learner.hear("Right. 2 and 4 make 6, and 6 shared by two is 3.")
    learner.see("Right on attempt 2", LABEL)
    learner.click("Next")
    learner.hear("Section 2 of 2. A sum that grows")
    learner.click("Finish")
    learner.see("Read to the end", LABEL)


def understand_by_mouse(learner: Learner) -> None:
    learner.hear("The hospital that closed its best ward")
    scroll_to_the_end(learner, by_mouse=True)
    learner.click(option("How many patients each has"), OPTION)
    learner.hear("Right. Without it neither number says anything.")
    learner.see("The worked answer", LABEL)
    scroll_to_the_end(learner, by_mouse=True)


def watch_by_mouse(learner: Learner) -> None:
    learner.hear("Adding up. Step 1 of 3, line 1: total is 0. Nothing so far.")
    learner.click("Step on")
    learner.hear("Step 2 of 3, line 2: total is 1, was 0. The first value.")
    learner.click("Play")
    learner.hear("Step 3 of 3, line 3: total is 3, was 1. The second one comes on top.")


def arrange_by_mouse(learner: Learner, task: ArrangeTask) -> None:
    """A line is dragged into the list, and one is brought to its place by its buttons."""
    head, start, *others = task.right_answer().rows
    learner.drag(left(task, head.line), "First line")
    learner.hear(re.compile("Chip [A-F], def mean.*, is now line 1"))
    for at, row in enumerate((*others, start), 1):
        learner.click(left(task, row.line))
        indent(learner, task, at, row, by_mouse=True)
    learner.click("Check")
    learner.hear("Line 5 is not right yet. 2 attempts left.")
    learner.see(placed(task, 4, start, ", wrong place"))
    for n in (5, 4, 3):
        learner.click(f"Move line {n} up")
        learner.hear(f"Line {n} is now line {n - 1}")
    learner.click("Check")
    learner.hear("Right.")


def fill_by_mouse(learner: Learner, task: FillTask) -> None:
    for number, text in right(task).items():
        learner.drag(chip(text), blank(task, number))
        learner.see(with_chip(task, number, text))
    learner.click("Check")
    learner.hear("Right.")


def miss_by_mouse(learner: Learner) -> None:
    """The one attempt is wrong; then the lesson is left in the middle."""
    learner.click(option("2"), OPTION)
    learner.click("Check")
    learner.hear(re.compile(r"[A-C] is not right yet\. The worked answer is open\."))
    learner.click("Leave")


def mend_by_mouse(learner: Learner, task: DebugTask) -> None:
    """A line that is not the fault is tried first."""
    learner.click(code_line(task, 3), "")
    learner.hear("Line 3 chosen. Choose a fix, A to B.")
    learner.click(right_fix(task), OPTION)
    learner.click("Check")
    learner.hear("Line 3 is not the fault. 2 attempts left.")
    learner.see(code_line(task, 3, ", not the fault"))
    answer_by_mouse(learner, task)
    learner.click("Check")
    learner.hear("Right.")


def type_by_mouse(learner: Learner, task: TypeTask) -> None:
    """One blank is wrong, so that it is typed once more."""
    learner.click(entry(task, 1), "")
    learner.write("=")
    learner.click(entry(task, 2), "")
    learner.write("len")
    learner.click("Check")
    learner.hear("Blank 1 is not right yet. Type it once more. The worked answer is open.")
    learner.see(entry(task, 2, ", right"))
    learner.click(entry(task, 1), "")
    learner.write("+=")
    learner.hear("Blank 1 is right now.")


def end_round(learner: Learner, onward: str) -> None:
    """From the last task over the end of its round to what comes next."""
    learner.click("Finish")
    learner.see("Round finished", LABEL)
    learner.click(onward)


def test_all_ways_lead_on_by_mouse(learner: Learner, short_lesson: Lesson, added: None) -> None:
    learner.start()
    learner.click("A short course, .*")
    learner.click(f"{TITLE}, .*")
    learner.click("Start learning")
    read_by_mouse(learner)
    learner.click("Next: Why")
    understand_by_mouse(learner)
    learner.click("Next: Visualize")
    watch_by_mouse(learner)
    learner.click("Next: Arrange")
    arrange_by_mouse(learner, the(short_lesson, ArrangeTask))
    end_round(learner, "Next: Fill")
    fill_by_mouse(learner, the(short_lesson, FillTask))
    end_round(learner, "Next: Choose")
    miss_by_mouse(learner)
    learner.click("Review, 0 of 1 done")
    answer_by_mouse(learner, the(short_lesson, ChooseTask))
    learner.click("Check")
    learner.hear("Right.")
    learner.click("Finish")
    learner.press("Escape")
    learner.see("Choose, done")
    learner.click("Continue")
    mend_by_mouse(learner, the(short_lesson, DebugTask))
    end_round(learner, "Next: Type")
    type_by_mouse(learner, the(short_lesson, TypeTask))
    learner.click("Leave")
    learner.see("Type, .*")
    learner.click("Test, .*")
    learner.see("Start test")
    learner.click("Cancel")
    for name in ("Read", "Why", "Visualize", "Arrange", "Fill", "Choose", "Debug"):
        learner.see(f"{name}, done")
    assert learner.quit() == 0
    assert not learner.complaints


# --- by keyboard alone


def read_by_keys(learner: Learner) -> None:
    learner.see("One number for many", LABEL)
    learner.press(letter(learner, option("3")))
    learner.hear("Right. 2 and 4 make 6, and 6 shared by two is 3.")
    learner.press("Return")
    learner.hear("Section 2 of 2. A sum that grows")
    learner.press("Return")
    learner.see("Read to the end", LABEL)
    learner.press("Return")


def understand_by_keys(learner: Learner) -> None:
    learner.hear("The hospital that closed its best ward")
    scroll_to_the_end(learner, by_mouse=False)
    learner.press(letter(learner, option("How many patients each has")))
    learner.hear("Right. Without it neither number says anything.")
    scroll_to_the_end(learner, by_mouse=False)
    learner.press("Return")


def watch_by_keys(learner: Learner) -> None:
    learner.hear("Adding up. Step 1 of 3, line 1: total is 0. Nothing so far.")
    learner.press("Right")
    learner.hear("Step 2 of 3, line 2: total is 1, was 0. The first value.")
    learner.press("End")
    learner.hear("Step 3 of 3, line 3: total is 3, was 1. The second one comes on top.")
    learner.press("Return")


def test_all_ways_lead_on_by_keyboard_alone(learner: Learner, short_lesson: Lesson, added: None) -> None:
    learner.start()
    learner.tab_to("A short course, .*")
    learner.press("Return")
    learner.tab_to(f"{TITLE}, .*")
    learner.press("Return")
    learner.tab_to("Start learning")
    learner.press("Return")
    read_by_keys(learner)
    understand_by_keys(learner)
    watch_by_keys(learner)
    for kind in ("arrange", "fill", "choose", "debug", "type"):
        (task,) = short_lesson.practice(kind)
        learner.see(task.title, LABEL)
        answer_by_keys(learner, task)
        learner.press("Return")
        learner.hear("Right.")
        learner.press("Return")
        learner.see("Round finished", LABEL)
        learner.press("Return")
    learner.see("Start test")
    learner.press("Escape")
    for name in ("Read", "Why", "Visualize", "Arrange", "Fill", "Choose", "Debug", "Type"):
        learner.see(f"{name}, done")
    assert learner.quit() == 0
    assert not learner.complaints
