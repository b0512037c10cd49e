"""The rules for visuals: each finds its fault, and leaves a sound one alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop.authoring.finding import Finding
from desktop.authoring.visual_rules import code_fits, notes_are_short, notes_say_why
from desktop.domain.lesson import Lesson
from tests.domain.builders import lesson

SOUND: dict[str, Any] = {
    "id": "sum",
    "title": "A sum",
    "difficulty": "easy",
    "concepts": ["names"],
    "code": {"language": "text", "file": "sum.txt", "text": "a\nb"},
    "steps": [{"line": 1, "note": "It begins."}, {"line": 2}],
}
RULES = (code_fits, notes_say_why, notes_are_short)


def of(**changes: Any) -> Lesson:
    return lesson(visuals=[{**SOUND, **changes}])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_sound_visual_passes(rule: Callable[[Lesson], Iterator[Finding]]) -> None:
    assert list(rule(of())) == []


def with_code(text: str) -> dict[str, Any]:
    return {"code": {**SOUND["code"], "text": text}}


@pytest.mark.parametrize(
    ("rule", "changes", "path", "found"),
    [
        (code_fits, with_code("a\n" * 16 + "b"), ("visuals", 0, "code", "text"), {"most": 15, "n": 17}),
        (code_fits, with_code(f"a\n{'b' * 73}"), ("visuals", 0, "code", "text"), {"most": 72, "n": 73}),
        (
            notes_say_why,
            {"steps": [{"line": 1, "note": "So."}, {"line": 2}, {"line": 1}]},
            ("visuals", 0),
            {"n": 2, "total": 3},
        ),
        (
            notes_are_short,
            {"steps": [{"line": 1}, {"line": 2, "note": "word " * 41}]},
            ("visuals", 0, "steps", 1, "note"),
            {"most": 40, "n": 41},
        ),
    ],
)
def test_a_fault_is_found_where_it_stands(
    rule: Callable[[Lesson], Iterator[Finding]],
    changes: dict[str, Any],
    path: tuple[str | int, ...],
    found: dict[str, object],
) -> None:
    assert [(one.path, one.values) for one in rule(of(**changes))] == [(path, found)]
