"""A round of practice on a real store, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from desktop.domain.events import Moment
from desktop.domain.lesson import Lesson
from desktop.storage.progress_store import ProgressStore
from desktop.study import session
from desktop.ui.pages.practice_page import PracticePage
from tests.study.lessons import NOW, choose_task, lesson


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProgressStore]:
    store = ProgressStore.open(tmp_path / "progress.sqlite")
    yield store
    store.close()


@pytest.fixture
def clock() -> Callable[[], Moment]:
    return lambda: NOW


@pytest.fixture
def questions() -> Lesson:
    """Three questions whose right option is "yes"."""
    return lesson(
        [choose_task(f"q-{n}", use=["practice"], hints=["Think."], quick_check="Yes.") for n in (1, 2, 3)]
    )


@pytest.fixture
def page(  # noqa: PLR0917
    qtbot, theme, store, clock, questions, tmp_path
) -> Iterator[PracticePage]:
    """A round over the questions, shown."""
    round_ = session.start("course", questions, "choose", questions.practice(), Random(5), NOW)
    page = open_page(qtbot, theme, store, clock, questions, round_, tmp_path)
    yield page
    page.flush()


def open_page(  # noqa: PLR0917
    qtbot, theme, store, clock, questions, round_, folder
) -> PracticePage:
    page = PracticePage(theme, store, clock, Random(6), questions, round_, folder)
    page.setMinimumSize(800, 440)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    return page
