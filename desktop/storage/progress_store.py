"""Keeps a learner's progress: the history, what follows from it, and what is half-done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Self

import apsw

from desktop.domain.errors import StudyError
from desktop.domain.events import Event, Happening
from desktop.domain.listing import CourseRow, IndexedTask, Listing, Unfinished
from desktop.domain.progress import Draft, TaskRow, TestRow
from desktop.storage import history, index_table, summary_tables
from desktop.storage.database import Database
from desktop.storage.migrations import APPEND_ONLY, shape, shape_made_by
from desktop.storage.summaries import lesson_of

DERIVED = summary_tables.SCHEMA + index_table.SCHEMA
DERIVED_VERSION = "2"
"""Another number makes the next start throw the derived tables away and build them anew."""
KEPT = ("meta", "events", "drafts")
ANSWERS_OF_A_DAY = 10
"""First answers that make a day count for the week."""
DRAFT = "name, body, utc_ms, position, beads"


class ProgressStore:
    """The store that `desktop.study.ports.ProgressStore` describes, in one SQLite file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._device = self._prepare()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file or make it; one that cannot be used is left as it is and told as a `StudyError`."""
        database = Database.open(path)
        try:
            return cls(database)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # The history

    def record(
        self, happenings: Sequence[Happening], *, draft: Draft | None = None, drop: str = ""
    ) -> tuple[Event, ...]:
        """Append to the history and update what is derived; when this returns, it is on the disk.

        What is half-done goes with it: `draft` is kept, or the draft named `drop` forgotten.
        """
        with self._database.transaction() as connection:
            events = history.append(connection, self._device, happenings)
            index_table.refresh(connection, summary_tables.take_in(connection, events))
            if draft is not None:
                _keep_draft(connection, draft)
            if drop:
                connection.execute("DELETE FROM drafts WHERE name = ?", (drop,))
        return events

    def rebuild(self) -> None:
        """Make everything derived anew from the history."""
        with self._database.transaction() as connection:
            summary_tables.rebuild(connection)
            index_table.refresh_all(connection)

    def damaged_events(self) -> int:
        """How many events cannot be read back as they were written; they are left out of what is derived."""
        with self._database.reading() as connection:
            return history.unaccounted(connection)

    def delete_all(self) -> None:
        """Forget the history, the drafts and all that follows, for good; the device gets a new name."""
        with self._database.transaction() as connection:
            connection.execute("DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted")
            connection.execute("DELETE FROM events; DELETE FROM drafts")
            connection.execute(APPEND_ONLY)
            summary_tables.rebuild(connection)
            index_table.refresh_all(connection)
            device = _new_device(connection)
        self._device = device
        with suppress(StudyError):  # all is gone already, only its room on the disk is not
            self._database.shrink()

    # What is half-done

    def save_draft(self, draft: Draft) -> None:
        """Keep something half-done, in place of the draft with the same key."""
        with self._database.transaction() as connection:
            _keep_draft(connection, draft)

    def draft(self, key: str) -> Draft | None:
        """The draft with this key."""
        found = self._database.rows(f"SELECT {DRAFT} FROM drafts WHERE name = ?", (key,))
        return _draft(found[0]) if found else None

    def drafts(self) -> tuple[Draft, ...]:
        """Everything half-done, newest first."""
        found = self._database.rows(f"SELECT {DRAFT} FROM drafts ORDER BY utc_ms DESC, name")
        return tuple(map(_draft, found))

    def drop_draft(self, key: str) -> None:
        """Forget a draft; none of that name is no error."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM drafts WHERE name = ?", (key,))

    # What follows from the history

    def task_rows(self, lesson: str) -> Mapping[tuple[str, str], TaskRow]:
        """How the tasks of `course/lesson` went, by place and content hash."""
        with self._database.reading() as connection:
            return summary_tables.task_rows(connection, lesson)

    def tests(self, lesson: str) -> Sequence[TestRow]:
        """The finished tests of `course/lesson`, newest first."""
        with self._database.reading() as connection:
            return summary_tables.tests(connection, lesson)

    # What Home shows

    def listing(self, today: str) -> Listing:
        """What Home shows; `today` is a study day."""
        drafts = self.drafts()
        day = date.fromisoformat(today)
        monday = (day - timedelta(days=day.weekday())).isoformat()
        with self._database.reading() as connection:
            courses = index_table.courses(connection, frozenset(lesson_of(draft.key) for draft in drafts))
            days = summary_tables.days_with(connection, monday, today, ANSWERS_OF_A_DAY)
        return Listing(courses, _unfinished(courses, drafts), days)

    def write_index(
        self, courses: Sequence[CourseRow], tasks: Iterable[IndexedTask], fingerprint: str
    ) -> None:
        """Replace what is known of the lessons; the fingerprint later tells whether the files changed."""
        with self._database.transaction() as connection:
            index_table.replace(connection, courses, tasks)
            _note(connection, "fingerprint", fingerprint)

    def index_fingerprint(self) -> str:
        """The fingerprint of the files that the index was made from; empty when there is none."""
        with self._database.reading() as connection:
            return _noted(connection, "fingerprint")

    def _prepare(self) -> str:
        with self._database.reading() as connection:
            device, derived = _noted(connection, "device"), _noted(connection, "derived")
            whole = shape_made_by(DERIVED) <= shape(connection)
        if device and derived == DERIVED_VERSION and whole:
            return device
        with self._database.transaction() as connection:
            _make_derived_tables(connection)
            return device or _new_device(connection)


def _make_derived_tables(connection: apsw.Connection) -> None:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    for (name,) in reversed(list(names)):  # what refers to another table was made after it
        if name not in KEPT:
            connection.execute(f"DROP TABLE {name}")
    connection.execute(DERIVED)
    summary_tables.rebuild(connection)
    _note(connection, "fingerprint", "")
    _note(connection, "derived", DERIVED_VERSION)


def _new_device(connection: apsw.Connection) -> str:
    device = os.urandom(8).hex()
    _note(connection, "device", device)
    return device


def _noted(connection: apsw.Connection, name: str) -> str:
    return str(connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).get or "")


def _note(connection: apsw.Connection, name: str, value: str) -> None:
    connection.execute("REPLACE INTO meta VALUES (?, ?)", (name, value))


def _keep_draft(connection: apsw.Connection, draft: Draft) -> None:
    row = draft.key, draft.body, draft.utc_ms, draft.position, " ".join(draft.beads)
    connection.execute(f"REPLACE INTO drafts ({DRAFT}) VALUES (?, ?, ?, ?, ?)", row)


def _draft(row: tuple[Any, ...]) -> Draft:
    key, body, utc_ms, position, beads = row
    return Draft(key, body, utc_ms, position, tuple(beads.split()))


def _unfinished(courses: Sequence[CourseRow], drafts: Sequence[Draft]) -> Unfinished | None:
    """The newest draft of a lesson that can still be opened."""
    titles = {one.place: one.title for course in courses for one in course.lessons if not one.trouble}
    for draft in drafts:
        lesson, _, mode = draft.key.rpartition("/")
        if lesson in titles:
            return Unfinished(lesson, mode, titles[lesson], draft.position, draft.beads)
    return None
