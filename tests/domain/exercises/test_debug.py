"""Debugging: the line first, then what it becomes; while the line is wrong the fix is not judged."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.exercises.debug import DebugAnswer
from desktop.domain.exercises.grade import Remark
from tests.domain.builders import debug, debug_content

FIXES: list[dict[str, Any]] = debug_content()["fixes"]


def grade(line: int, fix: int | None) -> tuple[bool, dict[str, bool], tuple[Remark, ...]]:
    found = debug().grade(DebugAnswer(line=line, fix=fix))
    return found.right, found.parts, found.remarks


def test_the_fault_with_its_fix_is_right() -> None:
    assert grade(4, 0) == (True, {"line": True, "fix": True}, ())


def test_another_line_is_told_why_it_is_fine_and_nothing_of_the_fix() -> None:
    suspect = Remark("line", "c = a", "It is not used.", "names")
    assert grade(3, 0) == (False, {"line": False}, (suspect,))
    assert grade(3, 1) == (False, {"line": False}, (suspect,))


def test_a_line_without_a_text_of_its_own_is_wrong_all_the_same() -> None:
    assert grade(1, 0) == (False, {"line": False}, (Remark("line", "def add(a, b):", ""),))


@pytest.mark.parametrize("line", [0, 2, 5, -1])
def test_no_line_an_empty_one_and_one_that_is_not_there_are_wrong(line: int) -> None:
    assert grade(line, 0)[2] == (Remark("line", "", ""),)


def test_the_fault_with_another_fix_is_told_what_that_fix_does() -> None:
    remark = Remark("fix", "return c", "It gives the first.", "names")
    assert grade(4, 2) == (False, {"line": True, "fix": False}, (remark,))


@pytest.mark.parametrize("fix", [None, 3, -1])
def test_the_fault_without_a_fix_is_not_yet_right(fix: int | None) -> None:
    assert grade(4, fix) == (False, {"line": True, "fix": False}, (Remark("fix", "", ""),))


def test_a_fix_takes_the_indentation_of_the_fault() -> None:
    assert debug().solved_code() == "def add(a, b):\n\n    c = a\n    return a + b"
    assert debug().solved_code(1).endswith("\n    return b - a")


@pytest.mark.parametrize(
    ("changes", "words", "at"),
    [
        ({"fault": 9}, "the code has 4 lines, there is no line 9", ("fault",)),
        ({"fault": 2}, "line 2 is empty", ("fault",)),
        ({"fixes": FIXES[1:]}, "no fix is marked right", ("fixes",)),
        ({"fixes": [*FIXES, {**FIXES[0], "text": "x"}]}, "2 fixes are right", ("fixes", 3, "right")),
        (
            {"fixes": [*FIXES, {"text": "return a - b", "why": "So it is."}]},
            "the fix is the fault",
            ("fixes", 3, "text"),
        ),
        ({"fixes": [*FIXES, FIXES[1]]}, "the same text", ("fixes", 3, "text")),
        ({"suspects": [{"line": 4, "text": "No."}]}, "line 4 is the fault", ("suspects", 0, "line")),
        ({"suspects": [{"line": 2, "text": "No."}]}, "line 2 is empty", ("suspects", 0, "line")),
        ({"suspects": [{"line": 3, "text": "No."}] * 2}, "named twice", ("suspects", 1, "line")),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    changes: dict[str, Any], words: str, at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        debug(**changes)
    error = caught.value.errors()[0]
    assert words in error["msg"]
    assert error["ctx"]["at"] == at


def test_mending_a_reason_keeps_the_content_hash_and_another_fault_does_not() -> None:
    whole = debug().content_hash
    assert debug(fixes=[{**one, "why": "Mended."} for one in FIXES], suspects=None).content_hash == whole
    assert debug(fault=3, suspects=None).content_hash != whole
    assert debug(fixes=FIXES[::-1]).content_hash != whole
    assert debug(console="1").content_hash != whole
