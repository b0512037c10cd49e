"""Diagrams as data: nodes on a grid, edges between them, groups around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused

COLUMNS, ROWS = 8, 6

Place = Annotated[tuple[int, int], BeforeValidator(as_tuple)]
"""Column and row on the grid, from 0."""


def _look(value: Any) -> Any:
    if value not in ("solid", "dashed"):
        raise refused("look", "expected solid or dashed")
    return value


class Node(Strict):
    """A box with a label."""

    id: Slug
    label: Annotated[Title, Field(max_length=60)]
    at: Place

    @model_validator(mode="after")
    def _on_the_grid(self) -> Node:
        column, row = self.at
        if not (0 <= column < COLUMNS and 0 <= row < ROWS):
            raise refused(
                "grid",
                "expected a place on a grid of {columns} columns and {rows} rows, found {place}",
                at=("at",),
                columns=COLUMNS,
                rows=ROWS,
                place=str(list(self.at)),
            )
        return self


class Edge(Strict):
    """An arrow from one node to another."""

    from_: Annotated[Slug, Field(alias="from")]
    to: Slug
    label: Annotated[Title, Field(max_length=32)] | None = None
    look: Annotated[Literal["solid", "dashed"], BeforeValidator(_look)] = "solid"

    @model_validator(mode="after")
    def _leads_elsewhere(self) -> Edge:
        if self.from_ == self.to:
            raise refused("edge", "leads from the node {id} to itself", at=("to",), id=self.to)
        return self


class Group(Strict):
    """A frame around nodes that belong together."""

    label: Annotated[Title, Field(max_length=60)]
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
        ids: set[str] = set()
        places: set[tuple[int, int]] = set()
        for i, node in enumerate(self.nodes):
            if node.id in ids:
                raise refused("doubles", "the node {id} is there twice", at=("nodes", i, "id"), id=node.id)
            if node.at in places:
                raise refused(
                    "doubles",
                    "another node stands at {place} already",
                    at=("nodes", i, "at"),
                    place=str(list(node.at)),
                )
            ids.add(node.id)
            places.add(node.at)
        for at, name in self._named():
            if name not in ids:
                message = "names the node {id}, which the diagram does not have"
                raise refused("no_node", message, at=at, id=name)
        self._frames_hold_their_own()
        return self

    def _named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each name of a node in edges and groups, and where it stands."""
        for i, edge in enumerate(self.edges):
            yield ("edges", i, "from"), edge.from_
            yield ("edges", i, "to"), edge.to
        for i, group in enumerate(self.groups):
            for j, name in enumerate(group.nodes):
                yield ("groups", i, "nodes", j), name

    def _frames_hold_their_own(self) -> None:
        """A group's frame is drawn around its nodes, so no other may stand among them."""
        for i, group in enumerate(self.groups):
            left, top, right, bottom = self.extent(group)
            for node in self.nodes:
                column, row = node.at
                if node.id not in group.nodes and left <= column <= right and top <= row <= bottom:
                    message = "the frame of this group would hold the node {id} too, which is not of it"
                    raise refused("frame", message, at=("groups", i, "nodes"), id=node.id)

    def extent(self, group: Group) -> tuple[int, int, int, int]:
        """First column and row, last column and row of a group's nodes."""
        places = [node.at for node in self.nodes if node.id in group.nodes]
        columns, rows = [place[0] for place in places], [place[1] for place in places]
        return min(columns), min(rows), max(columns), max(rows)
