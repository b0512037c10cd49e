"""The rules for what is read: each finds its fault where it stands, and leaves sound texts alone."""

from typing import Any

import pytest

from desktop.authoring.check import RULES
from desktop.domain.lesson import Lesson
from desktop.domain.problems import filled
from tests.domain.builders import lesson
from tests.reading import check_content, section_content, story_content

WORDS = "A short sentence of some seven words. " * 8
WHY = "So it is, because {text} is what the text above has shown you."
OPTIONS = [
    {"text": text, "right": text == "yes", "why": WHY.format(text=text)} for text in ("yes", "no", "so")
]
SOURCE = {"title": "A Book", "author": "A. Author", "year": 2015}
CASES = [{"id": name, "title": name, "text": "It happened.", "source": SOURCE} for name in ("a", "b")]
DIAGRAM = {
    "title": "Two boxes",
    "describe": "An arrow leads from the first box to the second one.",
    "nodes": [{"id": name, "label": name, "at": [n, 0]} for n, name in enumerate("ab")],
}
QUESTION = check_content(options=OPTIONS)


def section(name: str, **changes: Any) -> dict[str, Any]:
    return section_content(name, **{"text": WORDS, "check": QUESTION, **changes})


def found(**changes: Any) -> list[tuple[str, tuple[int | str, ...], str]]:
    """What the rules for reading say of a lesson: number, place and words."""
    sound: dict[str, Any] = {"read": [section("one"), section("two", diagram=DIAGRAM)]}
    sound["why"] = story_content(cases=CASES, question=QUESTION)
    text = lesson(**(sound | changes))
    rules = [rule for rule in RULES if rule.subject is Lesson and "reading_rules" in rule.look.__module__]
    return [
        (rule.number, one.path, filled(one.message, one.values)) for rule in rules for one in rule.look(text)
    ]


def test_a_sound_text_breaks_no_rule() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "number", "path", "words"),
    [
        ({"read": [section("one", text="Too short.")]}, "Q14", ("read", 0, "text"), "found 2"),
        ({"read": [section("one", text=WORDS * 4)]}, "Q14", ("read", 0, "text"), "40 to 160 words"),
        (
            {"read": [section("one", text="and so on " * 20)]},
            "Q15",
            ("read", 0, "text"),
            "at most 20 words a sentence",
        ),
        (
            {"read": [section("one", check=None), section("two")]},
            "R1",
            ("read", 0),
            "expected a question after the section",
        ),
        (
            {"read": [section("one", diagram={**DIAGRAM, "describe": "Two boxes."})]},
            "R2",
            ("read", 0, "diagram", "describe"),
            "8 words or more, found 2",
        ),
        (
            {
                "read": [
                    section("one", check=check_content(options=[OPTIONS[0], {"text": "no", "why": "No."}]))
                ]
            },
            "Q12",
            ("read", 0, "check", "options", 1, "why"),
            "found 1",
        ),
        (
            {
                "why": story_content(
                    cases=CASES,
                    question=check_content(options=[OPTIONS[0], {**OPTIONS[1], "why": OPTIONS[0]["why"]}]),
                )
            },
            "Q12",
            ("why", "question", "options", 1, "why"),
            "the same text",
        ),
        (
            {
                "why": story_content(
                    cases=[CASES[0], {**CASES[1], "source": {"title": "T", "year": 2015}}], question=QUESTION
                )
            },
            "R3",
            ("why", "cases", 1, "source"),
            "expected the author of the source",
        ),
    ],
)
def test_each_rule_finds_its_fault(
    changes: dict[str, Any], number: str, path: tuple[int | str, ...], words: str
) -> None:
    ((rule, place, said),) = found(**changes)
    assert (rule, place) == (number, path)
    assert words in said
