"""Files and folders in every state a learner's disk can be in."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.progress_store import ProgressStore

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database of a test lies."""
    return tmp_path / "progress.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[ProgressStore]:
    """A new store, open while the test runs."""
    opened = ProgressStore.open(path)
    yield opened
    opened.close()


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A folder that the test may read but not write until it ends; root steps down for that long."""
    folder = Path(tempfile.mkdtemp(prefix="clozeline-"))
    yield folder
    if os.geteuid() == NOBODY:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def forbid_writing(folder: Path) -> None:
    """Take the right to write the folder and its files, from root as well."""
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
