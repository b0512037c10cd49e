"""Refusals: every error of a model has our words and leads to a place in the file."""

import re
from datetime import date
from typing import Any

import pytest

from desktop.authoring.schema import lesson_schema
from desktop.domain.lesson import Lesson
from desktop.domain.problems import KeyPath, filled
from desktop.domain.refusals import PATTERNS, Refusal, in_toml_words, validated
from tests.domain.builders import choose_content, fill_content, lesson_content


def refusals(content: dict[str, Any]) -> tuple[Refusal, ...]:
    found = validated(Lesson, content)
    assert not isinstance(found, Lesson)
    return found


def test_a_sound_lesson_is_its_model() -> None:
    assert isinstance(validated(Lesson, lesson_content(fill_content(), choose_content())), Lesson)


@pytest.mark.parametrize(
    ("content", "path", "words"),
    [
        (lesson_content(title=3), ("title",), "expected text in quotes, found the number 3"),
        (lesson_content(title="x" * 130), ("title",), "expected at most 120 characters, found 130"),
        (lesson_content(id="Big Id"), ("id",), 'joined by hyphens, found "Big Id"'),
        (lesson_content(minutes="5"), ("minutes",), 'expected a whole number, found "5"'),
        (lesson_content(minutes=0), ("minutes",), "expected 1 or more, found the number 0"),
        (lesson_content(minutes=999), ("minutes",), "expected 120 or less, found the number 999"),
        (lesson_content(topics="one"), ("topics",), 'expected a list in [ ], found "one"'),
        (lesson_content(topics=[]), ("topics",), "expected at least 1, found 0"),
        (lesson_content(topics=["a"] * 9), ("topics",), "expected at most 6"),
        (lesson_content(category=None), ("category",), "the field category is missing"),
        (lesson_content(concepts=[3]), ("concepts", 0), "expected a table, found the number 3"),
        (
            lesson_content(fill_content(kind="fil")),
            ("tasks", 0, "kind"),
            'found "fil"',
        ),
        (lesson_content(fill_content(kind=None)), ("tasks", 0), "the field kind is missing"),
        (lesson_content(fill_content(prompt="")), ("tasks", 0, "prompt"), "expected text, found none"),
        (lesson_content(fill_content(reuse="yes")), ("tasks", 0, "reuse"), 'true or false, found "yes"'),
        (
            lesson_content(fill_content(answers=["a"])),
            ("tasks", 0, "answers"),
            "expected a table, found a list",
        ),
        (
            lesson_content(fill_content(answers={"1": 3, "2": "b"})),
            ("tasks", 0, "answers", "1"),
            "the number 3",
        ),
        (
            lesson_content(fill_content(answers={"1": ["a", 3], "2": "b"})),
            ("tasks", 0, "answers", "1", 1),
            "the number 3",
        ),
        (lesson_content(fill_content(answers={"one": "a"})), ("tasks", 0, "answers", "one"), "found one"),
        (lesson_content(fill_content(answers={"1": "a", "2": "z"})), ("tasks", 0, "answers", "2"), "'z'"),
        (
            lesson_content(fill_content(difficulty="tricky")),
            ("tasks", 0, "difficulty"),
            "easy, medium or hard",
        ),
        (lesson_content(fill_content(use="exam")), ("tasks", 0, "use"), '"practice", "test"'),
    ],
)
def test_each_error_says_what_was_expected_and_where(
    content: dict[str, Any], path: KeyPath, words: str
) -> None:
    first = refusals(content)[0]
    assert first.path[: len(path)] == path
    assert words in filled(first.message, first.values)


@pytest.mark.parametrize(
    ("content", "path", "near"),
    [
        (lesson_content(titel="x"), ("titel",), "title"),
        (lesson_content(fill_content(explanaton="x")), ("tasks", 0, "explanaton"), "explanation"),
        (
            lesson_content(choose_content(options=[{**choose_content()["options"][0], "wy": "x"}] * 2)),
            ("tasks", 0, "options", 0, "wy"),
            "why",
        ),
    ],
)
def test_an_unknown_field_is_told_the_nearest_known(
    content: dict[str, Any], path: KeyPath, near: str
) -> None:
    first = refusals(content)[0]
    assert (first.path, first.values["near"]) == (path, near)


def test_an_unknown_field_like_no_other_is_told_all_known() -> None:
    assert "minutes" in str(refusals(lesson_content(qqqq=1))[0].values["known"])


def test_every_pattern_of_the_models_has_words() -> None:
    used = set(re.findall(r"'pattern': (?:'|\")(.*?)(?:'|\")[,}]", str(lesson_schema())))
    assert {pattern.encode().decode("unicode_escape") for pattern in used} <= set(PATTERNS)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (1.5, "the number 1.5"),
        (10**400, "a very large number"),
        ("x" * 90, '"' + "x" * 38 + '…"'),
        (date(2025, 1, 1), "a date or time"),
        ({}, "a table"),
        (None, "nothing"),
    ],
)
def test_values_are_named_as_they_are_written(value: object, words: str) -> None:
    assert in_toml_words(value) == words
