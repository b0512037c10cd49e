"""The derived rows in the database; all of them can be thrown away and rebuilt from the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import apsw

from desktop.domain.events import Event, EventKind
from desktop.domain.progress import Level, TaskRow, TestRow
from desktop.storage import history
from desktop.storage.summaries import OF_A_TASK, Summaries, lesson_of, retracted_by

SCHEMA = """
CREATE TABLE tasks (
    place TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    answered INTEGER NOT NULL,
    solved INTEGER NOT NULL,
    last_right INTEGER NOT NULL,
    last_day TEXT NOT NULL,
    last_utc_ms INTEGER NOT NULL,
    hints INTEGER NOT NULL,
    tests TEXT NOT NULL,
    PRIMARY KEY (place, content_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE tests (
    position INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    place TEXT NOT NULL,
    day TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    level TEXT NOT NULL,
    right INTEGER NOT NULL,
    total INTEGER NOT NULL,
    points INTEGER,
    body TEXT NOT NULL,
    UNIQUE (place, uid)
) STRICT;

CREATE TABLE first_answers (
    study_day TEXT NOT NULL,
    place TEXT NOT NULL,
    right INTEGER NOT NULL,
    PRIMARY KEY (study_day, place)
) STRICT, WITHOUT ROWID;
"""

TASK = "place, content_hash, answered, solved, last_right, last_day, last_utc_ms, hints, tests"
TEST = "uid, place, day, utc_ms, level, right, total, points, body"
OF_LESSON = "(place = ?1 OR (place > ?1 || '/' AND place < ?1 || '0'))"
DAYS_WITH = """SELECT count(*) FROM (
    SELECT 1 FROM first_answers WHERE study_day BETWEEN ? AND ? GROUP BY study_day HAVING count(*) >= ?)"""


def take_in(connection: apsw.Connection, events: Sequence[Event]) -> set[str]:
    """Bring the rows up to date with events just appended; returns the lessons that moved."""
    rows = Summaries()
    for event in events:
        key = event.place, event.content_hash
        if event.kind in OF_A_TASK and key not in rows.tasks:
            found = connection.execute(
                f"SELECT {TASK} FROM tasks WHERE place = ? AND content_hash = ?", key
            ).fetchone()
            if found is not None:
                rows.tasks[key] = _task_row(found)
        rows.apply(event)
    _write(connection, rows)
    if any(event.kind is EventKind.RETRACTED for event in events):
        return rows.moved | _retract(connection, {event.uid for event in events})
    return rows.moved


def rebuild(connection: apsw.Connection) -> None:
    """Make every derived row anew from the history."""
    connection.execute("DELETE FROM tasks; DELETE FROM tests; DELETE FROM first_answers")
    gone = retracted_by(history.retractions(connection))
    _write(connection, _folded(history.all_events(connection), gone))


def task_rows(connection: apsw.Connection, lesson: str) -> Mapping[tuple[str, str], TaskRow]:
    """How the tasks of a lesson went, by place and content hash."""
    found = connection.execute(f"SELECT {TASK} FROM tasks WHERE {OF_LESSON}", (lesson,))
    return {(row.place, row.content_hash): row for row in map(_task_row, found)}


def tests(connection: apsw.Connection, lesson: str) -> list[TestRow]:
    """The finished tests of a lesson, newest first."""
    found = connection.execute(f"SELECT {TEST} FROM tests WHERE place = ? ORDER BY position DESC", (lesson,))
    return [_test_row(row) for row in found]


def days_with(connection: apsw.Connection, first: str, last: str, answers: int) -> int:
    """Study days from first to last with at least so many tasks answered."""
    return int(connection.execute(DAYS_WITH, (first, last, answers)).get)


def _folded(events: Iterable[Event], gone: frozenset[str]) -> Summaries:
    rows = Summaries()
    for event in events:
        if event.uid not in gone:
            rows.apply(event)
    return rows


def _retract(connection: apsw.Connection, new: set[str]) -> set[str]:
    """Fold anew each lesson in which an event came to count, or ceased to count, through new retractions."""
    told = list(history.retractions(connection))
    gone = retracted_by(told)
    before = retracted_by(event for event in told if event.uid not in new)
    places = {history.place_of(connection, uid) for uid in gone ^ before}
    lessons = {lesson_of(place) for place in places if place is not None}
    for lesson in lessons:
        for table in ("tasks", "tests", "first_answers"):
            connection.execute(f"DELETE FROM {table} WHERE {OF_LESSON}", (lesson,))
        _write(connection, _folded(history.events_of_lesson(connection, lesson), gone))
    return lessons


def _write(connection: apsw.Connection, rows: Summaries) -> None:
    connection.executemany(
        f"REPLACE INTO tasks ({TASK}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_task_values, rows.tasks.values()),
    )
    connection.executemany(
        f"INSERT OR IGNORE INTO tests ({TEST}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_test_values, rows.tests.values()),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO first_answers VALUES (?, ?, ?)",
        ((day, place, int(right)) for (day, place), right in rows.first_answers.items()),
    )


def _task_values(row: TaskRow) -> tuple[Any, ...]:
    facts = row.answered, int(row.solved), int(row.last_right), row.last_day, row.last_utc_ms, row.hints
    return (row.place, row.content_hash, *facts, " ".join(row.tests))


def _task_row(values: tuple[Any, ...]) -> TaskRow:
    place, content_hash, answered, solved, last_right, last_day, last_utc_ms, hints, asked = values
    return TaskRow(
        place,
        content_hash,
        answered,
        bool(solved),
        bool(last_right),
        last_day,
        last_utc_ms,
        hints,
        tuple(asked.split()),
    )


def _test_values(row: TestRow) -> tuple[Any, ...]:
    return row.uid, row.place, row.day, row.utc_ms, row.level, row.right, row.total, row.points, row.body


def _test_row(values: tuple[Any, ...]) -> TestRow:
    uid, place, day, utc_ms, level, right, total, points, body = values
    return TestRow(uid, place, day, utc_ms, Level(level), right, total, points, body)
