"""Arranging: order, indentation, words in blanks, and lines that are not needed."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.exercises import answer_from
from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask, Row, RowMark
from desktop.domain.exercises.grade import Remark
from tests.domain.builders import arrange, arrange_content

RIGHT, PLACE, INDENTATION = RowMark.RIGHT, RowMark.PLACE, RowMark.INDENTATION
DISTRACTORS = arrange_content()["distractors"]
FADED: dict[str, Any] = {
    "code": "def mean(rows):\n    total = [[1]](rows)\n    return total / [[2]](rows)\n",
    "faded": {
        "1": {"answers": ["sum", "fsum"], "choices": ["sum", "len", "fsum"]},
        "2": {"answers": "len", "choices": ["sum", "len"]},
    },
    "distractors": None,
    "misplaced": None,
}


def answer(*rows: tuple[int, int], chosen: dict[int, str | None] | None = None) -> ArrangeAnswer:
    return ArrangeAnswer(rows=tuple(Row(line=line, indent=deep) for line, deep in rows), chosen=chosen or {})


def marks(task: ArrangeTask, *rows: tuple[int, int]) -> list[RowMark]:
    return list(task.marks(answer(*rows)))


def test_empty_lines_are_left_out_and_indentation_counts_in_levels() -> None:
    assert [(one.text, one.level) for one in arrange().written] == [
        ("def mean(rows):", 0),
        ("total = sum(rows)", 1),
        ("if rows:", 1),
        ("return total / len(rows)", 2),
    ]
    assert [one.level for one in arrange(code="a:\n b:\n    c\n b2\n   d\n").written] == [0, 1, 2, 1, 2]


def test_the_order_as_written_is_right() -> None:
    grade = arrange().grade(answer((1, 0), (2, 1), (3, 1), (4, 2)))
    assert (grade.right, grade.remarks) == (True, ())
    assert grade.parts == {"1": True, "2": True, "3": True, "4": True}


def test_a_line_elsewhere_is_in_the_wrong_place_and_the_others_stay() -> None:
    task = arrange()
    assert marks(task, (1, 0), (3, 1), (4, 2), (2, 1)) == [RIGHT, RIGHT, RIGHT, PLACE]
    grade = task.grade(answer((1, 0), (3, 1), (4, 2), (2, 1)))
    assert grade.remarks == (Remark("2", "total = sum(rows)", "The sum is needed first.", "names"),)
    assert grade.parts == {"1": True, "3": True, "4": True, "2": False}


def test_a_line_at_another_depth_is_indented_wrongly_where_that_counts() -> None:
    rows = ((1, 0), (2, 1), (3, 1), (4, 1))
    assert marks(arrange(), *rows) == [RIGHT, RIGHT, RIGHT, INDENTATION]
    assert arrange(indentation=False).grade(answer(*rows)).right


def test_a_line_that_is_not_needed_says_why() -> None:
    grade = arrange().grade(answer((1, 0), (5, 1), (2, 1), (3, 1), (4, 2)))
    assert not grade.right
    assert grade.remarks == (Remark("5", "total = 0", "It forgets the sum.", "names"),)


def test_a_line_that_is_missing_is_not_right_although_all_others_are() -> None:
    task = arrange()
    given = answer((1, 0), (2, 1), (3, 1))
    assert marks(task, (1, 0), (2, 1), (3, 1)) == [RIGHT] * 3
    grade = task.grade(given)
    assert (grade.right, grade.parts["4"], task.missing(given)) == (False, False, 1)


def test_nothing_at_all_is_wrong() -> None:
    assert not arrange().grade(answer()).right


@pytest.mark.parametrize("rows", [((1, 0), (1, 0)), ((0, 0),), ((99, 0), (-1, 0))])
def test_lines_twice_or_not_there_are_wrong_and_no_error(rows: tuple[tuple[int, int], ...]) -> None:
    assert not arrange().grade(answer(*rows, (2, 1), (3, 1), (4, 2))).right


def test_other_orders_are_right_where_they_are_listed() -> None:
    task = arrange(accepted=[[1, 3, 4, 2]])
    assert task.grade(answer((1, 0), (3, 1), (4, 2), (2, 1))).right
    assert task.grade(answer((1, 0), (2, 1), (3, 1), (4, 2))).right
    assert not task.grade(answer((1, 0), (3, 1), (2, 1), (4, 2))).right


def test_every_order_that_respects_the_needs_is_right() -> None:
    task = arrange(needs={"2": [1], "4": [3]})
    for order in ((1, 2, 3, 4), (3, 1, 4, 2), (1, 3, 4, 2)):
        assert task.grade(answer(*((line, task.own_indent(line)) for line in order))).right
    assert marks(task, (1, 0), (4, 2), (3, 1), (2, 1)).count(PLACE) == 1


def test_lines_of_the_same_text_stand_for_each_other() -> None:
    task = arrange(code="a {\n  x\n}\nb {\n  y\n}\n", distractors=None, misplaced=None)
    rows = [(1, 0), (2, 1), (6, 0), (4, 0), (5, 1), (3, 0)]
    assert task.grade(answer(*rows)).right


def test_a_word_in_a_blank_is_right_when_it_is_one_of_its_answers() -> None:
    task = arrange(**FADED)
    rows = ((1, 0), (2, 1), (3, 1))
    assert task.grade(answer(*rows, chosen={1: "fsum", 2: "len"})).right
    assert task.marks(answer(*rows, chosen={1: "len", 2: "len"})) == (RIGHT, RowMark.BLANK, RIGHT)
    assert task.marks(answer(*rows, chosen={1: "sum", 2: None}))[2] is RowMark.BLANK
    assert task.solved_code() == "def mean(rows):\n    total = sum(rows)\n    return total / len(rows)"


def test_the_solved_order_keeps_what_may_stay_and_the_words_that_are_right() -> None:
    task = arrange(needs={"2": [1], "4": [3]})
    assert [row.line for row in task.solved_like(answer((4, 0), (3, 1), (1, 0))).rows] == [3, 1, 2, 4]
    assert task.grade(task.solved_like(answer((5, 0), (4, 0)))).right
    faded = arrange(**FADED)
    assert faded.solved_like(answer(chosen={1: "fsum", 2: "sum"})).chosen == {1: "fsum", 2: "len"}


def test_an_answer_comes_back_from_the_history() -> None:
    given = answer((2, 1), (5, 0), chosen={1: "sum", 2: None})
    assert answer_from(given.model_dump(mode="json")) == given


BLANK = {"answers": "a", "choices": ["a", "b"]}


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        ({"code": "\n\n"}, "there are no lines to arrange", ("code",)),
        ({"code": "a\nb\n"}, "expected 3 to 12 lines to arrange, found 2", ("code",)),
        ({"code": "a = 1\n" * 13}, "expected 3 to 12 lines to arrange, found 13", ("code",)),
        ({"code": "a\n\tb\nc\n"}, "holds a tab", ("code",)),
        ({"code": "a\n    b\n  c\n"}, "indented like no line above it", ("code",)),
        ({"code": "\n".join(" " * n + "x" + str(n) for n in range(10))}, "at most 8 levels", ("code",)),
        ({"code": "a\na\na\n"}, "all lines are the same", ("code",)),
        ({"accepted": [[1, 2, 3, 4]], "needs": {"2": [1]}}, "either accepted or needs", ("needs",)),
        ({"accepted": [[1, 2, 4]]}, "must name every line once, 1 to 4", ("accepted", 0)),
        ({"accepted": [[1, 2, 4, 4]]}, "must name every line once", ("accepted", 0)),
        ({"accepted": [[2, 1, 3, 4], [2, 1, 3, 4]]}, "listed twice", ("accepted", 1)),
        ({"needs": {"2": [9]}}, "needs names line 9, but the lines are 1 to 4", ("needs", 2)),
        ({"needs": {"9": [1]}}, "needs names line 9", ("needs", 9)),
        ({"needs": {"1": [2], "3": [4], "4": [3]}}, "in a circle: line 3", ("needs", 3)),
        ({"needs": {"2": [4]}}, "line 2 needs line 4, which stands below it", ("needs", 2)),
        ({"needs": {"first": [1]}}, "expected the number of a line", ("first",)),
        (
            {"distractors": [{"line": "if rows:", "why": "So."}]},
            "the same as a line that is needed: if rows:",
            ("distractors", 0, "line"),
        ),
        ({"distractors": DISTRACTORS * 2}, "two distractors are the same", ("distractors", 1, "line")),
        ({"misplaced": [{"line": 5, "text": "So."}]}, "misplaced names line 5", ("misplaced", 0, "line")),
        ({"misplaced": [{"line": 1, "text": "So."}] * 2}, "two texts", ("misplaced", 1, "line")),
        ({"lines": {"7": "It adds."}}, "lines explains line 7", ("lines", 7)),
        ({**FADED, "faded": {"2": BLANK}}, "blank 1 has no answer", ("code",)),
        ({**FADED, "faded": {**FADED["faded"], "3": BLANK}}, "faded names blank 3", ("faded", 3)),
        ({**FADED, "code": "x = [[1]]\ny = [[1]]\nz = [[2]]"}, "stands in two places", ("code",)),
        (
            {**FADED, "faded": {**FADED["faded"], "2": {"answers": ["len", "c"], "choices": ["len", "b"]}}},
            "the answer 'c' of blank 2 is not among its choices",
            ("faded", 2, "answers", 1),
        ),
        (
            {**FADED, "faded": {**FADED["faded"], "2": {"answers": "a", "choices": ["a", "a"]}}},
            "expected choices that differ",
            ("faded", 2, "choices", 1),
        ),
        (
            {**FADED, "faded": {**FADED["faded"], "2": {"answers": ["a", "b"], "choices": ["a", "b"]}}},
            "every choice of blank 2 is right",
            ("faded", 2, "choices"),
        ),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    changes: dict[str, Any], words: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        arrange(**changes)
    error = caught.value.errors()[0]
    assert words in error["msg"]
    assert error["ctx"]["at"] == at


@pytest.mark.parametrize(("code", "offset"), [("a\n\tb\nc", 2), ("a\n    b\n  c", 8)])
def test_the_line_that_is_indented_wrongly_is_named(code: str, offset: int) -> None:
    with pytest.raises(ValidationError) as caught:
        arrange(code=code)
    assert caught.value.errors()[0]["ctx"]["offset"] == offset


def test_a_blank_without_answers_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1"):
        arrange(**{**FADED, "faded": {**FADED["faded"], "2": {"answers": [], "choices": ["a", "b"]}}})


def test_mending_a_reason_keeps_the_content_hash_and_another_order_does_not() -> None:
    whole = arrange().content_hash
    assert arrange(distractors=[{**DISTRACTORS[0], "why": "Mended."}], misplaced=None).content_hash == whole
    for changes in ({"indentation": False}, {"accepted": [[1, 3, 2, 4]]}, {"distractors": None}):
        assert arrange(**changes).content_hash != whole
