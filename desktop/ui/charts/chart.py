"""What all charts have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.visual_state import Extent, Numbers
from desktop.ui.charts.numbers import number_texts
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.words import tr

HEIGHT, COMPACT_HEIGHT = 152, 116
LABEL_ROOM, TEXT_ROOM, GAP = 32, 20, 8
INKS: tuple[tuple[str, ...], ...] = (("accent",), ("control", "accent"), ("control", "accent", "text"))
"""Which tokens one, two or three rows of numbers take."""


class Chart(QWidget):
    """A chart that is painted from left to right in every language. Its description tells the numbers.

    `extent` is the room that the numbers of all steps need; subclasses paint, and say what is where.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        extent: Extent,
        labels: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._extent, self._labels = theme, extent, tuple(labels)
        self._rows: tuple[Numbers, ...] = ()
        self._texts: list[list[str]] = []
        self._marked: int | None = None
        self._least = HEIGHT
        self._spots: list[tuple[QRectF, str]] = []
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(title)
        theme.changed.connect(self._take_theme)

    def show_numbers(self, rows: Sequence[Numbers], marked: int | None = None) -> None:
        """Show these rows; `marked` is the place that the step is about."""
        self._rows, self._marked = tuple(rows), marked
        texts = iter(number_texts([value for row in rows for value in row.values]))
        self._texts = [[next(texts) for _ in row.values] for row in rows]
        self.setAccessibleDescription(self.in_words())
        self.update()

    def in_words(self) -> str:
        """All numbers, for those who cannot see them."""
        said = [self._row_in_words(row, texts) for row, texts in zip(self._rows, self._texts, strict=True)]
        if self._marked is not None and self._label(self._marked):
            said.append(tr("marked: {label}", label=self._label(self._marked)))
        return ". ".join(said)

    def set_compact(self, compact: bool) -> None:
        """Be less high."""
        self._least = COMPACT_HEIGHT if compact else HEIGHT
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(self._least))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(self._least))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = next((text for place, text in self._spots if place.contains(QPointF(event.pos()))), "")
            QToolTip.showText(event.globalPos(), plain_tooltip(words) if words else "", self)
            return True
        return super().event(event)

    def _row_in_words(self, row: Numbers, texts: Sequence[str]) -> str:
        if not texts:
            return tr("{name}: no value yet", name=row.name)
        parts = [
            f"{label} {text}" if (label := self._label(row.start + n)) else text
            for n, text in enumerate(texts)
        ]
        return f"{row.name}: {', '.join(parts)}"

    def _label(self, place: int) -> str:
        return self._labels[place] if place < len(self._labels) else ""

    def _ink(self, row: int) -> QColor:
        return self._theme.color(INKS[len(self._rows) - 1][row])

    def _plot(self) -> QRectF:
        """Where the numbers are drawn: between the words above and those below."""
        px = self._theme.px
        above = px(TEXT_ROOM)
        below = px(LABEL_ROOM) if self._labels else px(12)
        if self._extent.low < 0:
            below += px(TEXT_ROOM)
        return QRectF(0, above, self.width(), max(1, self.height() - above - below))

    def _height_of(self, value: float, plot: QRectF) -> float:
        """How far down a value stands."""
        share = (value - self._extent.low) / (self._extent.high - self._extent.low)
        return plot.bottom() - share * plot.height()

    def _draw_text(self, painter: QPainter, spot: QPointF, words: str, ink: str, style: str) -> QRectF:
        """Write a word below a spot and around it, inside the chart; the answer is its place."""
        metrics = self._theme.metrics(style)
        width = metrics.horizontalAdvance(words)
        left = min(max(0.0, spot.x() - width / 2), max(0.0, self.width() - width))
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.color(ink))
        painter.drawText(QPointF(left, spot.y() + self._theme.baseline(style)), words)
        return QRectF(left, spot.y(), width, self._theme.line_height(style))

    def _take_theme(self) -> None:
        self.updateGeometry()
        self.update()
