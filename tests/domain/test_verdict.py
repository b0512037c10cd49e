"""The verdict on a lesson follows from its last two tests on two days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.listing import LessonState
from desktop.domain.progress import Level, TestRow
from desktop.domain.verdict import counted, points, verdict


def rows(*tests: tuple[int, int | None, Level]) -> list[TestRow]:
    """Tests as (day, points, level), an hour apart."""
    return [
        TestRow(f"t{n}", "c/l", f"2026-03-{day:02}", n * 3_600_000, level, points or 0, 10, points, "{}")
        for n, (day, points, level) in enumerate(tests)
    ]


def mixed(*scores: int) -> list[TestRow]:
    return rows(*[(day, score, Level.MIXED) for day, score in enumerate(scores, 1)])


@pytest.mark.parametrize(
    ("scores", "state"),
    [
        ((), None),
        ((8,), LessonState.STRONG_SO_FAR),
        ((7,), LessonState.NOT_YET),
        ((8, 8), LessonState.STRONG),
        ((6, 10), LessonState.STRONG),
        ((9, 6), LessonState.GETTING_THERE),
        ((7, 7), LessonState.GETTING_THERE),
        ((7, 6), LessonState.NOT_YET),
        ((9, 9, 6), LessonState.STRONG),
        ((9, 9, 5), LessonState.GETTING_THERE),
        ((9, 9, 6, 8), LessonState.GETTING_THERE),
        ((3, 9), LessonState.NOT_YET),
    ],
)
def test_the_last_two_tests_decide_and_strong_is_kept_at_15(scores, state):
    assert verdict(mixed(*scores)).state == state


def test_only_the_first_verdict_test_of_a_day_counts():
    tests = rows((1, 5, Level.MIXED), (1, 10, Level.MIXED), (2, None, Level.EASY), (2, 9, Level.HARD))
    assert [test.points for test in counted(tests)] == [5, 9]


@pytest.mark.parametrize(("last", "needed"), [(10, 6), (8, 8), (6, 10), (5, None)])
def test_the_points_that_would_make_it_strong_are_told(last, needed):
    assert verdict(mixed(last)).needed == needed


@pytest.mark.parametrize(
    ("level", "right", "hard", "expected"),
    [
        (Level.MIXED, 7, 3, 7),
        (Level.HARD, 7, 7, 8),
        (Level.HARD, 10, 10, 10),
        (Level.ADAPTIVE, 7, 4, 8),
        (Level.ADAPTIVE, 9, 8, 10),
        (Level.EASY, 10, 0, None),
        (Level.MEDIUM, 10, 0, None),
    ],
)
def test_points_by_level(level, right, hard, expected):
    assert points(level, right, hard) == expected


@given(st.lists(st.integers(0, 10), max_size=8), st.randoms())
def test_the_order_in_which_tests_are_handed_in_does_not_matter(scores, random):
    tests = mixed(*scores)
    shuffled = tests[:]
    random.shuffle(shuffled)
    assert verdict(shuffled) == verdict(tests)
