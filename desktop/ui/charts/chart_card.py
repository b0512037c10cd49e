"""A chart with its title and the names of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.charts.chart import INKS, Chart
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.painted import Painted

_EDGE = 10


class ChartCard(Card):
    """A card with the title, a key for each row of numbers, and the chart."""

    def __init__(
        self, theme: Theme, title: str, names: Sequence[str], chart: Chart, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "card", parent)
        self.chart = chart
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        head = QWidget()
        flow = FlowLayout(12, head)
        flow.addWidget(Label(theme, title, "h3", wrap=True))
        for ink, name in zip(INKS[len(names) - 1], names, strict=True):
            flow.addWidget(_key(theme, ink, name))
        column.addWidget(head)
        column.addWidget(chart, 1)


def _key(theme: Theme, ink: str, name: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 2, 0, 2)
    row.setSpacing(6)
    row.addWidget(_Swatch(theme, ink), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Label(theme, name, "caption", "text-2"))
    holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return holder


class _Swatch(Painted):
    """The colour of a row."""

    def __init__(self, theme: Theme, ink: str) -> None:
        super().__init__(theme)
        self._ink = ink

    def extent(self) -> QSize:
        edge = self._theme.px(_EDGE)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 3, self._theme.color(self._ink))
