"""Where everything of a snippet stands: its lines, and the slots in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.ui.theme import Theme
from desktop.ui.widgets.slot_size import LINE, MOST_CHARACTERS, SlotSize
from desktop.ui.widgets.snippet import Gap, SnippetLine

MARGIN = 1  # beside every slot
_STAND_IN = "_"  # a slot is laid out as one character of its width, so that Qt wraps and mirrors it
_PROSE_LINE, _PARAGRAPH, _INDENT = 32, 8, 24


@dataclass(frozen=True, slots=True)
class Place:
    """One slot on the sheet."""

    index: int
    number: int
    line: int
    """The line it stands in, counted from 1."""
    rect: QRectF


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line as it is seen."""

    number: int
    top: float
    height: float
    layout: QTextLayout
    at: QPointF
    """Where the layout is drawn."""
    row: int
    """The line of the layout; a wrapped paragraph shares one layout among its lines."""
    bullet: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A snippet laid out."""

    lines: tuple[SheetLine, ...]
    places: tuple[Place, ...]
    width: float
    height: float
    tops: tuple[float, ...] = field(default=())

    def lines_between(self, top: float, bottom: float) -> Sequence[SheetLine]:
        """The lines that show between two heights."""
        first = max(0, bisect_right(self.tops, top) - 1)
        last = bisect_right(self.tops, bottom)
        return self.lines[first:last]

    def place_at(self, point: QPointF, reach: float = 0.0) -> Place | None:
        """The slot at a point, or one no further than `reach` above or below it."""
        for line in self.lines_between(point.y() - reach, point.y() + reach):
            for place in line.places:
                if place.rect.adjusted(-MARGIN, -reach, MARGIN, reach).contains(point):
                    return place
        return None


class SheetMaker:
    """Lays lines out one below the other."""

    def __init__(self, theme: Theme, size: SlotSize, *, compact: bool, mirrored: bool) -> None:
        self._theme, self._size, self._mirrored = theme, size, mirrored
        self._code_line = theme.px(25 if compact else 28)
        self._prose_line = theme.px(28 if compact else _PROSE_LINE)
        self._lines: list[SheetLine] = []
        self._places: list[Place] = []
        self._top = 0.0
        self._width = 0.0
        self._fonts: dict[tuple[str, bool], QTextCharFormat] = {}

    def sheet(self, lines: Sequence[SnippetLine], width: float, padding: float) -> Sheet:
        """All lines; prose wraps at `width`. `padding` stands above and below."""
        self._top = padding
        for line in lines:
            self._add(line, width)
        return Sheet(
            tuple(self._lines),
            tuple(self._places),
            self._width,
            self._top + padding,
            tuple(line.top for line in self._lines),
        )

    def _add(self, line: SnippetLine, width: float) -> None:
        layout, gaps = self._laid_out(line)
        indent = self._theme.px(_INDENT) if line.bullet else 0
        left = 0.0 if self._mirrored else float(indent)
        layout.beginLayout()
        row = 0
        while (text := layout.createLine()).isValid():
            text.setLineWidth(max(width - indent, 1.0) if line.prose else 1e6)
            start = text.textStart()
            inside = [(at, gap) for at, gap in gaps if start <= at < start + text.textLength()]
            step = self._prose_line if line.prose else self._code_line
            height = step + max((self._extent(gap).height() for _, gap in inside), default=0.0)
            height -= self._theme.px(24) if inside else 0
            text.setPosition(QPointF(0, self._top + (step - text.height()) / 2))
            number = len(self._lines) + 1
            slot_top = self._top + (step - self._theme.px(24)) / 2
            places: list[Place] = []
            for at, gap in inside:
                # The edges of a character that is read from right to left come in the other order.
                edges = sorted((x_in(text, at), x_in(text, at + 1)))
                box = QRectF(QPointF(left + edges[0] + MARGIN, slot_top), self._extent(gap))
                places.append(Place(len(self._places) + len(places), gap.number, number, box))
            self._places.extend(places)
            bullet = line.bullet if row == 0 else ""
            self._lines.append(
                SheetLine(number, self._top, height, layout, QPointF(left, 0), row, bullet, tuple(places))
            )
            self._width = max(self._width, width if line.prose else text.naturalTextWidth())
            self._top += height
            row += 1
        layout.endLayout()
        if line.after:
            self._top += _PARAGRAPH

    def _laid_out(self, line: SnippetLine) -> tuple[QTextLayout, list[tuple[int, Gap]]]:
        """The text of a line with its looks, and where its gaps stand."""
        text = ""
        gaps: list[tuple[int, Gap]] = []
        looks: list[QTextLayout.FormatRange] = []
        for part in line.parts:
            if isinstance(part, Gap):
                gaps.append((len(text), part))
                piece, style = _STAND_IN, self._gap_format(part, line.prose)
            else:
                piece, style = part.text, self._format(part.look, line.prose)
            if piece:
                run = QTextLayout.FormatRange()
                run.start, run.length, run.format = len(text), len(piece), style
                looks.append(run)
            text += piece
        layout = QTextLayout(text, self._theme.font("read" if line.prose else "code"))
        option = QTextOption()
        if line.prose:
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setWrapMode(QTextOption.WrapMode.ManualWrap)
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            cell = QFontMetricsF(self._theme.font("code")).horizontalAdvance(" ")
            option.setTabStopDistance(cell * 4)
        layout.setTextOption(option)
        layout.setFormats(looks)
        layout.setCacheEnabled(True)
        return layout, gaps

    def _extent(self, gap: Gap) -> QSizeF:
        """The size of a slot."""
        if gap.rows == 1:
            return QSizeF(self._size.width, self._size.height)
        cell = QFontMetricsF(self._theme.font("code")).horizontalAdvance("0")
        width = self._size.width - self._size.text + max(self._size.text, MOST_CHARACTERS * cell)
        return QSizeF(width, self._size.height + (gap.rows - 1) * self._theme.px(LINE))

    def _format(self, look: str, prose: bool) -> QTextCharFormat:
        if (look, prose) not in self._fonts:
            self._fonts[look, prose] = self._make_format(look, prose)
        return self._fonts[look, prose]

    def _gap_format(self, gap: Gap, prose: bool) -> QTextCharFormat:
        """The look of the character that stands for a slot: unseen, and as wide."""
        key = (f"gap of {gap.rows}", prose)
        if key not in self._fonts:
            font = QFont(self._theme.font("read" if prose else "code"))
            color = QColor(self._theme.color("text"))
            color.setAlpha(0)
            spare = self._extent(gap).width() + 2 * MARGIN - QFontMetricsF(font).horizontalAdvance(_STAND_IN)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spare)
            self._fonts[key] = QTextCharFormat()
            self._fonts[key].setFont(font)
            self._fonts[key].setForeground(QBrush(color))
        return self._fonts[key]

    def _make_format(self, look: str, prose: bool) -> QTextCharFormat:
        theme = self._theme
        font = QFont(theme.font("read" if prose else "code"))
        color = QColor(theme.color("text"))
        if look in {"kw", "st", "nu", "co", "fn"}:
            color = theme.color(look)
            font.setItalic(look == "co")
        elif look == "code":
            font = QFont(theme.font("code"))
        elif look == "strong":
            font.setWeight(QFont.Weight.DemiBold)
        elif look == "emphasis":
            font.setItalic(True)
        style = QTextCharFormat()
        style.setFont(font)
        style.setForeground(QBrush(color))
        return style


def x_in(line: object, at: int) -> float:
    """Where a character of a text begins in its line."""
    found = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
