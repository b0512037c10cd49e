"""Every bundled lesson is sound, and every task in it can be solved."""

from pathlib import Path

import pytest

from desktop.authoring.check import check_path
from desktop.authoring.schema import lesson_schema
from desktop.domain.exercises import AnyTask
from desktop.storage.lesson_files import CourseFiles, read_course
from desktop.storage.toml_files import TomlFile, read_toml
from tests.schema_check import breaches

ROOT = Path(__file__).resolve().parents[1]
COURSES = sorted(path.parent for path in ROOT.glob("lessons/*/course.toml"))
FILES = [read_course(folder) for folder in COURSES]
TASKS = [
    pytest.param(task, id=f"{files.folder.name}/{one.id}/{task.id}")
    for files in FILES
    for one in files.lessons
    if one.lesson
    for task in one.lesson.tasks
]


def test_there_is_a_course() -> None:
    assert COURSES


@pytest.mark.parametrize("files", FILES, ids=[folder.name for folder in COURSES])
def test_a_course_keeps_all_rules(files: CourseFiles) -> None:
    errors = [one.line_text() for one in check_path(files.folder).problems if one.level.value == "error"]
    assert errors == []


@pytest.mark.parametrize("task", TASKS)
def test_the_right_answer_is_right(task: AnyTask) -> None:
    assert task.grade(task.right_answer()).right


@pytest.mark.parametrize(
    "folder", [*COURSES, ROOT / "tests/courses/everything"], ids=lambda folder: folder.name
)
def test_its_files_keep_the_printed_schema(folder: Path) -> None:
    schema = lesson_schema()
    for path in folder.glob("*.toml"):
        file = read_toml(path)
        assert isinstance(file, TomlFile)
        kind = "course" if path.name == "course.toml" else "lesson"
        assert list(breaches(file.content, schema[kind], schema[kind])) == []
