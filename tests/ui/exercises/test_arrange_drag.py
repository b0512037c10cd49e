"""Arrange by dragging, with real drag events: where the mark stands on the way, and where a line ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.drag import ChipLoad
from desktop.ui.widgets.line_list import PAD
from desktop.ui.widgets.line_look import STEP
from tests.ui.exercises.arrange_tasks import SOLVED, ArrangeHands, arrange_task

Make = Callable[..., ArrangeHands]


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(**fields: Any) -> ArrangeHands:
        hands = ArrangeHands(theme, arrange_task(**fields))
        qtbot.addWidget(hands.window)
        return hands

    return build


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was dragged; every drag ends at once, outside of everything."""
    seen: list[str] = []

    def exec_(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        seen.append(bytes(drag.mimeData().data("application/x-clozeline-chip").data()).decode())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    return seen


def mark(hands: ArrangeHands) -> tuple[int, int] | None:
    """Where the mark of the landing stands: its left end and its height; none when it is hidden."""
    shown = hands.lines._mark
    return None if shown.isHidden() else (shown.x(), shown.y() + 1)


def order(hands: ArrangeHands) -> list[int]:
    return [line for line, _ in hands.rows()]


def test_a_line_is_dragged_from_the_tray_to_a_place(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1), (4, 1))
    assert hands.drop(hands.load(3), hands.lines, hands.above(4)).isAccepted()
    assert hands.rows() == [(1, 0), (2, 1), (3, 1), (4, 1)]
    assert hands.said == [f"Chip {hands.chip(3).letter}, errors = watch(new, minutes=30), is now line 3"]
    assert hands.board.stand.selected == 3


def test_into_an_empty_list_and_to_its_end(make: Make) -> None:
    hands = make()
    hands.drop(hands.load(1), hands.lines, QPointF(300, 20))
    hands.drop(hands.load(2), hands.lines, QPointF(300, hands.lines.height() - 4))
    assert hands.rows() == [(1, 0), (2, 0)]


def test_a_mark_shows_where_the_line_will_land(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED[:4])
    assert hands.hover(hands.load(5), hands.lines, hands.above(3)).isAccepted()
    left = PAD + hands.row(3).text_left(1)
    assert mark(hands) == (left, hands.row(3).geometry().top())
    hands.leave()
    assert mark(hands) is None
    assert order(hands) == [1, 2, 3, 4]


def test_a_line_is_dragged_within_the_list(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    hands.drop(hands.load(5), hands.lines, hands.above(5), hands.above(2))
    assert hands.rows() == [(1, 0), (5, 2), (2, 1), (3, 1), (4, 1)]
    assert hands.said == ["Line 5 is now line 2"]
    hands.drop(hands.load(5), hands.lines, hands.above(5), QPointF(300, hands.lines.height() - 60))
    assert order(hands) == [1, 2, 3, 4, 5]
    hands.view.undo()
    assert order(hands) == [1, 5, 2, 3, 4]


@pytest.mark.parametrize(
    ("by", "level"), [(STEP, 2), (STEP - 2, 1), (2 * STEP + 9, 3), (-STEP, 0), (-9 * STEP, 0), (6, 1)]
)
def test_sideways_it_is_indented_in_steps(make: Make, by: int, level: int) -> None:
    hands = make()
    hands.put(*SOLVED)
    start = hands.above(3)
    hands.drop(hands.load(3), hands.lines, start, start + QPointF(by, 0))
    assert hands.rows() == [(1, 0), (2, 1), (3, level), (4, 1), (5, 2)]


def test_on_the_way_sideways_the_mark_shows_the_level(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    start = hands.above(3)
    hands.hover(hands.load(3), hands.lines, start, start + QPointF(2 * STEP, 0))
    assert mark(hands) == (PAD + hands.row(3).text_left(3), hands.row(3).geometry().top())


@pytest.mark.parametrize(("column", "level"), [(0, 0), (1, 1), (2, 2), (3, 1)])
def test_from_the_tray_the_guides_under_the_pointer_say_how_deep(make: Make, column: int, level: int) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    x = PAD + hands.row(1).text_left(0) + column * STEP + 4
    hands.drop(hands.load(3), hands.lines, QPointF(x, hands.lines.height() - 4))
    assert hands.rows()[-1] == (3, level)


def test_dropped_on_the_tray_a_line_goes_back(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    assert hands.drop(hands.load(4), hands.tray, QPointF(20, 4)).isAccepted()
    assert order(hands) == [1, 2, 3, 5]
    assert not hands.chip(4).isHidden()


def test_a_line_dropped_where_it_stands_changes_nothing(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    changes: list[int] = []
    hands.view.changed.connect(lambda: changes.append(1))
    hands.drop(hands.load(3), hands.lines, hands.above(3))
    assert (hands.rows(), changes, hands.said) == (list(SOLVED), [], [])


@pytest.mark.parametrize(
    "load", [ChipLoad("somebody", 1), ChipLoad("1-2", 2)], ids=["another program", "another task"]
)
def test_a_strange_line_is_refused(make: Make, load: ChipLoad) -> None:
    hands = make()
    assert not hands.drop(load, hands.lines, QPointF(300, 20)).isAccepted()
    assert not hands.drop(ChipLoad(hands.board.owner, 99), hands.lines, QPointF(300, 20)).isAccepted()
    assert hands.rows() == []


def test_once_it_is_over_nothing_can_be_dropped(make: Make, drags: list[str]) -> None:
    hands = make()
    hands.put(*SOLVED)
    hands.check()
    hands.drop(hands.load(6), hands.lines, hands.above(2))
    hands.row(2).drag_wanted.emit(QPoint(5, 5))
    assert (hands.rows(), drags) == (list(SOLVED), [])


def test_pulling_at_a_row_and_letting_go_outside_sends_the_line_home(make: Make, drags: list[str]) -> None:
    hands = make()
    hands.put(*SOLVED)
    row = hands.row(3)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    QTest.mouseMove(row, QPoint(140, 60))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(140, 60))
    assert [words.split()[1:] for words in drags] == [["3", "3"]]
    assert order(hands) in ([1, 2, 4, 5], [1, 2, 3, 4, 5])
    assert not row.face().gone


@pytest.mark.parametrize(
    ("held", "left"),
    [(Qt.MouseButton.LeftButton, [1, 2, 3, 4, 5]), (Qt.MouseButton.NoButton, [1, 2, 4, 5])],
)
def test_a_cancelled_drag_changes_nothing(
    make: Make,
    drags: list[str],
    monkeypatch: pytest.MonkeyPatch,
    held: Qt.MouseButton,
    left: list[int],
) -> None:
    hands = make()
    hands.put(*SOLVED)
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: held)
    hands.row(3).drag_wanted.emit(QPoint(100, 20))
    assert order(hands) == left
    assert len(drags) == 1


def test_a_pull_at_a_chip_starts_a_drag_and_adds_nothing(make: Make, drags: list[str]) -> None:
    hands = make()
    chip = hands.chip(2)
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(chip, QPoint(60, 60))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert (len(drags), hands.rows()) == (1, [])


def test_a_list_that_scrolls_under_the_line_shows_the_new_place(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED[:4])
    hands.lines.aim_at(hands.lines.mapToGlobal(hands.above(2).toPoint()))
    assert mark(hands) is None
    hands.hover(hands.load(5), hands.lines, hands.above(4))
    hands.lines.aim_at(hands.lines.mapToGlobal(hands.above(2).toPoint()))
    shown = mark(hands)
    assert shown is not None
    assert shown[1] == hands.row(2).geometry().top()
