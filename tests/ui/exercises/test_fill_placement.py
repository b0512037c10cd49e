"""Chips in blanks: whatever is done in whatever order, the rules hold."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercises.fill import FillTask
from desktop.ui.exercises.fill_placement import FillPlacement, lettered, mended
from tests.ui.exercises.fill_tasks import fill_task

Steps = list[tuple[str, int, int, int]]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["place", "move", "take", "undo", "redo", "check", "reset"]),
        st.integers(0, 5),
        st.integers(1, 3),
        st.integers(1, 3),
    ),
    max_size=30,
)
TASKS = [
    fill_task(),
    fill_task(
        chips=["name", "name", "<", "append", ">"],
        code="[[1]][[2]] [[3]]",
        answers={1: "name", 2: "name", 3: "<"},
        language="python",
        file="a.py",
    ),
    fill_task(
        chips=["a", "b"],
        code="[[1]] [[2]] [[3]]",
        answers={1: "a", 2: "a", 3: ""},
        reuse=True,
        leave_empty=True,
        language="python",
        file="a.py",
    ),
]


def play(task: FillTask, steps: Steps) -> FillPlacement:
    placement = FillPlacement(task, 1)
    for what, chip, number, other in steps:
        match what:
            case "place" if chip < len(placement.chips):
                placement.place(chip, number)
            case "move":
                placement.move(number, other)
            case "take":
                placement.take_back([number])
            case "undo":
                placement.undo()
            case "redo":
                placement.redo()
            case "check":
                grade = task.grade(task.right_answer().model_copy(update={"placed": placement.texts()}))
                placement.mark({int(part): right for part, right in grade.parts.items()})
            case "reset":
                placement.reset()
    return placement


@pytest.mark.parametrize("task", TASKS)
@given(steps=STEPS)
def test_a_chip_that_is_used_once_stands_in_one_blank_at_most(task: FillTask, steps: Steps) -> None:
    placement = play(task, steps)
    counts = Counter(placement.placed.values())
    assert all(placement.reusable(chip) or count == 1 for chip, count in counts.items())


@pytest.mark.parametrize("task", TASKS)
@given(before=STEPS, after=STEPS)
def test_locked_blanks_never_change(task: FillTask, before: Steps, after: Steps) -> None:
    placement = play(task, [*before, ("check", 0, 1, 1)])
    locked = {number: placement.text_in(number) for number in placement.locked}
    for what, chip, number, other in after:
        if what == "place" and chip < len(placement.chips):
            placement.place(chip, number)
        elif what == "move":
            placement.move(number, other)
        elif what == "reset":
            placement.reset()
        else:
            placement.undo()
    assert {number: placement.text_in(number) for number in locked} == locked


@pytest.mark.parametrize("task", TASKS)
@given(before=STEPS, after=STEPS)
def test_undo_goes_back_to_the_last_check_and_redo_comes_again(
    task: FillTask, before: Steps, after: Steps
) -> None:
    placement = play(task, [*before, ("check", 0, 1, 1)])
    checked = dict(placement.placed)
    for _, chip, number, _other in after:
        if chip < len(placement.chips):
            placement.place(chip, number)
    last, count = dict(placement.placed), 0
    while placement.undo():
        count += 1
    assert placement.placed == checked
    for _ in range(count):
        placement.redo()
    assert placement.placed == last


def test_the_same_seed_letters_the_chips_alike_and_leave_empty_is_last() -> None:
    task = TASKS[2]
    assert lettered(task, 9) == lettered(task, 9)
    for seed in range(20):
        chips = lettered(task, seed)
        assert [chip.letter for chip in chips] == ["A", "B", "C"]
        assert chips[-1].text == ""


def test_the_order_is_that_of_a_random_with_the_seed() -> None:
    texts = list(fill_task().chips)
    Random(7).shuffle(texts)
    assert [chip.text for chip in lettered(fill_task(), 7)] == texts


def test_nothing_new_can_be_said_while_the_same_texts_stand() -> None:
    placement = FillPlacement(TASKS[1], 1)
    placement.put({1: "name", 2: ">", 3: "append"})
    assert placement.changed_since_check
    placement.mark({1: True, 2: False, 3: False})
    assert not placement.changed_since_check
    placement.take_back([2])
    assert placement.changed_since_check
    placement.put({2: ">", 3: "append"})
    assert not placement.changed_since_check


def test_a_wrong_chip_stays_wrong_only_where_it_was_checked() -> None:
    placement = FillPlacement(fill_task(), 1)
    placement.put({1: "name", 2: ">", 3: "<"})
    placement.mark({1: True, 2: False, 3: False})
    placement.move(2, 3)
    assert placement.wrong == frozenset()
    assert placement.tried == {">": (2,), "<": (3,)}
    placement.undo()
    assert placement.wrong == {2, 3}


def test_what_no_longer_fits_is_left_out() -> None:
    placement = FillPlacement(fill_task(), 1)
    placement.put({1: "gone", 2: "name", 3: "name"})
    assert placement.texts() == {1: None, 2: "name", 3: None}


def test_the_next_empty_blank_is_looked_for_from_here_and_then_from_the_start() -> None:
    placement = FillPlacement(fill_task(), 1)
    placement.put({2: "<"})
    assert placement.next_empty(1) == 3
    assert placement.next_empty(3) == 1
    placement.put({1: "name", 2: "<", 3: "append"})
    assert placement.next_empty(1) is None


@pytest.mark.parametrize(
    ("fields", "placed", "right"),
    [
        ({}, {1: "name", 2: ">", 3: None}, {1: "name", 2: "<", 3: "append"}),
        (
            {"answers": {1: ["a", "b"], 2: ["a", "b"]}, "fillings": [{1: "a", 2: "b"}, {1: "b", 2: "a"}]},
            {1: "b", 2: "c"},
            {1: "b", 2: "a"},
        ),
        ({"answers": {1: "a", 2: "b"}, "interchangeable": [[1, 2]]}, {1: "b", 2: "c"}, {1: "b", 2: "a"}),
        ({"answers": {1: ["a", "b"], 2: "a"}}, {1: "b", 2: None}, {1: "b", 2: "a"}),
    ],
)
def test_a_mended_answer_is_right_and_keeps_what_was_right(
    fields: dict[str, Any], placed: dict[int, str | None], right: dict[int, str]
) -> None:
    more = {"chips": ["a", "b", "c"], "code": "[[1]] [[2]]", "language": "python", "file": "a.py"}
    task = fill_task(**({**more, **fields} if fields else {}))
    assert mended(task, placed) == right
