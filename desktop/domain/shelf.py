"""The courses that are installed, as they were read: lessons to open, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem

if TYPE_CHECKING:  # Home is painted before any model is defined
    from desktop.domain.lesson import Lesson


@dataclass(frozen=True, slots=True)
class ShelfLesson:
    """A lesson of an installed course, or why it cannot be opened."""

    course: str
    id: str
    title: str
    minutes: int
    file: PurePath
    lesson: Lesson | None
    problems: tuple[Problem, ...] = ()

    @property
    def place(self) -> str:
        """The lesson's identity, `course/lesson`."""
        return f"{self.course}/{self.id}"


@dataclass(frozen=True, slots=True)
class ShelfCourse:
    """An installed course."""

    id: str
    title: str
    summary: str
    version: str
    language: str
    folder: PurePath
    lessons: tuple[ShelfLesson, ...]
    problems: tuple[Problem, ...] = ()
    """Of the course file itself; each lesson has its own."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All installed courses."""

    courses: tuple[ShelfCourse, ...] = ()

    def course(self, id_: str) -> ShelfCourse | None:
        """The course with this id."""
        return next((one for one in self.courses if one.id == id_), None)

    def lesson(self, place: str) -> ShelfLesson | None:
        """The lesson with this identity."""
        lessons = (lesson for course in self.courses for lesson in course.lessons)
        return next((one for one in lessons if one.place == place), None)
