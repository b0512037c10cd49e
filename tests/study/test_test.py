"""Tests: which questions are asked, in what order, and what comes of them."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.events import EventKind
from desktop.domain.progress import Level, TaskRow
from desktop.domain.sitting import Sitting
from desktop.study import test as tests
from desktop.study.test import Picker
from tests.study.lessons import NOW, bank, choose_task, fill_task, lesson


def picker(source, rows=None, recent=()):
    return Picker(source, rows or {}, "course", frozenset(recent))


def take(level, seed=1, source=None, **known):
    source = source or bank()
    return source, *tests.start(picker(source, **known), level, seed, NOW)


def answer_all(sitting, source, right):
    for index, question in enumerate(sitting.questions):
        task = source.task(question.task)
        answer = task.right_answer() if right(index) else None
        sitting = sitting.with_question(index, answer=answer, complete=answer is not None)
    return sitting


@given(level=st.sampled_from(Level), seed=st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_test_has_ten_different_questions_of_which_at_most_four_are_choices(level, seed):
    source, sitting, _ = take(level, seed)
    if level is Level.ADAPTIVE:
        random = Random(seed)
        while len(sitting.questions) < sitting.total:
            task = source.task(sitting.question.task)
            sitting = tests.give(
                sitting, task.right_answer() if random.random() < 0.5 else None, None, complete=True
            )
            sitting = tests.next_adaptive(sitting, picker(source))
    asked = [source.task(question.task) for question in sitting.questions]
    assert len({task.id for task in asked}) == 10
    assert sum(task.kind == "choose" for task in asked) <= tests.MOST_CHOICES


def test_mixed_asks_two_easy_three_medium_five_hard_in_this_order():
    _, sitting, _ = take(Level.MIXED)
    assert [question.difficulty.value for question in sitting.questions] == ["easy"] * 2 + ["medium"] * 3 + [
        "hard"
    ] * 5


def test_the_seed_decides_the_test():
    assert take(Level.MIXED, 7)[1] == take(Level.MIXED, 7)[1]
    assert take(Level.MIXED, 7)[1].questions != take(Level.MIXED, 8)[1].questions


def test_questions_of_the_last_two_tests_come_last():
    source = bank(easy=12)
    first = tests.start(picker(source), Level.EASY, 1, NOW)[0]
    rows = {
        (f"course/small/{q.task}", q.content_hash): TaskRow(
            f"course/small/{q.task}", q.content_hash, 1, True, True, "2026-01-01", 1, tests=(first.uid,)
        )
        for q in first.questions
    }
    second = tests.start(picker(source, rows, {first.uid}), Level.EASY, 2, NOW)[0]
    asked_before = {q.task for q in first.questions}
    fresh = [q.task not in asked_before for q in second.questions]
    assert fresh[:2] == [True, True]
    assert not any(fresh[2:])


def test_two_of_one_family_are_never_asked_together():
    tasks = [fill_task(f"t-{n}", use=["test"], family=f"f-{n // 2}", code=f"a{n} = [[1]]") for n in range(24)]
    _, sitting, _ = take(Level.EASY, source=lesson(tasks))
    assert len({int(q.task.split("-")[1]) // 2 for q in sitting.questions}) == 10


def test_concepts_take_turns():
    tasks = [
        fill_task(f"t-{n}", use=["test"], concepts=["one" if n < 20 else "two"], code=f"a{n} = [[1]]")
        for n in range(25)
    ]
    source, sitting, _ = take(Level.EASY, source=lesson(tasks))
    concepts = Counter(source.task(q.task).concepts[0] for q in sitting.questions)
    assert concepts == {"one": 5, "two": 5}


def test_an_adaptive_test_starts_at_medium_and_follows_the_answers():
    source, sitting, _ = take(Level.ADAPTIVE)
    levels = [sitting.question.difficulty.value]
    for right in (True, True, False, False, False):
        answer = source.task(sitting.question.task).right_answer() if right else None
        sitting = tests.next_adaptive(tests.give(sitting, answer, None, complete=True), picker(source))
        levels.append(sitting.question.difficulty.value)
    assert levels == ["medium", "hard", "hard", "medium", "easy", "easy"]
    with pytest.raises(ValueError, match="forward"):
        tests.go_to(sitting, 0)


def test_a_level_that_runs_out_is_replaced_by_the_nearest_and_said_so():
    _, sitting, _ = take(Level.HARD, source=bank(hard=6))
    levels = Counter(question.difficulty.value for question in sitting.questions)
    assert levels == {"hard": 6, "medium": 4}
    assert sitting.short_of == ("hard",)


@pytest.mark.parametrize(("size", "likely"), [((10, 10, 18), False), ((10, 10, 17), True)])
def test_a_small_bank_makes_repeats_likely(size, likely):
    assert tests.repeats_likely(bank(*size), Level.MIXED) is likely


def test_a_blank_left_open_counts_as_wrong_and_every_question_becomes_an_event():
    source, sitting, begun = take(Level.MIXED)
    result, happenings = tests.finish(answer_all(sitting, source, lambda i: i >= 4), source, NOW)
    assert [one.kind for one in begun] == [EventKind.TEST_STARTED]
    assert (result.right, result.points) == (6, 6)
    assert [one.kind for one in happenings] == [EventKind.ANSWERED] * 10 + [EventKind.TEST_FINISHED]
    assert [one.body["right"] for one in happenings[:10]] == [False] * 4 + [True] * 6


@pytest.mark.parametrize(
    ("level", "right", "points"),
    [(Level.HARD, 10, 10), (Level.HARD, 6, 7), (Level.EASY, 10, None), (Level.MIXED, 10, 10)],
)
def test_points_follow_the_level(level, right, points):
    source, sitting, _ = take(level)
    assert tests.result(answer_all(sitting, source, lambda i: i < right), source).points == points


def test_a_test_of_fewer_than_ten_questions_leads_to_no_verdict():
    source = lesson([choose_task("only", difficulty="hard")])
    _, sitting, _ = take(Level.MIXED, source=source)
    assert sitting.total == 1
    assert tests.result(sitting, source).points is None


def test_a_test_survives_being_written_and_read():
    source, sitting, _ = take(Level.MIXED)
    sitting = tests.give(sitting, source.task(sitting.question.task).right_answer(), {"a": 1}, complete=True)
    sitting = tests.go_to(tests.mark(sitting, marked=True), 3)
    assert Sitting.model_validate_json(sitting.model_dump_json()) == sitting


def test_a_resumed_test_asks_a_changed_question_afresh_and_leaves_out_one_that_is_gone():
    source, sitting, _ = take(Level.EASY)
    sitting = answer_all(sitting, source, lambda i: True)
    gone, changed = (
        sitting.questions[0].task,
        next(q.task for q in sitting.questions[1:] if source.task(q.task).kind == "fill"),
    )
    tasks = [task.model_dump(mode="json", exclude_none=True) for task in source.tasks if task.id != gone]
    for task in tasks:
        if task["id"] == changed:
            task["code"] = "other = [[1]]"
    resumed = tests.resume(sitting, lesson(tasks))
    assert resumed is not None
    assert len(resumed.questions) == resumed.total == 9
    answers = {question.task: question.answer for question in resumed.questions}
    assert answers[changed] is None
    assert sum(answer is None for answer in answers.values()) == 1


def test_an_adaptive_test_forgets_a_changed_question_that_it_cannot_go_back_to():
    source, sitting, _ = take(Level.ADAPTIVE)
    for _ in range(2):
        answer = source.task(sitting.question.task).right_answer()
        sitting = tests.next_adaptive(tests.give(sitting, answer, None, complete=True), picker(source))
    changed = sitting.with_question(0, content_hash="other").with_question(2, content_hash="other")
    resumed = tests.resume(changed, source)
    assert resumed is not None
    assert [question.task for question in resumed.questions] == [q.task for q in sitting.questions[1:]]
    assert (resumed.at, resumed.total, resumed.question.answer) == (1, 10, None)
