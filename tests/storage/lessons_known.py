"""Courses as the index knows them, and what Home then says of a lesson."""

from __future__ import annotations

from desktop.domain.listing import CourseRow, IndexedTask, LessonRow, LessonState
from desktop.storage.progress_store import ProgressStore

TODAY = "2026-01-01"


def course(*lessons: str, name: str = "c") -> CourseRow:
    """A course with these lessons."""
    found = tuple(LessonRow(name, one, one.upper(), 10, 2) for one in lessons)
    return CourseRow(name, "Course", "About it", "1.0", "en", found)


def practice(place: str, content_hash: str = "h") -> IndexedTask:
    """A task for practice."""
    return IndexedTask(place, content_hash, "fill", practice=True, test=False)


def state(store: ProgressStore, number: int = 0) -> tuple[LessonState, float]:
    """How far the learner is with the n-th lesson of the first course."""
    lesson = store.listing(TODAY).courses[0].lessons[number]
    return lesson.state, lesson.fraction
