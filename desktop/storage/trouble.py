"""Turns what the disk and SQLite report into words for the learner."""

from __future__ import annotations

import errno
from pathlib import Path

import apsw

from desktop.domain.errors import StudyError

DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError)
IN_USE = (apsw.BusyError, apsw.LockedError, apsw.ProtocolError)
NOT_WRITABLE = (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError)
FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def _said(title: str, cause: str, remedy: str, path: Path) -> StudyError:
    return StudyError(title, cause, remedy, {"file": path, "folder": path.parent})


def disk_full(path: Path) -> StudyError:
    """The last write did not fit on the disk."""
    return _said(
        "The disk is full.",
        "Nothing more can be saved in {file}. Everything saved before is still there.",
        "Free some space on that disk, then try again.",
        path,
    )


def not_writable(path: Path) -> StudyError:
    """The file or its folder cannot be written."""
    return _said(
        "Clozeline cannot write to its folder.",
        "{file}, or the folder it is in, cannot be written.",
        "Allow it to write in {folder}, or start Clozeline with --data-dir and another folder.",
        path,
    )


def in_use(path: Path) -> StudyError:
    """Another process holds the file."""
    return _said(
        "Clozeline is already open.",
        "Another window is using {file}.",
        "Go to that window, or close it and start again.",
        path,
    )


def damaged(path: Path) -> StudyError:
    """The file is not the database it should be."""
    return _said(
        "The file with your progress is damaged.",
        "{file} cannot be read as a database. It was left as it is.",
        "Put back a copy of this file if you have one. To begin anew, move the file to another folder.",
        path,
    )


def too_new(path: Path) -> StudyError:
    """A later version of the program has written the file."""
    return _said(
        "Your progress was saved by a newer version of Clozeline.",
        "This version cannot read {file}. It was left as it is.",
        "Install the newest version, or start Clozeline with --data-dir and another folder.",
        path,
    )


def foreign(path: Path) -> StudyError:
    """A sound database, but not one of ours."""
    return _said(
        "The file for your progress belongs to another program.",
        "{file} is a database, but Clozeline did not make it. It was left as it is.",
        "Move it to another folder, or start Clozeline with --data-dir and another folder.",
        path,
    )


def main_file_missing(path: Path) -> StudyError:
    """The newest changes lie beside a database that is not there."""
    return _said(
        "The file with your progress is missing.",
        "{file} is not there, but the latest changes to it are, in {file}-wal.",
        "Put {file} back if you moved it. To begin anew, move {file}-wal to another folder.",
        path,
    )


def old_sqlite(path: Path, found: str) -> StudyError:
    """A library with a known fault that can lose what was saved."""
    return StudyError(
        "This copy of Clozeline was put together with an unsafe part.",
        "SQLite {found} can lose saved answers; {needed} or later is needed. {file} was left as it is.",
        "Install Clozeline again.",
        {"found": found, "needed": "3.51.3", "file": path},
    )


def disk_fault(path: Path) -> StudyError:
    """The disk refused to read or write."""
    return _said(
        "The disk reported an error.",
        "Reading or writing {file} failed. Everything saved before was left as it is.",
        "Check the disk, and make a copy of {folder}.",
        path,
    )


def told_by_sqlite(error: apsw.Error, path: Path) -> StudyError:
    """What a failure inside SQLite means to the learner; a mistake of ours is raised as it is."""
    if isinstance(error, apsw.FullError):
        return disk_full(path)
    if isinstance(error, IN_USE):
        return in_use(path)
    if isinstance(error, NOT_WRITABLE):
        return not_writable(path)
    if isinstance(error, DAMAGED):
        return damaged(path)
    if isinstance(error, apsw.IOError):
        return disk_fault(path)
    raise error


def told_by_system(error: OSError, path: Path) -> StudyError:
    """What a failure of the file system means to the learner."""
    if error.errno in FULL_DISK:
        return disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ENOENT, errno.EISDIR):
        return not_writable(path)
    return disk_fault(path)
