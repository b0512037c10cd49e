"""Finds the installed courses, tells whether their files have changed, and reads them all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.listing import CourseRow, IndexedTask, LessonRow

if TYPE_CHECKING:  # the first window needs this module, but nothing of what reads the lessons
    from desktop.domain.shelf import Shelf, ShelfCourse
    from desktop.storage.lesson_files import CourseFiles, LessonFile

COURSE_FILE = "course.toml"
Kind = TypeVar("Kind")
FORM = "2"
"""Another number makes the next start read all lessons again, as after a change of what the index holds."""
_BITS = 31
"""The longest a number of minutes may be; the index could not hold a much longer one."""


def course_folders(shelves: Iterable[Path]) -> tuple[Path, ...]:
    """The folders with a course file in these folders, by name; a missing folder holds none."""
    return tuple(folder for shelf in shelves for folder in _courses_in(shelf))


def _courses_in(shelf: Path) -> list[Path]:
    try:
        return sorted(one for one in shelf.iterdir() if _holds_course(one))
    except OSError:
        return []


def _holds_course(folder: Path) -> bool:
    try:
        return (folder / COURSE_FILE).is_file()
    except OSError:  # a folder that may not be entered
        return False


def fingerprint(folders: Sequence[Path]) -> str:
    """Another text whenever a file of a course is new, gone or changed; reads names, sizes and times only."""
    import hashlib  # noqa: PLC0415

    seen = hashlib.sha256(FORM.encode())
    for folder in folders:
        seen.update(os.fsencode(folder))
        with suppress(OSError), os.scandir(folder) as entries:  # it may have gone since it was found
            for entry in sorted(entries, key=lambda one: one.name):
                seen.update(os.fsencode(entry.name) + _state(entry).encode())
    return seen.hexdigest()


def _state(entry: os.DirEntry[str]) -> str:
    try:
        state = entry.stat()
    except OSError:  # an editor's lock is a link that leads nowhere
        return "\0gone\n"
    return f"\0{state.st_size}\0{state.st_mtime_ns}\n"


def read_shelf(folders: Sequence[Path]) -> Shelf:
    """Read and check every course."""
    from desktop.domain.shelf import Shelf  # noqa: PLC0415
    from desktop.storage.lesson_files import read_course  # noqa: PLC0415

    return Shelf(tuple(_on_shelf(read_course(folder)) for folder in folders))


def sketch(folders: Sequence[Path]) -> list[CourseRow]:
    """The names of courses and lessons, unchecked: enough for Home to be painted at the very first start."""
    import tomli  # noqa: PLC0415

    rows: list[CourseRow] = []
    for folder in folders:
        try:
            rows.append(_sketched(tomli.loads((folder / COURSE_FILE).read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue  # reading it in full will say what is wrong
    return rows


def _sketched(content: dict[str, Any]) -> CourseRow:
    """A course as its file names it; ValueError, KeyError or TypeError where it is no course."""
    name, title, summary, version, language = (
        _fitting(content[field], str) for field in ("id", "title", "summary", "version", "language")
    )
    lessons = tuple(
        LessonRow(name, _fitting(one["id"], str), _fitting(one["title"], str), _minutes(one), tasks=0)
        for one in content["lessons"]
    )
    return CourseRow(name, title, summary, version, language, lessons)


def _minutes(lesson: dict[str, Any]) -> int:
    minutes = _fitting(lesson["minutes"], int)
    if minutes.bit_length() > _BITS:
        raise ValueError("more minutes than the index can hold")
    return minutes


def _fitting(value: object, kind: type[Kind]) -> Kind:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _on_shelf(files: CourseFiles) -> ShelfCourse:
    from desktop.domain.shelf import ShelfCourse, ShelfLesson  # noqa: PLC0415

    course = files.course
    entries = {entry.id: entry for entry in course.lessons} if course else {}
    name = course.id if course else files.folder.name

    def lesson(file: LessonFile) -> ShelfLesson:
        entry = entries.get(file.id)
        title = entry.title if entry else file.lesson.title if file.lesson else file.id
        minutes = entry.minutes if entry else file.lesson.minutes if file.lesson else 0
        return ShelfLesson(name, file.id, title, minutes, file.path, file.lesson, file.problems)

    return ShelfCourse(
        id=name,
        title=course.title if course else files.folder.name,
        summary=course.summary if course else "",
        version=course.version if course else "",
        language=course.language if course else "",
        folder=files.folder,
        lessons=tuple(lesson(file) for file in files.lessons),
        problems=files.problems,
    )


def index_rows(shelf: Shelf) -> tuple[list[CourseRow], list[IndexedTask]]:
    """What the index keeps of the courses: rows for Home, and tasks to count progress by."""
    courses: list[CourseRow] = []
    tasks: list[IndexedTask] = []
    for course in shelf.courses:
        rows: list[LessonRow] = []
        for one in course.lessons:
            indexed = [
                IndexedTask(
                    place=f"{one.place}/{task.id}",
                    content_hash=task.content_hash,
                    kind=task.kind,
                    practice="practice" in task.use,
                    test="test" in task.use,
                )
                for task in (one.lesson.all_tasks if one.lesson else ())
            ]
            tasks += indexed
            trouble = one.problems[0].line_text() if one.problems else ""
            practice = sum(task.practice for task in indexed)
            rows.append(LessonRow(one.course, one.id, one.title, one.minutes, practice, trouble=trouble))
        trouble = course.problems[0].line_text() if course.problems else ""
        courses.append(
            CourseRow(
                course.id, course.title, course.summary, course.version, course.language, tuple(rows), trouble
            )
        )
    return courses, tasks
