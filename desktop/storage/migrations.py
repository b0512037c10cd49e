"""The shape of the database, one step for each version that was ever released."""

from __future__ import annotations

import apsw

APPLICATION_ID = 0x436C6F7A
"""Written into the header of the file ("Cloz"), so that a database of another program is known as such."""

_HISTORY_AND_DRAFTS = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    uid TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    utc_ms INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    study_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (device, seq)
) STRICT;

CREATE INDEX events_by_place ON events (place);
CREATE INDEX retractions ON events (seq) WHERE kind = 'retracted';

CREATE TABLE drafts (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    utc_ms INTEGER NOT NULL,
    position INTEGER NOT NULL,
    beads TEXT NOT NULL
) STRICT;
"""

APPEND_ONLY = """
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;
"""

MIGRATIONS: tuple[str, ...] = (_HISTORY_AND_DRAFTS + APPEND_ONLY,)
"""Step n leads from version n to version n + 1. A released step is never edited.

A new kind of event is a new version too, if only an empty step: an older program cannot read it.
"""

NEWEST = len(MIGRATIONS)


def migrate(connection: apsw.Connection, steps: tuple[str, ...] = MIGRATIONS) -> None:
    """Take the database to the newest version: all steps, or none when anything stops half-way."""
    version = version_of(connection)
    if version >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            connection.execute(step)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: apsw.Connection) -> int:
    """The version of the shape that the file has now."""
    return int(connection.execute("PRAGMA user_version").get)


def shape(connection: apsw.Connection) -> frozenset[bytes]:
    """Every table, index and trigger as the words that made it, which damage may have made unreadable."""
    found = connection.execute("SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL")
    return frozenset(words for (words,) in found)


def shape_made_by(script: str) -> frozenset[bytes]:
    """The shape that an empty database has after a script."""
    memory = apsw.Connection(":memory:")
    try:
        memory.execute(script)
        return shape(memory)
    finally:
        memory.close()
