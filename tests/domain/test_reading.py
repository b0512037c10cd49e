"""What is read: sections, the story, and their questions are refused in plain words."""

from typing import Any

import pytest

from desktop.domain.check_question import CheckQuestion
from desktop.domain.lesson import Lesson
from desktop.domain.refusals import Refusal, validated
from tests.domain.builders import lesson, lesson_content
from tests.reading import check_content, section_content, story_content


def refusal(**changes: Any) -> Refusal:
    found = validated(Lesson, lesson_content(**changes))
    assert not isinstance(found, Lesson)
    (one,) = found
    return one


def option(text: str, *, right: bool = False) -> dict[str, Any]:
    return {"text": text, "right": right, "why": "So it is."}


CODE = {"language": "python", "file": "a.py", "text": "a = 1"}
PICTURE = {"file": "a.png", "alt": "A picture"}


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        (
            {"read": [section_content("one", code=CODE, picture=PICTURE)]},
            ("read", 0, "picture"),
            "a section shows one thing at most: code or picture, not both",
        ),
        (
            {"read": [section_content("one"), section_content("one")]},
            ("read", 1, "id"),
            "the section id one is used twice",
        ),
        (
            {"read": [section_content("one", check=check_content(options=[option("a"), option("b")]))]},
            ("read", 0, "check", "options"),
            "no option is marked right = true",
        ),
        (
            {"why": story_content(question=check_content(options=[option("a", right=True)] * 2))},
            ("why", "question", "options", 1, "right"),
            "2 options are right; this question takes one",
        ),
        (
            {"why": story_content(question=check_content(options=[option("a", right=True), option("a")]))},
            ("why", "question", "options", 1, "text"),
            "two options have the same text",
        ),
        (
            {"why": story_content(cases=story_content()["cases"][:1])},
            ("why", "cases"),
            "expected 2 real cases or more, each with its source, found 1",
        ),
        ({"why": story_content(cost=None)}, ("why", "cost"), "the field cost is missing"),
        ({"read": [section_content("one", txt="Typo.")]}, ("read", 0, "txt"), "did you mean text?"),
    ],
)
def test_a_mistake_is_named_where_it_stands(
    changes: dict[str, Any], path: tuple[int | str, ...], words: str
) -> None:
    found = refusal(**changes)
    assert found.path == path
    assert words in found.message.format(**found.values)


def test_an_unknown_field_of_an_edge_is_answered_with_the_names_that_authors_write() -> None:
    nodes = [{"id": name, "label": name, "at": [n, 0]} for n, name in enumerate("ab")]
    edges = [{"from": "a", "to": "b", "colour": "red"}]
    diagram = {"title": "D", "describe": "Two boxes.", "nodes": nodes, "edges": edges}
    found = refusal(read=[section_content("one", diagram=diagram)])
    assert found.path == ("read", 0, "diagram", "edges", 0, "colour")
    assert found.values["known"] == "from, to, label, look"


def test_the_parts_of_a_lesson_are_told_by_mode() -> None:
    small = lesson(read=[section_content("one"), section_content("two")], why=story_content())
    assert small.parts("read") == ("one", "two")
    assert small.parts("why") == ("story",)
    assert small.parts("fill") == lesson().parts("why") == ()


def test_the_hash_of_a_question_follows_its_options_alone() -> None:
    one = CheckQuestion.model_validate(check_content())
    assert one.content_hash == CheckQuestion.model_validate(check_content(question="Or so?")).content_hash
    options = [option("yes"), option("no", right=True)]
    assert one.content_hash != CheckQuestion.model_validate(check_content(options=options)).content_hash
    assert one.right_option == 0
