"""A finished test is read back from the history, beside the lesson as it is today."""

import json

from desktop.domain.events import Happening
from desktop.domain.lesson import Lesson
from desktop.domain.progress import Level, TestRow
from desktop.study import test as tests
from desktop.study.past_test import past_test
from desktop.study.test import Picker
from tests.study.lessons import NOW, bank, lesson


def finished(right, level=Level.MIXED, source: Lesson | None = None) -> TestRow:
    """A test in which these questions are right and the others empty."""
    source = source or bank()
    sitting, _ = tests.start(Picker(source, {}, "course", frozenset()), level, 3, NOW)
    for index in right:
        task = source.task(sitting.questions[index].task)
        assert task is not None
        sitting = sitting.with_question(index, answer=task.right_answer(), complete=True)
    return row(tests.finish(sitting.model_copy(update={"seconds": 90}), source, NOW)[1][-1])


def row(happening: Happening) -> TestRow:
    body = json.dumps(happening.body)
    right, total, points = (happening.body[key] for key in ("right", "total", "points"))
    return TestRow("t", "course/small", "2026-01-01", 1, Level.MIXED, right, total, points, body)


def without(source: Lesson, gone: str, changed: str) -> Lesson:
    tasks = [task.model_dump(mode="json", exclude_none=True) for task in source.tasks if task.id != gone]
    for task in tasks:
        if task["id"] == changed:
            task["options" if task["kind"] == "choose" else "code"] = (
                task["options"][::-1] if task["kind"] == "choose" else "other = [[1]]"
            )
    return lesson(tasks)


def test_answers_come_back_as_they_were_given():
    past = past_test(finished({0, 4, 9}), bank())
    for index, question in enumerate(past.questions):
        assert question.task is not None
        assert question.right == (index in {0, 4, 9})
        assert question.answer == (question.task.right_answer() if question.right else None)
    assert past.seconds == 90


def test_shares_are_counted_by_level_and_by_concept_weakest_first():
    past = past_test(finished({2, 5, 6, 7, 8, 9}), bank())
    assert past.by_level() == {"easy": (0, 2), "medium": (1, 3), "hard": (5, 5)}
    counts = past.by_concept()
    assert sum(right for right, _ in counts.values()) == 6
    assert sum(asked for _, asked in counts.values()) == 10
    shares = [right / asked for right, asked in counts.values()]
    assert shares == sorted(shares)
    assert past.weakest() == tuple(name for name, (right, asked) in counts.items() if right < asked)


def test_a_task_that_changed_or_went_keeps_its_mark_but_not_its_answer():
    taken = finished({0, 1})
    asked = past_test(taken, bank()).questions
    source = without(bank(), gone=asked[0].task_id, changed=asked[2].task_id)
    past = past_test(taken, source)
    gone, changed = past.questions[0], past.questions[2]
    assert (gone.task, gone.changed, gone.right, gone.title) == (None, True, True, asked[0].title)
    assert (changed.changed, changed.answer) == (True, None)
    assert [question.changed for question in past.questions].count(True) == 2


def test_only_tasks_that_are_still_there_can_be_practised_again():
    taken = finished({0, 1})
    wrong = [question.task_id for question in past_test(taken, bank()).questions if not question.right]
    source = without(bank(), gone=wrong[0], changed=wrong[1])
    assert past_test(taken, source).mistakes == tuple(wrong[1:])


def test_levels_that_ran_out_are_remembered():
    source = bank(hard=2)
    assert past_test(finished({0}, Level.HARD, source), source).short_of == ("hard",)


def test_a_body_of_an_older_version_is_read_as_far_as_it_goes():
    taken = finished({0})
    body = json.loads(taken.body)
    del body["seconds"], body["short_of"]
    for question in body["questions"]:
        del question["title"]
        question["answer"] = {"kind": "drawn", "lines": 3}
    old = TestRow("t", "course/small", "2026-01-01", 1, Level.MIXED, 1, 10, 1, json.dumps(body))
    past = past_test(old, bank())
    assert (past.seconds, past.short_of, len(past.questions)) == (0, (), 10)
    assert [question.answer for question in past.questions] == [None] * 10
