"""The words of the interface."""

from __future__ import annotations

import pytest

from desktop.ui.words import tr, tr_n


def test_places_are_filled(qapp):
    assert tr("Blank {n} of {total}", n=2, total=3) == "Blank 2 of 3"


def test_a_value_is_never_taken_for_a_place(qapp):
    assert tr("Chip {text}", text="{n}") == "Chip {n}"


def test_a_place_may_be_called_text(qapp):
    assert tr("{letter}, {text}", letter="A", text="x") == "A, x"


def test_braces_without_a_value_stay(qapp):
    assert tr("{x} is {y}", y=1) == "{x} is 1"


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 attempts left"), (1, "1 attempt left"), (2, "2 attempts left")]
)
def test_a_count_chooses_its_word(qapp, n, words):
    assert tr_n("{n} attempt left", "{n} attempts left", n) == words
