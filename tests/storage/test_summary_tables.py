"""The derived rows follow from the history, live and made anew alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain.events import Event, Happening
from desktop.domain.listing import LessonState
from desktop.domain.progress import TaskRow
from desktop.storage import summary_tables
from desktop.storage.progress_store import ProgressStore
from tests.storage.histories import NOON, answer, finished, hint, histories, read, retraction
from tests.storage.lessons_known import course, practice, state


def derived(store: ProgressStore) -> list[tuple[Any, ...]]:
    ask = store._database.rows
    tests = f"SELECT {summary_tables.TEST} FROM tests ORDER BY place, position"
    return [
        *ask("SELECT * FROM tasks ORDER BY place, content_hash"),
        *ask(tests),
        *ask("SELECT * FROM first_answers ORDER BY study_day, place"),
        *ask("SELECT place, state, fraction FROM index_lessons ORDER BY place"),
    ]


def test_a_task_row_tells_how_the_task_went(store: ProgressStore) -> None:
    store.record([hint(), answer(right=False), answer(right=True), hint(), answer(right=False, day=1)])
    row = TaskRow("c/l/t", "h", 3, True, False, "2026-01-02", NOON + 86_400_000, hints=2)
    assert store.task_rows("c/l") == {("c/l/t", "h"): row}


def test_the_tests_that_asked_a_task_are_named_once_each(store: ProgressStore) -> None:
    asked = [answer(run=run, mode="test") for run in ("one", "one", "two")]
    store.record([answer(run="practice"), *asked])
    assert store.task_rows("c/l")["c/l/t", "h"].tests == ("one", "two")


def test_a_section_that_was_read_counts_as_done_and_begins_the_lesson(store: ProgressStore) -> None:
    store.write_index([course("l")], [], "1")
    store.record([read("c/l/read/one"), read("c/l/read/one"), read("c/l/why/story")])
    rows = store.task_rows("c/l")
    assert {place for place, _ in rows} == {"c/l/read/one", "c/l/why/story"}
    assert (rows["c/l/read/one", ""].solved, rows["c/l/read/one", ""].answered) == (True, 2)
    assert state(store)[0] is LessonState.PART


def test_reading_is_no_first_answer_of_a_day(store: ProgressStore) -> None:
    store.record([read(f"c/l/read/{n}") for n in range(10)])
    assert store.listing("2026-01-04").days_this_week == 0


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


@pytest.mark.parametrize(
    "other",
    ["UPDATE meta SET value = '0' WHERE name = 'derived'", "DROP TABLE tasks; CREATE TABLE tasks (a)"],
    ids=["version", "shape"],
)
def test_derived_rows_of_another_making_are_made_anew(path: Path, store: ProgressStore, other: str) -> None:
    store.write_index([course("l")], [practice("c/l/t")], "fingerprint")
    store.record([answer()])
    with store._database.transaction() as connection:
        connection.execute("CREATE TABLE forgotten (a); UPDATE tasks SET answered = 7")
        connection.execute(other)
    store.close()
    again = ProgressStore.open(path)
    assert again.task_rows("c/l")["c/l/t", "h"].answered == 1
    assert again.index_fingerprint() == ""
    assert not again._database.connection.table_exists("main", "forgotten")
    again.close()
