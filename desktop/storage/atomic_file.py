"""Writes a file so that it is either the old one or the new one, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

from desktop.storage.trouble import told_by_system


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; on any failure the old file stays as it was."""
    try:
        _write(Path(os.path.realpath(path)), content, keep_existing=False)
    except OSError as error:
        raise told_by_system(error, path) from error


def write_new(path: Path, content: bytes) -> None:
    """Create `path` with `content`; a file that has appeared there meanwhile is left as it is."""
    try:
        _write(path, content, keep_existing=True)
    except OSError as error:
        raise told_by_system(error, path) from error


def _write(path: Path, content: bytes, *, keep_existing: bool) -> None:
    import tempfile  # noqa: PLC0415 - not before the first window

    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        try:
            _write_all(descriptor, content)
            flush(descriptor)
        finally:
            os.close(descriptor)
        if keep_existing:
            _move_beside(part, path)
        else:
            part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    flush_folder(path.parent)


def _write_all(descriptor: int, content: bytes) -> None:
    """A single write may stop half-way on a full disk without an error, so its answer is looked at."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _move_beside(part: Path, path: Path) -> None:
    """Give the file its name unless that name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links, such as FAT
        if not path.exists():
            part.replace(path)
            return
    part.unlink()


def flush(descriptor: int) -> None:
    """Wait until the file is on the disk, not only in the disk's own cache."""
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until a changed name is on the disk; Windows has no such call."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some network file systems refuse it; the content is safe already
        pass
    finally:
        os.close(descriptor)
