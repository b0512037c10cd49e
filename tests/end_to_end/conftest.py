"""The desk that the end-to-end tests work at."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_lesson
from tests.end_to_end.desk import Desk, missing
from tests.end_to_end.learner import Learner
from tests.end_to_end.screen_reader import ScreenReader

COURSE = Path(__file__).with_name("course")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Generator[Desk, None, None]:
    """A desk, where this machine has all that one is made of."""
    if lacking := missing():
        pytest.skip(f"missing: {', '.join(lacking)}")
    with Desk(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def learner(desk: Desk, tmp_path: Path) -> Learner:
    """A learner who has never started the program."""
    return Learner(desk, ScreenReader(desk), tmp_path / "data")


@pytest.fixture(scope="module")
def short_lesson() -> Lesson:
    """The lesson with one thing to do in each way of learning."""
    read = read_lesson(COURSE / "the-mean.toml")
    assert isinstance(read, Lesson)
    return read


@pytest.fixture
def added(tmp_path: Path) -> None:
    """The course is among those the learner added."""
    shutil.copytree(COURSE, tmp_path / "data" / "packs" / "short")
