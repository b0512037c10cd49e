"""What to look at again in a lesson: until tasks are scheduled by day, those missed when last asked."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.exercises import AnyTask
from desktop.domain.lesson import Lesson
from desktop.domain.progress import TaskRow

Rows = Mapping[tuple[str, str], TaskRow]


def missed(lesson: Lesson, place: str, rows: Rows) -> tuple[AnyTask, ...]:
    """The tasks of a lesson (`place` is `course/lesson`) whose last answer was wrong, longest ago first.

    Only the task as it is today counts: one whose graded content has changed is new.
    """
    found = [
        (row.last_utc_ms, task)
        for task in lesson.all_tasks
        if (row := rows.get((f"{place}/{task.id}", task.content_hash))) is not None
        and row.answered
        and not row.last_right
    ]
    return tuple(task for _, task in sorted(found, key=lambda pair: pair[0]))


def concepts_met(lesson: Lesson, place: str, rows: Rows) -> frozenset[str]:
    """The concepts of a lesson that a task was answered on: the first one it names is what it is about."""
    return frozenset(
        task.concepts[0]
        for task in lesson.all_tasks
        if (row := rows.get((f"{place}/{task.id}", task.content_hash))) is not None and row.answered
    )
