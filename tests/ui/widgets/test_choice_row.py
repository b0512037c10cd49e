"""Options of a choice task."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.choice_row import ChoiceRow


@pytest.fixture
def rows(theme, qtbot) -> Iterator[list[ChoiceRow]]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    rows = [ChoiceRow(theme, letter, f"Option {letter}") for letter in "ABC"]
    for row in rows:
        column.addWidget(row)
    page.show()
    yield rows  # the page lives as long as the test
    page.close()


def test_a_click_picks(rows, qtbot):
    with qtbot.waitSignal(rows[1].picked):
        qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert [row.state for row in rows] == ["idle", "chosen", "idle"]


def test_only_one_is_chosen(rows, qtbot):
    for row in rows:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert [row.state for row in rows] == ["idle", "idle", "chosen"]


def test_the_space_bar_picks_and_enter_is_left_to_the_page(rows, qtbot):
    picks: list[bool] = []
    rows[0].picked.connect(lambda: picks.append(True))
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert picks == []
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    assert picks == [True]


def test_several_may_be_chosen_and_taken_back(theme, qtbot):
    row = ChoiceRow(theme, "A", "x", several=True)
    qtbot.addWidget(row)
    row.click()
    assert row.state == "chosen"
    row.click()
    assert row.state == "idle"


@pytest.mark.parametrize("state", ["right", "wrong", "rest"])
def test_after_the_check_nothing_is_picked(rows, qtbot, state):
    picks: list[bool] = []
    rows[0].picked.connect(lambda: picks.append(True))
    rows[0].set_state(state)
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert (picks, rows[0].state) == ([], state)


@pytest.mark.parametrize(
    ("state", "name"),
    [("right", "A, Option A, right answer"), ("wrong", "A, Option A, your answer"), ("rest", "A, Option A")],
)
def test_the_state_is_said_in_words(rows, state, name):
    rows[0].set_state(state)
    assert rows[0].accessibleName() == name


def test_a_chosen_row_can_be_set_back(rows):
    rows[0].set_state("chosen")
    rows[0].set_state("idle")
    assert (rows[0].state, rows[0].isChecked()) == ("idle", False)


def test_nothing_moves_at_the_check(theme, qtbot):
    row = ChoiceRow(theme, "A", "A text that is long enough to need several lines in a narrow place. " * 2)
    qtbot.addWidget(row)
    before = row.heightForWidth(420)
    row.set_state("right")
    assert row.heightForWidth(420) == before > 44
