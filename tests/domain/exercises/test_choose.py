"""Choices: graded whole, at least one right and one wrong, all different."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.exercises.choose import ChooseAnswer
from tests.domain.builders import choose, choose_content

OPTIONS: list[dict[str, Any]] = choose_content()["options"]
TWO_RIGHT = [OPTIONS[0], {**OPTIONS[1], "right": True}, *OPTIONS[2:]]


@pytest.mark.parametrize(("chosen", "right"), [((0,), True), ((1,), False), ((0, 1), False), ((), False)])
def test_one_right_option_and_nothing_else(chosen: tuple[int, ...], right: bool) -> None:
    assert choose().grade(ChooseAnswer(chosen=chosen)).right is right


@pytest.mark.parametrize(
    ("chosen", "right"), [((0, 1), True), ((1, 0), True), ((0,), False), ((0, 1, 2), False)]
)
def test_several_right_options_all_of_them(chosen: tuple[int, ...], right: bool) -> None:
    assert choose(options=TWO_RIGHT, several=True).grade(ChooseAnswer(chosen=chosen)).right is right


def test_each_wrong_choice_is_told_its_reason() -> None:
    grade = choose().grade(ChooseAnswer(chosen=(0, 2)))
    assert grade.parts == {"0": True, "2": False}
    assert [(one.part, one.given, one.text) for one in grade.remarks] == [
        ("2", "three", "It leaves one over.")
    ]


@pytest.mark.parametrize(("n", "attempts"), [(2, 1), (3, 1), (4, 2)])
def test_blind_clicking_does_not_pay_with_few_options(n: int, attempts: int) -> None:
    assert choose(options=OPTIONS[:n]).attempts == attempts


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        ({"options": OPTIONS[1:]}, "no option is marked right", ("options",)),
        ({"options": TWO_RIGHT[:2], "several": True}, "every option is right", ("options",)),
        ({"options": TWO_RIGHT}, "2 options are right", ("options", 1, "right")),
        ({"options": [*OPTIONS, {**OPTIONS[1], "text": "one "}]}, "the same text", ("options", 4, "text")),
        ({"concepts": ["names", "names"]}, "named twice", ("concepts", 1)),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    changes: dict[str, Any], words: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        choose(**changes)
    error = caught.value.errors()[0]
    assert words in error["msg"]
    assert error["ctx"]["at"] == at


def test_mending_a_reason_keeps_the_content_hash_and_another_right_option_does_not() -> None:
    whole = choose().content_hash
    assert (
        choose(options=[{**one, "why": "Mended.", "mistake": "slip"} for one in OPTIONS]).content_hash
        == whole
    )
    moved = [{**one, "right": i == 3} for i, one in enumerate(OPTIONS)]
    assert choose(options=moved).content_hash != whole
    assert choose(options=OPTIONS[::-1]).content_hash != whole
