"""A diagram, painted from its data."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.diagram import Diagram, Node
from desktop.ui.boxes import NOTHING, draw_box, pen_width
from desktop.ui.theme import Theme
from desktop.ui.widgets.diagram_grid import EDGE_STYLE, FRAME_STYLE, NODE_STYLE, Frame
from desktop.ui.widgets.diagram_layout import Arrow, DiagramLayout, lay_out
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.scroll_thumb import ROOM, ScrollThumb

_SMALLEST = 0.84
"""Words of 13 px stay at 11; a drawing that needs less scrolls sideways."""
_RADIUS, _BEND, _HEAD = 8, 6, 8


class DiagramView(QFrame):
    """A panel with the title and the drawing. Its name is the title, its description says what it shows."""

    def __init__(self, theme: Theme, diagram: Diagram, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.setContentsMargins(1, 12, 1, 1)
        title = Label(theme, diagram.title, "caption", "text-2", wrap=True)
        title.setContentsMargins(16, 0, 16, 0)
        column.addWidget(title)
        self._drawing = _Drawing(theme, diagram, self)
        column.addWidget(self._drawing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def least_width(self) -> int:
        """How much room the drawing needs where it is smallest; in less it scrolls sideways."""
        return self._drawing.least_width()

    def set_active(self, nodes: Collection[str]) -> None:
        """Mark the nodes that are at work, and the arrows between them."""
        self._drawing.set_active(frozenset(nodes))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        line, ground = theme.color("line"), theme.color("sunken")
        draw_box(QPainter(self), QRectF(self.rect()), 12, ground, line, width=theme.border())


class _Drawing(QWidget):
    """The drawing itself: left to right in every language, smaller in a narrow place, never too small."""

    def __init__(self, theme: Theme, diagram: Diagram, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._diagram = theme, diagram
        self._layout: DiagramLayout | None = None
        self._active: frozenset[str] = frozenset()
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.hide()
        self._bar.setSingleStep(24)
        self._bar.valueChanged.connect(self.update)
        self._thumb = ScrollThumb(theme, self._bar, self)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(diagram.title)
        self.setAccessibleDescription(markup.plain(diagram.describe))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ring_radius", 10)
        self.setProperty("ring_gap", -2)
        theme.changed.connect(self._take_theme)

    def set_active(self, nodes: frozenset[str]) -> None:
        """Mark these nodes; their labels are said in the description too."""
        if nodes == self._active:
            return
        self._active = nodes
        at_work = ", ".join(node.label for node in self._diagram.nodes if node.id in nodes)
        described = markup.plain(self._diagram.describe)
        self.setAccessibleDescription(f"{described}\n{at_work}" if at_work else described)
        self.update()

    @property
    def drawn(self) -> DiagramLayout:
        """The drawing in its full size."""
        if self._layout is None:
            self._layout = lay_out(self._theme, self._diagram)
        return self._layout

    def factor(self, width: int) -> float:
        """How much smaller than in full size it is drawn in so wide a place."""
        room = width - 2 * self._edge()
        return max(_SMALLEST, min(1.0, room / self.drawn.size.width()))

    def least_width(self) -> int:
        """The room of the drawing where it is smallest."""
        return int(self.drawn.size.width() * _SMALLEST) + 2 * self._edge()

    def sizeHint(self) -> QSize:
        width = int(self.drawn.size.width()) + 2 * self._edge()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(60))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self.drawn.size.height() * self.factor(width)) + 4 + self._edge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        )
        if plain and event.key() in steps and self._bar.maximum() > 0:
            self._bar.setValue(self._bar.value() + 2 * self._bar.singleStep() * steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta().x() or event.angleDelta().x() // 2
        if not delta or self._bar.maximum() == 0:
            event.ignore()
            return
        self._bar.setValue(self._bar.value() - delta)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        factor = self.factor(self.width())
        spare = self.width() - self.drawn.size.width() * factor
        painter.setClipRect(self.rect().adjusted(1, 0, -1, 0))
        left = self._edge() - self._bar.value() if self._bar.maximum() else max(self._edge(), spare / 2)
        painter.translate(floor(left), 2)
        painter.scale(factor, factor)
        for frame in self.drawn.frames:
            self._draw_frame(painter, frame)
        arrows = sorted(self.drawn.arrows, key=self._is_active)
        for arrow in arrows:
            self._draw_way(painter, arrow)
        for node in self._diagram.nodes:
            self._draw_node(painter, node)
        for arrow in arrows:
            self._draw_words(painter, arrow)

    def _draw_frame(self, painter: QPainter, frame: Frame) -> None:
        theme = self._theme
        draw_box(
            painter, frame.box, 12, theme.color("hover"), theme.color("line-strong"), width=theme.border()
        )
        painter.setPen(theme.color("text-2"))
        painter.setFont(theme.font(FRAME_STYLE))
        words = theme.metrics(FRAME_STYLE).elidedText(
            frame.label, Qt.TextElideMode.ElideRight, int(frame.words.width()) + 1
        )
        painter.drawText(frame.words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_node(self, painter: QPainter, node: Node) -> None:
        theme, box, active = self._theme, self.drawn.boxes[node.id], node.id in self._active
        ground, border = ("accent-soft", "accent") if active else ("surface", "control")
        heavy = theme.border(2 if active else 1)
        draw_box(painter, box, _RADIUS, theme.color(ground), theme.color(border), width=heavy)
        if active:
            dot = QRectF(box.right() - theme.px(11), box.top() + theme.px(5), theme.px(6), theme.px(6))
            draw_box(painter, dot, dot.width() / 2, theme.color("accent"))
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(NODE_STYLE))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(4, 0, -4, 0), flags.value, node.label)

    def _draw_way(self, painter: QPainter, arrow: Arrow) -> None:
        """The line with round corners, and the head at its end."""
        theme = self._theme
        color = theme.color("accent" if self._is_active(arrow) else "text-2")
        width = pen_width(painter, theme.border(2 if self._is_active(arrow) else 1))
        corners = [_on_pixels(painter, corner, width) for corner in arrow.corners]
        head = _head(corners[-2], corners[-1], theme.px(_HEAD))
        corners[-1] = head[3]
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if arrow.edge.look == "dashed":
            pen.setDashPattern([5 / width, 4 / width])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_rounded(corners))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF(head[:3]))

    def _draw_words(self, painter: QPainter, arrow: Arrow) -> None:
        if arrow.words is None:
            return
        theme = self._theme
        draw_box(painter, arrow.words, 4, self._ground_at(arrow.words))
        painter.setPen(theme.color("accent" if self._is_active(arrow) else "text-2"))
        painter.setFont(theme.font(EDGE_STYLE))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(arrow.words, flags.value, arrow.edge.label or "")

    def _ground_at(self, place: QRectF) -> QColor:
        """The colour on which words stand; across the border of a frame they need none."""
        over = [frame.box for frame in self.drawn.frames if frame.box.intersects(place)]
        if any(not box.contains(place) for box in over):
            return NOTHING
        return self._theme.color("hover" if over else "sunken")

    def _is_active(self, arrow: Arrow) -> bool:
        return {arrow.edge.from_, arrow.edge.to} <= self._active

    def _edge(self) -> int:
        return 20

    def _take_width(self) -> None:
        needed = round(self.drawn.size.width() * self.factor(self.width())) + 2 * self._edge()
        self._bar.setRange(0, max(0, needed - self.width()))
        self._bar.setPageStep(max(1, self.width()))
        self._thumb.setGeometry(16, self.height() - ROOM, max(0, self.width() - 32), ROOM)

    def _take_theme(self) -> None:
        self._layout = None
        self._take_width()
        self.updateGeometry()
        self.update()


def _on_pixels(painter: QPainter, point: QPointF, width: float) -> QPointF:
    """The nearest point at which a line so wide covers whole device pixels."""
    there = painter.deviceTransform()
    back, _ = there.inverted()
    half = 0.5 if round(width * abs(there.m11())) % 2 else 0.0
    on_device = there.map(point)
    return back.map(QPointF(floor(on_device.x()) + half, floor(on_device.y()) + half))


def _head(before: QPointF, tip: QPointF, size: float) -> list[QPointF]:
    """The three corners of an arrow's head, and the point where its line ends."""
    length = max(abs(tip.x() - before.x()), abs(tip.y() - before.y())) or 1.0
    along = QPointF(tip.x() - before.x(), tip.y() - before.y()) / length
    aside = QPointF(-along.y(), along.x())
    foot = tip - along * size
    return [tip, foot + aside * size * 0.5, foot - aside * size * 0.5, foot]


def _rounded(corners: list[QPointF]) -> QPainterPath:
    """A way whose bends are small arcs."""
    path = QPainterPath(corners[0])
    for (one, bend), (_, other) in pairwise(pairwise(corners)):
        path.lineTo(_towards(bend, one))
        path.quadTo(bend, _towards(bend, other))
    path.lineTo(corners[-1])
    return path


def _towards(start: QPointF, end: QPointF) -> QPointF:
    """A little way from one point to another, at most half of it."""
    length = abs(end.x() - start.x()) + abs(end.y() - start.y())
    return start + (end - start) * (min(_BEND, length / 2) / length if length else 0.0)
