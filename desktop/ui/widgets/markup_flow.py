"""Lays out the blocks of a lesson text line by line and paints them; a widget lends it the place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.domain.markup import Block, Bullets, CodeBlock, Numbered, Paragraph, Span, Spans, block_text
from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme

_CODE_SIZE = 0.93  # code in a sentence, as a part of the size around it
_PAD_X, _PAD_Y, _BOX_RADIUS = 12, 8, 8


def units(text: str) -> int:
    """The length of `text` as Qt counts it, in UTF-16 code units. Places in a flow are counted so too."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Piece:
    """One laid-out run of lines: a paragraph, an item or a block of code."""

    layout: QTextLayout
    at: QPointF
    start: int  # where its text begins in the plain text of the whole
    marker: str = ""
    box: QRectF | None = None


class MarkupFlow:
    """Blocks in one type style with fixed line heights. Call `lay_out` before the others."""

    def __init__(self, theme: Theme, blocks: Sequence[Block], style: str) -> None:
        self._theme, self._style = theme, style
        self.blocks = tuple(blocks)
        self.text = "\n".join(block_text(block) for block in self.blocks)
        self.height = 0
        self._width = self._natural = -1
        self._rtl = False
        self._pieces: list[_Piece] = []

    def set_style(self, style: str) -> None:
        """Take another type style."""
        self._style = style
        self.forget()

    def forget(self) -> None:
        """Lay out again when asked next: the theme has changed."""
        self._width = self._natural = -1

    def lay_out(self, width: int, rtl: bool = False) -> int:
        """Break the lines for `width` and return the height they need."""
        if (width, rtl) != (self._width, self._rtl):
            self._width, self._rtl = width, rtl
            self._pieces, self.height = [], 0
            start = 0
            for index, block in enumerate(self.blocks):
                if index:
                    self.height += self._gap()
                start = self._add_block(block, start)
        return self.height

    def natural_width(self) -> int:
        """The width of the longest paragraph on one line."""
        if self._natural < 0:
            probe = MarkupFlow(self._theme, self.blocks, self._style)
            probe.lay_out(100_000)
            self._natural = round(max((self._reach(piece) for piece in probe._pieces), default=0)) + 1
        return self._natural

    def draw(
        self, painter: QPainter, origin: QPointF, ink: QColor, selection: tuple[int, int] = (0, 0)
    ) -> None:
        """Paint at `origin` in the colour `ink`; `selection` is a range of the plain text."""
        color = self._theme.color
        for piece in self._pieces:
            if piece.box is not None:
                box = piece.box.translated(origin)
                draw_box(
                    painter, box, _BOX_RADIUS, color("sunken"), color("line"), width=self._theme.border()
                )
            painter.setPen(ink)
            if piece.marker:
                self._draw_marker(painter, piece, origin)
            piece.layout.draw(painter, origin + piece.at, self._selected(piece, selection))

    def hit(self, point: QPointF) -> int:
        """The place in the plain text nearest to `point`."""
        best = 0
        for piece in self._pieces:
            inner = point - piece.at
            if inner.y() < 0:
                break
            layout = piece.layout
            best = piece.start + units(layout.text())
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if inner.y() < (number + 1) * self._line_height(piece):
                    return piece.start + int(line.xToCursor(inner.x()))
        return best

    def part(self, start: int, end: int) -> str:
        """The plain text between two places."""
        return self.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")

    def word_at(self, place: int) -> tuple[int, int]:
        """Where the word around `place` begins and ends."""
        before, after = self.part(0, place), self.part(place, units(self.text))
        head = re.split(r"\s", before)[-1]
        tail = re.split(r"\s", after, maxsplit=1)[0]
        return place - units(head), place + units(tail)

    def _add_block(self, block: Block, start: int) -> int:
        """Lay out one block below the others; returns where the next one starts in the text."""
        match block:
            case Paragraph(spans):
                return self._add_spans(spans, start)
            case Bullets(items):
                return self._add_items(items, ("•" for _ in items), start)
            case Numbered(items):
                return self._add_items(items, (f"{n}." for n in range(1, len(items) + 1)), start)
            case CodeBlock(text):
                return self._add_code(text, start)

    def _add_items(self, items: Sequence[Spans], markers: Iterable[str], start: int) -> int:
        for index, (spans, marker) in enumerate(zip(items, markers, strict=True)):
            self.height += 4 if index else 0
            start = self._add_spans(spans, start, marker)
        return start

    def _add_spans(self, spans: Spans, start: int, marker: str = "") -> int:
        text = "".join(span.text for span in spans)
        indent = self._theme.px(20) if marker else 0
        layout = QTextLayout(text.replace("\n", "\u2028"), self._theme.font(self._style))
        code = self._style.startswith("code")  # code is read from the left in every language
        mirrored = self._rtl and not code
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        auto, left = Qt.LayoutDirection.LayoutDirectionAuto, Qt.LayoutDirection.LeftToRight
        option.setTextDirection(left if code else auto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(spans))
        height = self._break(layout, self._width - indent, self._style)
        at = QPointF(0 if self._rtl else indent, self.height)
        self._pieces.append(_Piece(layout, at, start, marker))
        self.height += height
        return start + units(text) + 1

    def _add_code(self, text: str, start: int) -> int:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._theme.font("code-tight"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        whole = QTextLayout.FormatRange()
        whole.start, whole.length, whole.format = 0, units(text), QTextCharFormat()
        whole.format.setForeground(self._theme.color("text"))
        layout.setFormats([whole])
        height = self._break(layout, self._width - 2 * _PAD_X, "code-tight") + 2 * _PAD_Y
        box = QRectF(0, self.height, self._width, height)
        self._pieces.append(_Piece(layout, QPointF(_PAD_X, self.height + _PAD_Y), start, "", box))
        self.height += height
        return start + units(text) + 1

    def _break(self, layout: QTextLayout, width: int, style: str) -> int:
        """Break `layout` into lines that all stand on the baseline of `style`."""
        step, first = self._theme.line_height(style), self._theme.baseline(style)
        count = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, count * step + first - line.ascent()))
            count += 1
        layout.endLayout()
        return max(count, 1) * step

    def _formats(self, spans: Spans) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for span in spans:
            if span.look != "plain":
                piece = QTextLayout.FormatRange()
                piece.start, piece.length, piece.format = start, units(span.text), self._format(span)
                ranges.append(piece)
            start += units(span.text)
        return ranges

    def _format(self, span: Span) -> QTextCharFormat:
        look = QTextCharFormat()
        base = QFont(self._theme.font(self._style))
        if span.look == "code":
            mono = QFont(self._theme.font("code"))
            mono.setPixelSize(max(1, round(base.pixelSize() * _CODE_SIZE)))
            look.setFont(mono)
            look.setForeground(self._theme.color("text"))
        elif span.look == "strong":
            base.setWeight(QFont.Weight.DemiBold)
            look.setFont(base)
            look.setForeground(self._theme.color("text"))
        else:
            base.setItalic(True)
            look.setFont(base)
        return look

    def _draw_marker(self, painter: QPainter, piece: _Piece, origin: QPointF) -> None:
        """The bullet or number of an item, at the side where reading begins."""
        painter.setFont(self._theme.font(self._style))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        width = self._theme.metrics(self._style).horizontalAdvance(piece.marker)
        indent = self._theme.px(20)
        x = self._width - (indent - width) / 2 - width if self._rtl else max(0.0, (indent - width) / 2 - 2)
        spot = QPointF(x, piece.at.y() + self._theme.baseline(self._style))
        painter.drawText(origin + spot, piece.marker)

    def _selected(self, piece: _Piece, selection: tuple[int, int]) -> list[QTextLayout.FormatRange]:
        start = max(selection[0] - piece.start, 0)
        end = min(selection[1] - piece.start, units(piece.layout.text()))
        if end <= start:
            return []
        mark = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(self._theme.color("accent-tint"))
        mark.start, mark.length, mark.format = start, end - start, look
        return [mark]

    def _line_height(self, piece: _Piece) -> int:
        return self._theme.line_height("code-tight" if piece.box is not None else self._style)

    def _gap(self) -> int:
        return 12 if self._style == "read" else 6

    @staticmethod
    def _reach(piece: _Piece) -> float:
        edge = 2.0 * _PAD_X if piece.box is not None else piece.at.x()
        lines = range(piece.layout.lineCount())
        return edge + max((piece.layout.lineAt(n).naturalTextWidth() for n in lines), default=0.0)
