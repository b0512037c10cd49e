"""One of several possibilities, as a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.level_bars import LEVELS, bars_extent, draw_bars
from desktop.ui.widgets.painted_button import PaintedButton

_DOT, _GAP, _PADDING, _NAME, _MARK = 18, 14, 14, 92, 16


class RadioRow(PaintedButton):
    """A radio button, its name, a few words about it, and at the end an icon or the bars of a level.

    Rows with the same parent exclude each other; arrow keys go from one to the next.
    """

    def __init__(
        self, theme: Theme, text: str, detail: str = "", mark: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, 8, parent)
        self._words, self._detail, self._mark = text, detail, mark
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
        )  # two lines where it is narrow
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)

    def sizeHint(self) -> QSize:
        name, detail = self._name_width(), self._detail_width()
        width = 2 * _PADDING + self._theme.px(_DOT) + _GAP + name
        width += (_GAP + detail if detail else 0) + (_GAP + self._theme.px(_DOT) if self._mark else 0)
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        words = max(self._advance("body-strong", self._words), self._detail_width())
        width = 2 * _PADDING + self._theme.px(_DOT) + _GAP + words
        return QSize(width + (_GAP + self._theme.px(_DOT) if self._mark else 0), self._theme.px(48))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        ground = mixed(NOTHING, theme.color("hover"), self._hover.value)
        if self.isChecked():
            ground = theme.color("accent-soft")
        frame = theme.color("accent") if theme.high_contrast and self.isChecked() else NOTHING
        draw_box(painter, QRectF(self.rect()), 8, ground, frame, width=2)
        self._draw_dot(painter)
        self._draw_words(painter)
        self._draw_mark(painter)

    def _draw_dot(self, painter: QPainter) -> None:
        theme, edge = self._theme, self._theme.px(_DOT)
        place = QRectF(self._from_start(_PADDING, edge), (self.height() - edge) / 2, edge, edge)
        if self.isChecked():
            draw_box(painter, place, edge / 2, theme.color("fill"))
            inset = 5.5 * theme.scale
            inner = place.adjusted(inset, inset, -inset, -inset)
            painter.setBrush(theme.color("on-fill"))
            painter.drawEllipse(inner)
        else:
            border = 1.5 * theme.border()
            draw_box(painter, place, edge / 2, theme.color("surface"), theme.color("control"), width=border)

    def _draw_words(self, painter: QPainter) -> None:
        theme, start = self._theme, _PADDING + self._theme.px(_DOT) + _GAP
        line = theme.line_height("body")
        stacked = self._stacked(self.width())
        lines = 2 if stacked else 1
        top = (self.height() - lines * line) // 2
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        parts = [("body-strong", "text", self._words, start, top)]
        if self._detail:
            beside = start + self._name_width() + _GAP
            place = (start, top + line) if stacked else (beside, top)
            parts.append(("body", "text-2", self._detail, *place))
        for style, color, text, x, y in parts:
            painter.setFont(theme.font(style))
            painter.setPen(theme.color(color))
            left = self._from_start(x, self._advance(style, text))
            painter.drawText(QPointF(left, y + theme.baseline(style)), text)

    def _draw_mark(self, painter: QPainter) -> None:
        """The bars of a level, or an icon, in a column at the end."""
        theme = self._theme
        column = self._from_start(self.width() - _PADDING - theme.px(_DOT), theme.px(_DOT))
        if self._mark in LEVELS:
            extent = bars_extent(theme)
            x = column + (theme.px(_DOT) - extent.width()) / 2
            corner = QPointF(x, (self.height() - extent.height()) / 2)
            draw_bars(painter, theme, self._mark, corner, rtl=self._rtl())
        elif self._mark:
            edge = theme.px(_MARK)
            corner = QPointF(column + (theme.px(_DOT) - edge) / 2, (self.height() - edge) / 2)
            draw_icon(painter, theme, self._mark, corner, theme.color("text-2"), size=_MARK)

    def _from_start(self, x: float, width: float) -> float:
        """The left edge of a thing `width` wide that stands `x` from where reading begins."""
        return self.width() - x - width if self._rtl() else x

    def _stacked(self, width: int) -> bool:
        return bool(self._detail) and width < self.sizeHint().width()

    def _height(self, width: int) -> int:
        beside = 2 * _PADDING + self._theme.px(_DOT) + _GAP + self._name_width() + _GAP + self._detail_width()
        beside += _GAP + self._theme.px(_DOT) if self._mark else 0
        stacked = bool(self._detail) and width < beside
        return 2 * self._theme.line_height("body") + 20 if stacked else self._theme.px(48)

    def _name_width(self) -> int:
        width = self._advance("body-strong", self._words)
        return max(width, self._theme.px(_NAME)) if self._detail else width

    def _detail_width(self) -> int:
        return self._advance("body", self._detail) if self._detail else 0

    def _advance(self, style: str, text: str) -> int:
        return self._theme.metrics(style).horizontalAdvance(text)
