"""The verdict in sentences agrees with the rule that gives it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.listing import LessonState
from desktop.domain.progress import Level, TestRow
from desktop.domain.verdict import verdict
from desktop.ui.pages.words_of_states import state_words
from desktop.ui.verdict_words import verdict_words, weakest_words

ORDER = [LessonState.NOT_YET, LessonState.GETTING_THERE, LessonState.STRONG]


def rows(*scores: int) -> list[TestRow]:
    """Mixed tests on one day after the other."""
    return [
        TestRow(f"t{n}", "c/l", f"2026-03-{n:02}", n, Level.MIXED, score, 10, score, "{}")
        for n, score in enumerate(scores, 1)
    ]


@pytest.mark.parametrize(
    ("scores", "word", "reason", "next_step"),
    [
        ((), "No verdict yet", "No test has counted so far.", "A Mixed, Adaptive or Hard test leads"),
        ((8,), "Strong so far", "One test reached 8 of 10 points; a second", "Reach 8 points or more"),
        ((7,), "Not yet", "One test reached 7 of 10 points; 8 are", "Reach 7 points in a test"),
        ((5,), "Not yet", "One test reached 5 of 10 points", "Reach 9 points or more in a test"),
        ((3,), "Not yet", "One test reached 3 of 10 points", "It takes two more tests on two days"),
        ((9, 6), "Getting there", "Your last two tests reached 15 of 20 points", "Reach 10 points or more"),
        ((9, 5), "Getting there", "Your last two tests reached 14 of 20", "It takes two more tests"),
        ((8, 9), "Strong", "Your last two tests, on two days, reached 17", "With 6 points or more"),
    ],
)  # fmt: skip
def test_each_verdict_has_its_reason_and_its_next_step(scores, word, reason, next_step):
    words = verdict_words(verdict(rows(*scores)))
    assert words.word == word
    assert words.reason.startswith(reason)
    assert words.next_step.startswith(next_step)


def test_the_next_test_counts_at_once_when_the_last_was_on_another_day():
    seen = verdict(rows(8))
    assert "on another day" in verdict_words(seen, "2026-03-01").next_step
    assert "in your next test" in verdict_words(seen, "2026-03-02").next_step


@given(scores=st.lists(st.integers(0, 10), min_size=1, max_size=5))
def test_the_points_named_are_the_fewest_that_do_it(scores):
    """Whatever happened before, the number in the next step is where the verdict really turns."""
    before = verdict(rows(*scores))
    words = verdict_words(before).next_step
    if words.startswith("It takes two"):
        assert verdict(rows(*scores, 10)).state is before.state
        return
    for number, word in re.findall(r"(\d+)[^“\d]*“([^”]+)”", words):
        goal = next(state for state in ORDER if state_words(state) == word)
        assert verdict(rows(*scores, int(number))).state is goal
        fewer = verdict(rows(*scores, int(number) - 1)).state
        assert int(number) == 0 or fewer is not goal


def test_the_weakest_concepts_are_named():
    assert weakest_words(()) == ""
    assert weakest_words(("Configuration",)) == "Weakest here: Configuration."
    assert weakest_words(("Configuration", "Glue code")) == "Weakest here: Configuration and Glue code."
