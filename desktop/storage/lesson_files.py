"""Reads courses and lessons from their folders; what is wrong is told with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.course import Course
from desktop.domain.lesson import Lesson
from desktop.domain.problems import Problem
from desktop.domain.refusals import Refusal, validated
from desktop.storage.pictures import trouble_with_picture
from desktop.storage.toml_files import MOST_PROBLEMS, TomlFile, read_toml

COURSE_FILE = "course.toml"


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A lesson of a course, or why it cannot be opened."""

    id: str
    path: Path
    lesson: Lesson | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseFiles:
    """A course as its folder holds it."""

    folder: Path
    course: Course | None
    """`None` when `course.toml` cannot be used; the lessons are then those found by file name."""
    problems: tuple[Problem, ...]
    """Of `course.toml`; each lesson has its own."""
    lessons: tuple[LessonFile, ...]

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Of the course file and of every lesson, in order."""
        return (*self.problems, *(problem for one in self.lessons for problem in one.problems))


def read_course(folder: Path) -> CourseFiles:
    """A course with all its lessons; a broken one never hides the others."""
    path = folder / COURSE_FILE
    file = read_toml(path)
    if isinstance(file, Problem):
        return CourseFiles(folder, None, (file,), _lessons_by_name(folder))
    found = validated(Course, file.content)
    if not isinstance(found, Course):
        return CourseFiles(folder, None, _problems(file, found), _lessons_by_name(folder))
    lessons = tuple(
        _listed_lesson(file, i, folder / f"{entry.id}.toml") for i, entry in enumerate(found.lessons)
    )
    return CourseFiles(folder, found, (), lessons)


def read_lesson(path: Path) -> Lesson | list[Problem]:
    """A lesson, or at most twenty things that are wrong with it."""
    file = read_toml(path)
    if isinstance(file, Problem):
        return [file]
    found = validated(Lesson, file.content)
    if not isinstance(found, Lesson):
        return list(_problems(file, found))
    refusals = list(_wrong_around(path, found))
    return list(_problems(file, tuple(refusals))) if refusals else found


def _lesson_file(path: Path) -> LessonFile:
    found = read_lesson(path)
    if isinstance(found, Lesson):
        return LessonFile(path.stem, path, found)
    return LessonFile(path.stem, path, None, tuple(found))


def _listed_lesson(course: TomlFile, index: int, path: Path) -> LessonFile:
    if path.exists():
        return _lesson_file(path)
    problem = course.problem_at(("lessons", index, "id"), "there is no file {file}", file=path.name)
    return LessonFile(path.stem, path, None, (problem,))


def _lessons_by_name(folder: Path) -> tuple[LessonFile, ...]:
    try:
        paths = sorted(path for path in folder.glob("*.toml") if path.name != COURSE_FILE)
    except OSError:
        return ()
    return tuple(_lesson_file(path) for path in paths)


def _wrong_around(path: Path, lesson: Lesson) -> Iterator[Refusal]:
    """What a lesson's own content cannot tell: its file's name and its pictures."""
    if lesson.id != path.stem:
        yield Refusal(
            ("id",),
            'expected id = "{stem}", as the file is named, found "{id}"',
            {"stem": path.stem, "id": lesson.id},
        )
    for field, parts in (("tasks", lesson.tasks), ("read", lesson.read)):
        for i, part in enumerate(parts):
            if part.picture and (trouble := trouble_with_picture(path.parent, part.picture.file)):
                yield Refusal((field, i, "picture", "file"), trouble.message, trouble.values)


def _problems(file: TomlFile, refusals: tuple[Refusal, ...]) -> tuple[Problem, ...]:
    """The first ones by line."""
    if file.too_deep:
        return (file.too_deep,)
    by_line = sorted(refusals, key=lambda one: file.lines.line(one.path, one.offset))
    return tuple(file.problem(one) for one in by_line[:MOST_PROBLEMS])
