"""How near an order comes to an accepted one, held against trying everything."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercises.line_order import closed, completed, in_turn, kept

LINES = (1, 2, 3, 4)
NEEDS = st.dictionaries(st.sampled_from(LINES), st.lists(st.sampled_from(LINES), max_size=3), max_size=4)


def respects(order: tuple[int, ...], needs: dict[int, list[int]]) -> bool:
    return all(order.index(one) < order.index(line) for line, some in needs.items() for one in some)


def longest_common(rows: tuple[int, ...], order: tuple[int, ...]) -> int:
    def inside(some: tuple[int, ...]) -> bool:
        rest = iter(order)
        return all(one in rest for one in some)

    return max(n for n in range(len(rows) + 1) for some in combinations(rows, n) if inside(some))


@given(needs=NEEDS, rows=st.permutations(LINES))
def test_as_many_rows_stay_as_in_the_best_of_all_accepted_orders(
    needs: dict[int, list[int]], rows: list[int]
) -> None:
    orders = [order for order in permutations(LINES) if respects(order, needs)]
    before = closed(needs, LINES)
    if before is None:
        assert not orders
        return
    stay = kept([{line: True} for line in rows], before)
    assert len(stay) == max(longest_common(tuple(rows), order) for order in orders)
    order = completed([stay[at] for at in sorted(stay)], before)
    assert order in orders
    assert [line for line in order if line in stay.values()] == [rows[at] for at in sorted(stay)]


@given(order=st.permutations(LINES), rows=st.permutations(LINES))
def test_with_one_order_the_longest_common_part_stays(order: list[int], rows: list[int]) -> None:
    stay = kept([{line: True} for line in rows], in_turn(order))
    assert len(stay) == longest_common(tuple(rows), tuple(order))


def test_rows_that_are_alike_stand_for_each_other() -> None:
    either = {1: True, 2: True}
    assert kept([{2: True, 1: True}, {3: True}, either], in_turn((1, 3, 2))) == {0: 1, 1: 3, 2: 2}


def test_of_equal_rows_those_stay_that_are_indented_rightly() -> None:
    assert kept([{2: False}, {1: True}], in_turn((1, 2))) == {1: 1}
    assert kept([{2: True}, {1: False}], in_turn((1, 2))) == {0: 2}


@pytest.mark.parametrize("needs", [{1: [1]}, {1: [2], 2: [1]}, {1: [2], 2: [3], 3: [1]}])
def test_a_circle_has_no_order(needs: dict[int, list[int]]) -> None:
    assert closed(needs, LINES) is None
