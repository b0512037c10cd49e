"""Diagrams: bad ones are refused in plain words, where the mistake stands."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.diagram import Diagram


def content(**changes: Any) -> dict[str, Any]:
    """Three nodes in a row and one below, with two edges."""
    nodes = [("a", [0, 0]), ("b", [1, 0]), ("c", [2, 0]), ("d", [1, 1])]
    return {
        "title": "A drawing",
        "describe": "Four boxes, and arrows between three of them.",
        "nodes": [{"id": name, "label": name.upper(), "at": at} for name, at in nodes],
        "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "c", "label": "daily", "look": "dashed"}],
        **changes,
    }


def node(name: str, at: list[int]) -> dict[str, Any]:
    return {"id": name, "label": "X", "at": at}


def refusal(**changes: Any) -> tuple[tuple[int | str, ...], str]:
    """Where a diagram is refused, and in which words."""
    with pytest.raises(ValidationError) as caught:
        Diagram.model_validate(content(**changes))
    (error,) = caught.value.errors()
    return (*error["loc"], *error["ctx"]["at"]), error["msg"]


def test_a_sound_diagram_is_its_model() -> None:
    diagram = Diagram.model_validate(content(groups=[{"label": "Two", "nodes": ["b", "d"]}]))
    assert diagram.edges[1].from_ == "b"
    assert diagram.extent(diagram.groups[0]) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("changes", "at", "words"),
    [
        ({"nodes": [node("a", [0, 0]), node("a", [1, 0])]}, ("nodes", 1, "id"), "the node a is there twice"),
        ({"nodes": [node("a", [0, 0]), node("b", [0, 0])]}, ("nodes", 1, "at"), "another node stands at"),
        ({"nodes": [node("a", [0, 0]), node("b", [8, 0])]}, ("nodes", 1, "at"), "8 columns and 6 rows"),
        ({"nodes": [node("a", [0, 0]), node("b", [0, -1])]}, ("nodes", 1, "at"), "found [0, -1]"),
        ({"edges": [{"from": "x", "to": "a"}]}, ("edges", 0, "from"), "names the node x"),
        ({"edges": [{"from": "a", "to": "x"}]}, ("edges", 0, "to"), "names the node x"),
        ({"edges": [{"from": "a", "to": "a"}]}, ("edges", 0, "to"), "from the node a to itself"),
        ({"edges": [{"from": "a", "to": "b", "look": "dotted"}]}, ("edges", 0, "look"), "solid or dashed"),
        ({"groups": [{"label": "G", "nodes": ["a", "x"]}]}, ("groups", 0, "nodes", 1), "names the node x"),
        ({"groups": [{"label": "G", "nodes": ["a", "c"]}]}, ("groups", 0, "nodes"), "hold the node b too"),
    ],
)
def test_a_mistake_is_named_where_it_stands(
    changes: dict[str, Any], at: tuple[int | str, ...], words: str
) -> None:
    place, said = refusal(**changes)
    assert place == at
    assert words in said
