"""What follows from the history: pure steps from one event to the next rows.

The live path and the rebuild both go through `apply`, so that they cannot disagree. The keys read
from an event's body:

- answered: `right`; `mode`, which is "test" in a test; `run`, the id of the round or test
- section read: nothing; its place, `course/lesson/mode/section`, says all
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
OF_A_TASK = frozenset({EventKind.ANSWERED, EventKind.HINT_SHOWN, EventKind.SECTION_READ})
"""What changes the row of a task; what is read has such a row too, without a hash."""


@dataclass(slots=True)
class Summaries:
    """The rows that some stretch of the history leads to."""

    tasks: dict[tuple[str, str], TaskRow] = field(default_factory=dict)
    """By place and content hash: an edited task begins anew, and its old row stays."""
    tests: dict[tuple[str, str], TestRow] = field(default_factory=dict)
    """By lesson and id of the test, oldest first."""
    first_answers: dict[tuple[str, str], bool] = field(default_factory=dict)
    """By study day and place: whether the first answer of that day was right."""
    moved: set[str] = field(default_factory=set)
    """The lessons that may stand differently now."""

    def apply(self, event: Event) -> None:
        """Take in one more event; retractions are sorted out before, see `retracted_by`."""
        match event.kind:
            case EventKind.ANSWERED:
                self._answered(event, body_of(event))
            case EventKind.HINT_SHOWN:
                row = self._task(event)
                self.tasks[event.place, event.content_hash] = replace(row, hints=row.hints + 1)
            case EventKind.SECTION_READ if event.place.count("/") > 1:
                self._read(event)
            case EventKind.TEST_FINISHED:
                test = _test_row(event, body_of(event))
                self.tests.setdefault((test.place, test.uid), test)
                self.moved.add(event.place)

    def _task(self, event: Event) -> TaskRow:
        known = self.tasks.get((event.place, event.content_hash))
        return known or TaskRow(event.place, event.content_hash, 0, False, False, "", 0)

    def _answered(self, event: Event, body: dict[str, Any]) -> None:
        right, run = bool(body["right"]), str(body.get("run", ""))
        row = self._task(event)
        asked_anew = body.get("mode") == IN_A_TEST and run not in row.tests
        if not row.answered or right > row.solved:
            self.moved.add(lesson_of(event.place))
        self.tasks[event.place, event.content_hash] = replace(
            row,
            answered=row.answered + 1,
            solved=row.solved or right,
            last_right=right,
            last_day=event.study_day,
            last_utc_ms=event.utc_ms,
            tests=(*row.tests, run) if asked_anew else row.tests,
        )
        self.first_answers.setdefault((event.study_day, event.place), right)

    def _read(self, event: Event) -> None:
        """What was read counts as solved; it was no question, so it is no first answer of the day."""
        row = self._task(event)
        if not row.solved:
            self.moved.add(lesson_of(event.place))
        self.tasks[event.place, event.content_hash] = replace(
            row,
            answered=row.answered + 1,
            solved=True,
            last_right=True,
            last_day=event.study_day,
            last_utc_ms=event.utc_ms,
        )


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


def _test_row(event: Event, body: dict[str, Any]) -> TestRow:
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
