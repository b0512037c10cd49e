"""The store keeps what happened, and derives the same rows live and anew."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given, settings

from desktop.domain.errors import StudyError
from desktop.domain.events import Event, EventKind, Happening, Moment
from desktop.domain.listing import CourseRow, IndexedTask, LessonRow, LessonState, Unfinished
from desktop.domain.progress import Draft, TaskRow
from desktop.storage import history, summary_tables
from desktop.storage.progress_store import ProgressStore
from desktop.study import ports
from tests.storage.disks import small_disk
from tests.storage.histories import NOON, answer, finished, hint, histories, retraction

TODAY = "2026-01-01"


@pytest.fixture
def store(path: Path) -> Iterator[ProgressStore]:
    opened = ProgressStore.open(path)
    yield opened
    opened.close()


def derived(store: ProgressStore) -> list[tuple[Any, ...]]:
    ask = store._database.rows
    tests = f"SELECT {summary_tables.TEST} FROM tests ORDER BY place, position"
    return [
        *ask("SELECT * FROM tasks ORDER BY place, content_hash"),
        *ask(tests),
        *ask("SELECT * FROM first_answers ORDER BY study_day, place"),
        *ask("SELECT place, state, fraction FROM index_lessons ORDER BY place"),
    ]


def course(*lessons: str, name: str = "c") -> CourseRow:
    found = tuple(LessonRow(name, one, one.upper(), 10, 2) for one in lessons)
    return CourseRow(name, "Course", "About it", "1.0", "en", found)


def practice(place: str, content_hash: str = "h") -> IndexedTask:
    return IndexedTask(place, content_hash, "fill", practice=True, test=False)


def state(store: ProgressStore, number: int = 0) -> tuple[LessonState, float]:
    lesson = store.listing(TODAY).courses[0].lessons[number]
    return lesson.state, lesson.fraction


# What was recorded is there


def test_the_store_is_what_the_engine_asks_for(store: ProgressStore) -> None:
    port: ports.ProgressStore = store
    assert port.record([]) == ()


def test_what_was_recorded_is_there_after_a_restart(path: Path, store: ProgressStore) -> None:
    events = store.record([answer(right=False), answer(right=True)])
    store.close()
    again = ProgressStore.open(path)
    assert [event.seq for event in events] == [1, 2]
    assert list(history.all_events(again._database.connection)) == list(events)
    assert again.record([hint()])[0].seq == 3
    assert again.record([hint()])[0].device == events[0].device
    again.close()


def test_an_event_says_what_happened_when_and_where(store: ProgressStore) -> None:
    at = Moment(NOON, 60)
    (event,) = store.record(
        [Happening(EventKind.SKIPPED, "c/l/t", at, "h", {"run": "r", "b": [1], "a": None})]
    )
    assert (event.utc_ms, event.offset_minutes, event.study_day) == (NOON, 60, TODAY)
    assert (event.kind, event.place, event.content_hash) == (EventKind.SKIPPED, "c/l/t", "h")
    assert event.body == '{"a":null,"b":[1],"run":"r"}'
    assert len(event.uid) == 32


@pytest.mark.parametrize(
    "text", ["na\u00efve \u2713 \U0001f600", "half \ud83d", "zero \x00", "a\u202eb", "'\"; DROP"]
)
def test_any_text_comes_back_as_it_was(store: ProgressStore, text: str) -> None:
    store.record([Happening(EventKind.SKIPPED, "c/l/t", Moment(NOON), "h", {"typed": text})])
    (event,) = history.all_events(store._database.connection)
    assert json.loads(event.body) == {"typed": text}


def test_nothing_of_a_batch_is_kept_when_one_part_of_it_cannot_be(store: ProgressStore) -> None:
    broken = Happening(EventKind.ANSWERED, "c/l/t", Moment(NOON), "h", {"run": "r"})
    with pytest.raises(KeyError):
        store.record([answer(), broken])
    assert list(history.all_events(store._database.connection)) == []
    assert store.task_rows("c/l") == {}
    assert store.record([answer()])[0].seq == 1


def test_an_event_that_is_there_already_is_refused(store: ProgressStore) -> None:
    (event,) = store.record([answer()])
    with pytest.raises(apsw.ConstraintError, match="UNIQUE"), store._database.transaction() as connection:
        history.insert(connection, [event])
    assert list(history.all_events(store._database.connection)) == [event]


def test_a_full_disk_refuses_the_answer_and_keeps_those_before(path: Path) -> None:
    with small_disk() as disk:
        store = ProgressStore.open(path)
        store.record([answer()])
        disk.room = 2
        with pytest.raises(StudyError, match="the disk is full"):
            store.record([answer(right=False)])
        assert store.task_rows("c/l")["c/l/t", "h"].answered == 1
        disk.room = 10**6
        assert store.record([answer()])[0].seq == 2
        store.close()


def test_a_flipped_bit_in_an_event_is_noticed_and_left_out(path: Path, store: ProgressStore) -> None:
    store.record([answer("c/l/first"), answer("c/l/second")])
    store.close()
    content = path.read_bytes()
    place = content.index(b"c/l/first{") if b"c/l/first{" in content else content.index(b"c/l/firsth")
    path.write_bytes(content[: place + 4] + b"F" + content[place + 5 :])
    again = ProgressStore.open(path)
    assert again.damaged_events() == 1
    again.rebuild()
    assert {key[0] for key in again.task_rows("c/l")} == {"c/l/second"}
    again.close()


# What follows from it


def test_a_task_row_tells_how_the_task_went(store: ProgressStore) -> None:
    store.record([hint(), answer(right=False), answer(right=True), hint(), answer(right=False, day=1)])
    row = TaskRow("c/l/t", "h", 3, True, False, "2026-01-02", NOON + 86_400_000, hints=2)
    assert store.task_rows("c/l") == {("c/l/t", "h"): row}


def test_the_tests_that_asked_a_task_are_named_once_each(store: ProgressStore) -> None:
    asked = [answer(run=run, mode="test") for run in ("one", "one", "two")]
    store.record([answer(run="practice"), *asked])
    assert store.task_rows("c/l")["c/l/t", "h"].tests == ("one", "two")


def test_a_changed_answer_makes_the_task_new_and_keeps_the_old_row(store: ProgressStore) -> None:
    store.write_index([course("l")], [practice("c/l/t", "old")], "1")
    store.record([answer(content_hash="old")])
    assert state(store) == (LessonState.PART, 1.0)
    store.write_index([course("l")], [practice("c/l/t", "new")], "2")
    assert state(store) == (LessonState.PART, 0.0)
    assert set(store.task_rows("c/l")) == {("c/l/t", "old")}


def test_lessons_with_like_names_are_kept_apart(store: ProgressStore) -> None:
    store.record([answer("c/l/t"), answer("c/l2/t"), answer("c/l-x/t"), answer("cc/l/t")])
    assert set(store.task_rows("c/l")) == {("c/l/t", "h")}


def test_finished_tests_come_newest_first_whatever_the_clock_said(store: ProgressStore) -> None:
    store.record([finished(day=5, points=3)])
    store.record([finished(day=1, points=9), finished("c/other")])
    assert [(test.points, test.day) for test in store.tests("c/l")] == [(9, "2026-01-02"), (3, "2026-01-06")]
    assert json.loads(store.tests("c/l")[0].body)["level"] == "mixed"


def test_a_retracted_answer_never_happened(store: ProgressStore) -> None:
    first, second = store.record([answer(right=False), answer(right=True)])
    store.record([retraction(second.uid)])
    row = store.task_rows("c/l")["c/l/t", "h"]
    assert (row.answered, row.solved) == (1, False)
    store.record([retraction(first.uid)])
    assert store.task_rows("c/l") == {}


def test_a_retraction_can_be_retracted(store: ProgressStore) -> None:
    (test,) = store.record([finished()])
    (undone,) = store.record([retraction(test.uid)])
    assert store.tests("c/l") == []
    store.record([retraction(undone.uid)])
    assert len(store.tests("c/l")) == 1


@settings(max_examples=120, deadline=None)
@given(histories)
def test_live_rows_and_rebuilt_rows_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[Happening | int]]
) -> None:
    store = ProgressStore.open(tmp_path_factory.mktemp("history") / "progress.sqlite")
    indexed = [practice(f"c/{lesson}/{task}", "h1") for lesson in ("l", "l2", "l-x") for task in "ab"]
    store.write_index([course("l", "l2", "l-x")], indexed, "")
    recorded: list[Event] = []
    for batch in batches:
        named = [
            retraction(recorded[one % len(recorded)].uid if recorded else "nobody")
            if isinstance(one, int)
            else one
            for one in batch
        ]
        recorded += store.record(named)
    live = derived(store)
    store.rebuild()
    assert derived(store) == live
    store.close()


def test_derived_rows_of_an_older_making_are_made_anew(path: Path, store: ProgressStore) -> None:
    store.record([answer()])
    with store._database.transaction() as connection:
        connection.execute("DROP TABLE tasks; CREATE TABLE tasks (a); CREATE TABLE forgotten (a)")
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'derived'")
    store.close()
    again = ProgressStore.open(path)
    assert again.task_rows("c/l")["c/l/t", "h"].answered == 1
    assert again.index_fingerprint() == ""
    assert not again._database.connection.table_exists("main", "forgotten")
    again.close()


# What is half-done


def test_a_draft_is_kept_replaced_and_dropped(path: Path, store: ProgressStore) -> None:
    store.save_draft(Draft("c/l/fill", '{"1":"a"}', 1, 1, ("now", "todo")))
    newest = Draft("c/l/fill", '{"1":"b"}', 2, 2, ("done", "now"))
    store.save_draft(newest)
    store.close()
    again = ProgressStore.open(path)
    assert again.draft("c/l/fill") == newest
    assert again.draft("c/l/choose") is None
    again.drop_draft("c/l/fill")
    again.drop_draft("c/l/fill")
    assert again.draft("c/l/fill") is None
    assert list(history.all_events(again._database.connection)) == []
    again.close()


# What Home shows


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


# Delete all progress


def test_deleted_progress_leaves_no_trace(path: Path, store: ProgressStore) -> None:
    store.write_index([course("l")], [practice("c/l/t")], "files")
    (event,) = store.record([answer()])
    store.record([finished()])
    store.save_draft(Draft("c/l/fill", '"secret draft"', 1, 1, ("now",)))
    store.delete_all()
    assert store.task_rows("c/l") == {}
    assert store.tests("c/l") == []
    assert state(store) == (LessonState.NEW, 0.0)
    assert store.listing(TODAY).unfinished is None
    assert store.index_fingerprint() == "files"
    store.close()
    for file in path.parent.iterdir():
        content = file.read_bytes() if file.is_file() else b""
        assert event.uid.encode() not in content
        assert b"secret draft" not in content


def test_after_deleting_the_history_begins_anew_and_is_append_only(store: ProgressStore) -> None:
    (before,) = store.record([answer()])
    store.delete_all()
    (after,) = store.record([answer()])
    assert after.seq == 1
    assert after.device != before.device
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        store._database.connection.execute("DELETE FROM events")


def test_deleting_that_fails_deletes_nothing(path: Path) -> None:
    with small_disk() as disk:
        store = ProgressStore.open(path)
        store.record([answer()])
        disk.room = 0
        with pytest.raises(StudyError, match="the disk is full"):
            store.delete_all()
        disk.room = 10**6
        assert store.task_rows("c/l")["c/l/t", "h"].answered == 1
        assert store.record([answer()])[0].seq == 2
        store.close()
