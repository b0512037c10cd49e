"""Where the learner is in a round of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.bar import draw_track
from desktop.ui.widgets.painted import Painted

_SHARES = {"done": 1.0, "now": 0.5, "todo": 0.0}
_HEIGHT, _GAP, _MOST = 4, 6, 12


class Beads(Painted):
    """One bead a task: full, half for the current one, empty. Above 12 tasks one plain bar."""

    def __init__(self, theme: Theme, *, tinted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tinted, self._bead = tinted, 40
        self._states: tuple[str, ...] = ()
        self._before: tuple[float, ...] = ()
        self._shift = Tween(theme, self, 240, self.update, value=1.0)

    def set(self, states: Sequence[str]) -> None:
        """Show these tasks, each "done", "now" or "todo"."""
        new = tuple(states)
        if new == self._states:
            return
        same = len(new) == len(self._states)
        self._before = tuple(_SHARES[state] for state in (self._states if same else new))
        self._states = new
        self._shift.jump(0.0 if same else 1.0)
        self._shift.to(1.0)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Use short beads where there is little room."""
        self._bead = 24 if compact else 40
        self.updateGeometry()
        self.update()

    def extent(self) -> QSize:
        count = min(len(self._states), 5 if len(self._states) > _MOST else _MOST)
        return QSize(max(0, count * (self._bead + _GAP) - _GAP), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), (self.height() - _HEIGHT) / 2
        shares = self._shares()
        if len(shares) > _MOST:
            place = QRectF(0, top, self.width(), _HEIGHT)
            share = sum(shares) / len(shares)
            draw_track(painter, self._theme, place, share, tinted=self._tinted, rtl=self._rtl())
            return
        for number, share in enumerate(shares):
            x = number * (self._bead + _GAP)
            left = self.width() - x - self._bead if self._rtl() else x
            self._draw_bead(painter, QRectF(left, top, self._bead, _HEIGHT), share, self._states[number])

    def _shares(self) -> list[float]:
        """How full each bead is at this moment of the motion."""
        ends = [_SHARES[state] for state in self._states]
        shift = self._shift.value
        return [a + (b - a) * shift for a, b in zip(self._before, ends, strict=True)]

    def _draw_bead(self, painter: QPainter, place: QRectF, share: float, state: str) -> None:
        theme = self._theme
        light = (state == "now" or self._tinted) and not theme.high_contrast
        empty = "accent-line" if light else "pressed"
        border = theme.color("control") if theme.high_contrast else NOTHING
        draw_box(painter, place, _HEIGHT / 2, theme.color(empty), border)
        if share > 0:
            width = place.width() * share
            left = place.right() - width if self._rtl() else place.left()
            draw_box(painter, QRectF(left, place.top(), width, _HEIGHT), _HEIGHT / 2, theme.color("accent"))
