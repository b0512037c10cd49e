"""Practice: what an attempt costs, what a hint does, and when a task returns."""

from random import Random

import pytest

from desktop.domain.events import EventKind
from desktop.domain.lesson import Lesson
from desktop.domain.round import Round, Stand
from desktop.study import session
from tests.study.lessons import NOW, RIGHT, WRONG, fill_task, lesson, practice


def begin(source: Lesson) -> Round:
    return session.start("course", source, "fill", source.practice(), Random(1), NOW)


def check(round_: Round, source: Lesson, *answers):
    """Answer the open task, one answer after the other."""
    feedback, happenings = None, []
    for answer in answers:
        task = source.task(round_.entry.task)
        assert task is not None
        round_, feedback, happened = session.answer(round_, task, answer, NOW, Random(2))
        happenings += happened
    return round_, feedback, happenings


def test_a_right_answer_ends_the_task_and_is_an_event_of_its_place():
    source = practice(2)
    round_, feedback, happenings = check(begin(source), source, RIGHT)
    assert (round_.entry.stand, feedback.attempt, feedback.grade.right) == (Stand.RIGHT, 1, True)
    (event,) = happenings
    assert (event.kind, event.place) == (EventKind.ANSWERED, "course/small/task-1")
    assert event.content_hash == source.tasks[0].content_hash
    assert event.body["attempt"] == 1
    assert event.body["missed"] == []


def test_a_wrong_answer_costs_one_attempt_and_debits_the_concept_of_its_misconception():
    source = practice(2)
    round_, feedback, happenings = check(begin(source), source, WRONG)
    assert (round_.entry.stand, feedback.attempts_left) == (Stand.OPEN, 2)
    assert [remark.text for remark in feedback.grade.remarks] == ["It is not."]
    assert happenings[0].body["missed"] == ["two"]


def test_the_last_miss_reveals_the_answer():
    source = practice(2)
    round_, feedback, happenings = check(begin(source), source, WRONG, WRONG, WRONG)
    assert (feedback.stand, feedback.attempts_left) == (Stand.REVEALED, 0)
    assert [one.kind for one in happenings] == [EventKind.ANSWERED] * 3 + [EventKind.REVEALED]
    with pytest.raises(ValueError, match="not open"):
        check(round_, source, RIGHT)


@pytest.mark.parametrize(("tasks", "returns_after"), [(5, 3), (4, 3), (3, 2), (1, 0)])
def test_a_missed_task_returns_after_three_others_or_at_the_end(tasks, returns_after):
    source = practice(tasks)
    round_, feedback, _ = check(begin(source), source, WRONG, WRONG, WRONG)
    assert feedback.returns_after == returns_after
    again = round_.entries[returns_after + 1]
    assert (again.task, again.returned, again.attempts) == ("task-1", 1, 0)


def test_a_task_that_returns_is_shuffled_anew():
    source = practice(1)
    round_, _, _ = check(begin(source), source, WRONG, WRONG, WRONG)
    assert round_.entries[0].seed != round_.entries[1].seed


def test_a_task_missed_at_every_return_waits_for_another_day():
    source = practice(1)
    round_ = begin(source)
    for _ in range(1 + session.MOST_RETURNS):
        round_ = session.advance(check(round_, source, WRONG, WRONG, WRONG)[0])
    assert round_.finished
    assert len(round_.entries) == 1 + session.MOST_RETURNS


def test_hints_come_one_by_one_and_each_is_an_event():
    source = practice(1)
    round_, task = begin(source), source.tasks[0]
    numbers = []
    for _ in range(4):
        round_, happenings = session.hint(round_, task, NOW)
        numbers += [one.body["number"] for one in happenings]
    assert (numbers, round_.entry.hints) == ([1, 2], 2)


def test_a_skipped_task_stands_at_the_end_with_its_attempts():
    source = practice(3)
    round_, _, _ = check(begin(source), source, WRONG)
    round_, happenings = session.skip(round_, source.tasks[0], NOW)
    assert [entry.task for entry in round_.entries] == ["task-2", "task-3", "task-1"]
    assert (round_.entry.task, round_.entries[-1].attempts) == ("task-2", 1)
    assert [one.kind for one in happenings] == [EventKind.SKIPPED]


def test_the_last_open_task_cannot_be_skipped():
    source = practice(2)
    round_, _, _ = check(begin(source), source, RIGHT)
    assert not session.can_skip(session.advance(round_))


def test_next_goes_to_a_task_that_was_left_open_before():
    source = practice(3)
    round_ = session.look_at(begin(source), 2)
    round_, _, _ = check(round_, source, RIGHT)
    assert session.advance(round_).at == 0


def test_a_round_survives_being_written_and_read():
    source = practice(3)
    round_, _, _ = check(begin(source), source, WRONG)
    round_ = session.place(round_, {"placed": {"1": 0}})
    assert Round.model_validate_json(round_.model_dump_json()) == round_


def test_resuming_keeps_attempts_unless_the_graded_content_has_changed():
    source = practice(3)
    round_, _, _ = check(begin(source), source, WRONG)
    mended = lesson(
        [fill_task("task-1", code="x1 = [[1]]", title="Mended"), fill_task("task-2", code="y = [[1]]")]
    )
    resumed = session.resume(round_, mended, Random(3))
    assert resumed is not None
    assert [entry.task for entry in resumed.entries] == ["task-1", "task-2"]
    assert resumed.entries[0] == round_.entries[0]
    assert resumed.entries[1].content_hash == mended.tasks[1].content_hash


def test_nothing_is_left_to_resume_when_every_task_is_gone():
    assert session.resume(begin(practice(2)), lesson([fill_task("other")]), Random(3)) is None


def test_nothing_is_left_to_resume_when_the_open_tasks_are_gone():
    round_, _, _ = check(begin(practice(2)), practice(2), RIGHT)
    assert session.resume(round_, practice(1), Random(3)) is None


def test_a_done_task_can_be_tried_again_from_the_start():
    source = practice(1)
    round_, _, _ = check(begin(source), source, WRONG, RIGHT)
    fresh = session.try_again(round_, source.tasks[0], Random(9)).entry
    assert (fresh.stand, fresh.attempts, fresh.answers) == (Stand.OPEN, 0, ())


def test_the_summary_counts_each_task_once():
    source = practice(3)
    round_ = begin(source)
    round_ = session.advance(check(round_, source, RIGHT)[0])
    round_ = session.advance(check(round_, source, WRONG, WRONG, WRONG)[0])
    round_ = session.advance(check(round_, source, WRONG, RIGHT)[0])
    round_, _, _ = check(round_, source, RIGHT)
    assert round_.finished
    assert session.summary(round_) == session.Summary(tasks=3, first_try=1, later=2, shown=0)


def test_beads_say_what_is_done_and_where_one_is():
    source = practice(3)
    round_ = session.advance(check(begin(source), source, RIGHT)[0])
    assert session.beads(round_) == ("done", "now", "todo")
