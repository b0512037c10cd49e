"""The course `everything` has an example of each field and kind, and each is graded as it should be."""

from collections.abc import Iterator
from itertools import chain, combinations, permutations
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from desktop.domain.course import Course
from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.exercises.debug import DebugAnswer, DebugTask
from desktop.domain.exercises.fill import NOTHING, FillAnswer, FillTask
from desktop.domain.exercises.task import Difficulty, Use
from desktop.domain.exercises.typed import TypeAnswer, TypeTask
from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_course

FILES = read_course(Path(__file__).parent / "courses" / "everything")
LESSONS = [one.lesson for one in FILES.lessons if one.lesson]
TASKS = [task for lesson in LESSONS for task in lesson.tasks]
FILLS = [task for task in TASKS if isinstance(task, FillTask)]
CHOICES = [task for task in TASKS if isinstance(task, ChooseTask)]
DEBUGS = [task for task in TASKS if isinstance(task, DebugTask)]
TYPES = [task for task in TASKS if isinstance(task, TypeTask)]
LANGUAGES = {"python", "yaml", "json", "toml", "bash", "sql", "dockerfile", "ini", "console", "text"}


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that a model's fields can hold, and itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation)
    for part in get_args(annotation):
        yield from models_in(part)


def written(value: Any) -> Iterator[tuple[str, str]]:
    """Every field that an author has set, by model, and by its value where it is a switch."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            inner = getattr(value, name)
            if inner != type(value).model_fields[name].default:
                yield type(value).__name__, name
            yield from written(inner)
    elif isinstance(value, tuple | list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from written(inner)


def test_every_field_of_every_model_has_an_example() -> None:
    models = set(chain(models_in(Lesson), models_in(Course), models_in(AnyTask)))
    fields = {(model.__name__, name) for model in models for name in model.model_fields}
    assert fields - set(written([FILES.course, *LESSONS])) == set()


def test_every_kind_of_task_level_use_and_language_has_an_example() -> None:
    assert {type(task) for task in TASKS} == set(get_args(get_args(AnyTask)[0]))
    assert {task.difficulty for task in TASKS} == set(Difficulty)
    assert {task.use for task in TASKS} == {(Use.PRACTICE,), (Use.TEST,), (Use.PRACTICE, Use.TEST)}
    assert {task.language for task in FILLS if task.language} == LANGUAGES


def test_the_sizes_to_design_for_have_examples() -> None:
    assert {len(task.options) for task in CHOICES} >= {2, 3, 4, 8}
    assert max(len(task.numbers) for task in FILLS) == 8
    assert max(len(task.chips) for task in FILLS) == 18
    assert {len(chip) for task in FILLS for chip in task.chips} >= {43, 144}
    assert any(len(task.right_options) > 1 for task in CHOICES)
    assert {path.suffix for path in FILES.folder.iterdir()} >= {".png", ".jpg", ".webp"}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_the_right_answer_is_right_and_has_no_remark(task: AnyTask) -> None:
    grade = task.grade(task.right_answer())
    assert grade.right
    assert all(grade.parts.values())
    assert grade.remarks == ()


def accepted(task: FillTask, placed: dict[int, str]) -> bool:
    """Whether a filling is right, found by trying every order in the groups."""
    if task.fillings:
        return placed in [dict(filling) for filling in task.fillings]
    alone = set(task.numbers) - set(chain(*task.interchangeable))
    return all(placed[n] in task.answers[n] for n in alone) and all(
        any(
            all(placed[n] in task.answers[m] for n, m in zip(group, order, strict=True))
            for order in permutations(group)
        )
        for group in task.interchangeable
    )


@pytest.mark.parametrize("task", FILLS, ids=lambda task: task.id)
def test_each_change_of_one_blank_is_wrong_or_accepted(task: FillTask) -> None:
    for number in task.numbers:
        for chip in {*task.chips, NOTHING}:
            placed = {**task.key, number: chip}
            grade = task.grade(FillAnswer(placed=dict(placed)))
            assert grade.right == accepted(task, placed), placed
            assert grade.right == all(grade.parts.values())
        assert not task.grade(FillAnswer(placed={**task.key, number: None})).right


@pytest.mark.parametrize("task", CHOICES, ids=lambda task: task.id)
def test_each_other_choice_of_options_is_wrong(task: ChooseTask) -> None:
    every = range(len(task.options))
    for chosen in chain.from_iterable(combinations(every, n) for n in range(len(task.options) + 1)):
        assert task.grade(ChooseAnswer(chosen=chosen)).right == (set(chosen) == task.right_options)


@pytest.mark.parametrize("task", DEBUGS, ids=lambda task: task.id)
def test_each_other_line_and_each_other_fix_is_wrong(task: DebugTask) -> None:
    for line in range(len(task.lines) + 2):
        for fix in (None, *range(len(task.fixes))):
            right = task.grade(DebugAnswer(line=line, fix=fix)).right
            assert right == (line == task.fault and fix == task.right_fix)


@pytest.mark.parametrize("task", TYPES, ids=lambda task: task.id)
def test_each_answer_is_right_and_each_misconception_wrong(task: TypeTask) -> None:
    for number in task.numbers:
        for text in task.answers[number]:
            assert task.grade(TypeAnswer(typed={**task.key, number: text})).right
        mine = [one for one in task.misconceptions if one.blank in (None, number)]
        for one in mine:
            grade = task.grade(TypeAnswer(typed={**task.key, number: one.typed}))
            assert not grade.right
            assert [remark.text for remark in grade.remarks] == [one.text]
