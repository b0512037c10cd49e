"""The ways of a diagram's edges: along the lines of its grid, around every node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from desktop.domain.diagram import Diagram, Edge
from desktop.ui.widgets.diagram_grid import Grid

_Point = tuple[int, int]
"""A crossing of two lines, by their numbers."""
_Way = tuple[int, int]
"""A direction: one step across or down."""
_Unit = tuple[_Point, _Point]
_WAYS: tuple[_Way, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))
_BEND, _CROSSING, _ASIDE, _SHARED, _WORDS = 40.0, 60.0, 70.0, 500.0, 200.0
"""What a bend costs, a crossing, a port that is not the middle one, a stretch that another edge has, words
of a frame: all in pixels of detour."""


@dataclass(frozen=True, slots=True)
class _Port:
    """Where an edge may leave or reach a box: the point on its side, and the first crossing outside."""

    on_box: tuple[float, float]
    outside: _Point
    way: _Way
    """Outwards."""
    cost: float


@dataclass(slots=True)
class Routes:
    """Finds one way after the other; later ones keep off the earlier ones."""

    grid: Grid
    scale: float
    _taken: dict[_Unit, list[Edge]] = field(default_factory=dict)
    _crossed: dict[_Point, list[Edge]] = field(default_factory=dict)

    def all_of(self, diagram: Diagram) -> dict[Edge, tuple[QPointF, ...]]:
        """The corners of every edge's way, from box to box; short ways are found first."""
        boxes = self.grid.boxes

        def distance(edge: Edge) -> float:
            between = boxes[edge.from_].center() - boxes[edge.to].center()
            return abs(between.x()) + abs(between.y()) + (abs(between.x()) > 1 and abs(between.y()) > 1) * 1e4

        return {edge: self._route(edge) for edge in sorted(diagram.edges, key=distance)}

    def _route(self, edge: Edge) -> tuple[QPointF, ...]:
        starts = {(port.outside, port.way): port for port in self._ports(edge.from_)}
        ends = {(port.outside, (-port.way[0], -port.way[1])): port for port in self._ports(edge.to)}
        goal = self.grid.boxes[edge.to].center()
        best: dict[tuple[_Point, _Way], float] = {}
        before: dict[tuple[_Point, _Way], tuple[_Point, _Way] | None] = {}
        queue: list[tuple[float, float, _Point, _Way]] = []
        for (point, way), port in starts.items():
            cost = port.cost + self._stub_cost(edge, edge.from_, port)
            best[point, way], before[point, way] = cost, None
            heappush(queue, (cost + self._rest(point, goal), cost, point, way))
        found: tuple[float, tuple[_Point, _Way], _Port] | None = None
        while queue and (found is None or queue[0][0] < found[0]):
            _, cost, point, way = heappop(queue)
            if cost > best[point, way]:
                continue
            if (end := ends.get((point, way))) is not None:
                total = cost + end.cost + self._stub_cost(edge, edge.to, end)
                if found is None or total < found[0]:
                    found = total, (point, way), end
            for then, turn, step in self._steps(edge, point, way):
                if cost + step < best.get((then, turn), 1e9):
                    best[then, turn], before[then, turn] = cost + step, (point, way)
                    heappush(queue, (cost + step + self._rest(then, goal), cost + step, then, turn))
        if found is None:  # every box can be reached: its ports lead into gaps, and all gaps meet
            raise ValueError(f"there is no way from {edge.from_} to {edge.to}")
        trail = _trail(before, found[1])
        self._take(edge, starts[trail[0]], [point for point, _ in trail], found[2])
        inner = [QPointF(*self._at(point)) for point, _ in trail]
        return _corners([QPointF(*starts[trail[0]].on_box), *inner, QPointF(*found[2].on_box)])

    def _ports(self, name: str) -> Iterator[_Port]:
        """Three on each side of a box."""
        box, xs, ys = self.grid.boxes[name], self.grid.xs, self.grid.ys
        inside_x = [i for i, x in enumerate(xs) if box.left() < x < box.right()]
        inside_y = [i for i, y in enumerate(ys) if box.top() < y < box.bottom()]
        for i in inside_x:
            cost = 0.0 if i == inside_x[1] else _ASIDE * self.scale
            yield _Port((xs[i], box.top()), (i, inside_y[0] - 1), (0, -1), cost)
            yield _Port((xs[i], box.bottom()), (i, inside_y[-1] + 1), (0, 1), cost)
        for i in inside_y:
            cost = 0.0 if i == inside_y[1] else _ASIDE * self.scale
            yield _Port((box.left(), ys[i]), (inside_x[0] - 1, i), (-1, 0), cost)
            yield _Port((box.right(), ys[i]), (inside_x[-1] + 1, i), (1, 0), cost)

    def _steps(self, edge: Edge, point: _Point, way: _Way) -> Iterator[tuple[_Point, _Way, float]]:
        """Each next crossing that can be reached, and what it costs."""
        for turn in _WAYS:
            if turn == (-way[0], -way[1]):
                continue
            then = point[0] + turn[0], point[1] + turn[1]
            if not (0 <= then[0] < len(self.grid.xs) and 0 <= then[1] < len(self.grid.ys)):
                continue
            if self._is_blocked(then):
                continue
            here, there = self._at(point), self._at(then)
            cost = abs(here[0] - there[0]) + abs(here[1] - there[1])
            cost += _BEND * self.scale if turn != way else 0.0
            cost += self._sharing(edge, _unit(point, then))
            if turn == way:
                strangers = [one for one in self._crossed.get(point, ()) if not _related(one, edge)]
                cost += _CROSSING * self.scale * len(strangers)
            cost += self._words(here, there)
            yield then, turn, cost

    def _is_blocked(self, point: _Point) -> bool:
        at = QPointF(*self._at(point))
        return any(box.contains(at) for box in self.grid.boxes.values())

    def _words(self, here: tuple[float, float], there: tuple[float, float]) -> float:
        """What it costs to run through the label of a frame."""
        stretch = QRectF(QPointF(*here), QPointF(*there)).normalized().adjusted(-2, -2, 2, 2)
        return _WORDS * self.scale * sum(stretch.intersects(frame.words) for frame in self.grid.frames)

    def _sharing(self, edge: Edge, unit: _Unit) -> float:
        """Edges of the same beginning or end may run together; strangers may not."""
        others = self._taken.get(unit, ())
        return sum(
            (self.scale if _related(other, edge) and other.look == edge.look else _SHARED * self.scale)
            for other in others
        )

    def _stub_cost(self, edge: Edge, name: str, port: _Port) -> float:
        """The last few pixels to a box: arrows in opposite directions take ports of their own."""
        others = self._taken.get(_stub(port), ())
        apart = sum(_SHARED * self.scale for one in others if name not in (_end(one, edge), ""))
        there = self._at(port.outside)
        return apart + abs(there[0] - port.on_box[0]) + abs(there[1] - port.on_box[1])

    def _take(self, edge: Edge, start: _Port, points: list[_Point], end: _Port) -> None:
        for one, other in pairwise(points):
            self._taken.setdefault(_unit(one, other), []).append(edge)
        for point in points:
            self._crossed.setdefault(point, []).append(edge)
        for port in (start, end):
            self._taken.setdefault(_stub(port), []).append(edge)

    def _at(self, point: _Point) -> tuple[float, float]:
        return self.grid.xs[point[0]], self.grid.ys[point[1]]

    def _rest(self, point: _Point, goal: QPointF) -> float:
        """Less than what is left to go."""
        x, y = self._at(point)
        return max(0.0, abs(x - goal.x()) + abs(y - goal.y()) - 200 * self.scale)


def _related(one: Edge, other: Edge) -> bool:
    return one.from_ == other.from_ or one.to == other.to


def _end(one: Edge, other: Edge) -> str:
    """The node where two edges both begin or both end."""
    return one.from_ if one.from_ == other.from_ else one.to if one.to == other.to else ""


def _unit(one: _Point, other: _Point) -> _Unit:
    return (one, other) if one <= other else (other, one)


def _stub(port: _Port) -> _Unit:
    """Stands for the stretch between a box and the first crossing outside."""
    return port.outside, (port.outside[0] - port.way[0], port.outside[1] - port.way[1])


def _trail(
    before: dict[tuple[_Point, _Way], tuple[_Point, _Way] | None], last: tuple[_Point, _Way]
) -> list[tuple[_Point, _Way]]:
    trail = [last]
    while (step := before[trail[-1]]) is not None:
        trail.append(step)
    return trail[::-1]


def _corners(points: list[QPointF]) -> tuple[QPointF, ...]:
    """A way without the points that lie on a straight stretch."""
    kept = [points[0]]
    for one, other in pairwise(points[1:]):
        last = kept[-1]
        if not (last.x() == one.x() == other.x() or last.y() == one.y() == other.y()):
            kept.append(one)
    return (*kept, points[-1])
