"""The file is opened durably, or refused in words and left as it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop.domain.errors import StudyError
from desktop.storage import database
from desktop.storage.database import Database
from tests.storage.conftest import forbid_writing
from tests.storage.disks import small_disk

NOTE = "INSERT INTO meta VALUES (?, ?)"


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file that holds anything; SQLite makes an empty log as soon as it reads."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.stat().st_size}


def add(opened: Database, name: str) -> None:
    with opened.transaction() as connection:
        connection.execute(NOTE, (name, ""))


def notes(opened: Database) -> list[str]:
    return [name for (name,) in opened.rows("SELECT name FROM meta ORDER BY name")]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("locking_mode", "exclusive"),
        ("synchronous", 3),
        ("journal_mode", "wal"),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
    ],
)
def test_the_file_is_opened_durably(path: Path, pragma: str, value: object) -> None:
    opened = Database.open(path)
    assert opened.rows(f"PRAGMA {pragma}") == [(value,)]
    opened.close()


def test_the_log_needs_no_shared_memory_and_is_folded_in_at_the_end(path: Path) -> None:
    opened = Database.open(path)
    add(opened, "a")
    assert not path.with_name(path.name + "-shm").exists()
    opened.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_library_that_can_lose_rows_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    with pytest.raises(StudyError, match=r"SQLite 3\.51\.2 can lose saved answers"):
        Database.open(path)


def test_what_was_written_is_there_after_a_kill(path: Path) -> None:
    child = os.fork()
    if child == 0:
        add(Database.open(path), "written")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    opened = Database.open(path)
    assert notes(opened) == ["written"]
    opened.close()


def test_a_failed_transaction_leaves_nothing_and_the_next_one_works(path: Path) -> None:
    opened = Database.open(path)
    add(opened, "there already")
    with pytest.raises(apsw.ConstraintError), opened.transaction() as connection:
        connection.executemany(NOTE, [("half", ""), ("there already", "")])
    add(opened, "whole")
    assert notes(opened) == ["there already", "whole"]
    opened.close()


def newer(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def newer_in_the_log_only(path: Path) -> None:
    child = os.fork()
    if child == 0:
        connection = apsw.Connection(str(path))
        connection.execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 99")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def another_program(path: Path) -> None:
    path.unlink()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE songs (name)")
    connection.close()


def zero_header(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zero_schema(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(4000) + whole[4100:])


def misname_a_column(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"study_day TEXT", b"study_dax TEXT", 1))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (newer, "saved by a newer version"),
        (newer_in_the_log_only, "saved by a newer version"),
        (another_program, "belongs to another program"),
        (lambda path: path.write_bytes(b""), "is damaged"),
        (lambda path: path.write_bytes(b"<html>Not found</html>" * 100), "is damaged"),
        (zero_header, "is damaged"),
        (cut_in_half, "is damaged"),
        (zero_schema, "is damaged"),
        (misname_a_column, "is damaged"),
    ],
    ids=[
        "newer",
        "newer in the log",
        "another program",
        "empty",
        "html",
        "no header",
        "cut",
        "no schema",
        "misnamed column",
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_left_as_it_is(
    path: Path, spoil: Callable[[Path], object], words: str
) -> None:
    Database.open(path).close()
    spoil(path)
    before = content_of(path.parent)
    with pytest.raises(StudyError, match=words) as caught:
        Database.open(path)
    assert str(path) in caught.value.in_words()
    assert caught.value.remedy
    assert content_of(path.parent) == before


def test_a_log_without_its_database_is_not_mixed_into_a_new_one(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"changes")
    with pytest.raises(StudyError, match="is missing"):
        Database.open(path)
    assert content_of(path.parent) == {log.name: b"changes"}


def test_a_second_program_is_told_that_the_first_is_open(path: Path) -> None:
    opened = Database.open(path)
    code = (
        "import sys; from pathlib import Path; from desktop.storage.database import Database\n"
        "try: Database.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert "Clozeline is already open." in done.stdout
    add(opened, "still writing")
    opened.close()


def test_a_full_disk_is_told_and_what_was_saved_can_still_be_read(path: Path) -> None:
    with small_disk() as disk:
        opened = Database.open(path)
        add(opened, "first")
        disk.room = 0
        with pytest.raises(StudyError, match="The disk is full"):
            add(opened, "second")
        assert notes(opened) == ["first"]
        disk.room = 1000
        add(opened, "third")
        opened.close()
        again = Database.open(path)
        assert notes(again) == ["first", "third"]
        again.close()


def test_saved_rows_can_be_opened_and_read_on_a_full_disk(path: Path) -> None:
    opened = Database.open(path)
    add(opened, "first")
    opened.close()
    with small_disk() as disk:
        disk.room = 0
        opened = Database.open(path)
        assert notes(opened) == ["first"]
        opened.close()


def test_a_disk_that_fails_is_told_and_the_row_is_not_there(path: Path) -> None:
    with small_disk() as disk:
        opened = Database.open(path)
        disk.broken = True
        with pytest.raises(StudyError, match="The disk reported an error"):
            add(opened, "lost")
        assert notes(opened) == []
        disk.broken = False
        add(opened, "kept")
        opened.close()
        again = Database.open(path)
        assert notes(again) == ["kept"]
        again.close()


def test_an_unwritable_folder_is_told_with_a_remedy(unwritable: Path) -> None:
    path = unwritable / "progress.sqlite"
    Database.open(path).close()
    before = content_of(unwritable)
    forbid_writing(unwritable)
    with pytest.raises(StudyError, match="cannot write to its folder") as caught:
        Database.open(path)
    assert "--data-dir" in caught.value.remedy
    assert content_of(unwritable) == before


def test_a_new_file_in_an_unwritable_folder_is_told(unwritable: Path) -> None:
    forbid_writing(unwritable)
    with pytest.raises(StudyError, match="cannot write to its folder"):
        Database.open(unwritable / "progress.sqlite")


def test_a_folder_without_the_right_to_write_is_told_though_the_file_may_be_written(unwritable: Path) -> None:
    path = unwritable / "progress.sqlite"
    Database.open(path).close()
    forbid_writing(unwritable)
    if os.geteuid() == 65534:
        os.seteuid(0)
        path.chmod(0o666)
        os.seteuid(65534)
    else:
        path.chmod(0o666)
    with pytest.raises(StudyError, match="cannot write to its folder"):
        Database.open(path)


def test_a_path_that_is_a_folder_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StudyError, match="cannot write"):
        Database.open(path)


def test_the_safe_library_is_the_one_in_use() -> None:
    assert tuple(int(part) for part in apsw.sqlite_lib_version().split(".")) >= database.SAFE_SQLITE
