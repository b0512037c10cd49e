"""What Home shows of the courses: plain rows, so that the first window needs no model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LessonState(StrEnum):
    """How far a learner is with a lesson, in the words of the verdict."""

    NEW = "new"
    PART = "part"
    NOT_YET = "not yet"
    GETTING_THERE = "getting there"
    STRONG_SO_FAR = "strong so far"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in the list of its course."""

    course: str
    lesson: str
    title: str
    minutes: int
    tasks: int
    """Practice tasks, 0 for a lesson that cannot be opened."""
    state: LessonState = LessonState.NEW
    fraction: float = 0.0
    """Practice tasks solved, 0 to 1."""
    trouble: str = ""
    """Why the lesson cannot be opened, in one line; empty when it can."""

    @property
    def place(self) -> str:
        """The lesson's identity."""
        return f"{self.course}/{self.lesson}"


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course with its lessons in order."""

    course: str
    title: str
    summary: str
    version: str
    language: str
    lessons: tuple[LessonRow, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The round or test that was left half-done last."""

    place: str
    """`course/lesson`."""
    mode: str
    """A mode's key, such as "fill" or "test"."""
    title: str
    position: int
    """1 for the first task."""
    beads: tuple[str, ...]
    """One word a task: "done", "now" or "todo"."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that Home is painted from."""

    courses: tuple[CourseRow, ...] = ()
    unfinished: Unfinished | None = None
    days_this_week: int = 0
    """Days since Monday with at least ten first answers."""


@dataclass(frozen=True, slots=True)
class IndexedTask:
    """A task as the index knows it: enough to count progress without reading the lesson."""

    place: str
    content_hash: str
    kind: str
    practice: bool
    test: bool
