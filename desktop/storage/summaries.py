"""What follows from the history: pure steps from one event to the next rows.

The live path and the rebuild both go through `apply`, so that they cannot disagree. The keys read
from an event's body:

- answered: `right`; `mode`, which is "test" in a test; `run`, the id of the round or test
- test finished: `run`, `level`, `right`, `total`, `points`
- retracted: `uid`, the event that counts as never happened
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.domain.events import Event, EventKind
from desktop.domain.progress import Level, TaskRow, TestRow

IN_A_TEST = "test"
OF_A_TASK = frozenset({EventKind.ANSWERED, EventKind.HINT_SHOWN})


@dataclass(slots=True)
class Summaries:
    """The rows that some stretch of the history leads to."""

    tasks: dict[tuple[str, str], TaskRow] = field(default_factory=dict)
    """By place and content hash: an edited task begins anew, and its old row stays."""
    tests: dict[tuple[str, str], TestRow] = field(default_factory=dict)
    """By lesson and id of the test, oldest first."""
    first_answers: dict[tuple[str, str], bool] = field(default_factory=dict)
    """By study day and place: whether the first answer of that day was right."""

    def apply(self, event: Event) -> None:
        """Take in one more event; retractions are sorted out before, see `retracted_by`."""
        if event.kind in OF_A_TASK:
            key = event.place, event.content_hash
            self.tasks[key] = _next_task_row(self.tasks.get(key) or _new_task_row(event), event)
        if event.kind is EventKind.ANSWERED:
            self.first_answers.setdefault((event.study_day, event.place), bool(body_of(event)["right"]))
        if event.kind is EventKind.TEST_FINISHED:
            row = _test_row(event)
            self.tests.setdefault((row.place, row.uid), row)


def lesson_of(place: str) -> str:
    """`course/lesson` of a task's or a lesson's place."""
    return "/".join(place.split("/", 2)[:2])


def body_of(event: Event) -> dict[str, Any]:
    """The details of an event."""
    body: dict[str, Any] = json.loads(event.body)
    return body


def retracted_by(retractions: Iterable[Event]) -> frozenset[str]:
    """The ids that count as never happened, from all retractions in order; one can retract another."""
    gone: set[str] = set()
    for event in reversed(list(retractions)):
        if event.uid not in gone:
            gone.add(str(body_of(event)["uid"]))
    return frozenset(gone)


def _new_task_row(event: Event) -> TaskRow:
    return TaskRow(
        event.place,
        event.content_hash,
        answered=0,
        solved=False,
        last_right=False,
        last_day="",
        last_utc_ms=0,
    )


def _next_task_row(row: TaskRow, event: Event) -> TaskRow:
    if event.kind is EventKind.HINT_SHOWN:
        return replace(row, hints=row.hints + 1)
    body = body_of(event)
    right, run = bool(body["right"]), str(body.get("run", ""))
    asked_anew = body.get("mode") == IN_A_TEST and run not in row.tests
    return replace(
        row,
        answered=row.answered + 1,
        solved=row.solved or right,
        last_right=right,
        last_day=event.study_day,
        last_utc_ms=event.utc_ms,
        tests=(*row.tests, run) if asked_anew else row.tests,
    )


def _test_row(event: Event) -> TestRow:
    body = body_of(event)
    points = body.get("points")
    return TestRow(
        uid=str(body.get("run") or event.uid),
        place=event.place,
        day=event.study_day,
        utc_ms=event.utc_ms,
        level=Level(body["level"]),
        right=int(body["right"]),
        total=int(body["total"]),
        points=None if points is None else int(points),
        body=event.body,
    )
