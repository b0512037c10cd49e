"""A disk that remembers every write, flush and deletion, so that the power can be cut at any of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import apsw

REAL = apsw.vfs_names()[0]
SECTOR = 512
Fate = Literal["none", "all", "random"]
"""What becomes of writes that were not flushed yet."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was asked of the disk."""

    what: Literal["write", "truncate", "flush", "delete", "acknowledge"]
    file: str = ""
    offset: int = 0
    content: bytes = b""
    lasting: bool = True
    """For a deletion: whether the folder was flushed after it."""


class _File(apsw.VFSFile):
    def __init__(self, disk: RecordingDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._disk = disk
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name
        super().__init__(REAL, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.steps.append(Step("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.steps.append(Step("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._disk.steps.append(Step("flush", self._name))


class RecordingDisk(apsw.VFS):
    """While it is in place, SQLite's steps are written down in order."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        super().__init__("recording disk", REAL, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:  # noqa: N802
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name and order
        super().xDelete(filename, syncdir)
        self.steps.append(Step("delete", Path(filename).name, lasting=syncdir))

    def acknowledge(self, uid: str) -> None:
        """The learner was told that this event is recorded."""
        self.steps.append(Step("acknowledge", uid))


@contextmanager
def recording_disk() -> Iterator[RecordingDisk]:
    """While this lasts, SQLite's steps are remembered."""
    disk = RecordingDisk()
    try:
        yield disk
    finally:
        disk.unregister()


@dataclass
class Platter:
    """What would be found after a power cut."""

    lasting: dict[str, bytes]
    pending: dict[str, list[Step]] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)

    def take(self, step: Step) -> None:
        """Let one more step happen."""
        match step.what:
            case "acknowledge":
                self.acknowledged.add(step.file)
            case "flush":
                content = self.lasting.get(step.file, b"")
                for one in self.pending.pop(step.file, []):
                    content = _changed(content, one)
                self.lasting[step.file] = content
            case "delete":
                self.pending.pop(step.file, None)
                if step.lasting:  # else the old file may come back: the strict reading of POSIX
                    self.lasting.pop(step.file, None)
            case _:
                self.pending.setdefault(step.file, []).append(step)

    def cut(self, folder: Path, fate: Fate, rng: random.Random) -> None:
        """Write down what is left in the files when the power goes now."""
        for name in {*self.lasting, *self.pending}:
            content = self.lasting.get(name, b"")
            for step in _surviving(self.pending.get(name, []), fate, rng):
                content = _changed(content, step)
            if name in self.lasting or content:
                (folder / name).write_bytes(content)


def _surviving(steps: list[Step], fate: Fate, rng: random.Random) -> Iterator[Step]:
    for step in steps:
        if fate == "all" or (fate == "random" and rng.random() < 0.5):
            torn = fate == "random" and len(step.content) > SECTOR and rng.random() < 0.5
            keep = rng.randrange(len(step.content) // SECTOR) * SECTOR if torn else len(step.content)
            yield Step(step.what, step.file, step.offset, step.content[:keep])


def _changed(content: bytes, step: Step) -> bytes:
    if step.what == "truncate":
        return content[: step.offset].ljust(step.offset, b"\0")
    padded = content.ljust(step.offset, b"\0")
    return padded[: step.offset] + step.content + padded[step.offset + len(step.content) :]
