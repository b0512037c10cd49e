"""Typing: entries are compared as code in their snippet, and the nearest mistake answers a wrong one."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.exercises.typed import TypeAnswer, TypeTask, tidied
from desktop.domain.typed_difference import Difference
from tests.domain.builders import typed

LINES = "if a:\n    b()"


def one(language: str, code: str, answer: str | list[str], **fields: Any) -> TypeTask:
    """A task with one blank."""
    return typed(language=language, code=code, answers={"1": answer}, misconceptions=None, **fields)


@pytest.mark.parametrize(
    ("entry", "right"),
    [
        ("n > 0", True),
        ("n>0", True),
        ("  (n > 0) ", True),
        ("0 < n", True),
        ("n >= 0", False),
        ("n", False),
        ("", False),
        ("n > 0:", False),
    ],
)
def test_an_entry_is_right_when_the_program_is_the_same(entry: str, right: bool) -> None:
    assert typed().accepts(1, entry) is right


@pytest.mark.parametrize(
    ("task", "entry", "right"),
    [
        (one("python", "x = 2 * [[1]]", "(a + b)"), "(a+b)", True),
        (one("python", "x = 2 * [[1]]", "(a + b)"), "a + b", False),
        (one("python", "else:\n    [[1]]", "x = 1"), "x=1", True),
        (one("python", "    elif [[1]]:", "a"), "(a)", True),
        (one("python", "... ) [[1]]", "a + b"), "a+b", True),
        (one("python", "... ) [[1]]", "a + b"), "a - b", False),
        (one("python", "def f(a):\n    [[1]]\n", LINES), "if a:\n  b()", True),
        (one("python", "def f(a):\n    [[1]]\n", LINES), "\n    if a:\n        b()\n", True),
        (one("python", "def f(a):\n    [[1]]\n", LINES), "if a:\nb()", False),
        (one("json", '{"a": [[1]]}', "8"), "8.0", True),
        (one("json", '{"a": [[1]]}', "false"), "0", False),
        (one("toml", "[a]\n[[1]] = 1", "b"), '"b"', True),
        (one("yaml", "restart: [[1]]", '"no"'), "'no'", True),
        (one("yaml", "restart: [[1]]", '"no"'), "no", False),
        (one("yaml", "a:\n  [[1]]", "b: 1\nc: 2"), "c: 2\nb: 1", True),
        (one("bash", "pip install [[1]]", "-r a.txt", aliases={"-r": "--req"}), "--req 'a.txt'", True),
        (one("bash", "pip install [[1]]", "-r a.txt"), "--req a.txt", False),
        (one("sql", "SELECT a FROM t ORDER BY [[1]]", "a DESC"), "a desc", True),
        (one("text", "The [[1]] is late.", "nightly  run"), "nightly run", True),
    ],
)
def test_entries_in_every_language(task: TypeTask, entry: str, right: bool) -> None:
    assert task.accepts(1, entry) is right


def test_the_right_answer_may_be_written_in_any_of_its_ways() -> None:
    grade = typed().grade(TypeAnswer(typed={1: "0<n", 2: " append "}))
    assert grade.right
    assert grade.parts == {"1": True, "2": True}


def test_a_blank_is_judged_with_the_right_texts_in_the_others() -> None:
    grade = typed().grade(TypeAnswer(typed={1: "n > 0", 2: "((("}))
    assert grade.parts == {"1": True, "2": False}


@pytest.mark.parametrize(
    ("blank", "entry", "text"),
    [
        (1, "n < 0", "It keeps the negative ones."),
        (1, "(n<0)", "It keeps the negative ones."),
        (1, "m < 0", "It keeps the negative ones."),
        (2, "inser", "It wants a place, too."),
        (2, "None", "Nothing is no value."),
        (2, "apend", ""),
        (2, "push", ""),
        (1, "insert", ""),
        (1, "", ""),
    ],
)
def test_the_nearest_misconception_answers_a_wrong_entry(blank: int, entry: str, text: str) -> None:
    assert typed().remark(blank, entry).text == text


def test_a_misconception_names_its_concept() -> None:
    remark = typed().remark(1, "n < 0")
    assert (remark.part, remark.given, remark.concept) == ("1", "n < 0", "names")


@pytest.mark.parametrize(
    ("blank", "entry", "found"),
    [
        (1, "", Difference.EMPTY),
        (1, "n > ", Difference.UNREADABLE),
        (1, "(" * 1_000, Difference.NOT_COMPARABLE),
        (1, "n" * 20_000, Difference.NOT_COMPARABLE),
        (1, "n\0", Difference.NOT_COMPARABLE),
        (1, "N > 0", Difference.CASE),
        (1, "0 > n", Difference.ORDER),
        (1, "n >= 0", Difference.SIGNS),
        (1, "n", Difference.MISSING),
        (1, "n > 0 and m", Difference.MORE),
        (2, "apend", Difference.SPELLING),
        (2, "push", Difference.OTHER),
    ],
)
def test_what_differs_is_said_where_no_misconception_is_near(
    blank: int, entry: str, found: Difference
) -> None:
    assert typed().what_differs(blank, entry)[0] is found


def test_what_python_said_goes_with_an_entry_that_it_cannot_read() -> None:
    assert typed().what_differs(1, "f(n")[1] == "'(' was never closed"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("  a ", "a"),
        ("\n  a\n    b\n\n", "a\n  b"),
        ("a\n\tb", "a\n    b"),
        ("a  \nb ", "a\nb"),
        (" \n ", ""),
    ],
)
def test_spaces_around_an_entry_do_not_count(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


def test_further_lines_of_an_entry_are_indented_like_the_first() -> None:
    task = one("python", "def f(a):\n    [[1]]\n", LINES)
    assert task.solved_code() == "def f(a):\n    if a:\n        b()"
    assert task.lines_of(1) == 2


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        ({"code": "out.[[2]](n)"}, "[[1]] does not stand in the code", ("answers", 1)),
        ({"code": "[[1]] [[2]] [[3]]"}, "blank 3 has no answer", ("code",)),
        ({"blanks": {"3": "No."}}, "blanks explains blank 3", ("blanks", 3)),
        ({"answers": {"1": "n", "2": " "}}, "an answer of blank 2 is empty", ("answers", 2, 0)),
        ({"answers": {"1": "n", "2": "a\nb"}}, "shares its line", ("answers", 2, 0)),
        ({"answers": {"1": ["n", " n"], "2": "a"}}, "the same answer twice", ("answers", 1, 1)),
        (
            {"misconceptions": [{"typed": "x", "blank": 3, "text": "No."}]},
            "names blank 3",
            ("misconceptions", 0, "blank"),
        ),
        (
            {"misconceptions": [{"typed": " ", "text": "No."}]},
            "has no entry",
            ("misconceptions", 0, "typed"),
        ),
        (
            {"misconceptions": [{"typed": "append", "blank": 2, "text": "No."}]},
            "the misconception is an answer",
            ("misconceptions", 0, "typed"),
        ),
        (
            {"misconceptions": [{"typed": "x", "text": "No."}] * 2},
            "two misconceptions",
            ("misconceptions", 1, "typed"),
        ),
        ({"aliases": {"-r": "--req"}}, "aliases are for shell commands", ("aliases",)),
        (
            {"language": "bash", "aliases": {"-r": "-R", "-R": "--req"}},
            "no alias itself",
            ("aliases", "-r"),
        ),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    changes: dict[str, Any], words: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        typed(**changes)
    error = caught.value.errors()[0]
    assert words in error["msg"]
    assert error["ctx"]["at"] == at


def test_mending_a_misconception_keeps_the_content_hash_and_another_answer_does_not() -> None:
    whole = typed().content_hash
    assert typed(misconceptions=None, blanks={"1": "Mended."}).content_hash == whole
    assert typed(answers={"1": "n > 0", "2": "append"}).content_hash != whole
