"""The shape of the database moves forward whole, and its history cannot be altered."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop.storage.migrations import MIGRATIONS, NEWEST, migrate, version_of

EVENT = "INSERT INTO events VALUES (?, 'd', ?, 0, 0, '2026-01-01', 'answered', 'c/l/t', '', '{}', 0)"


@pytest.fixture
def connection(path: Path) -> Iterator[apsw.Connection]:
    opened = apsw.Connection(str(path))
    migrate(opened)
    yield opened
    opened.close()


def test_a_new_file_has_the_newest_shape(connection: apsw.Connection) -> None:
    assert version_of(connection) == NEWEST == len(MIGRATIONS)


@pytest.mark.parametrize("change", ["UPDATE events SET seq = 7", "DELETE FROM events"])
def test_the_history_is_append_only(connection: apsw.Connection, change: str) -> None:
    connection.execute(EVENT, ("a", 1))
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        connection.execute(change)


@pytest.mark.parametrize("values", [("a", 2), ("b", 1)], ids=["id", "number"])
def test_an_id_or_a_number_stands_only_once(connection: apsw.Connection, values: tuple[str, int]) -> None:
    connection.execute(EVENT, ("a", 1))
    with pytest.raises(apsw.ConstraintError, match="UNIQUE"):
        connection.execute(EVENT, values)


def test_a_step_that_fails_leaves_the_version_and_the_rows_before_it(connection: apsw.Connection) -> None:
    connection.execute(EVENT, ("a", 1))
    steps = (*MIGRATIONS, "CREATE TABLE half (a)", "CREATE TABLE meta (a)")
    with pytest.raises(apsw.SQLError, match="already exists"):
        migrate(connection, steps)
    assert version_of(connection) == NEWEST
    assert not connection.table_exists("main", "half")
    assert connection.execute("SELECT count(*) FROM events").get == 1


def test_a_kill_in_the_middle_leaves_the_old_shape_or_the_new(path: Path) -> None:
    first = apsw.Connection(str(path))
    migrate(first)
    for number in range(50):
        first.execute(EVENT, (str(number), number))
    first.close()
    slow = tuple(f"CREATE TABLE step{n} AS SELECT * FROM events" for n in range(30))
    found = set()
    rng = random.Random(1)
    for _ in range(20):
        child = os.fork()
        if child == 0:
            connection = apsw.Connection(str(path))
            migrate(connection, MIGRATIONS + slow)
            signal.pause()
        time.sleep(rng.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        opened = apsw.Connection(str(path))
        tables = opened.execute("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'step%'").get
        found.add((version_of(opened), tables, opened.execute("SELECT count(*) FROM events").get))
        opened.close()
    assert found <= {(NEWEST, 0, 50), (NEWEST + 30, 30, 50)}
