"""Diagrams as data: nodes on a grid, edges between them, groups around them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused

Place = Annotated[tuple[int, int], BeforeValidator(as_tuple)]
"""Column and row on the grid, from 0."""


class Node(Strict):
    """A box with a label."""

    id: Slug
    label: Title
    at: Place

    @model_validator(mode="after")
    def _on_the_grid(self) -> Node:
        column, row = self.at
        if not (0 <= column < 8 and 0 <= row < 6):
            raise refused(
                "grid",
                "expected a place on a grid of 8 columns and 6 rows, found {place}",
                place=str(list(self.at)),
            )
        return self


class Edge(Strict):
    """An arrow from one node to another."""

    from_: Annotated[Slug, Field(alias="from")]
    to: Slug
    label: Annotated[str, Field(max_length=32)] = ""
    look: Literal["solid", "dashed"] = "solid"


class Group(Strict):
    """A frame around nodes that belong together."""

    label: Title
    nodes: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=24)]


class Diagram(Strict):
    """A drawing that is described for those who cannot see it."""

    title: Title
    describe: Prose
    nodes: Annotated[tuple[Node, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=24)]
    edges: Annotated[tuple[Edge, ...], BeforeValidator(as_tuple), Field(max_length=40)] = ()
    groups: Annotated[tuple[Group, ...], BeforeValidator(as_tuple), Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _whole(self) -> Diagram:
        """Nodes have ids and places of their own, and whatever is named exists."""
        ids = [node.id for node in self.nodes]
        places = [node.at for node in self.nodes]
        if doubled := _doubled(ids):
            raise refused("doubles", "the node id {id} is used twice", id=doubled)
        if len(set(places)) < len(places):
            raise refused("doubles", "two nodes stand at the same place {place}", place=str(_doubled(places)))
        named = [end for edge in self.edges for end in (edge.from_, edge.to)]
        named += [name for group in self.groups for name in group.nodes]
        unknown = next((name for name in named if name not in ids), None)
        if unknown is not None:
            raise refused("no_node", "the diagram names the node {id}, which it does not have", id=unknown)
        return self


def _doubled(values: list[Any]) -> Any:
    return next((value for value in values if values.count(value) > 1), None)
