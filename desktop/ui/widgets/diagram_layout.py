"""The whole drawing of a diagram in numbers: boxes, frames, arrows, and words where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.domain.diagram import Diagram, Edge
from desktop.ui.theme import Theme
from desktop.ui.widgets.diagram_grid import Frame, Grid, edge_words_size, grid_of
from desktop.ui.widgets.diagram_routes import Routes

_TRIES, _SPARE = 6, 16
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88)
_HEAD = 14


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge with its way and the place of its words."""

    edge: Edge
    corners: tuple[QPointF, ...]
    words: QRectF | None = None


@dataclass(frozen=True, slots=True)
class DiagramLayout:
    """Where everything is, from the upper left corner."""

    boxes: dict[str, QRectF]
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]
    size: QSizeF


def lay_out(theme: Theme, diagram: Diagram) -> DiagramLayout:
    """Lay a diagram out; where some words find no free place, once more with wider gaps."""
    attempt = 0
    while True:
        grid = grid_of(theme, diagram, attempt * theme.px(_SPARE))
        ways = Routes(grid, theme.scale).all_of(diagram)
        arrows = _with_words(theme, grid, ways)
        if arrows is not None:
            return _cropped(grid, arrows)
        attempt += 1
        if attempt == _TRIES:
            return _cropped(grid, tuple(Arrow(edge, way) for edge, way in ways.items()))


def _with_words(theme: Theme, grid: Grid, ways: dict[Edge, tuple[QPointF, ...]]) -> tuple[Arrow, ...] | None:
    """Every edge with a place for its words, those with the shortest way first."""
    taken = [frame.words.adjusted(-2, -2, 2, 2) for frame in grid.frames]
    taken += [box.adjusted(-3, -3, 3, 3) for box in grid.boxes.values()]
    arrows: list[Arrow] = []
    for edge, way in sorted(ways.items(), key=lambda item: _length(item[1])):
        if not edge.label:
            arrows.append(Arrow(edge, way))
            continue
        size = edge_words_size(theme, edge.label) + QSizeF(theme.px(8), theme.px(2))
        others = [other for one, other in ways.items() if one is not edge]
        free = [
            (cost + _disturbed(place, others, grid.frames), number, place)
            for number, (cost, place) in enumerate(_candidates(theme, way, size))
            if not any(place.intersects(other) for other in taken)
        ]
        if not free:
            return None
        _, _, best = min(free)
        taken.append(best.adjusted(-2, -2, 2, 2))
        arrows.append(Arrow(edge, way, best))
    return tuple(arrows)


def _candidates(theme: Theme, way: Sequence[QPointF], size: QSizeF) -> Iterator[tuple[float, QRectF]]:
    """Places for words along a way: on the line, where it is longer than they are, or beside it."""
    head = theme.px(_HEAD)
    longest = max(_length(pair) for pair in pairwise(way))
    for one, other in pairwise(way):
        run = _length((one, other))
        across = one.y() == other.y()
        need = (size.width() if across else size.height()) + 2 * head
        for share in _PLACES:
            middle = one + (other - one) * share
            cost = abs(share - 0.5) * 40 + (longest - run) * 0.3
            yield cost + (0 if run * (1 - abs(2 * share - 1)) >= need else 500), _around(middle, size)
            aside = QPointF(0, size.height() / 2 + 4) if across else QPointF(size.width() / 2 + 4, 0)
            yield cost + 30, _around(middle - aside if across else middle + aside, size)
            yield cost + 34, _around(middle + aside if across else middle - aside, size)


def _around(middle: QPointF, size: QSizeF) -> QRectF:
    return QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height())


def _disturbed(place: QRectF, ways: Sequence[Sequence[QPointF]], frames: Sequence[Frame]) -> float:
    """What it costs that words hide other lines, or the border of a frame."""
    cost = 0.0
    for way in ways:
        for one, other in pairwise(way):
            stretch = QRectF(one, other).normalized().adjusted(-1, -1, 1, 1)
            cost += 120 * stretch.intersects(place)
    for frame in frames:
        if frame.box.intersects(place) and not frame.box.contains(place):
            cost += 60
    return cost


def _length(way: Sequence[QPointF]) -> float:
    return sum(abs(a.x() - b.x()) + abs(a.y() - b.y()) for a, b in pairwise(way))


def _cropped(grid: Grid, arrows: tuple[Arrow, ...]) -> DiagramLayout:
    """The drawing without the empty room around it."""
    whole = QRectF()
    for box in (*grid.boxes.values(), *(frame.box for frame in grid.frames)):
        whole = whole.united(box)
    for arrow in arrows:
        for one, other in pairwise(arrow.corners):
            whole = whole.united(QRectF(one, other).normalized().adjusted(-2, -2, 2, 2))
        if arrow.words is not None:
            whole = whole.united(arrow.words)
    shift = -QPointF(int(whole.left()), int(whole.top()))
    frames = tuple(
        Frame(one.label, one.box.translated(shift), one.words.translated(shift)) for one in grid.frames
    )
    moved = tuple(
        Arrow(
            one.edge,
            tuple(corner + shift for corner in one.corners),
            one.words.translated(shift) if one.words is not None else None,
        )
        for one in arrows
    )
    boxes = {name: box.translated(shift) for name, box in grid.boxes.items()}
    return DiagramLayout(boxes, frames, moved, QSizeF(whole.width() + 1, whole.height() + 1))
