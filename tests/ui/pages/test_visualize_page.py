"""Visualize: steps by keys, by the player and by themselves; what is shown, told and written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.events import Moment
from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_lesson
from desktop.storage.progress_store import ProgressStore
from desktop.study import reading
from desktop.ui.pages import visualize_page
from desktop.ui.pages.visualize_page import VisualizePage
from desktop.ui.theme import Theme

PLACE = "everything/every-visual"
NOON = Moment(1_792_002_600_000, 0)
FILE = Path(__file__).resolve().parents[2] / "courses" / "everything" / "every-visual.toml"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    found = read_lesson(FILE)
    assert isinstance(found, Lesson)
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProgressStore]:
    store = ProgressStore.open(tmp_path / "progress.sqlite")
    yield store
    store.close()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(visualize_page, "announce", lambda _widget, words: said.append(words))
    return said


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, store: ProgressStore, lesson: Lesson, spoken: list[str]
) -> VisualizePage:
    visit = reading.start(lesson, "visualize", (), Random(1))
    page = VisualizePage(theme, store, lambda: NOON, PLACE, lesson, visit)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.take_focus()
    return page


def press(qtbot: QtBot, page: VisualizePage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def test_it_begins_at_the_first_step(page: VisualizePage, spoken: list[str]) -> None:
    assert page.top.count.text() == "Step 1 of 22"
    assert page.sheet is not None
    assert page.sheet.note.title.text() == "Line 1 has just run"
    assert spoken == ["How the drift score adds up. Step 1 of 22, line 1"]


def test_keys_step_on_and_back_and_to_both_ends(qtbot: QtBot, page: VisualizePage) -> None:
    seen = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        press(qtbot, page, key)
        seen.append(page.player.at)
    assert seen == [1, 2, 1, 0, 0, 21, 0]


@pytest.mark.parametrize("part", ["play", "first", "back", "on", "last", "speed"])
def test_arrows_step_wherever_the_focus_is(qtbot: QtBot, page: VisualizePage, part: str) -> None:
    page.player.go_to(4)
    getattr(page.player, part).setFocus()
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.player.at == 5


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_focused_button_is_pressed_once(qtbot: QtBot, page: VisualizePage, key: Qt.Key) -> None:
    page.player.on.setFocus()
    press(qtbot, page, key)
    assert (page.player.at, page.player.playing) == (1, False)
    page.player.play.setFocus()
    press(qtbot, page, key)
    assert page.player.playing


def test_home_and_end_step_from_the_code_too(qtbot: QtBot, page: VisualizePage) -> None:
    assert page.sheet is not None
    assert page.sheet.code is not None
    lines = page.sheet.code._lines
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_End)
    assert page.player.at == 21


def test_the_buttons_step_and_are_off_where_there_is_nowhere_to_go(qtbot: QtBot, page: VisualizePage) -> None:
    player = page.player
    assert not player.back.isEnabled()
    for button, at in ((player.on, 1), (player.last, 21), (player.back, 20), (player.first, 0)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert player.at == at
    player.go_to(21)
    assert not player.on.isEnabled()


def test_the_line_of_steps_is_scrubbed_with_the_mouse(qtbot: QtBot, page: VisualizePage) -> None:
    line = page.player.scrubber
    middle = line.height() // 2
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() - 1, middle))
    assert page.player.at == 21
    qtbot.mouseMove(line, QPoint(line.width() // 2, middle))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(2, middle))
    assert page.player.at in (10, 11)


def test_it_plays_to_the_end_only_when_asked(qtbot: QtBot, page: VisualizePage) -> None:
    assert not page.player.playing
    page.player.go_to(19)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.player.playing
    assert page.player.play.accessibleName() == "Pause"
    for _ in range(2):
        page.player._clock.timeout.emit()
    assert (page.player.at, page.player.playing) == (21, False)
    assert page.player.play.accessibleName() == "Play again"
    press(qtbot, page, Qt.Key.Key_Space)
    assert (page.player.at, page.player.playing) == (0, True)


def test_a_step_by_hand_pauses_and_leaving_does_too(qtbot: QtBot, page: VisualizePage) -> None:
    page.player.toggle()
    press(qtbot, page, Qt.Key.Key_Right)
    assert not page.player.playing
    page.player.toggle()
    page.hide()
    assert not page.player.playing


@pytest.mark.parametrize(("speed", "ms"), [(0.5, 1800), (1.0, 900), (2.0, 450)])
def test_the_speed_sets_how_long_a_step_stays(page: VisualizePage, speed: float, ms: int) -> None:
    page.player.toggle()
    page.player.set_speed(speed)
    assert page.player._clock.interval() == ms
    assert page.player.speed.accessibleName() == f"Speed, {speed:g}×"


def test_a_step_is_told_with_what_changed_and_what_it_was(page: VisualizePage, spoken: list[str]) -> None:
    page.player.go_to(13)
    assert spoken[-1] == (
        "Step 14 of 22, line 7: part is 0.00911608, was 0.0111572. Bin 3 holds 30% of the live rows "
        "and held 25% before. The share grew a little, so this bin adds a little to the score."
    )


def test_values_chart_and_note_follow_the_step(page: VisualizePage) -> None:
    page.player.go_to(13)
    sheet = page.sheet
    assert sheet is not None
    assert sheet.table is not None
    assert sheet.chart is not None
    assert sheet.table.accessibleDescription() == (
        "total is 0.148601; i is 2; b is 0.25; s is 0.3; part is 0.00911608, was 0.0111572"
    )
    assert sheet.chart.accessibleDescription().endswith("marked: bin 3")
    assert sheet.note.text.plain_text().startswith("Bin 3 holds 30%")


def test_a_line_that_raises_says_so(page: VisualizePage, spoken: list[str]) -> None:
    page._choose(1)
    page.player.go_to(12)
    assert page.sheet is not None
    words = "TypeError: unsupported operand type(s) for -: 'NoneType' and 'float'"
    assert page.sheet.note.title.text() == f"Line 5 raised {words}"
    assert spoken[-1] == f"Step 13 of 15, line 5: {words}"


def test_without_a_note_the_changes_are_read(page: VisualizePage) -> None:
    page._choose(1)
    page.player.go_to(11)
    assert page.sheet is not None
    assert page.sheet.note.text.plain_text() == "x is 1.0, was 2.0; y is None, was 4.0."


def test_a_process_shows_its_nodes_and_is_told(page: VisualizePage, spoken: list[str]) -> None:
    page._choose(2)
    page.player.go_to(3)
    assert page.sheet is not None
    assert page.sheet.diagram is not None
    assert page.sheet.note.title.text() == "Step 4"
    assert spoken[-1].startswith("Step 4 of 4: score is 0.228. The score passes 0.2")


def test_a_visual_counts_once_its_last_step_was_seen(page: VisualizePage, store: ProgressStore) -> None:
    row = (f"{PLACE}/visualize/drift-score", "")
    page.player.go_to(20)
    assert row not in store.task_rows(PLACE)
    for step in (21, 0, 21):
        page.player.go_to(step)
    assert store.task_rows(PLACE)[row].solved
    assert store.task_rows(PLACE)[row].answered == 1


def test_enter_goes_on_from_the_last_step_and_out_of_the_last_visual(
    qtbot: QtBot, page: VisualizePage
) -> None:
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.player.count == 22
    for count in (15, 4, 2):
        press(qtbot, page, Qt.Key.Key_End, Qt.Key.Key_Return)
        assert (page.player.at, page.player.count) == (0, count)
    with qtbot.waitSignal(page.left):
        press(qtbot, page, Qt.Key.Key_End, Qt.Key.Key_Return)


def test_the_way_on_is_named_where_there_is_one(qtbot: QtBot, page: VisualizePage) -> None:
    page.onward_words = lambda: "Next: Fill"
    page._choose(3)
    page.player.go_to(1)
    assert page.sheet is not None
    assert page.sheet.note.next.words() == "Next: Fill"
    with qtbot.waitSignal(page.onward_wanted):
        qtbot.mouseClick(page.sheet.note.next, Qt.MouseButton.LeftButton)


def test_alt_and_arrows_go_to_other_visuals_and_escape_leaves(qtbot: QtBot, page: VisualizePage) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(page, Qt.Key.Key_Right, alt)
    assert page.visit.at == "loss-falls"
    qtbot.keyClick(page, Qt.Key.Key_Left, alt)
    qtbot.keyClick(page, Qt.Key.Key_Left, alt)
    assert page.visit.at == "drift-score"
    with qtbot.waitSignal(page.left):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_the_note_stays_in_sight_where_all_stands_below_each_other(qtbot: QtBot, page: VisualizePage) -> None:
    page.resize(700, 700)
    page.player.go_to(13)
    assert page.sheet is not None
    note = page.sheet.note
    assert note.isVisible()
    assert not page.body.isAncestorOf(note)
    page.resize(1200, 800)
    assert page.body.isAncestorOf(note)


def test_nothing_above_the_note_moves_from_step_to_step(qtbot: QtBot, page: VisualizePage) -> None:
    sheet = page.sheet
    assert sheet is not None
    assert sheet.chart is not None
    places = set()
    for step in range(21):
        page.player.go_to(step)
        places.add((sheet.note.mapTo(sheet, QPoint()).y(), sheet.chart.mapTo(sheet, QPoint()).y()))
    assert len(places) == 1
