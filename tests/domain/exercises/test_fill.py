"""Fill tasks: blanks, answers, groups, whole fillings, and what does not fit together."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.exercises.fill import FillAnswer
from tests.domain.builders import fill


def marks(task: Any, **placed: str | None) -> dict[str, bool]:
    answer = FillAnswer(placed={int(name[1:]): chip for name, chip in placed.items()})
    return dict(task.grade(answer).parts)


def test_a_marker_is_a_blank_only_where_answers_names_it() -> None:
    task = fill(code="x = [[9]]\ny = [[1]] + [[2]]")
    assert task.numbers == (1, 2)
    assert task.solved_code() == "x = [[9]]\ny = a + b"


def test_blanks_may_touch_and_stand_in_any_order() -> None:
    task = fill(code="[[2]][[1]]")
    assert (task.numbers, task.solved_code()) == ((2, 1), "ba")


def test_a_number_that_stands_twice_is_one_blank() -> None:
    task = fill(code="[[1]] = [[1]] + [[2]]")
    assert (task.numbers, task.solved_code()) == ((1, 2), "a = a + b")


def test_badges_count_from_one_whatever_numbers_the_author_used() -> None:
    task = fill(code="[[5]] [[7]]", answers={"5": "a", "7": "b"})
    assert [task.shown_number(number) for number in task.numbers] == [1, 2]


def test_an_empty_blank_is_wrong_and_a_right_one_stays_right() -> None:
    assert marks(fill(), _1="a", _2=None) == {"1": True, "2": False}


def test_several_chips_may_be_accepted() -> None:
    task = fill(answers={"1": ["a", "c"], "2": "b"})
    assert marks(task, _1="c", _2="b") == {"1": True, "2": True}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("a", "b", {"1": True, "2": True}),
        ("b", "a", {"1": True, "2": True}),
        ("a", "c", {"1": True, "2": False}),
        ("c", "a", {"1": False, "2": True}),
        ("a", "a", {"1": True, "2": False}),
        (None, "a", {"1": False, "2": True}),
    ],
)
def test_in_a_group_order_does_not_matter_but_each_answer_counts_once(
    one: str | None, two: str, expected: dict[str, bool]
) -> None:
    assert marks(fill(interchangeable=[[1, 2]]), _1=one, _2=two) == expected


def test_the_nearest_whole_filling_marks_the_blanks() -> None:
    pairs = {"1": ["a", "c"], "2": ["b", "d"]}
    task = fill(answers=pairs, fillings=[{"1": "a", "2": "b"}, {"1": "c", "2": "d"}])
    assert marks(task, _1="c", _2="d") == {"1": True, "2": True}
    assert marks(task, _1="c", _2="b") == {"1": False, "2": True}
    assert not task.grade(FillAnswer(placed={1: "c", 2: "b"})).right


def test_nothing_can_be_the_answer() -> None:
    task = fill(answers={"1": "a", "2": ""}, leave_empty=True)
    assert marks(task, _1="a", _2="") == {"1": True, "2": True}
    assert marks(task, _1="a", _2=None) == {"1": True, "2": False}


def test_the_key_uses_each_chip_once_even_when_the_first_answers_clash() -> None:
    task = fill(answers={"1": ["a", "c"], "2": "a"})
    assert task.key == {1: "c", 2: "a"}


def test_the_reason_for_the_blank_comes_before_the_reason_for_the_chip() -> None:
    task = fill(
        misconceptions=[
            {"chip": "c", "text": "Wrong everywhere.", "concept": "names"},
            {"chip": "c", "blank": 2, "text": "Wrong here."},
        ]
    )
    assert [task.remark(n, "c").text for n in (1, 2)] == ["Wrong everywhere.", "Wrong here."]
    assert task.remark(1, "c").concept == "names"
    assert task.remark(1, "d").text == ""


def test_remarks_speak_of_wrong_blanks_only() -> None:
    grade = fill().grade(FillAnswer(placed={1: "a", 2: "c"}))
    assert [(remark.part, remark.given) for remark in grade.remarks] == [("2", "c")]


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        ({"code": None}, "either code or text", ()),
        ({"text": "[[1]] [[2]]"}, "either code or text", ("text",)),
        ({"file": None}, "language and a file name", ("code",)),
        ({"answers": {"1": "a", "3": "b"}}, "answers names blank 3", ("answers", 3)),
        ({"code": "[[1]] [[2]] [[3]]", "answers": {"1": "a", "3": "b"}}, "blank 2 has no answer", ("code",)),
        ({"blanks": {"4": "No."}}, "blanks explains blank 4", ("blanks", 4)),
        ({"chips": ["a", "", "b"]}, "a chip is empty", ("chips", 1)),
        ({"answers": {"1": "a", "2": ["b", ""]}}, "leave_empty is not true", ("answers", 2, 1)),
        ({"answers": {"1": "a", "2": "z"}}, "the answer 'z' of blank 2", ("answers", 2, 0)),
        ({"answers": {"1": "a", "2": "a"}}, "do not suffice", ("chips",)),
        (
            {"misconceptions": [{"chip": "z", "text": "No."}]},
            "names the chip 'z'",
            ("misconceptions", 0, "chip"),
        ),
        (
            {"misconceptions": [{"chip": "c", "blank": 8, "text": "No."}]},
            "names blank 8",
            ("misconceptions", 0, "blank"),
        ),
        ({"interchangeable": [[1]]}, "two or more blanks", ("interchangeable", 0)),
        ({"interchangeable": [[1, 1]]}, "two or more blanks", ("interchangeable", 0)),
        ({"interchangeable": [[1, 2], [2, 1]]}, "each blank in one group", ("interchangeable", 1)),
        (
            {"interchangeable": [[1, 2]], "fillings": [{"1": "a", "2": "b"}]},
            "not both",
            ("interchangeable",),
        ),
        ({"fillings": [{"1": "a"}]}, "every blank", ("fillings", 0)),
        ({"fillings": [{"1": "c", "2": "b"}]}, "does not accept", ("fillings", 0, 1)),
        ({"fillings": [{"1": "a", "2": "b"}] * 2}, "listed twice", ("fillings", 1)),
        (
            {"answers": {"1": "a", "2": ["a", "b"]}, "fillings": [{"1": "a", "2": "a"}]},
            "more often than",
            ("fillings", 0),
        ),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    changes: dict[str, Any], words: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        fill(**changes)
    error = caught.value.errors()[0]
    assert words in error["msg"]
    assert error["ctx"]["at"] == at


def test_mending_prose_keeps_the_content_hash_and_a_changed_answer_does_not() -> None:
    whole = fill().content_hash
    assert fill(prompt="Add them up, please, both of them.", hints=["Look."], title="T").content_hash == whole
    others = [
        fill(answers={"1": "c", "2": "b"}),
        fill(chips=["a", "b"]),
        fill(reuse=True),
        fill(code="[[1]][[2]]"),
    ]
    assert len({whole, *(task.content_hash for task in others)}) == 5
