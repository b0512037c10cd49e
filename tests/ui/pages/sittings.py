"""Tests in progress and finished ones, over a made-up bank."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.events import Moment
from desktop.domain.lesson import Lesson
from desktop.domain.progress import Level, TestRow
from desktop.domain.sitting import Sitting
from desktop.storage.progress_store import ProgressStore
from desktop.study import test as tests
from desktop.study.test import Picker
from desktop.ui.pages.test_page import TestPage
from desktop.ui.widgets.button import Button
from tests.study.lessons import NOW, bank

DAY_MS = 86_400_000
PLACE = "course/small"
KEY = f"{PLACE}/test"


def begin(level: Level = Level.MIXED, source: Lesson | None = None, *, timer: bool = False) -> Sitting:
    return tests.start(picker(source), level, 5, NOW, timer=timer)[0]


def picker(source: Lesson | None = None) -> Picker:
    return Picker(source or bank(), {}, "course", frozenset())


def open_test(qtbot, theme, store, sitting, stopwatch=None, source=None):  # noqa: PLR0917
    page = TestPage(theme, store, lambda: NOW, picker(source), sitting, Path(), stopwatch=stopwatch)
    page.setMinimumSize(800, 440)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    return page


def answer(qtbot, page: TestPage, *, right: bool = True) -> None:
    """Answer the question that is shown by pressing one letter."""
    wanted = "yes" if right else "no"
    parts = [one for one in page.findChildren(QWidget) if one.isVisible()]
    name = next(n for one in parts if (n := one.accessibleName()).endswith(f", {wanted}"))
    letter = name.removeprefix("Chip ")[0]
    qtbot.keyClick(page.focusWidget(), letter.lower())
    assert page.sitting.question.complete


def button(page: QWidget, words: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.words() == words and not one.isHidden())


def press(qtbot, page: QWidget, words: str) -> None:
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def take(
    store: ProgressStore,
    right: Collection[int],
    level: Level = Level.MIXED,
    *,
    source: Lesson | None = None,
    day: int = 0,
    at_ms: int = 0,
) -> TestRow:
    """Finish a test in which these questions are right, and the others answered "no" or not at all."""
    source = source or bank()
    sitting = begin(level, source)
    for index, question in enumerate(sitting.questions):
        task = source.task(question.task)
        assert task is not None
        given = task.right_answer() if index in right else None
        sitting = sitting.with_question(index, answer=given, complete=given is not None)
    sitting = sitting.model_copy(update={"seconds": 460, "uid": f"day-{day}-{at_ms}"})
    now = Moment(NOW.utc_ms + day * DAY_MS + at_ms, NOW.offset_minutes)
    _, happenings = tests.finish(sitting, source, now)
    store.record(happenings)
    return store.tests(PLACE)[0]
