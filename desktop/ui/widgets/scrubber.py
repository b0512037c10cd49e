"""The line on which one moves through steps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween

_HEIGHT, _LINE, _DOT, _KNOB = 32, 4, 4, 18


class Scrubber(QSlider):
    """A slider over steps counted from 1, with a dot for each; always from left to right, as players are."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._knob = Tween(theme, self, 140, self.update, value=1.0)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        self.setRange(1, 1)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.valueChanged.connect(lambda value: self._knob.to(float(value)))
        theme.changed.connect(self.updateGeometry)

    def set_steps(self, count: int) -> None:
        """Have so many steps, and stand at the first."""
        self.setRange(1, count)
        self.setValue(1)
        self._knob.jump(1.0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the page knows the keys of steps, wherever the focus is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setValue(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        middle, start, now = self.height() / 2, self._left(1.0), self._left(self._knob.value)
        line = theme.px(_LINE)
        frame = theme.color("control") if theme.high_contrast else NOTHING
        whole = QRectF(start, middle - line / 2, self._left(float(self.maximum())) - start, line)
        draw_box(painter, whole, line / 2, theme.color("pressed"), frame)
        draw_box(painter, QRectF(start, whole.top(), now - start, line), line / 2, theme.color("accent"))
        for step in range(1, self.maximum() + 1):
            self._draw_dot(painter, QPointF(self._left(float(step)), middle), past=step < self._knob.value)
        edge = theme.px(_KNOB)
        knob = QRectF(now - edge / 2, middle - edge / 2, edge, edge)
        draw_box(painter, knob, edge / 2, theme.color("surface"), theme.color("accent"), width=2)

    def _draw_dot(self, painter: QPainter, spot: QPointF, *, past: bool) -> None:
        """A step, where steps are far enough from each other to be told apart."""
        size = self._theme.px(_DOT)
        if self.maximum() > 1 and self._room() / (self.maximum() - 1) >= 2 * size:
            place = QRectF(spot.x() - size / 2, spot.y() - size / 2, size, size)
            draw_box(painter, place, size / 2, self._theme.color("accent-line" if past else "control"))

    def _room(self) -> float:
        return self.width() - self._theme.px(_KNOB)

    def _left(self, step: float) -> float:
        """How far to the right a step stands."""
        return self._theme.px(_KNOB) / 2 + self._room() * (step - 1) / max(1, self.maximum() - 1)

    def _step_at(self, x: float) -> int:
        share = (x - self._theme.px(_KNOB) / 2) / max(1.0, self._room())
        return round(1 + share * (self.maximum() - 1))
