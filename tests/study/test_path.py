"""The way through a lesson leads from mode to mode, and past what is done."""

import pytest

from desktop.domain.progress import TaskRow
from desktop.study.path import PATH, Share, next_mode, shares
from tests.study.lessons import choose_task, fill_task, lesson

PLACE = "course/small"


def solved(*tasks):
    keys = [(f"{PLACE}/{task.id}", task.content_hash) for task in tasks]
    return {key: TaskRow(*key, 1, True, True, "2026-01-01", 1) for key in keys}


@pytest.fixture
def source():
    tasks = [fill_task("a"), fill_task("b", code="b = [[1]]"), choose_task("c", use=["practice"])]
    return lesson([*tasks, choose_task("bank")])


def test_each_mode_counts_its_practice_tasks_and_what_is_solved(source):
    found = shares(source, PLACE, solved(source.tasks[0], source.tasks[2]))
    assert (found["fill"], found["choose"]) == (Share(1, 2), Share(1, 1))
    assert found["choose"].finished
    assert not found["read"].finished
    assert set(found) == {*PATH, "review"}


def test_the_first_mode_that_is_not_done_comes_next(source):
    assert next_mode(source, PLACE, {}) == "fill"
    assert next_mode(source, PLACE, solved(*source.tasks[:2])) == "choose"
    assert next_mode(source, PLACE, solved(*source.tasks)) is None


def test_the_path_does_not_turn_back(source):
    assert next_mode(source, PLACE, {}, after="fill") == "choose"
    assert next_mode(source, PLACE, {}, after="choose") is None


def test_review_counts_what_was_missed(source):
    (key, row), *_ = solved(source.tasks[0]).items()
    missed = {key: TaskRow(row.place, row.content_hash, 1, False, False, "2026-01-01", 1)}
    assert shares(source, PLACE, missed)["review"] == Share(0, 1)
