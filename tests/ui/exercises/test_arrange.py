"""Arrange by clicks, buttons and keys: where lines go, what is selected then, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.exercises.arrange_tasks import FADED, SOLVED, ArrangeHands, answer, arrange_task, entry

Make = Callable[..., ArrangeHands]
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


without_popup_noise = pytest.mark.qt_log_ignore("This plugin does not support")
"""No list can really pop up where there is no screen."""


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(exam: bool = False, width: int = 780, **fields: Any) -> ArrangeHands:
        hands = ArrangeHands(theme, arrange_task(**fields), exam=exam, width=width)
        qtbot.addWidget(hands.window)
        return hands

    return build


def test_a_click_in_the_tray_adds_a_line_behind_the_selected_one_as_deep_as_it(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    hands.select(2)
    hands.click(hands.chip(3))
    assert hands.rows() == [(1, 0), (2, 1), (3, 1)]
    hands.select(1)
    hands.click(hands.chip(4))
    assert hands.rows() == [(1, 0), (4, 0), (2, 1), (3, 1)]
    assert hands.board.stand.selected == 4


def test_without_a_selected_line_it_goes_to_the_end(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    hands.click(hands.lines.next)
    hands.click(hands.chip(6))
    assert hands.rows() == [(1, 0), (2, 1), (6, 1)]


def test_the_chip_of_a_placed_line_leaves_the_tray_and_all_others_keep_their_letters(make: Make) -> None:
    hands = make()
    letters = {line: chip.letter for line, chip in hands.board.chips.items()}
    hands.letter(3)
    assert hands.chip(3).isHidden()
    assert sorted(letters.values()) == list("ABCDEF")
    assert {line: chip.letter for line, chip in hands.board.chips.items()} == letters


def test_letters_add_lines_and_the_letter_of_a_placed_one_selects_it(make: Make) -> None:
    hands = make()
    for line in (1, 2):
        assert hands.letter(line)
    assert hands.rows() == [(1, 0), (2, 0)]
    assert hands.letter(1)
    assert hands.board.stand.selected == 1
    assert hands.said[-1] == "Line 1 of 2, def canary(new, old, share=0.05):, indent 0"
    assert not hands.press(Qt.Key.Key_Z, text="z")


def test_arrows_pick_a_line_and_with_alt_move_it(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    hands.press(UP)
    assert hands.board.stand.selected == 5
    hands.press(UP)
    assert hands.board.stand.selected == 4
    assert hands.press(UP, alt=True)
    assert [line for line, _ in hands.rows()] == [1, 2, 4, 3, 5]
    assert hands.said[-1] == "Line 4 is now line 3"
    hands.press(DOWN, alt=True)
    assert [line for line, _ in hands.rows()] == [1, 2, 3, 4, 5]


def test_at_the_ends_of_the_list_nothing_moves(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    hands.select(1)
    hands.press(UP, alt=True)
    hands.press(UP)
    assert (hands.rows(), hands.board.stand.selected) == ([(1, 0), (2, 1)], 1)
    hands.press(DOWN)
    hands.press(DOWN)
    assert hands.board.stand.selected is None
    assert hands.said == []


def test_left_and_right_indent_the_selected_line(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 0))
    hands.select(2)
    hands.press(RIGHT)
    hands.press(RIGHT)
    hands.press(LEFT)
    hands.press(LEFT)
    hands.press(LEFT)
    hands.press(RIGHT)
    assert hands.rows() == [(1, 0), (2, 1)]
    assert hands.said[-1] == "Line 2, indent 1"


def test_delete_puts_the_line_back_and_selects_the_next_one(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1), (3, 1))
    hands.select(2)
    assert hands.press(Qt.Key.Key_Delete)
    assert hands.rows() == [(1, 0), (3, 1)]
    assert hands.board.stand.selected == 3
    assert not hands.chip(2).isHidden()
    assert hands.said == [
        f"Chip {hands.chip(2).letter}, route(new, share), is back among the lines left",
    ]


@pytest.mark.parametrize(
    ("key", "after"),
    [
        ("up", [(2, 1), (1, 0), (3, 1)]),
        ("down", [(1, 0), (3, 1), (2, 1)]),
        ("out", [(1, 0), (2, 0), (3, 1)]),
        ("in", [(1, 0), (2, 2), (3, 1)]),
        ("back", [(1, 0), (3, 1)]),
    ],
)
def test_the_buttons_of_the_selected_line_do_all_without_dragging(
    make: Make, key: str, after: list[tuple[int, int]]
) -> None:
    hands = make()
    hands.put((1, 0), (2, 1), (3, 1))
    hands.select(2)
    hands.click(hands.board.tools.button(key))
    assert hands.rows() == after


def test_buttons_that_would_do_nothing_cannot_be_pressed(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    hands.select(1)
    assert [key for key in ("up", "down", "out", "in") if hands.board.tools.button(key).isEnabled()] == [
        "down",
        "in",
    ]


def test_where_indentation_does_not_count_nothing_offers_it(make: Make) -> None:
    hands = make(indentation=False)
    hands.put((1, 0), (5, 0))
    hands.select(5)
    hands.press(LEFT)
    assert hands.rows() == [(1, 0), (5, 2)]
    assert hands.names()[1] == "Line 2 of 2, route(old, 1.0)"
    assert "indent it" not in [item.words for item in hands.view.legend()]
    assert "in" not in hands.board.tools._buttons


def test_undo_and_redo_go_back_to_the_last_check(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (3, 1), (2, 1), (4, 1), (5, 2))
    hands.check()
    hands.select(2)
    hands.press(UP, alt=True)
    hands.press(RIGHT)
    hands.view.undo()
    hands.view.undo()
    hands.view.undo()
    assert hands.rows() == [(1, 0), (3, 1), (2, 1), (4, 1), (5, 2)]
    assert not hands.view.changed_since_check
    hands.view.redo()
    assert hands.rows()[1] == (2, 1)


def test_reset_takes_every_line_out_and_can_be_undone(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    hands.view.reset()
    assert hands.rows() == []
    assert hands.said == ["No line is placed"]
    hands.view.undo()
    assert hands.rows() == list(SOLVED)


def test_check_waits_for_as_many_lines_as_are_needed(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED[:4])
    assert not hands.view.complete
    assert hands.board.panel.count() == "4 of 5 lines placed"
    hands.letter(6)
    assert hands.view.complete
    hands.letter(5)
    assert hands.view.complete
    assert hands.board.panel.count() == "6 lines placed, 5 needed"


@without_popup_noise
def test_a_blank_is_filled_from_its_list(make: Make, qtbot) -> None:
    hands = make(**FADED)
    hands.put((1, 0), (2, 1), (3, 1))
    blank = hands.row(2).blanks[1]
    assert not hands.view.complete
    hands.click(blank)
    menu = blank.findChildren(QMenu)[0]
    assert [action.text() for action in menu.actions()] == ["sum", "len"]
    menu.actions()[1].trigger()
    menu.close()
    assert hands.view.complete
    assert blank.word() == "len"
    assert hands.said == ["Line 2 of 3, total = len(rows), indent 1"]


@without_popup_noise
def test_the_space_bar_opens_the_list_of_the_selected_line(make: Make) -> None:
    hands = make(**FADED)
    hands.put((1, 0), (2, 1))
    hands.select(2)
    hands.press(Qt.Key.Key_Space)
    menu = hands.row(2).blanks[1].findChildren(QMenu)[0]
    assert menu.isVisible()
    menu.close()


def test_tab_stops_once_in_the_list_and_at_the_blanks_of_the_selected_line(make: Make) -> None:
    hands = make(**FADED)
    hands.put((1, 0), (2, 1), (3, 1))
    hands.select(2)
    stops = [
        widget
        for widget in (*hands.lines.rows.values(), hands.lines.next, *hands.row(2).blanks.values())
        if widget.focusPolicy() == Qt.FocusPolicy.TabFocus
    ]
    assert stops == [hands.row(2), hands.row(2).blanks[1]]


def test_the_keyboard_stays_with_the_line_that_moves_and_in_the_tray_when_a_chip_leaves(
    make: Make, qtbot
) -> None:
    hands = make()
    hands.put((1, 0), (2, 1), (3, 1))
    hands.select(2)
    hands.row(2).setFocus()
    hands.press(DOWN, alt=True)
    assert QApplication.focusWidget() is hands.row(2)
    hands.press(Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is hands.row(3)
    chip = hands.chip(4)
    chip.setFocus()
    hands.click(chip)
    assert QApplication.focusWidget() in hands.tray.chips


def test_rounds_come_back_as_they_were_left(make: Make) -> None:
    hands = make(**FADED)
    hands.put((2, 1), (1, 0))
    hands.row(2).blanks[1].chosen.emit("len")
    kept = hands.view.placement()
    other = make(**FADED)
    other.view.show_entry(entry(other.task, [], placement=kept))
    assert other.view.answer() == hands.view.answer()


def test_after_a_miss_the_entry_shows_its_marks_again(make: Make) -> None:
    hands = make()
    given = answer((1, 0), (3, 1), (2, 1), (4, 1), (5, 1))
    hands.view.show_entry(entry(hands.task, [given]))
    assert [hands.row(line).face().mark for line in (1, 2, 3, 4, 5)] == [
        "right",
        "wrong",
        "right",
        "right",
        "wrong",
    ]
    assert not hands.view.changed_since_check


def test_enter_is_left_to_the_page_and_words_of_the_legend_name_the_keys(make: Make) -> None:
    hands = make()
    assert not hands.press(Qt.Key.Key_Return)
    assert [(item.keys, item.words) for item in hands.view.legend()] == [
        (("A", "–", "F"), "add a line"),
        (("↑", "↓"), "pick a line"),
        (("Alt", "↑", "↓"), "move it"),
        (("←", "→"), "indent it"),
    ]
