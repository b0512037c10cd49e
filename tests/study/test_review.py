"""What was missed when last asked comes first to mind."""

from desktop.domain.progress import TaskRow
from desktop.study.review import concepts_met, missed
from tests.study.lessons import choose_task, fill_task, lesson

PLACE = "course/small"


def row(task, *, right: bool, at: int, answered: int = 1, content_hash: str = ""):
    place = f"{PLACE}/{task.id}"
    kept = content_hash or task.content_hash
    return {(place, kept): TaskRow(place, kept, answered, right, right, "2026-01-01", at)}


def test_the_tasks_missed_last_time_are_asked_longest_ago_first():
    source = lesson([fill_task("a"), fill_task("b", code="b = [[1]]"), fill_task("c", code="c = [[1]]")])
    a, b, c = source.tasks
    rows = row(a, right=False, at=9) | row(b, right=True, at=5) | row(c, right=False, at=3)
    assert missed(source, PLACE, rows) == (c, a)


def test_a_changed_task_and_one_with_only_a_hint_were_not_missed():
    source = lesson([fill_task("a"), fill_task("b", code="b = [[1]]")])
    rows = row(source.tasks[0], right=False, at=1, content_hash="old")
    rows |= row(source.tasks[1], right=False, at=1, answered=0)
    assert missed(source, PLACE, rows) == ()


def test_a_concept_is_met_once_a_task_on_it_was_answered():
    source = lesson([fill_task("a"), choose_task("b")])
    assert concepts_met(source, PLACE, row(source.tasks[0], right=False, at=1)) == {"one"}
