"""Rules for whole lessons and courses: enough tasks of each level, kind and concept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.authoring.finding import Finding
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.task import Difficulty
from desktop.domain.lesson import Lesson

BANK = {Difficulty.EASY: 10, Difficulty.MEDIUM: 10, Difficulty.HARD: 18}
NOT_CHOICE = 6
ENOUGH_CHOICES = 20
"""Of fewer choices the share of long keys says little."""


def concepts_met(lesson: Lesson) -> Iterator[Finding]:
    """Q17: each concept is met in three tasks or more, of two kinds."""
    for i, concept in enumerate(lesson.concepts):
        tasks = [task for task in lesson.tasks if concept.id in task.concepts]
        values: dict[str, object] = {"name": concept.id, "n": len(tasks)}
        if len(tasks) < 3:
            message = "expected 3 tasks or more on the concept {name}, found {n}"
            yield Finding(("concepts", i, "id"), message, values)
        elif len({task.kind for task in tasks}) < 2:
            message = "expected tasks of 2 kinds on the concept {name}, found one kind"
            yield Finding(("concepts", i, "id"), message, {"name": concept.id})


def bank_size(lesson: Lesson) -> Iterator[Finding]:
    """Q17: enough tasks for tests that do not repeat themselves, and not mostly choices."""
    for level, expected in BANK.items():
        tasks = [task for task in lesson.bank if task.difficulty is level]
        typed = sum(not isinstance(task, ChooseTask) for task in tasks)
        if len(tasks) < expected:
            values: dict[str, object] = {"expected": expected, "level": level.value, "n": len(tasks)}
            yield Finding((), "expected {expected} or more {level} tasks for tests, found {n}", values)
        if typed < NOT_CHOICE:
            values = {"expected": NOT_CHOICE, "level": level.value, "n": typed}
            message = "expected {expected} or more {level} tasks for tests that are not choices, found {n}"
            yield Finding((), message, values)


def ids_unique_in_course(lessons: Sequence[Lesson]) -> Iterator[tuple[int, Finding]]:
    """Q1: no two lessons of a course share the id of a task."""
    known: dict[str, str] = {}
    for n, lesson in enumerate(lessons):
        for i, task in enumerate(lesson.tasks):
            if task.id in known:
                message = "the lesson {lesson} has a task of the same id"
                yield n, Finding(("tasks", i, "id"), message, {"lesson": known[task.id]})
        known |= {task.id: lesson.id for task in lesson.tasks}


def longest_is_key(lessons: Sequence[Lesson]) -> Iterator[tuple[int, Finding]]:
    """Q7: over a course the longest option is the right one about as often as chance has it."""
    shares: list[float] = []
    for lesson in lessons:
        for task in lesson.tasks:
            if isinstance(task, ChooseTask) and len(task.right_options) == 1:
                lengths = [len(option.text) for option in task.options]
                longest = {i for i, length in enumerate(lengths) if length == max(lengths)}
                shares.append(len(longest & task.right_options) / len(longest))
    share = sum(shares) / len(shares) if shares else 0.25
    if len(shares) >= ENOUGH_CHOICES and not 0.15 <= share <= 0.35:
        message = "the longest option is the right one in {share}% of {n} choices; expected 15 to 35%"
        yield 0, Finding((), message, {"share": round(100 * share), "n": len(shares)})
