"""Names with their values, and what those were before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_RADIUS, _HEAD, _ROW, _PAD, _LINE = 12, 33, 40, 16, 20
_FEW, _TIGHT_ROW = 4, 32
"""More rows than a few stand closer."""
_NAME_SHARE, _WAS_SHARE = 0.27, 0.3


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A name with its value."""

    name: str
    value: str
    was: str | None = None
    changed: bool = False

    def in_words(self) -> str:
        """The value as it is told: with what it was, where it changed."""
        if self.changed and self.was is not None:
            return tr("{name} is {value}, was {was}", name=self.name, value=self.value, was=self.was)
        return tr("{name} is {value}", name=self.name, value=self.value)


class ValueTable(QWidget):
    """One row a name; changed values are tinted and say what they were. Long values go on below.

    `rooms` are all rows that will ever be shown: the table keeps the height of the highest.
    """

    def __init__(
        self, theme: Theme, rooms: Sequence[Sequence[ValueRow]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rooms = tuple(
            {tuple((row.name, row.value) for row in rows): tuple(rows) for rows in rooms}.values()
        )
        self._most = max(map(len, rooms), default=0)
        self._rows: tuple[ValueRow, ...] = ()
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Values"))
        theme.changed.connect(self._take_theme)

    def show_rows(self, rows: Sequence[ValueRow]) -> None:
        """Show these values."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(row.in_words() for row in rows) or tr("No values yet"))
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), self._theme.px(200))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rows = max((sum(self._row_height(row, width) for row in rows) for rows in self._rooms), default=0)
            self._heights[width] = self._theme.px(_HEAD) + max(rows, self._theme.px(_ROW)) + 2
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        whole = QRectF(self.rect())
        draw_box(painter, whole, _RADIUS, theme.color("surface"), theme.color("line"), width=theme.border())
        inside = QPainterPath()
        edge = theme.border()
        inside.addRoundedRect(whole.adjusted(edge, edge, -edge, -edge), _RADIUS - edge, _RADIUS - edge)
        painter.setClipPath(inside)
        self._draw_head(painter)
        top = theme.px(_HEAD)
        for row in self._rows:
            height = self._row_height(row, self.width())
            self._draw_row(painter, row, QRectF(0, top, self.width(), height))
            top += height
        if not self._rows:
            self._write(
                painter,
                tr("No values yet"),
                "small",
                "text-3",
                QRectF(_PAD, top, whole.width(), theme.px(_ROW)),
            )

    def _draw_head(self, painter: QPainter) -> None:
        height = self._theme.px(_HEAD)
        for words, left in ((tr("Name"), _PAD), (tr("Value"), self._name_width(self.width()))):
            place = QRectF(left, 0, self.width() - left - _PAD, height)
            self._write(painter, words, "caption", "text-3", place)

    def _draw_row(self, painter: QPainter, row: ValueRow, place: QRectF) -> None:
        theme, width = self._theme, self.width()
        if row.changed:
            painter.fillRect(self._there(place), theme.color("accent-soft"))
        painter.fillRect(QRectF(0, place.top(), width, theme.border()), theme.color("line"))
        left = self._name_width(width)
        line = theme.px(_LINE)
        lines = self._value_lines(row, width)
        top = place.top() + (place.height() - line * len(lines)) / 2
        name = theme.metrics("code").elidedText(row.name, Qt.TextElideMode.ElideRight, int(left - _PAD - 8))
        self._write(painter, name, "code", "text", QRectF(_PAD, top, left - _PAD, line))
        for number, text in enumerate(lines):
            self._write(painter, text, "code", "text", QRectF(left, top + number * line, width - left, line))
        if row.changed:
            room = self._was_width(width)
            words = tr("new") if row.was is None else tr("was {value}", value=row.was)
            words = theme.metrics("small-strong").elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            spot = QRectF(width - _PAD - room, place.top(), room, place.height())
            self._write(painter, words, "small-strong", "accent", spot, end=True)

    def _write(
        self, painter: QPainter, words: str, style: str, ink: str, place: QRectF, *, end: bool = False
    ) -> None:
        """Write words in the middle of a place's height, from the side where reading begins."""
        there, theme = self._there(place), self._theme
        painter.setFont(theme.font(style))
        painter.setPen(theme.color(ink))
        metrics = theme.metrics(style)
        to_right = end != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = there.right() - metrics.horizontalAdvance(words) if to_right else there.left()
        down = (there.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        painter.drawText(QPointF(left, there.top() + down), words)

    def _there(self, place: QRectF) -> QRectF:
        """A place, mirrored where reading begins at the right."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRectF(self.width() - place.right(), place.top(), place.width(), place.height())
        return place

    def _name_width(self, width: int) -> int:
        return max(self._theme.px(72), round(width * _NAME_SHARE))

    def _was_width(self, width: int) -> int:
        return round((width - 2 * _PAD) * _WAS_SHARE)

    def _value_lines(self, row: ValueRow, width: int) -> list[str]:
        """A value in pieces that fit; what it was stands beside it."""
        room = width - self._name_width(width) - self._was_width(width) - _PAD - 8
        cells = max(4, room // max(1, self._theme.metrics("code").horizontalAdvance("0")))
        return _pieces(row.value, cells)

    def _row_height(self, row: ValueRow, width: int) -> int:
        lines = len(self._value_lines(row, width))
        return self._theme.px(_ROW if self._most <= _FEW else _TIGHT_ROW) + (lines - 1) * self._theme.px(
            _LINE
        )

    def _take_theme(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()


def _pieces(value: str, cells: int) -> list[str]:
    """A value in pieces of so many characters, cut behind a space where there is one."""
    found: list[str] = []
    while len(value) > cells:
        cut = value.rfind(" ", cells // 2, cells + 1)
        end = cut + 1 if cut > 0 else cells
        found.append(value[:end])
        value = value[end:]
    return [*found, value]
