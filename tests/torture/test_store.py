"""Kills, power cuts and flipped bits: what was acknowledged is there, and what was altered is noticed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.domain.errors import StudyError
from desktop.storage import database, history
from desktop.storage.progress_store import ProgressStore
from tests.storage.histories import answer, finished
from tests.torture.recording_disk import Fate, Platter, Step, recording_disk

pytestmark = pytest.mark.torture
KILLS, CUTS, FLIPS = 50, 300, 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.sqlite"


def uids(path: Path) -> list[str]:
    """The ids in the history, as a new start of the app finds them; derived rows must agree with it."""
    store = ProgressStore.open(path)
    found = [event.uid for event in history.all_events(store._database.connection)]
    assert store.damaged_events() == 0
    answered = sum(row.answered for row in store.task_rows("c/l").values())
    assert answered == len(found)
    store.close()
    return found


def write_until_killed(path: Path, told: int) -> None:
    store = ProgressStore.open(path)
    for number in range(1_000_000):
        (event,) = store.record([answer(f"c/l/{number % 7}")])
        os.write(told, event.uid.encode())


def test_after_each_of_many_kills_every_acknowledged_answer_is_there_once(path: Path) -> None:
    rng = random.Random(0)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        listening, told = os.pipe()
        child = os.fork()
        if child == 0:
            write_until_killed(path, told)
        os.close(told)
        time.sleep(rng.uniform(0.001, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(listening) as pipe:
            text = pipe.read()
        acknowledged += [text[at : at + 32] for at in range(0, len(text), 32)]
    found = uids(path)
    assert len(acknowledged) > KILLS
    assert set(acknowledged) <= set(found)
    assert len(found) == len(set(found))


def session(path: Path) -> tuple[bytes, list[Step]]:
    """The file before and every step of the disk during a session with many checkpoints."""
    ProgressStore.open(path).close()
    before = path.read_bytes()
    with recording_disk() as disk:
        for _ in range(2):
            store = ProgressStore.open(path)
            store._database.connection.wal_autocheckpoint(25)
            for number in range(60):
                (event,) = store.record([answer(f"c/l/{number % 7}", right=number % 3 > 0)])
                disk.acknowledge(event.uid)
            store.close()
    return before, disk.steps


def cuts_that_lose(path: Path, folder: Path) -> int:
    """In how many of many power cuts something acknowledged is lost or the file is unusable."""
    before, steps = session(path)
    rng = random.Random(1)
    fates: tuple[Fate, ...] = ("none", "all", "random")
    bad = 0
    for number in range(CUTS):
        platter = Platter({path.name: before})
        for step in steps[: rng.randrange(len(steps))]:
            platter.take(step)
        place = folder / str(number)
        place.mkdir()
        platter.cut(place, fates[number % 3], rng)
        try:
            bad += not platter.acknowledged <= set(uids(place / path.name))
        except (StudyError, AssertionError):
            bad += 1
    return bad


def test_no_power_cut_loses_an_acknowledged_answer(path: Path, tmp_path: Path) -> None:
    assert cuts_that_lose(path, tmp_path) == 0


def test_the_simulation_would_notice_a_setting_that_loses_answers(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = tuple(
        ("synchronous", "NORMAL", 1) if name == "synchronous" else (name, value, found)
        for name, value, found in database.DURABLE
    )
    monkeypatch.setattr(database, "DURABLE", careless)
    assert cuts_that_lose(path, tmp_path) > CUTS // 10


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of two megabytes; only root on Linux can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def record_without_end(store: ProgressStore, acknowledged: list[str]) -> None:
    while True:
        acknowledged += [event.uid for event in store.record([answer(f"c/l/{len(acknowledged) % 7}")])]


def test_a_disk_that_fills_up_keeps_all_that_was_acknowledged_and_nothing_else(tiny_disk: Path) -> None:
    path = tiny_disk / "progress.sqlite"
    store = ProgressStore.open(path)
    acknowledged: list[str] = []
    with pytest.raises(StudyError, match="The disk is full"):
        record_without_end(store, acknowledged)
    assert len(acknowledged) > 20
    assert sum(row.answered for row in store.task_rows("c/l").values()) == len(acknowledged)
    store.close()
    assert uids(path) == acknowledged


def test_a_disk_that_is_full_from_the_start_says_so_and_leaves_no_file(tiny_disk: Path) -> None:
    with suppress(OSError), (tiny_disk / "film").open("wb") as film:
        film.write(bytes(3_000_000))
    with pytest.raises(StudyError, match="The disk is full"):
        ProgressStore.open(tiny_disk / "progress.sqlite")
    assert [file.name for file in tiny_disk.iterdir()] == ["film"]


def test_no_flipped_bit_in_an_event_goes_unnoticed(path: Path, tmp_path: Path) -> None:
    store = ProgressStore.open(path)
    store.record([answer(f"c/l/{number % 20}", right=number % 2 > 0) for number in range(400)])
    store.record([finished(points=number, day=number) for number in range(5)])
    connection = store._database.connection
    truth = dict.fromkeys(history.all_events(connection))
    store.close()
    whole = path.read_bytes()
    damaged = tmp_path / "damaged.sqlite"
    rng = random.Random(2)
    noticed = 0
    for _ in range(FLIPS):
        content = bytearray(whole)
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        damaged.write_bytes(content)
        try:
            store = ProgressStore.open(damaged)
        except StudyError:
            noticed += 1
            continue
        try:
            lost = store.damaged_events()
            found = list(history.all_events(store._database.connection))
            assert all(event in truth for event in found)
            assert lost > 0 or found == list(truth)
            noticed += lost > 0
        except StudyError:
            noticed += 1
        store.close()
        for left in tmp_path.glob("damaged.sqlite-*"):
            left.unlink()
    assert noticed > FLIPS // 3
