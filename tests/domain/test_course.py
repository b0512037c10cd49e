"""Courses: an ordered list of lessons, none twice."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.course import Course

CONTENT: dict[str, Any] = {
    "id": "small",
    "title": "Small",
    "summary": "A small course.",
    "language": "en",
    "authors": ["A. Author"],
    "licence": "CC BY 4.0",
    "version": "1.0",
    "lessons": [{"id": "one", "title": "One", "minutes": 5}, {"id": "two", "title": "Two", "minutes": 5}],
}


def test_lessons_keep_their_order() -> None:
    assert [entry.id for entry in Course.model_validate(CONTENT).lessons] == ["one", "two"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Small Course"),
        ("language", "English"),
        ("version", "1"),
        ("authors", []),
        ("lessons", []),
        ("lessons", [{"id": "one", "title": "One", "minutes": 0}]),
        ("price", 3),
    ],
)
def test_each_bound_is_kept(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Course.model_validate(CONTENT | {field: value})
    assert caught.value.errors()[0]["loc"][0] == field


def test_a_lesson_listed_twice_is_refused_at_the_second() -> None:
    with pytest.raises(ValidationError) as caught:
        Course.model_validate(CONTENT | {"lessons": [CONTENT["lessons"][0]] * 2})
    assert caught.value.errors()[0]["ctx"]["at"] == ("lessons", 1, "id")
