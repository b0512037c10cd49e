"""Diagrams: nothing lies on anything else, whatever the author drew, and it can be read and heard."""

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollBar

from desktop.domain.diagram import Diagram
from desktop.ui.widgets.diagram_layout import DiagramLayout, lay_out
from desktop.ui.widgets.diagram_view import DiagramView

PLACES = [(column, row) for column in range(4) for row in range(4)]
LABELS = st.sampled_from(["Raw data", "x", "feature_store_v2", "A score that nobody owns", "Log"])
WORDS = st.sampled_from([None, None, "daily", "never asked", "weekly, by hand, if Sam is here"])


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """Any nodes on a grid of four by four, any edges between them, and perhaps a frame around two."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=9, unique=True))
    nodes = [{"id": f"n{i}", "label": draw(LABELS), "at": list(at)} for i, at in enumerate(places)]
    ends = st.lists(st.integers(0, len(places) - 1), min_size=2, max_size=2, unique=True).map(tuple)
    pairs = draw(st.lists(ends, max_size=9, unique=True))
    edges = [_edge(f"n{a}", f"n{b}", draw(WORDS)) for a, b in pairs]
    framed = draw(st.sampled_from([[], [0], [1]]))
    groups = [{"label": "Framed", "nodes": [f"n{i}"]} for i in framed]
    content = {"title": "T", "describe": "D.", "nodes": nodes, "edges": edges, "groups": groups}
    return Diagram.model_validate(content)


def _edge(start: str, end: str, words: str | None) -> dict[str, Any]:
    return {"from": start, "to": end} | ({"label": words} if words else {})


def line_of() -> Diagram:
    """Four boxes in a line."""
    nodes = [{"id": name, "label": f"Box number {name}", "at": [n, 0]} for n, name in enumerate("abcd")]
    edges = [_edge(one, other, "leads to") for one, other in pairwise("abcd")]
    return Diagram.model_validate(
        {"title": "A line", "describe": "Four *boxes*.", "nodes": nodes, "edges": edges}
    )


def faults(drawn: DiagramLayout) -> list[str]:
    """Everything that lies where it must not."""
    boxes, whole = drawn.boxes, QRectF(-1, -1, drawn.size.width() + 2, drawn.size.height() + 2)
    found = [f"{a} on {b}" for a, b in combinations(boxes, 2) if boxes[a].intersects(boxes[b])]
    words = [(arrow.edge.label, arrow.words) for arrow in drawn.arrows if arrow.words is not None]
    found += [f"{label} on {name}" for label, at in words for name in boxes if at.intersects(boxes[name])]
    found += [f"{a[0]} on {b[0]}" for a, b in combinations(words, 2) if a[1].intersects(b[1])]
    for arrow in drawn.arrows:
        found += [f"{arrow.edge.label} has no place" for _ in [1] if arrow.edge.label and arrow.words is None]
        for one, other in pairwise(arrow.corners):
            stretch = QRectF(one, other).normalized().adjusted(-0.5, -0.5, 0.5, 0.5)
            inner = (name for name, box in boxes.items() if stretch.intersects(box.adjusted(2, 2, -2, -2)))
            found += [f"an arrow crosses {name}" for name in inner]
            found += ["an arrow is slanted" for _ in [1] if one.x() != other.x() and one.y() != other.y()]
            found += ["an arrow is outside" for _ in [1] if not whole.contains(stretch)]
    found += [f"{label} is outside" for label, at in words if not whole.contains(at)]
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diagrams())
def test_nothing_lies_on_anything_else(theme, diagram: Diagram) -> None:
    assert faults(lay_out(theme, diagram)) == []


def test_each_arrow_ends_at_its_boxes(theme) -> None:
    drawn = lay_out(theme, line_of())
    for arrow in drawn.arrows:
        start, end = drawn.boxes[arrow.edge.from_], drawn.boxes[arrow.edge.to]
        assert arrow.corners[0].x() == start.right()
        assert arrow.corners[-1].x() == end.left()
        assert len(arrow.corners) == 2  # straight, for nothing is in the way


def test_a_screen_reader_hears_title_and_description(qtbot, theme) -> None:
    view = DiagramView(theme, line_of())
    qtbot.addWidget(view)
    drawing = QAccessible.queryAccessibleInterface(view._drawing)
    assert drawing.text(QAccessible.Text.Name) == "A line"
    assert drawing.text(QAccessible.Text.Description) == "Four boxes."
    view.set_active({"b"})
    assert drawing.text(QAccessible.Text.Description) == "Four boxes.\nBox number b"


def test_it_shrinks_to_its_place_and_then_scrolls(qtbot, theme) -> None:
    view = DiagramView(theme, line_of())
    qtbot.addWidget(view)
    view.show()
    drawing, bar = view._drawing, view.findChild(QScrollBar)
    assert bar is not None
    full = drawing.sizeHint().width()
    view.resize(full + 50, 300)
    assert (drawing.factor(drawing.width()), bar.maximum()) == (1.0, 0)
    view.resize(round(full * 0.9), 300)
    assert 0.84 < drawing.factor(drawing.width()) < 1.0
    assert bar.maximum() == 0
    view.resize(full // 2, 300)
    assert drawing.factor(drawing.width()) == 0.84
    assert bar.maximum() > 0
    qtbot.keyClick(drawing, Qt.Key.Key_Right)
    assert bar.value() > 0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_active_nodes_are_marked_by_more_than_colour(qtbot, theme, mode) -> None:
    theme.apply(mode, 1.0, reduced_motion=True)
    view = DiagramView(theme, line_of())
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    view.show()
    before = view.grab().toImage()
    view.set_active({"a"})
    after = view.grab().toImage()
    box = view._drawing.drawn.boxes["a"].translated(20, 2)
    dot = view._drawing.mapTo(view, QPoint(round(box.right()) - 8, round(box.top()) + 8))
    assert before.pixelColor(dot) == theme.color("surface")
    assert after.pixelColor(dot) == theme.color("accent")


def test_the_drawing_is_the_same_in_a_mirrored_window(qtbot, theme) -> None:
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view = DiagramView(theme, line_of())
        qtbot.addWidget(view)
        view.setLayoutDirection(direction)
        view.resize(view.sizeHint())
        view.show()
        pictures.append(view._drawing.grab().toImage())
    assert pictures[0] == pictures[1]
