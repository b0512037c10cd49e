"""Fill by clicks and keys: what goes where, what is active then, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.round import Stand
from desktop.ui.widgets.chip import Chip
from tests.ui.exercises.fill_tasks import Hands, entry, fill_task

Make = Callable[..., Hands]


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(exam: bool = False, width: int = 780, **fields: Any) -> Hands:
        hands = Hands(theme, fill_task(**fields), exam=exam, width=width)
        qtbot.addWidget(hands.window)
        return hands

    return build


EIGHT = {
    "code": " ".join(f"[[{n}]]" for n in range(1, 13)),
    "chips": [f"c{n}" for n in range(1, 15)],
    "answers": {n: f"c{n}" for n in range(1, 13)},
    "language": "python",
    "file": "a.py",
}


def test_a_blank_is_clicked_and_then_a_chip(make: Make) -> None:
    hands = make()
    hands.click_slot(2)
    hands.click_chip("append")
    assert hands.placed() == {1: None, 2: None, 3: "append"}
    assert hands.said == ["Chip C, append, in blank 3"]


def test_a_chip_is_clicked_and_then_a_blank(make: Make) -> None:
    hands = make()
    for chip, place in (("<", 1), ("append", 2), ("name", 0)):
        hands.click_chip(chip)
        hands.click_slot(place)
    assert hands.placed() == {1: "name", 2: "<", 3: "append"}
    assert hands.view.complete


def test_a_second_click_on_the_chip_puts_it_down(make: Make) -> None:
    hands = make()
    hands.click_chip("name")
    assert hands.chip("name").state().picked
    hands.click_chip("name")
    assert not hands.chip("name").state().picked
    hands.click_slot(0)
    assert hands.placed() == {1: None, 2: None, 3: None}


def test_a_second_click_on_the_blank_lets_it_go(make: Make) -> None:
    hands = make()
    hands.click_slot(1)
    hands.click_slot(1)
    assert hands.active() == 0


def test_a_blank_that_became_active_by_itself_can_be_clicked(make: Make) -> None:
    hands = make()
    for place, chip in ((0, "name"), (1, "<"), (2, "append"), (2, ">")):
        hands.click_slot(place)
        hands.click_chip(chip)
    assert hands.placed() == {1: "name", 2: "<", 3: ">"}


def test_escape_puts_the_chip_down(make: Make) -> None:
    hands = make()
    assert not hands.view.cancel()
    hands.click_chip("name")
    assert hands.view.cancel()
    assert not hands.view.cancel()


def test_the_next_empty_blank_becomes_active_and_takes_the_next_chip(make: Make) -> None:
    hands = make()
    hands.click_slot(0)
    hands.click_chip("name")
    assert hands.active() == 2
    hands.click_chip("<")
    assert hands.active() == 3
    hands.click_chip("append")
    assert hands.placed() == {1: "name", 2: "<", 3: "append"}


def test_a_click_on_a_used_chip_takes_it_back(make: Make) -> None:
    hands = make()
    hands.click_slot(0)
    hands.click_chip("name")
    hands.click_chip("name")
    assert hands.placed() == {1: None, 2: None, 3: None}
    assert hands.active() == 1
    assert hands.said[-1] == "Blank 1 is empty"


def test_a_chip_that_may_be_used_again_is_placed_again(make: Make) -> None:
    hands = make(reuse=True)
    hands.click_slot(1)
    hands.click_chip("name")
    hands.click_chip("name")
    assert hands.placed() == {1: None, 2: "name", 3: "name"}
    hands.click_slot(1)
    hands.click_chip("name")
    assert hands.placed() == {1: None, 2: None, 3: "name"}


def test_a_chip_in_a_filled_blank_is_replaced_and_goes_back(make: Make) -> None:
    hands = make()
    hands.digit("2")
    hands.letter(">")
    hands.digit("2")
    hands.letter("<")
    assert hands.placed() == {1: None, 2: "<", 3: None}
    assert not hands.chip(">").state().used


def test_the_letter_of_a_used_chip_changes_places(make: Make) -> None:
    hands = make()
    for digit, chip in (("1", "name"), ("2", ">")):
        hands.digit(digit)
        hands.letter(chip)
    hands.digit("1")
    hands.letter(">")
    assert hands.placed() == {1: ">", 2: "name", 3: None}


def test_digits_pick_and_letters_place(make: Make) -> None:
    hands = make()
    hands.digit("3")
    assert hands.active() == 3
    assert hands.said == ["Blank 3 of 3, line 11, empty"]
    hands.letter("append")
    assert hands.placed()[3] == "append"
    assert not hands.press(Qt.Key.Key_9, "9")
    assert not hands.press(Qt.Key.Key_Z, "z")


def test_two_digits_pick_a_blank_above_nine(make: Make) -> None:
    hands = make(**EIGHT)
    hands.digit("1")
    assert hands.active() == 1
    hands.digit("2")
    assert hands.active() == 12
    hands.digit("3")
    assert hands.active() == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_empties_the_active_blank(make: Make, key: Qt.Key) -> None:
    hands = make()
    hands.digit("1")
    hands.letter("name")
    hands.digit("1")
    hands.press(key)
    assert hands.placed()[1] is None
    assert hands.active() == 1


def test_arrows_go_by_where_the_slots_stand(make: Make) -> None:
    hands = make()
    hands.view.first_focus().setFocus()
    reached = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    ):
        QTest.keyClick(hands.window.focusWidget(), key)
        reached.append(hands.canvas.active)
    assert reached == [1, 2, 3, 1, 0, 1]
    assert hands.canvas.stop(1).hasFocus()


def test_enter_on_a_slot_asks_for_a_check(qtbot, make: Make) -> None:
    hands = make()
    stop = hands.view.first_focus()
    stop.setFocus()
    with qtbot.waitSignal(hands.view.submitted):
        QTest.keyClick(stop, Qt.Key.Key_Return)


def test_tab_stops_once_in_the_code_and_once_in_the_tray(qtbot, make: Make) -> None:
    hands = make()
    hands.window.activateWindow()
    hands.view.first_focus().setFocus()
    stops = [hands.window.focusWidget()]
    for _ in range(2):
        QTest.keyClick(hands.window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(hands.window.focusWidget())
    assert stops == [hands.canvas.stop(0), hands.tray.chips[0], hands.canvas.stop(0)]


def test_arrows_lead_from_chip_to_chip_and_enter_places_one(make: Make) -> None:
    hands = make()
    hands.digit("1")
    hands.tray.chips[0].setFocus()
    QTest.keyClick(hands.tray.chips[0], Qt.Key.Key_Right)
    assert hands.tray.chips[1].hasFocus()
    QTest.keyClick(hands.tray.chips[1], Qt.Key.Key_Return)
    assert hands.placed()[1] == hands.tray.chips[1].text_shown


def test_a_number_that_stands_twice_is_one_blank(make: Make) -> None:
    hands = make()
    hands.click_chip("name")
    hands.click_slot(3)
    assert hands.placed()[1] == "name"
    assert hands.canvas.face(1).text == "name"
    assert [name for name in hands.names() if "name" in name] == [
        "Blank 1 of 3, line 7, contains name",
        "Blank 1 of 3, line 11, contains name",
    ]


def test_undo_and_redo_go_back_to_the_last_check(qtbot, make: Make) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    hands.view.undo()
    assert hands.placed() == {1: "name", 2: ">", 3: None}
    hands.view.redo()
    hands.check()
    hands.view.undo()
    assert hands.placed() == {1: "name", 2: ">", 3: "append"}
    hands.digit("2")
    hands.letter("<")
    with qtbot.waitSignal(hands.view.changed):
        hands.view.undo()
    assert hands.placed()[2] == ">"


def test_reset_takes_back_all_but_what_is_locked_and_can_be_undone(make: Make) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    hands.check()
    hands.view.reset()
    assert hands.placed() == {1: "name", 2: None, 3: "append"}
    hands.view.undo()
    assert hands.placed()[2] == ">"


def test_only_a_check_marks_and_right_chips_lock(make: Make) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    assert {hands.canvas.face(n).mark for n in (1, 2, 3)} == {""}
    hands.check()
    assert [hands.canvas.face(n).mark for n in (1, 2, 3)] == ["right", "wrong", "right"]
    assert hands.active() == 2
    assert not hands.view.changed_since_check
    hands.click_slot(0)
    hands.press(Qt.Key.Key_Delete)
    hands.click_chip("name")
    hands.letter("name")
    assert hands.placed()[1] == "name"


def test_a_wrong_chip_shows_where_it_was_tried_and_may_be_tried_elsewhere(make: Make) -> None:
    hands = make()
    for chip in (">", "<", "append"):
        hands.letter(chip)
    hands.check()
    state = hands.chip(">").state()
    assert (state.tried, state.used, state.note) == (True, False, "in 1")
    hands.digit("2")
    assert hands.chip("<").state().note == "in 2"
    hands.digit("1")
    hands.letter("name")
    assert hands.chip(">").state().note == "in 1"
    assert hands.view.changed_since_check


def test_a_wrong_chip_is_placed_elsewhere_by_a_click(make: Make) -> None:
    hands = make()
    for chip in (">", "name", "append"):
        hands.letter(chip)
    hands.check()
    hands.digit("2")
    hands.click_chip(">")
    assert hands.placed() == {1: "name", 2: ">", 3: "append"}


def test_after_the_last_miss_the_worked_answer_stands_locked(make: Make) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    hands.check(attempt=3)
    assert hands.placed() == {1: "name", 2: "<", 3: "append"}
    assert {hands.canvas.face(n).mark for n in (1, 2, 3)} == {"right"}
    assert hands.view.legend() == []
    assert not hands.press(Qt.Key.Key_A, "a")


def test_a_done_task_can_be_looked_at_again(make: Make) -> None:
    hands = make()
    hands.view.show_entry(entry(hands.task, [{1: "name", 2: "<", 3: "append"}], Stand.RIGHT))
    assert {hands.canvas.face(n).mark for n in (1, 2, 3)} == {"right"}
    assert hands.tray.caption() == "Every blank is right"
    hands.click_slot(1)
    hands.click_chip("<")
    assert hands.placed()[2] == "<"
    hands.view.show_entry(entry(hands.task, [{1: "<", 2: ">", 3: "append"}] * 3, Stand.REVEALED))
    assert hands.placed() == {1: "name", 2: "<", 3: "append"}


def test_what_was_tried_comes_back_when_the_task_is_opened_again(make: Make) -> None:
    hands = make()
    placement = {"placed": {"1": "name", "3": "append"}}
    hands.view.show_entry(entry(hands.task, [{1: "name", 2: ">", 3: "append"}], placement=placement))
    assert hands.placed() == {1: "name", 2: None, 3: "append"}
    assert hands.canvas.face(1).mark == "right"
    assert hands.chip(">").state().note == "in 2"
    assert hands.view.placement() == placement


def test_a_chip_left_in_place_is_still_wrong_when_the_task_is_opened_again(make: Make) -> None:
    hands = make()
    hands.view.show_entry(entry(hands.task, [{1: "name", 2: ">", 3: "append"}]))
    assert hands.canvas.face(2).mark == "wrong"
    assert not hands.view.changed_since_check


@pytest.mark.parametrize(
    "placement", [{}, {"placed": 3}, {"placed": {"7": "name", "1": "gone", "2": 5}}, {"chosen": [1]}]
)
def test_a_placement_that_does_not_fit_is_left_out(make: Make, placement: dict[str, Any]) -> None:
    hands = make()
    hands.view.restore(placement)
    assert hands.placed() == {1: None, 2: None, 3: None}


def test_leave_empty_fills_a_blank_with_nothing(make: Make) -> None:
    hands = make(leave_empty=True, answers={1: "name", 2: "<", 3: ""})
    assert hands.tray.chips[-1].text_shown == "Leave empty"
    for chip in ("name", "<", "Leave empty"):
        hands.click_chip(chip)
        hands.click_slot({"name": 0, "<": 1, "Leave empty": 2}[chip])
    assert hands.placed()[3] == ""
    assert hands.view.complete
    assert hands.check().grade.right


def test_after_a_test_the_right_chips_stand_below_what_was_given(make: Make) -> None:
    hands = make(exam=True)
    hands.view.show_result(hands.view.answer().model_copy(update={"placed": {1: "name", 2: ">", 3: None}}))
    assert [hands.canvas.face(n).mark for n in (1, 2, 3)] == ["right", "wrong", "wrong"]
    assert not hands.tray.isVisible()
    tray = hands.view.tray
    assert tray is not None
    chips = [chip for chip in tray.findChildren(Chip) if chip not in hands.tray.chips]
    shown = [chip.accessibleName() for chip in chips]
    assert shown == ["Right answer for blank 2: less-than", "Right answer for blank 3: append"]


def test_the_legend_names_the_keys_that_work(make: Make) -> None:
    keys = [item.keys for item in make().view.legend()]
    assert keys == [("1", "–", "3"), ("A", "–", "D")]


def test_the_tray_says_what_can_be_done_next(make: Make) -> None:
    hands = make()
    assert hands.tray.caption() == "Drag a chip, or click a blank and then a chip"
    hands.click_chip("name")
    assert hands.tray.caption() == "Now click a blank for chip B"
    hands.click_slot(0)
    hands.click_slot(1)
    assert hands.tray.caption() == "Choose a chip for blank 2"
    hands.letter(">")
    hands.letter("append")
    hands.check()
    assert hands.tray.caption() == "Choose another chip for blank 2"
