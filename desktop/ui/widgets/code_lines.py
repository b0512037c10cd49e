"""The lines of a snippet, with their numbers and colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.code_colours import ColourSpan, colour_spans
from desktop.ui.widgets.scroll_thumb import ROOM, ScrollThumb

_PAD, _GUTTER, _AFTER_NUMBER, _END, _EDGE = 12, 48, 20, 16, 3
_LONG = 1_000  # characters; of a longer line only what is in view is laid out


class CodeLines(QWidget):
    """Paints code from left to right in every language; long lines scroll sideways, Ctrl+C copies all."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        language: str,
        *,
        tight: bool,
        first_line: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first_line
        self._theme, self._style = theme, "code-tight" if tight else "code"
        self._text = text.expandtabs(4).rstrip("\n")
        self._lines = self._text.split("\n")
        self._language = language
        self._spans: list[list[ColourSpan]] | None = None
        self._layouts: dict[int, QTextLayout] = {}
        self._now = self._bad = 0
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.hide()
        self._bar.setSingleStep(24)
        self._bar.valueChanged.connect(self.update)
        self._thumb = ScrollThumb(theme, self._bar, self)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 10)
        self.setProperty("ring_gap", -2)
        theme.changed.connect(self._take_theme)

    def set_marks(self, now: int, bad: int) -> None:
        """Mark the line that has just run and the one with the error; lines count from 1, 0 is none."""
        self._now, self._bad = now, bad
        self.update()

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text.expandtabs(4).rstrip("\n")
        self._lines, self._spans = self._text.split("\n"), None
        self._take_theme()

    def place_of_line(self, line: int) -> QRect:
        """Where a line stands; lines count from the first that is shown."""
        step = self._theme.line_height(self._style)
        return QRect(0, _PAD + (line - self._first) * step, self.width(), step)

    def sizeHint(self) -> QSize:
        return QSize(self._gutter() + self._longest() + _END, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._gutter() + self._theme.px(80), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._text)
        elif event.key() in steps and self._bar.maximum() > 0:
            step = self._bar.singleStep() * steps[Qt.Key(event.key())]
            self._bar.setValue(self._bar.value() + step)
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
        step = self._theme.line_height(self._style)
        first = max(0, (event.rect().top() - _PAD) // step)
        last = min(len(self._lines), (event.rect().bottom() - _PAD) // step + 1)
        for index in range(first, last):
            self._draw_mark(painter, index, _PAD + index * step)
        self._draw_numbers(painter, first, last)
        gutter = self._gutter()
        painter.setClipRect(QRect(gutter, 0, self.width() - gutter, self.height()))
        painter.setPen(self._theme.color("text"))
        for index in range(first, last):
            self._draw_line(painter, index, _PAD + index * step)

    def _draw_mark(self, painter: QPainter, index: int, top: int) -> None:
        """The ground and the edge of a marked line."""
        ground, edge = self._mark(index + self._first)
        step = self._theme.line_height(self._style)
        if ground:
            painter.fillRect(0, top, self.width(), step, self._theme.color(ground))
        if edge:
            painter.fillRect(0, top, _EDGE, step, self._theme.color(edge))

    def _mark(self, number: int) -> tuple[str, str]:
        """Ground and edge of a line, which is the colour of its number too; empty where it has none."""
        if number == self._bad:
            return "wrong-soft", "wrong"
        return ("accent-soft", "accent") if number == self._now else ("", "")

    def _draw_numbers(self, painter: QPainter, first: int, last: int) -> None:
        theme, step = self._theme, self._theme.line_height(self._style)
        right = self._gutter() - _AFTER_NUMBER
        quiet, loud = theme.font("code-number"), QFont(theme.font("code-number"))
        loud.setWeight(QFont.Weight.Medium)
        for index in range(first, last):
            number = index + self._first
            ink = self._mark(number)[1] or "text-3"
            painter.setFont(quiet if ink == "text-3" else loud)
            painter.setPen(theme.color(ink))
            place = QRect(0, _PAD + index * step, right, step)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def _draw_line(self, painter: QPainter, index: int, top: int) -> None:
        left = self._gutter() - self._bar.value()
        if len(self._lines[index]) <= _LONG:
            self._layout(index).draw(painter, QPointF(left, top))
            return
        cell = self._theme.metrics(self._style).horizontalAdvance("0") or 1
        start = max(0, self._bar.value() // cell - 1)
        part = self._lines[index][start : start + self.width() // cell + 3]
        painter.setFont(self._theme.font(self._style))
        painter.drawText(QPointF(left + start * cell, top + self._theme.baseline(self._style)), part)

    def _layout(self, index: int) -> QTextLayout:
        """One line with its colours, laid out when it is first seen."""
        if index not in self._layouts:
            layout = QTextLayout(self._lines[index], self._theme.font(self._style))
            layout.setFormats([self._format(span) for span in self._spans_of(index)])
            layout.beginLayout()
            line = layout.createLine()
            if line.isValid():
                line.setLineWidth(1_000_000)
                line.setPosition(QPointF(0, self._theme.baseline(self._style) - line.ascent()))
            layout.endLayout()
            self._layouts[index] = layout
        return self._layouts[index]

    def _format(self, span: ColourSpan) -> QTextLayout.FormatRange:
        piece, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setForeground(self._theme.color(span.token))
        look.setFontItalic(span.token == "co")  # noqa: S105 -- a colour, not a password
        piece.start, piece.length, piece.format = span.start, span.length, look
        return piece

    def _spans_of(self, index: int) -> list[ColourSpan]:
        if self._spans is None:
            self._spans = spans_by_line(self._lines, colour_spans(self._text, self._language))
        return self._spans[index]

    def _gutter(self) -> int:
        digits = len(str(self._first + len(self._lines) - 1))
        number = self._theme.metrics("code-number").horizontalAdvance("0" * digits)
        return max(_GUTTER, number + 8 + _AFTER_NUMBER)

    def _longest(self) -> int:
        longest = max(self._lines, key=len)
        metrics = self._theme.metrics(self._style)
        if len(longest) > _LONG:
            return metrics.horizontalAdvance("0") * len(longest)
        return metrics.horizontalAdvance(longest)

    def _height(self) -> int:
        return 2 * _PAD + len(self._lines) * self._theme.line_height(self._style)

    def _take_width(self) -> None:
        room = self.width() - self._gutter() - _END
        self._bar.setRange(0, max(0, self._longest() - room))
        self._bar.setPageStep(max(1, room))
        self._thumb.setGeometry(self._gutter() - 4, self.height() - ROOM, max(0, room), ROOM)

    def _take_theme(self) -> None:
        self._layouts.clear()
        self._take_width()
        self.updateGeometry()
        self.update()


def spans_by_line(lines: list[str], spans: tuple[ColourSpan, ...]) -> list[list[ColourSpan]]:
    """The spans of a whole text cut at the ends of its lines, counted from the start of each."""
    cut: list[list[ColourSpan]] = [[] for _ in lines]
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    index = 0
    for span in spans:
        while index + 1 < len(lines) and starts[index + 1] <= span.start:
            index += 1
        row, start, end = index, span.start, span.start + span.length
        while start < end and row < len(lines):
            stop = min(end, starts[row] + len(lines[row]))
            if stop > start:
                cut[row].append(ColourSpan(start - starts[row], stop - start, span.token))
            row += 1
            start = starts[row] if row < len(lines) else end
    return cut
