"""Esc leaves every way of learning at once, and what was half-done is there again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.modes import MODES
from desktop.domain.shelf import Shelf
from desktop.gallery.desk import Desk, settle
from desktop.gallery.histories import placement
from desktop.paths import Paths
from desktop.storage import bookshelf
from desktop.ui.pages.practice_page import PracticePage

KINDS = ("fill", "choose", "arrange", "debug", "type")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = Paths.find(tmp_path_factory.mktemp("data")).lessons
    return bookshelf.read_shelf(bookshelf.course_folders([folder]))


@pytest.fixture
def desk(qapp, theme, tmp_path: Path, shelf: Shelf) -> Iterator[Desk]:
    with Desk(theme, tmp_path, shelf) as desk:
        desk.open()
        yield desk


@pytest.mark.parametrize("mode", [mode.key for mode in MODES if mode.key != "review"])
def test_escape_leaves_at_once(desk: Desk, mode: str) -> None:
    desk.navigator.open_mode(desk.places[0], mode)
    settle()
    assert desk.window.focus_page() is not None
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.focus_page() is None
    assert desk.dialogs() == []


@pytest.mark.parametrize("mode", KINDS)
def test_what_stood_there_stands_there_again(desk: Desk, mode: str) -> None:
    place = desk.places[0]
    desk.navigator.open_mode(place, mode)
    task = desk.lesson(place).practice(mode)[0]
    desk.place(placement(task.right_answer()))
    before = desk.view().placement()
    desk.press(Qt.Key.Key_Escape)
    desk.navigator.open_mode(place, mode)
    assert desk.view().placement() == before


@pytest.mark.parametrize("mode", KINDS)
def test_the_last_step_is_undone_and_done_again_by_keys(desk: Desk, mode: str) -> None:
    desk.navigator.open_mode(desk.places[0], mode)
    settle()
    empty = desk.view().placement()
    keys = {"debug": [Qt.Key.Key_Down, Qt.Key.Key_Return], "type": [Qt.Key.Key_X]}
    for key in keys.get(mode, [Qt.Key.Key_A]):
        desk.press(key)
    done = desk.view().placement()
    assert done != empty
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.view().placement() == empty
    desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.view().placement() == done


@pytest.mark.parametrize("mode", KINDS)
def test_a_solved_task_can_be_tried_again_and_a_round_done_again(desk: Desk, mode: str) -> None:
    place = desk.places[0]
    desk.navigator.open_mode(place, mode)
    page = desk.page()
    assert isinstance(page, PracticePage)
    tasks = desk.lesson(place).practice(mode)
    by_id = {task.id: task for task in tasks}
    desk.place(placement(by_id[page.round.entry.task].right_answer()))
    desk.press(Qt.Key.Key_Return)
    page.setFocus()
    desk.press(Qt.Key.Key_R)
    assert page.round.entry.attempts == 0
    for _ in tasks:
        desk.place(placement(by_id[page.round.entry.task].right_answer()))
        desk.press(Qt.Key.Key_Return)
        desk.press(Qt.Key.Key_Return)
    assert page.round.finished
    desk.press(Qt.Key.Key_R)
    assert desk.page() is not page
