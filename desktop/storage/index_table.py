"""The index of courses and lessons, from which Home is painted before any lesson is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import apsw

from desktop.domain.listing import CourseRow, IndexedTask, LessonRow, LessonState
from desktop.domain.verdict import verdict
from desktop.storage import summary_tables
from desktop.storage.summaries import lesson_of

SCHEMA = """
CREATE TABLE index_courses (
    position INTEGER PRIMARY KEY,
    course TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    trouble TEXT NOT NULL
) STRICT;

CREATE TABLE index_lessons (
    position INTEGER PRIMARY KEY,
    of_course INTEGER NOT NULL REFERENCES index_courses,
    place TEXT NOT NULL,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    tasks INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new',
    fraction REAL NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX index_lessons_by_place ON index_lessons (place);

CREATE TABLE index_tasks (
    lesson TEXT NOT NULL,
    place TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    practice INTEGER NOT NULL,
    test INTEGER NOT NULL,
    PRIMARY KEY (lesson, place, content_hash)
) STRICT, WITHOUT ROWID;
"""

COURSES = (
    "SELECT position, course, title, summary, version, language, trouble FROM index_courses ORDER BY position"
)
LESSONS = """SELECT of_course, course, lesson, title, minutes, tasks, state, fraction, trouble
    FROM index_lessons ORDER BY position"""
FRACTION = """SELECT ifnull(avg(ifnull(solved, 0)), 0.0) FROM index_tasks
    LEFT JOIN tasks USING (place, content_hash) WHERE lesson = ? AND practice"""
ANSWERED = f"SELECT EXISTS (SELECT 1 FROM tasks WHERE {summary_tables.OF_LESSON} AND answered > 0)"
CHANGE = """UPDATE index_lessons SET state = ?1, fraction = ?2
    WHERE place = ?3 AND (state <> ?1 OR fraction <> ?2)"""


def replace(connection: apsw.Connection, courses: Sequence[CourseRow], tasks: Iterable[IndexedTask]) -> None:
    """Put these courses in place of all others; states are worked out from what is known of the learner."""
    connection.execute("DELETE FROM index_lessons; DELETE FROM index_courses; DELETE FROM index_tasks")
    for number, one in enumerate(courses):
        row = number, one.course, one.title, one.summary, one.version, one.language, one.trouble
        connection.execute("INSERT INTO index_courses VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        connection.executemany(
            """INSERT INTO index_lessons (of_course, place, course, lesson, title, minutes, tasks, trouble)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                (number, le.place, le.course, le.lesson, le.title, le.minutes, le.tasks, le.trouble)
                for le in one.lessons
            ),
        )
    connection.executemany(
        "INSERT OR IGNORE INTO index_tasks VALUES (?, ?, ?, ?, ?, ?)",
        ((lesson_of(t.place), t.place, t.content_hash, t.kind, int(t.practice), int(t.test)) for t in tasks),
    )
    refresh(connection, {lesson.place for course in courses for lesson in course.lessons})


def refresh(connection: apsw.Connection, lessons: Iterable[str]) -> None:
    """Work out anew how far the learner is with these lessons."""
    for lesson in lessons:
        fraction = float(connection.execute(FRACTION, (lesson,)).get)
        state = verdict(summary_tables.tests(connection, lesson)).state
        if state is None:
            answered = connection.execute(ANSWERED, (lesson,)).get
            state = LessonState.PART if answered else LessonState.NEW
        connection.execute(CHANGE, (state, fraction, lesson))


def refresh_all(connection: apsw.Connection) -> None:
    """Work out every lesson's state anew."""
    refresh(
        connection, [place for (place,) in connection.execute("SELECT DISTINCT place FROM index_lessons")]
    )


def courses(connection: apsw.Connection, begun: frozenset[str]) -> tuple[CourseRow, ...]:
    """All courses with their lessons; those in `begun` have a draft, so they are no longer new."""
    by_course: Mapping[int, tuple[LessonRow, ...]] = {
        number: tuple(_lesson(row, begun) for row in rows)
        for number, rows in groupby(connection.execute(LESSONS), key=lambda row: int(row[0]))
    }
    return tuple(
        CourseRow(course, title, summary, version, language, by_course.get(number, ()), trouble)
        for number, course, title, summary, version, language, trouble in connection.execute(COURSES)
    )


def _lesson(row: tuple[Any, ...], begun: frozenset[str]) -> LessonRow:
    _, course, lesson, title, minutes, tasks, state, fraction, trouble = row
    known = LessonState(state)
    if known is LessonState.NEW and f"{course}/{lesson}" in begun:
        known = LessonState.PART
    return LessonRow(course, lesson, title, minutes, tasks, known, fraction, trouble)
