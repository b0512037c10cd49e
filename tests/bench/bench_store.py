"""Times store.record() beside bare apsw writing the very same rows, turn by turn on the same disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import apsw

from desktop.domain.events import EventKind, Happening, Moment
from desktop.domain.listing import CourseRow, IndexedTask, LessonRow
from desktop.storage import history, index_table, summary_tables
from desktop.storage.database import DURABLE, JOURNAL
from desktop.storage.migrations import migrate
from desktop.storage.progress_store import ProgressStore
from desktop.storage.sealed_event import row_of

LESSONS, TASKS = 200, 50
EARLIER, TIMED = 5_000, 4_000
NOON, MINUTE = 1_767_268_800_000, 60_000
BODY = {
    "mode": "fill",
    "run": "5f0c1f6f3a7b4c1e9d2a8b7c6d5e4f30",
    "attempt": 1,
    "answer": {"1": "items", "2": ">"},
    "hints": 0,
    "concepts": ["glue-code", "reproducibility"],
    "missed": [],
}
EVENT = history.INSERT
TASK = f"REPLACE INTO tasks ({summary_tables.TASK}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
FIRST = "INSERT OR IGNORE INTO first_answers VALUES (?, ?, ?)"
ONE_TASK = f"SELECT {summary_tables.TASK} FROM tasks WHERE place = ? AND content_hash = ?"


def happening(number: int) -> Happening:
    """First answers, task after task: each may move its lesson, which is the worst case."""
    place = f"course/lesson{number // TASKS}/task{number % TASKS}"
    body = BODY | {"right": number % 3 > 0}
    return Happening(EventKind.ANSWERED, place, Moment(NOON + number * MINUTE), "4f2b9c31", body)


def indexed_store(path: Path) -> ProgressStore:
    """A store that knows the lessons, so that recording has their states to keep up to date."""
    store = ProgressStore.open(path)
    lessons = tuple(LessonRow("course", f"lesson{n}", "Title", 10, TASKS) for n in range(LESSONS))
    places = {happening(number).place for number in range(LESSONS * TASKS)}
    tasks = [IndexedTask(place, "4f2b9c31", "fill", practice=True, test=False) for place in places]
    store.write_index([CourseRow("course", "Course", "", "1", "en", lessons)], tasks, "")
    return store


def bare(path: Path) -> apsw.Connection:
    """The same tables and pragmas with nothing around them."""
    connection = apsw.Connection(str(path))
    for name, value, _ in (*DURABLE, JOURNAL):
        connection.execute(f"PRAGMA {name} = {value}")
    migrate(connection)
    connection.execute(summary_tables.SCHEMA + index_table.SCHEMA)
    return connection


def write_bare(connection: apsw.Connection, event: tuple[Any, ...], task: tuple[Any, ...]) -> None:
    """One answer as three rows in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(EVENT, event)
    connection.execute(TASK, task)
    connection.execute(FIRST, (event[5], event[7], 1))
    connection.execute("COMMIT")


def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Seconds of each record() and of each bare write, after some weeks of history."""
    store, floor = indexed_store(folder / "ours.sqlite"), bare(folder / "bare.sqlite")
    ours, theirs = [], []
    for number in range(EARLIER + TIMED):
        one = [happening(number)]
        start = perf_counter()
        (event,) = store.record(one)
        between = perf_counter()
        (task,) = store._database.rows(ONE_TASK, (event.place, event.content_hash))
        row = row_of(event)
        again = perf_counter()
        write_bare(floor, row, task)
        if number >= EARLIER:
            ours.append(between - start)
            theirs.append(perf_counter() - again)
    store.close()
    floor.close()
    return sorted(ours), sorted(theirs)


def main() -> None:
    """Print each time beside its floor, with the ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        ours, floor = measure(Path(folder))
    print(f"{'store.record(), ms':28}{'ours':>9}{'bare apsw':>11}{'ratio':>8}   goal")
    for name, share in (("median", 0.5), ("p95", 0.95), ("p99", 0.99)):
        at = int(share * (TIMED - 1))
        goal = "2x" if name == "p99" else ""
        print(f"  {name:26}{ours[at] * 1e3:9.3f}{floor[at] * 1e3:11.3f}{ours[at] / floor[at]:8.2f}   {goal}")


if __name__ == "__main__":
    main()
