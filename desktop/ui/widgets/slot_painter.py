"""Paints the slots of a sheet, and keeps what is laid out for it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextLayout

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.sheet import Place
from desktop.ui.widgets.slot_look import RADIUS, SlotState, draw_slot
from desktop.ui.widgets.slot_size import EDGE, GAP, LINE, SlotSize, wrapped


class SlotPainter:
    """Knows the size of the slots, their badges, and the lines of each text that stands in one."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.size = SlotSize(0, 0, 0, 0)
        self._badges: Mapping[int, str] = {}
        self._rtl = False
        self._texts: dict[tuple[str, str], QTextLayout] = {}

    def take(self, size: SlotSize, badges: Mapping[int, str], *, rtl: bool) -> None:
        """Paint slots of this size from now on; `rtl` mirrors them."""
        self.size, self._badges, self._rtl = size, dict(badges), rtl
        self._texts.clear()

    def draw(self, painter: QPainter, place: Place, state: SlotState, text: str | None, style: str) -> None:
        """Paint a slot with a text in a type style."""
        lines = None if text is None else self.lines(text, style)
        badge = self._badges.get(place.number, str(place.number))
        draw_slot(painter, self._theme, place.rect, self.size, badge, state, lines, rtl=self._rtl)

    def draw_ring(self, painter: QPainter, place: Place) -> None:
        """Paint the focus ring: 2 px, 1 px apart."""
        ring = place.rect.adjusted(-3, -3, 3, 3)
        draw_box(painter, ring, RADIUS + 3, NOTHING, self._theme.color("accent"), width=2)

    def lines(self, text: str, style: str) -> QTextLayout:
        """A text as it is broken inside a slot."""
        key = (text, style)
        if key not in self._texts:
            step = self._theme.px(LINE)
            self._texts[key] = wrapped(text, self._theme.font(style), self.size.text, step, rtl=self._rtl)
        return self._texts[key]

    def text_inset(self) -> QPointF:
        """Where in a slot its text begins, in the middle of its first line."""
        return QPointF(EDGE + self.size.badge + GAP, self._theme.px(24) / 2)
