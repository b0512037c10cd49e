"""What was recorded or is half-done is there after a restart, until it is deleted."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest

from desktop.domain.errors import StudyError
from desktop.domain.events import EventKind, Happening, Moment
from desktop.domain.listing import LessonState
from desktop.domain.progress import Draft
from desktop.storage import history
from desktop.storage.progress_store import ProgressStore
from desktop.study import ports
from tests.storage.disks import small_disk
from tests.storage.histories import NOON, answer, finished, hint
from tests.storage.lessons_known import TODAY, course, practice, state


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
        with pytest.raises(StudyError, match="The disk is full"):
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


def test_an_answer_and_the_half_done_round_are_written_together(path: Path) -> None:
    first, second = (Draft("c/l/fill", text, 1, 1, ("now",)) for text in ("1", "2"))
    with small_disk() as disk:
        store = ProgressStore.open(path)
        store.record([answer()], draft=first)
        disk.room = 3
        with pytest.raises(StudyError, match="The disk is full"):
            store.record([answer()], draft=second)
        assert store.draft("c/l/fill") == first
        assert store.task_rows("c/l")["c/l/t", "h"].answered == 1
        disk.room = 10**6
        store.record([answer()], drop="c/l/fill")
        assert store.draft("c/l/fill") is None
        assert store.task_rows("c/l")["c/l/t", "h"].answered == 2
        store.close()


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
        with pytest.raises(StudyError, match="The disk is full"):
            store.delete_all()
        disk.room = 10**6
        assert store.task_rows("c/l")["c/l/t", "h"].answered == 1
        assert store.record([answer()])[0].seq == 2
        store.close()
