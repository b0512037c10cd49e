"""A disk with little room, for SQLite and for plain files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

REAL = apsw.vfs_names()[0]


class _File(apsw.VFSFile):
    def __init__(self, disk: SmallDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(REAL, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.take()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        if self._disk.broken:
            raise apsw.IOError("the disk does not answer")
        super().xSync(flags)


class SmallDisk(apsw.VFS):
    """A disk on which only `room` more writes fit."""

    def __init__(self) -> None:
        self.room = 10**9
        self.broken = False
        super().__init__("small disk", REAL, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _File:  # noqa: N802
        return _File(self, name, flags)

    def take(self) -> None:
        if self.room <= 0:
            raise apsw.FullError("database or disk is full")
        self.room -= 1


@contextmanager
def small_disk() -> Iterator[SmallDisk]:
    """While this lasts, SQLite writes to a disk whose room the test sets."""
    disk = SmallDisk()
    try:
        yield disk
    finally:
        disk.unregister()
