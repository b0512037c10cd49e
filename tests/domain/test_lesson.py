"""Lessons: ids, concepts, and which tasks are for practice and for tests."""

import pytest
from pydantic import ValidationError

from tests.domain.builders import choose_content, fill_content, lesson


def test_practice_and_bank_are_told_apart_and_a_task_can_be_in_both() -> None:
    small = lesson(fill_content(), choose_content(), fill_content(id="both", use=["practice", "test"]))
    assert [task.id for task in small.practice()] == ["sum", "both"]
    assert [task.id for task in small.practice("choose")] == []
    assert [task.id for task in small.bank] == ["pick", "both"]


def test_tasks_and_concepts_are_found_by_id() -> None:
    small = lesson(fill_content())
    assert small.task("sum") is small.tasks[0]
    assert small.task("none") is None
    assert small.concept("names").name == "Names"
    with pytest.raises(KeyError):
        small.concept("none")


def test_a_task_id_used_twice_is_refused_at_the_second() -> None:
    with pytest.raises(ValidationError) as caught:
        lesson(fill_content(), fill_content(id="other"), fill_content())
    assert caught.value.errors()[0]["ctx"]["at"] == ("tasks", 2, "id")


def test_a_concept_id_used_twice_is_refused_at_the_second() -> None:
    concept = {"id": "names", "name": "N", "sentence": "S.", "example": "E."}
    with pytest.raises(ValidationError) as caught:
        lesson(concepts=[concept, concept])
    assert caught.value.errors()[0]["ctx"]["at"] == ("concepts", 1, "id")


@pytest.mark.parametrize(
    ("task", "at"),
    [
        (fill_content(concepts=["names", "ghost"]), ("concepts", 1)),
        (
            fill_content(misconceptions=[{"chip": "c", "text": "No.", "concept": "ghost"}]),
            ("misconceptions", 0, "concept"),
        ),
        (
            choose_content(
                options=[
                    {"text": "a", "right": True, "why": "Yes."},
                    {"text": "b", "why": "No.", "concept": "ghost"},
                ]
            ),
            ("options", 1, "concept"),
        ),
    ],
)
def test_a_concept_that_the_lesson_lacks_is_refused_where_it_is_named(
    task: dict[str, object], at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        lesson(task)
    assert caught.value.errors()[0]["ctx"]["at"] == ("tasks", 0, *at)
    assert "ghost" in caught.value.errors()[0]["msg"]
