"""One snippet, the whole ladder: what follows from a fill task, and what cannot."""

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.typed import TypeAnswer, TypeTask
from desktop.domain.lesson import Lesson
from desktop.domain.refusals import validated
from desktop.storage.lesson_files import read_lesson
from tests.study.lessons import fill_task

ROOT = Path(__file__).parents[2]
CODE = "total = 0\nfor x in xs:\n    total [[1]] x\nprint(total)"
CHIPS: dict[str, Any] = {
    "code": CODE,
    "chips": ["+=", "=", "-="],
    "answers": {"1": "+="},
    "misconceptions": [{"chip": chip, "text": f"{chip} is wrong."} for chip in ("=", "-=")],
}
DEBUG: dict[str, Any] = {"blank": 1, "chip": "=", "fixes": ["+=", "-="], "console": "3"}


def refused_or(ladder: dict[str, Any], **fields: Any) -> Any:
    task = fill_task("sum", **{**CHIPS, **fields}, ladder=ladder)
    concepts = [{"id": name, "name": name, "sentence": "A.", "example": "B."} for name in ("one", "two")]
    content = {"id": "l", "title": "L", "topics": ["T"], "category": "C", "minutes": 5}
    return validated(Lesson, {**content, "concepts": concepts, "tasks": [task]})


@pytest.fixture
def whole() -> Lesson:
    rungs = {"type": {}, "lines": {}, "arrange": {"distractors": [{"blank": 1, "chip": "="}]}, "debug": DEBUG}
    lesson = refused_or(rungs)
    assert isinstance(lesson, Lesson)
    return lesson


def test_ids_family_and_levels_climb(whole):
    tasks = whole.all_tasks
    assert [task.id for task in tasks] == ["sum", "sum/arrange", "sum/type", "sum/debug", "sum/lines"]
    assert {task.family for task in tasks} == {"sum"}
    assert [task.difficulty.value for task in tasks] == ["easy", "easy", "medium", "medium", "hard"]
    assert whole.task("sum/debug") in whole.practice("debug")


def test_arrange_takes_the_solved_lines_and_a_line_for_each_wrong_chip(whole):
    task = whole.task("sum/arrange")
    assert isinstance(task, ArrangeTask)
    assert task.code == CODE.replace("[[1]]", "+=")
    assert [(one.line, one.why) for one in task.distractors] == [("total = x", "= is wrong.")]


def test_debug_puts_the_wrong_chip_in_and_offers_lines_with_others(whole):
    task = whole.task("sum/debug")
    assert isinstance(task, DebugTask)
    assert (task.fault, task.code.split("\n")[2]) == (3, "    total = x")
    assert [(one.text, one.right) for one in task.fixes] == [("total += x", True), ("total -= x", False)]


def test_typing_asks_for_the_blanks_and_knows_the_same_mistakes(whole):
    task = whole.task("sum/type")
    assert isinstance(task, TypeTask)
    assert task.grade(TypeAnswer(typed={1: "+="})).right
    assert task.grade(TypeAnswer(typed={1: "="})).remarks[0].text == "= is wrong."


def test_typing_lines_asks_for_each_line_that_held_a_blank(whole):
    task = whole.task("sum/lines")
    assert isinstance(task, TypeTask)
    assert task.code == CODE.replace("total [[1]] x", "[[1]]")
    assert task.grade(TypeAnswer(typed={1: "total+=x"})).right
    assert task.grade(TypeAnswer(typed={1: "total -= x"})).remarks[0].text == "-= is wrong."


@pytest.mark.parametrize(
    ("ladder", "fields", "words", "path"),
    [
        ({"debug": {**DEBUG, "blank": 2}}, {}, "exactly one line", ("tasks", 0, "ladder", "debug", "blank")),
        ({"debug": {**DEBUG, "fixes": ["=", "-="]}}, {}, "does not work", ("tasks", 0, "ladder", "debug")),
        ({"type": {}}, {"leave_empty": True}, "needs code", ("tasks", 0, "ladder", "type")),
        ({"arrange": {"distractors": [{"blank": 9, "chip": "="}]}}, {}, "exactly one line",
         ("tasks", 0, "ladder", "arrange", "distractors")),
    ],
)  # fmt: skip
def test_a_rung_that_does_not_work_out_says_where_and_why(ladder, fields, words, path):
    (refusal,) = refused_or(ladder, **fields)
    assert words in refusal.message.format(**refusal.values)
    assert refusal.path == path


def test_three_snippets_of_the_first_lesson_carry_the_whole_ladder():
    lesson = read_lesson(ROOT / "lessons" / "mlops" / "technical-debt.toml")
    assert isinstance(lesson, Lesson)
    rungs = {"arrange", "type", "debug", "lines"}
    names = [task.id for task in lesson.tasks]
    climbed = [name for name in names if all(lesson.task(f"{name}/{rung}") for rung in rungs)]
    assert len(climbed) >= 3
    for task in lesson.all_tasks:
        assert task.grade(task.right_answer()).right
