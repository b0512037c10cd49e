"""Opens the file with the learner's progress so that nothing acknowledged can be lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import apsw

from desktop.storage import trouble
from desktop.storage.atomic_file import write_new
from desktop.storage.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    NEWEST,
    migrate,
    shape,
    shape_made_by,
    version_of,
)

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
SAFE_SQLITE = (3, 51, 3)
"""Earlier libraries can lose committed rows when a write-ahead log begins anew."""

# The order matters: the lock first, so that the log needs no shared memory and can be read on a full
# disk; EXTRA before WAL, so that the change to WAL itself survives a power cut.
DURABLE: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("synchronous", "EXTRA", 3),
    *((("fullfsync", "1", 1), ("checkpoint_fullfsync", "1", 1)) if sys.platform == "darwin" else ()),
    ("trusted_schema", "0", 0),
    ("cell_size_check", "1", 1),
    ("foreign_keys", "1", 1),
)
JOURNAL = ("journal_mode", "WAL", "wal")


class Database:
    """The one connection to the file; every failure leaves it as a `StudyError`."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open `path`, or make it; a file that is damaged, newer or not ours is left untouched."""
        if _sqlite_version() < SAFE_SQLITE:
            raise trouble.old_sqlite(path, apsw.sqlite_lib_version())
        if not path.exists():
            _make(path)
        _look_at_header(path)
        try:
            return cls(path, _connect(path))
        except apsw.Error as error:
            raise trouble.told_by_sqlite(error, path) from error

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Whatever goes wrong inside leaves as a `StudyError`."""
        try:
            yield self.connection
        except apsw.Error as error:
            raise trouble.told_by_sqlite(error, self.path) from error
        except UnicodeDecodeError as error:  # every text was written as UTF-8
            raise trouble.damaged(self.path) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a question has for an answer."""
        with self.reading() as connection:
            return list(connection.execute(sql, values))

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """All that is written inside is on the disk when this ends, or none of it."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def shrink(self) -> None:
        """Give back the room of what was deleted, and leave no trace of it in the file or its log."""
        with self.reading() as connection:
            connection.execute("VACUUM")
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def close(self) -> None:
        """Fold the log into the file and let go of it; closing twice does no harm."""
        self.connection.close()


def _sqlite_version() -> tuple[int, ...]:
    return tuple(int(part) for part in apsw.sqlite_lib_version().split("."))


def _make(path: Path) -> None:
    """A new file gets its name only when it is complete, so that an empty one always means damage."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise trouble.main_file_missing(path)
    memory = apsw.Connection(":memory:")
    try:
        migrate(memory)
        content = memory.serialize("main")
    finally:
        memory.close()
    write_new(path, content)


def _look_at_header(path: Path) -> None:
    """Refuse what can be seen to be wrong before SQLite touches the file."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError as error:
        raise trouble.told_by_system(error, path) from error
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise trouble.damaged(path)
    if int.from_bytes(header[60:64], "big") > NEWEST:
        raise trouble.too_new(path)


def _connect(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        # Until the file is known to be ours and of our age, closing must not move the log into it.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        _refuse_what_cannot_be_used(connection, path)
        _set(connection, *JOURNAL)
        migrate(connection)
        _refuse_another_shape(connection, path)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_what_cannot_be_used(connection: apsw.Connection, path: Path) -> None:
    if connection.readonly("main"):
        raise trouble.not_writable(path)
    for name, value, answer in DURABLE:
        _set(connection, name, value, answer)
    if version_of(connection) > NEWEST:
        raise trouble.too_new(path)
    if connection.execute("PRAGMA application_id").get != APPLICATION_ID:
        raise trouble.foreign(path)


def _refuse_another_shape(connection: apsw.Connection, path: Path) -> None:
    """One flipped bit in a table's description would otherwise show up as a mistake in our own words."""
    if not shape_made_by("".join(MIGRATIONS)) <= shape(connection):
        raise trouble.damaged(path)


def _set(connection: apsw.Connection, name: str, value: str, answer: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}")
    found = connection.execute(f"PRAGMA {name}").get
    if found != answer:
        raise AssertionError(f"PRAGMA {name} is {found!r} instead of {answer!r}")
