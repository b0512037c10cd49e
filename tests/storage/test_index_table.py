"""Home is painted from the index, which knows how far the learner is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.listing import CourseRow, IndexedTask, LessonRow, LessonState, Unfinished
from desktop.domain.progress import Draft
from desktop.storage.progress_store import ProgressStore
from tests.storage.histories import answer, finished, hint
from tests.storage.lessons_known import TODAY, course, practice, state


def test_the_index_comes_back_in_order(store: ProgressStore) -> None:
    courses = [course("z", "a", name="second"), course(name="empty"), course("m", name="first")]
    store.write_index(courses, [], "files 1")
    assert list(store.listing(TODAY).courses) == courses
    assert store.index_fingerprint() == "files 1"
    store.write_index(courses[2:], [], "files 2")
    assert list(store.listing(TODAY).courses) == courses[2:]


def test_a_lesson_that_cannot_be_opened_keeps_its_trouble(store: ProgressStore) -> None:
    lesson = LessonRow("c", "l", "Broken", 0, 0, trouble="l.toml:3: a quote is missing")
    broken = CourseRow("c", "Course", "", "1", "en", (lesson,), trouble="one lesson is broken")
    store.write_index([broken], [], "")
    assert store.listing(TODAY).courses == (broken,)


def test_a_lesson_is_new_until_something_was_answered_or_begun(store: ProgressStore) -> None:
    store.write_index([course("l", "l2", "l3")], [practice("c/l/a"), practice("c/l/b")], "")
    store.record([hint("c/l2/a"), answer("c/l/a"), answer("c/l/b", right=False)])
    store.save_draft(Draft("c/l3/fill", "{}", 1, 1, ("now",)))
    assert [state(store, number) for number in range(3)] == [
        (LessonState.PART, 0.5),
        (LessonState.NEW, 0.0),
        (LessonState.PART, 0.0),
    ]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([8], LessonState.STRONG_SO_FAR),
        ([7], LessonState.NOT_YET),
        ([8, 8], LessonState.STRONG),
        ([9, 5], LessonState.GETTING_THERE),
    ],
)
def test_a_tested_lesson_has_the_state_of_its_verdict(
    store: ProgressStore, points: list[int], expected: LessonState
) -> None:
    store.write_index([course("l")], [practice("c/l/a")], "")
    store.record([finished(points=one, day=day) for day, one in enumerate(points)])
    assert state(store)[0] is expected


def test_tasks_for_tests_only_do_not_count_as_practice(store: ProgressStore) -> None:
    bank = IndexedTask("c/l/bank", "h", "choose", practice=False, test=True)
    store.write_index([course("l")], [practice("c/l/a"), bank], "")
    store.record([answer("c/l/bank"), answer("c/l/a", right=False)])
    assert state(store) == (LessonState.PART, 0.0)


def test_the_newest_draft_is_where_the_learner_left_off(store: ProgressStore) -> None:
    store.write_index([course("l", "l2")], [], "")
    store.save_draft(Draft("c/l/test", "{}", 5, 3, ("done", "done", "now")))
    store.save_draft(Draft("c/l2/fill", "{}", 4, 1, ("now",)))
    store.save_draft(Draft("gone/l/fill", "{}", 9, 1, ("now",)))
    assert store.listing(TODAY).unfinished == Unfinished("c/l", "test", "L", 3, ("done", "done", "now"))


def test_a_day_counts_for_the_week_with_ten_first_answers(store: ProgressStore) -> None:
    monday = 4  # 5 January 2026
    many = [answer(f"c/l/{n}", day=day) for day in (monday - 1, monday, monday + 2) for n in range(10)]
    store.record([*many, *(answer("c/l/0", day=monday + 1) for _ in range(20))])
    assert store.listing("2026-01-07").days_this_week == 2
    assert store.listing("2026-01-05").days_this_week == 1


def test_home_is_read_without_any_model_or_qt(path: Path, store: ProgressStore) -> None:
    store.write_index([course("l")], [], "")
    store.close()
    code = (
        "import sys; from pathlib import Path; from desktop.storage.progress_store import ProgressStore\n"
        f"listing = ProgressStore.open(Path(sys.argv[1])).listing({TODAY!r})\n"
        "print(listing.courses[0].title, {'pydantic', 'PySide6', 'pygments'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "Course set()\n"
