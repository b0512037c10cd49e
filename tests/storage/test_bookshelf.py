"""The courses on the disk: found, known again, sketched before they are read, and laid into the index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.storage import bookshelf
from desktop.storage.progress_store import ProgressStore
from tests.storage.lesson_texts import COURSE, LESSON, write_course

TODAY = "2026-10-14"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with one course, and a folder that holds none."""
    folder = tmp_path / "packs"
    (folder / "notes").mkdir(parents=True)
    write_course(folder / "small")
    return folder


def found(packs: Path) -> tuple[Path, ...]:
    return bookshelf.course_folders((packs, packs / "missing"))


def test_only_folders_with_a_course_file_hold_a_course(packs):
    assert found(packs) == (packs / "small",)


def test_the_fingerprint_stays_as_long_as_no_file_changes(packs):
    assert bookshelf.fingerprint(found(packs)) == bookshelf.fingerprint(found(packs))


def _edit(course: Path) -> None:
    (course / "one.toml").write_text(LESSON.replace("Sum", "Add"), encoding="utf-8")
    os.utime(course / "one.toml", (1, 1))


@pytest.mark.parametrize(
    "change",
    [
        _edit,
        lambda course: (course / "three.toml").write_text("", encoding="utf-8"),
        lambda course: (course / "two.toml").unlink(),
        lambda course: (course / "two.toml").rename(course / "deux.toml"),
        lambda course: write_course(course.parent / "another"),
        lambda course: course.rename(course.parent / "moved"),
    ],
    ids=["edited", "new", "gone", "renamed", "new course", "moved course"],
)
def test_the_fingerprint_tells_that_files_have_changed(packs, change):
    before = bookshelf.fingerprint(found(packs))
    change(packs / "small")
    assert bookshelf.fingerprint(found(packs)) != before


def test_an_editors_lock_that_leads_nowhere_is_no_trouble(packs):
    (packs / "small" / ".#one.toml").symlink_to("somebody@somewhere.42")
    assert bookshelf.fingerprint(found(packs))


def test_a_course_that_went_while_it_was_looked_at_is_no_trouble(packs):
    assert bookshelf.fingerprint((packs / "small", packs / "went"))


def test_a_sketch_names_courses_and_lessons_without_reading_the_lessons(packs):
    (packs / "small" / "one.toml").write_text("broken [", encoding="utf-8")
    (course,) = bookshelf.sketch(found(packs))
    assert (course.course, course.title) == ("small", "Small")
    assert [(one.place, one.title, one.minutes) for one in course.lessons] == [
        ("small/one", "One", 5),
        ("small/two", "Two", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "broken [",
        COURSE.replace('id = "small"', ""),
        COURSE.replace('title = "Small"', 'title = ["Small"]'),
        COURSE.replace('version = "1.0"', "version = 2026-01-01"),
        COURSE.replace("minutes = 5", 'minutes = "five"'),
        COURSE.replace("minutes = 5", "minutes = 99999999999999999999999"),
        COURSE.partition("[[lessons]]")[0] + "lessons = 2",
        COURSE.partition("[[lessons]]")[0] + 'lessons = ["one"]',
        "x = " + "[" * 1000,
    ],
    ids=["no toml", "no id", "list", "date", "words", "huge", "a number", "names", "deep"],
)
def test_a_broken_course_file_keeps_no_other_course_from_the_first_start(packs, store: ProgressStore, text):
    write_course(packs / "broken", text)
    store.write_index(bookshelf.sketch(found(packs)), (), "")
    assert [one.title for one in store.listing(TODAY).courses] == ["Small"]


def test_the_index_has_the_trouble_of_a_lesson_and_counts_the_tasks_of_the_others(packs):
    (packs / "small" / "two.toml").write_text('id = "two"\nbroken [', encoding="utf-8")
    (course,), tasks = bookshelf.index_rows(bookshelf.read_shelf(found(packs)))
    one, two = course.lessons
    assert (one.tasks, one.trouble, course.trouble) == (1, "", "")
    assert (two.title, two.tasks) == ("Two", 0)
    assert "two.toml:2" in two.trouble
    assert [(task.place, task.practice, task.test) for task in tasks] == [
        ("small/one/sum", True, False),
        ("small/one/even", False, True),
    ]


def test_a_course_whose_file_is_broken_is_in_the_index_under_its_folders_name(packs):
    (packs / "small" / "course.toml").write_text("broken [", encoding="utf-8")
    (course,), _ = bookshelf.index_rows(bookshelf.read_shelf(found(packs)))
    assert course.title == "small"
    assert "course.toml:1" in course.trouble
    assert [one.lesson for one in course.lessons] == ["one", "two"]
