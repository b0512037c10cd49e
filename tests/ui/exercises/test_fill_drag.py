"""Fill by dragging, with real drag events: what is shown on the way, and where a chip ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.drag import ChipLoad
from desktop.ui.widgets.slot_look import SlotState
from tests.ui.exercises.fill_tasks import Hands, fill_task

Make = Callable[..., Hands]


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(**fields: Any) -> Hands:
        hands = Hands(theme, fill_task(**fields))
        qtbot.addWidget(hands.window)
        return hands

    return build


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Qt.DropAction]]:
    """What was dragged; every drag ends at once, outside of everything."""
    seen: list[tuple[str, Qt.DropAction]] = []

    def exec_(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        seen.append((bytes(drag.mimeData().data("application/x-clozeline-chip").data()).decode(), action))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    return seen


def states(hands: Hands) -> list[SlotState]:
    return [hands.canvas.state_of(place) for place in hands.canvas.sheet.places]


def pull(hands: Hands, place: int) -> None:
    """Press on a slot and pull."""
    at = hands.middle(place).toPoint()
    QTest.mousePress(hands.canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(hands.canvas, at + QPoint(40, 40))


def test_a_chip_is_dragged_from_the_tray_to_a_blank(make: Make) -> None:
    hands = make()
    assert hands.drop_on(hands.load("append"), 2).isAccepted()
    assert hands.placed() == {1: None, 2: None, 3: "append"}
    assert hands.active() == 1


def test_the_target_and_its_twin_preview_the_chip_and_all_open_slots_show(make: Make) -> None:
    hands = make()
    assert hands.hover(hands.load("name"), hands.canvas, hands.middle(0)).isAccepted()
    assert states(hands) == [SlotState.TARGET, SlotState.OPEN, SlotState.OPEN, SlotState.TWIN]
    assert hands.tray.caption() == "Both blanks numbered 1 take the same chip"
    hands.leave()
    assert SlotState.TARGET not in states(hands)
    assert hands.tray.caption() == "Drag a chip, or click a blank and then a chip"


def test_a_chip_from_another_blank_changes_places(make: Make) -> None:
    hands = make()
    hands.drop_on(hands.load("name"), 0)
    hands.drop_on(hands.load("<"), 1)
    hands.drop_on(hands.load("name", origin=1), 1)
    assert hands.placed() == {1: "<", 2: "name", 3: None}
    hands.view.undo()
    assert hands.placed() == {1: "name", 2: "<", 3: None}


def test_a_chip_from_the_tray_sends_what_stands_there_back(make: Make) -> None:
    hands = make()
    hands.drop_on(hands.load("name"), 1)
    hands.drop_on(hands.load("<"), 1)
    assert hands.placed() == {1: None, 2: "<", 3: None}


def test_a_chip_dropped_on_the_tray_goes_back(make: Make) -> None:
    hands = make()
    hands.drop_on(hands.load("name"), 0)
    hands.drop(hands.load("name", origin=1), hands.tray, QPointF(20, 20))
    assert hands.placed()[1] is None
    assert hands.said[-1] == "Blank 1 is empty"


def test_a_chip_that_is_reused_leaves_the_blank_it_is_dragged_from(make: Make) -> None:
    hands = make(reuse=True)
    hands.drop_on(hands.load("name"), 0)
    hands.drop_on(hands.load("name"), 1)
    hands.drop_on(hands.load("name", origin=2), 2)
    assert hands.placed() == {1: "name", 2: None, 3: "name"}


def test_beside_the_blanks_nothing_can_be_dropped(make: Make) -> None:
    hands = make()
    drop = hands.drop(hands.load("name"), hands.canvas, QPointF(300, 20))
    assert not drop.isAccepted()
    assert hands.placed()[1] is None


def test_a_locked_blank_takes_no_chip(make: Make) -> None:
    hands = make()
    for chip, place in (("name", 0), (">", 1), ("append", 2)):
        hands.drop_on(hands.load(chip), place)
    hands.check()
    assert not hands.drop_on(hands.load("<"), 0).isAccepted()
    assert hands.drop_on(hands.load("<"), 1).isAccepted()
    assert hands.placed() == {1: "name", 2: "<", 3: "append"}


@pytest.mark.parametrize(
    "load", [ChipLoad("somebody", 0), ChipLoad("1-2", 0)], ids=["another program", "another task"]
)
def test_a_strange_chip_is_refused(make: Make, load: ChipLoad) -> None:
    hands = make()
    assert not hands.drop_on(load, 0).isAccepted()
    assert hands.placed()[1] is None


def test_a_chip_that_does_not_exist_is_refused(make: Make) -> None:
    hands = make()
    assert not hands.drop_on(ChipLoad(hands.canvas._owner, 99), 0).isAccepted()


def test_pulling_at_a_filled_slot_and_letting_go_outside_sends_the_chip_home(
    make: Make, drags: list[tuple[str, Qt.DropAction]]
) -> None:
    hands = make()
    hands.drop_on(hands.load("name"), 0)
    pull(hands, 0)
    QTest.mouseRelease(hands.canvas, Qt.MouseButton.LeftButton)
    assert [words.split()[1:] for words, _ in drags] == [[str(hands.index("name")), "1"]]
    assert hands.placed()[1] in (None, "name")
    assert SlotState.OPEN not in states(hands)


@pytest.mark.parametrize(
    ("held", "left"), [(Qt.MouseButton.LeftButton, "name"), (Qt.MouseButton.NoButton, None)]
)
def test_a_cancelled_drag_changes_nothing(
    make: Make,
    drags: list[tuple[str, Qt.DropAction]],
    monkeypatch: pytest.MonkeyPatch,
    held: Qt.MouseButton,
    left: str | None,
) -> None:
    hands = make()
    hands.drop_on(hands.load("name"), 0)
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: held)
    hands.canvas.drag_wanted.emit(1)
    assert hands.placed()[1] == left
    assert len(drags) == 1


def test_an_empty_or_locked_slot_cannot_be_pulled_at(
    make: Make, drags: list[tuple[str, Qt.DropAction]]
) -> None:
    hands = make()
    pull(hands, 0)
    hands.drop_on(hands.load("name"), 0)
    for chip in ("<", "append"):
        hands.letter(chip)
    hands.check()
    pull(hands, 0)
    assert drags == []


def test_a_pull_at_a_chip_starts_a_drag_and_is_no_click(
    make: Make, drags: list[tuple[str, Qt.DropAction]]
) -> None:
    hands = make()
    chip = hands.chip("name")
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(chip, QPoint(60, 60))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert len(drags) == 1
    assert not chip.state().picked


def test_a_sheet_that_scrolls_under_the_chip_shows_the_new_target(make: Make) -> None:
    hands = make()
    over = hands.canvas.mapToGlobal(hands.middle(1).toPoint())
    hands.canvas.aim_at(over)
    assert SlotState.TARGET not in states(hands)
    in_hand = hands.view._board._in_hand(hands.load("name"))
    assert in_hand is not None
    hands.canvas.begin_drag(in_hand)
    hands.canvas.aim_at(over)
    assert states(hands)[1] is SlotState.TARGET
    hands.canvas.end_drag()
    assert SlotState.TARGET not in states(hands)
