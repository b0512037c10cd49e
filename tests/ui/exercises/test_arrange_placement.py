"""The rules of arranging lines: what goes where, what can be taken back, which mark holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercises.arrange import DEEPEST, ArrangeAnswer, Row, RowMark
from desktop.ui.exercises.arrange_placement import ArrangePlacement, answer_of, kept, shuffled
from tests.domain.builders import arrange

TASK = arrange()
LETTERS = st.sampled_from(range(1, 6))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), LETTERS, st.integers(-1, 6), st.integers(-2, 12)),
        st.tuples(st.just("move"), LETTERS, st.integers(-2, 2)),
        st.tuples(st.just("indent"), LETTERS, st.integers(-2, 2)),
        st.tuples(st.just("put_back"), LETTERS),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=12,
)


def rows(placement: ArrangePlacement) -> list[tuple[int, int]]:
    return [(row.line, row.indent) for row in placement.rows]


def placed(*pairs: tuple[int, int]) -> ArrangePlacement:
    placement = ArrangePlacement(TASK, 3)
    placement.set(ArrangeAnswer(rows=tuple(Row(line=line, indent=deep) for line, deep in pairs)))
    return placement


@given(seed=st.integers(0, 10_000))
def test_the_tray_is_in_no_accepted_order_and_half_the_lines_have_moved(seed: int) -> None:
    for task in (TASK, arrange(needs={"2": [1], "4": [3]}), arrange(accepted=[[1, 3, 4, 2], [3, 4, 1, 2]])):
        tray = shuffled(task, seed)
        order = [line for line in tray if line <= 4]
        given_ = ArrangeAnswer(rows=tuple(Row(line=n, indent=task.own_indent(n)) for n in order))
        assert sorted(tray) == [1, 2, 3, 4, 5]
        assert not task.grade(given_).right
        assert sum(line != at for at, line in enumerate(order, 1)) >= 2


@given(steps=STEPS)
def test_every_line_stands_at_most_once_and_undo_leads_back_to_the_start(steps: list[Any]) -> None:
    placement = ArrangePlacement(TASK, 3)
    for name, *values in steps:
        before = placement.now
        changed = getattr(placement, name)(*values)
        assert changed == (not placement.now.same_as(before))
        assert len(set(placement.order)) == len(placement.order)
        assert all(0 <= row.indent <= DEEPEST for row in placement.rows)
    while placement.undo():
        pass
    assert rows(placement) == []


def test_a_line_moves_among_the_others() -> None:
    placement = placed((1, 0), (2, 1), (3, 1))
    assert placement.put(1, 2, 0)
    assert placement.order == [2, 3, 1]
    assert placement.move(1, -1)
    assert placement.order == [2, 1, 3]
    assert not placement.move(2, -1)


def test_a_line_is_indented_between_nothing_and_the_deepest_level() -> None:
    placement = placed((1, 0))
    assert not placement.indent(1, -1)
    assert placement.indent(1, 99)
    assert placement.indent_of(1) == DEEPEST


def test_where_indentation_does_not_count_each_line_brings_its_own() -> None:
    placement = ArrangePlacement(arrange(indentation=False), 3)
    placement.put(4, 0, 0)
    placement.put(5, 1, 3)
    assert rows(placement) == [(4, 2), (5, 0)]
    assert not placement.indent(4, 1)


def test_it_is_complete_with_as_many_lines_as_are_needed_and_a_word_in_each_blank() -> None:
    assert not placed((1, 0), (2, 1), (3, 1)).complete
    assert placed((1, 0), (2, 1), (3, 1), (5, 1)).complete
    blank = {"1": {"answers": "a", "choices": ["a", "b"]}}
    placement = ArrangePlacement(arrange(code="x = [[1]]\ny = 2\nz = 3", faded=blank, misplaced=None), 3)
    for line in (1, 2, 3):
        placement.put(line, 9, 0)
    assert not placement.complete
    placement.choose(1, "b")
    assert placement.complete


def test_a_mark_holds_until_its_line_is_moved_and_comes_back_with_undo() -> None:
    placement = placed((1, 0), (2, 1), (4, 1), (3, 1))
    placement.mark({1: RowMark.RIGHT, 2: RowMark.RIGHT, 4: RowMark.PLACE, 3: RowMark.RIGHT})
    assert placement.first_wrong() == 4
    placement.move(4, 1)
    assert set(placement.now.marks) == {1, 2, 3}
    assert placement.changed_since_check
    placement.undo()
    assert placement.now.marks[4] is RowMark.PLACE
    assert not placement.changed_since_check
    assert not placement.undo()


def test_a_draft_keeps_the_marks_of_rows_that_stand_as_they_were_checked() -> None:
    placement = placed((1, 0), (2, 1))
    placement.mark({1: RowMark.RIGHT, 2: RowMark.PLACE})
    placement.set(ArrangeAnswer(rows=(Row(line=1, indent=0), Row(line=3, indent=1), Row(line=2, indent=1))))
    assert placement.now.marks == {1: RowMark.RIGHT}


def test_what_is_kept_comes_back() -> None:
    given_ = ArrangeAnswer(rows=(Row(line=2, indent=1), Row(line=5, indent=0)), chosen={1: "a", 2: None})
    back = answer_of(kept(given_))
    assert (back.rows, back.chosen) == (given_.rows, {1: "a"})


@pytest.mark.parametrize(
    "draft",
    [{}, {"rows": 3}, {"rows": [[1], "x", [1, "2"]]}, {"chosen": [1]}, {"chosen": {"x": "a", "1": 2}}],
)
def test_a_draft_that_makes_no_sense_is_left_out(draft: dict[str, Any]) -> None:
    assert answer_of(draft) == ArrangeAnswer(rows=())


def test_lines_that_no_longer_exist_or_stand_twice_are_left_out() -> None:
    assert rows(placed((9, 0), (1, 0), (1, 2), (2, 99))) == [(1, 0), (2, DEEPEST)]
