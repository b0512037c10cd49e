"""A finished test as the history tells it, laid beside the lesson as it is today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from desktop.domain.exercises import AnyAnswer, AnyTask, answer_from
from desktop.domain.exercises.task import Difficulty
from desktop.domain.lesson import Lesson
from desktop.domain.progress import TestRow

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """One question and what was answered."""

    task_id: str
    level: Difficulty
    right: bool
    seed: int
    answer: AnyAnswer | None
    title: str
    """Empty where the task has gone and its title was not kept."""
    task: AnyTask | None
    """The task as it is today; `None` when it has gone from the lesson."""
    changed: bool
    """Whether what is graded is no longer what was asked, or is gone."""


@dataclass(frozen=True, slots=True)
class PastTest:
    """A finished test with all its questions."""

    row: TestRow
    seconds: int
    short_of: tuple[str, ...]
    """Levels of which the bank had too few questions."""
    questions: tuple[PastQuestion, ...]

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The tasks that were not answered right and can still be practised."""
        return tuple(q.task_id for q in self.questions if not q.right and q.task is not None)

    def by_level(self) -> dict[Difficulty, tuple[int, int]]:
        """Right and asked, for each level that was asked, easy first."""
        found = _counted(self.questions, lambda question: (question.level,))
        return {level: found[level] for level in Difficulty if level in found}

    def by_concept(self) -> dict[str, tuple[int, int]]:
        """Right and asked, for each concept of the tasks that are still there, weakest share first."""
        found = _counted(self.questions, lambda question: question.task.concepts if question.task else ())
        return dict(sorted(found.items(), key=lambda item: (item[1][0] / item[1][1], item[0])))

    def weakest(self, most: int = 2) -> tuple[str, ...]:
        """The concepts with the lowest share of right answers, none that was all right."""
        return tuple(c for c, (right, asked) in self.by_concept().items() if right < asked)[:most]


def past_test(row: TestRow, lesson: Lesson) -> PastTest:
    """The test that `row` keeps. What cannot be read of it is left out, never guessed."""
    body: dict[str, Any] = json.loads(row.body)
    return PastTest(
        row,
        int(body.get("seconds", 0)),
        tuple(str(level) for level in body.get("short_of", ())),
        tuple(_question(one, lesson) for one in body.get("questions", ())),
    )


def _question(kept: dict[str, Any], lesson: Lesson) -> PastQuestion:
    task = lesson.task(str(kept["task"]))
    changed = task is None or task.content_hash != kept["hash"]
    return PastQuestion(
        task_id=str(kept["task"]),
        level=Difficulty(kept["level"]),
        right=bool(kept["right"]),
        seed=int(kept["seed"]),
        answer=None if changed else _answer(kept.get("answer")),
        title=task.title if task is not None else str(kept.get("title", "")),
        task=task,
        changed=changed,
    )


def _answer(kept: object) -> AnyAnswer | None:
    try:
        answer: AnyAnswer | None = answer_from(kept)
    except ValueError:  # written by a version with another form
        return None
    return answer


def _counted(
    questions: Iterable[PastQuestion], keys: Callable[[PastQuestion], Iterable[_Key]]
) -> dict[_Key, tuple[int, int]]:
    found: dict[_Key, tuple[int, int]] = {}
    for question in questions:
        for key in keys(question):
            right, asked = found.get(key, (0, 0))
            found[key] = right + question.right, asked + 1
    return found
