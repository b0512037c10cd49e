"""Where the nodes and frames of a diagram stand, and the lines along which its edges may run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, QSizeF, Qt

from desktop.domain.diagram import Diagram, Group, Node
from desktop.ui.theme import Theme

NODE_STYLE, EDGE_STYLE, FRAME_STYLE = "small-strong", "caption", "caption"
_NODE_WIDTH, _EDGE_WIDTH = 112, 92  # where words wrap
_NODE_LEAST, _PAD_X, _PAD_Y = (64, 40), 12, 9
_GAP, _OUTER, _FRAME, _CAPTION = 44, 28, 12, 24
_SHARES = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a group, and where its label stands in it."""

    label: str
    box: QRectF
    words: QRectF


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything that stands still before the first edge is drawn."""

    boxes: dict[str, QRectF]
    frames: tuple[Frame, ...]
    xs: tuple[float, ...]
    """Where edges may run up and down: three lines a column, and some between columns."""
    ys: tuple[float, ...]
    """Where edges may run across."""
    size: QSizeF


@dataclass(frozen=True, slots=True)
class _Margins:
    """How much of the gaps around each column, or each row, is taken by frames; before it and after it."""

    before: tuple[float, ...]
    after: tuple[float, ...]


def words_size(theme: Theme, text: str, style: str, wrap: int) -> QSizeF:
    """The room of a text that wraps at `wrap` design pixels, wider only for its longest word."""
    metrics = theme.metrics(style)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    width = max(theme.px(wrap), longest + 1)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
    rect = metrics.boundingRect(0, 0, width, 10_000, flags.value, text)
    return QSizeF(rect.width() + 2, rect.height())


def edge_words_size(theme: Theme, text: str) -> QSizeF:
    """The room of the words beside an arrow."""
    return words_size(theme, text, EDGE_STYLE, _EDGE_WIDTH)


def grid_of(theme: Theme, diagram: Diagram, spare: float = 0.0) -> Grid:
    """Put nodes and frames in place; `spare` widens every gap."""
    columns = 1 + max(node.at[0] for node in diagram.nodes)
    rows = 1 + max(node.at[1] for node in diagram.nodes)
    sizes = {node.id: _node_size(theme, node) for node in diagram.nodes}
    widths = [_largest(diagram, sizes, 0, n, theme.px(_NODE_LEAST[0]) / 2) for n in range(columns)]
    heights = [_largest(diagram, sizes, 1, n, theme.px(_NODE_LEAST[1]) / 2) for n in range(rows)]
    across, down = _margins(theme, diagram, columns, rows)
    wide, high = _gaps(theme, diagram, columns, rows, spare)
    lefts, xs, width = _spread(theme, widths, across, wide)
    tops, ys, height = _spread(theme, heights, down, high)
    boxes = {
        node.id: QRectF(lefts[node.at[0]], tops[node.at[1]], widths[node.at[0]], heights[node.at[1]])
        for node in diagram.nodes
    }
    frames = tuple(_frame(theme, diagram, group, boxes) for group in _outer_first(diagram))
    return Grid(boxes, frames, xs, ys, QSizeF(width, height))


def _node_size(theme: Theme, node: Node) -> QSizeF:
    words = words_size(theme, node.label, NODE_STYLE, _NODE_WIDTH)
    least = QSizeF(*(theme.px(edge) for edge in _NODE_LEAST))
    return (words + QSizeF(2 * theme.px(_PAD_X), 2 * theme.px(_PAD_Y))).expandedTo(least)


def _largest(diagram: Diagram, sizes: dict[str, QSizeF], axis: int, place: int, least: float) -> float:
    """How wide a column, or how high a row, has to be; one without nodes is narrow."""
    held = [sizes[node.id] for node in diagram.nodes if node.at[axis] == place]
    return float(round(max((size.height() if axis else size.width() for size in held), default=least)))


def _levels(diagram: Diagram) -> dict[Group, int]:
    """How many frames lie within each other inside a frame, itself counted."""
    found: dict[Group, int] = {}
    for group in sorted(diagram.groups, key=lambda one: len(one.nodes)):
        inner = [found[one] for one in found if set(one.nodes) <= set(group.nodes)]
        found[group] = 1 + max(inner, default=0)
    return found


def _outer_first(diagram: Diagram) -> list[Group]:
    return sorted(diagram.groups, key=lambda group: -len(group.nodes))


def _margins(theme: Theme, diagram: Diagram, columns: int, rows: int) -> tuple[_Margins, _Margins]:
    """The room of frames beside each column and each row."""
    left, right = [0.0] * columns, [0.0] * columns
    above, below = [0.0] * rows, [0.0] * rows
    for group, level in _levels(diagram).items():
        first, top, last, bottom = diagram.extent(group)
        pad = float(theme.px(_FRAME) * level)
        left[first], right[last] = max(left[first], pad), max(right[last], pad)
        above[top] = max(above[top], pad + theme.px(_CAPTION) * level)
        below[bottom] = max(below[bottom], pad)
    return _Margins(tuple(left), tuple(right)), _Margins(tuple(above), tuple(below))


def _gaps(
    theme: Theme, diagram: Diagram, columns: int, rows: int, spare: float
) -> tuple[list[float], list[float]]:
    """The free room after each column and each row: enough for the words of edges between neighbours."""
    wide, high = ([theme.px(_GAP) + spare] * n for n in (columns, rows))
    places = {node.id: node.at for node in diagram.nodes}
    for edge in diagram.edges:
        if not edge.label:
            continue
        (column, row), (other_column, other_row) = places[edge.from_], places[edge.to]
        words = edge_words_size(theme, edge.label)
        if row == other_row:
            first = min(column, other_column)
            wide[first] = max(wide[first], words.width() + 2 * theme.px(17) + spare)
        else:
            first = min(row, other_row)
            high[first] = max(high[first], words.height() + 2 * theme.px(18) + spare)
    return wide, high


def _spread(
    theme: Theme, sizes: Sequence[float], margins: _Margins, gaps: Sequence[float]
) -> tuple[list[float], tuple[float, ...], float]:
    """Where columns (or rows) begin, the lines for edges in and between them, and how long all is."""
    outer = float(theme.px(_OUTER))
    after = [margin + gap for margin, gap in zip(margins.after, gaps, strict=True)]
    steps = [
        size + gap + margin
        for size, gap, margin in zip(sizes, after, (*margins.before[1:], 0.0), strict=True)
    ]
    starts = list(accumulate(steps[:-1], initial=outer + margins.before[0]))
    lines = [outer / 3, 2 * outer / 3]
    for number, (start, size) in enumerate(zip(starts, sizes, strict=True)):
        lines += [start + round(size * share) for share in _SHARES]
        end = start + size + margins.after[number]
        if number + 1 < len(starts):
            lines += [end + round(gaps[number] * share) for share in _SHARES]
        else:
            lines += [end + outer / 3, end + 2 * outer / 3]
    last = starts[-1] + sizes[-1] + margins.after[-1]
    return starts, tuple(lines), last + outer


def _frame(theme: Theme, diagram: Diagram, group: Group, boxes: dict[str, QRectF]) -> Frame:
    level = _levels(diagram)[group]
    held = QRectF()
    for name in group.nodes:
        held = held.united(boxes[name])
    pad, caption = theme.px(_FRAME) * level, theme.px(_CAPTION) * level
    box = held.adjusted(-pad, -pad - caption, pad, pad)
    metrics = theme.metrics(FRAME_STYLE)
    width = min(box.width() - 2 * theme.px(12), metrics.horizontalAdvance(group.label) + 2)
    words = QRectF(box.left() + theme.px(12), box.top() + theme.px(8), width, theme.line_height(FRAME_STYLE))
    return Frame(group.label, box, words)
