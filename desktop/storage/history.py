"""The append-only table of events: written once, read in order, checked row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import apsw

from desktop.domain.events import Event, EventKind, Happening
from desktop.storage.sealed_event import AS_BYTES, COLUMNS, event_of, row_of, sealed

INSERT = f"INSERT INTO events ({COLUMNS}) VALUES ({', '.join('?' * len(COLUMNS.split(',')))})"
LAST_SEQ = "SELECT coalesce(max(seq), 0) FROM events WHERE device = ?"
NUMBERED = "SELECT ifnull(sum(last), 0) FROM (SELECT max(seq) AS last FROM events GROUP BY device)"


def append(connection: apsw.Connection, device: str, happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Number, seal and write what happened; an id that exists already is refused."""
    seq = int(connection.execute(LAST_SEQ, (device,)).get)
    events = tuple(sealed(one, device, seq + number) for number, one in enumerate(happenings, 1))
    insert(connection, events)
    return events


def insert(connection: apsw.Connection, events: Sequence[Event]) -> None:
    """Write sealed events as they are."""
    connection.executemany(INSERT, map(row_of, events))


def all_events(connection: apsw.Connection) -> Iterator[Event]:
    """The whole history in order, without rows that were damaged on the disk."""
    return _sound(connection, "", ())


def events_of_lesson(connection: apsw.Connection, lesson: str) -> Iterator[Event]:
    """The history of a lesson and its tasks in order."""
    return _sound(
        connection, "WHERE place = ? OR (place > ? AND place < ?)", (lesson, f"{lesson}/", f"{lesson}0")
    )


def retractions(connection: apsw.Connection) -> Iterator[Event]:
    """The events that name another one as never happened."""
    return _sound(connection, f"WHERE kind = '{EventKind.RETRACTED}'", ())


def place_of(connection: apsw.Connection, uid: str) -> str | None:
    """Where the event with this id happened."""
    found = connection.execute("SELECT place FROM events WHERE uid = ?", (uid,)).get
    return None if found is None else str(found)


def unaccounted(connection: apsw.Connection) -> int:
    """How many events were numbered but cannot be read back as they were written; 0 in a sound history."""
    return abs(int(connection.execute(NUMBERED).get) - sum(1 for _ in all_events(connection)))


def _sound(connection: apsw.Connection, where: str, values: Sequence[Any]) -> Iterator[Event]:
    """Events as they were written: none that was altered, and none twice where a damaged page repeats it."""
    before = ""
    # The plus keeps SQLite from walking an index: damage to it must not hide rows of the table.
    for row in connection.execute(f"SELECT {AS_BYTES} FROM events {where} ORDER BY +seq, device", values):
        event = event_of(row)
        if event is not None and event.uid != before:
            before = event.uid
            yield event
