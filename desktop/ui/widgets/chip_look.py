"""How a chip looks, in the tray and in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QTextLayout

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_colours import ColourSpan
from desktop.ui.widgets.code_inks import inks
from desktop.ui.widgets.slot_size import MOST_CHARACTERS, wrapped

RADIUS = 8
LEFT, RIGHT, GAP, CAP, LEAST, HEIGHT, LINE = 9, 13, 10, 24, 124, 40, 20
SHADOW = QMargins(14, 8, 14, 20)
"""The room that the shadow takes around a dragged chip: as little as possible above it."""
_CROSS, _NOTE_GAP = 14, 4


@dataclass(frozen=True, slots=True)
class ChipState:
    """What a chip shows beside its letter and text."""

    used: bool = False
    """It stands in a blank."""
    tried: bool = False
    """It was checked and is wrong where the note says."""
    note: str = ""
    """Where it stands: "in 2"."""
    picked: bool = False
    """It was clicked and waits for a blank, or hangs on the pointer."""
    gone: bool = False
    """It is being dragged: this is its place."""


def text_width(theme: Theme, text: str, style: str) -> float:
    """The width of a chip's text in one line, at most 40 characters."""
    most = MOST_CHARACTERS * QFontMetricsF(theme.font("code")).horizontalAdvance("0")
    metrics = QFontMetricsF(theme.font(style))
    return min(most, max(metrics.horizontalAdvance(line) for line in text.split("\n")))


def note_width(theme: Theme, note: str) -> float:
    """The room of the longest note, with the cross of a tried chip."""
    return theme.px(_CROSS) + _NOTE_GAP + QFontMetricsF(theme.font("caption")).horizontalAdvance(note)


def frame_width(theme: Theme) -> int:
    """The width of a chip without its text and note."""
    return LEFT + theme.px(CAP) + GAP + RIGHT


def chip_text(
    theme: Theme, text: str, style: str, width: float, *, rtl: bool, colours: Sequence[ColourSpan] = ()
) -> QTextLayout:
    """A chip's text in lines no wider than `width`."""
    return wrapped(text, theme.font(style), width, theme.px(LINE), rtl=rtl, inks=inks(theme, colours))


def draw_chip(  # noqa: PLR0917 - a chip is made of just these
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    letter: str,
    text: QTextLayout,
    width: float,
    state: ChipState,
    *,
    hover: float = 0.0,
    rtl: bool = False,
) -> None:
    """Paint a chip; `width` is that of its text, `hover` how far it is hovered."""
    color = theme.color
    _draw_frame(painter, theme, rect, state, hover)
    cap = theme.px(CAP)
    box = QRectF(_from(rect, LEFT, cap, rtl=rtl), rect.top() + (theme.px(HEIGHT) - cap) / 2, cap, cap)
    plain = mixed(color("hover"), color("pressed"), hover)
    ground = color("fill") if state.picked else NOTHING if state.gone else plain
    draw_box(painter, box, 5, ground, color("text") if theme.high_contrast else NOTHING)
    faded = state.used or state.gone
    painter.setPen(color("on-fill") if state.picked else color("text-3" if faded else "text-2"))
    painter.setFont(theme.font("caption-strong"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    if state.gone:
        return
    painter.setPen(color("text-3" if state.used else "text"))
    left = _from(rect, LEFT + cap + GAP, width, rtl=rtl)
    text.draw(painter, QPointF(left, rect.top() + (theme.px(HEIGHT) - theme.px(LINE)) / 2))
    if state.note:
        _draw_note(painter, theme, rect, state, rtl=rtl)


def chip_pixmap(
    theme: Theme,
    letter: str,
    text: str,
    style: str,
    ratio: float,
    *,
    rtl: bool,
    colours: Sequence[ColourSpan] = (),
) -> QPixmap:
    """A chip in hand, with its shadow."""
    width = text_width(theme, text, style)
    lines = chip_text(theme, text, style, width, rtl=rtl, colours=colours)
    height = theme.px(HEIGHT) + (lines.lineCount() - 1) * theme.px(LINE)
    box = QRectF(SHADOW.left(), SHADOW.top(), frame_width(theme) + width, height)
    whole = box.marginsAdded(QMarginsF(SHADOW))
    pixmap = QPixmap(round(whole.width() * ratio), round(whole.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _draw_shadow(painter, theme, box)
    draw_chip(painter, theme, box, letter, lines, width, ChipState(picked=True), rtl=rtl)
    painter.end()
    return pixmap


def _draw_frame(painter: QPainter, theme: Theme, rect: QRectF, state: ChipState, hover: float) -> None:
    color = theme.color
    if state.picked:
        ground, border = color("surface"), color("accent")
    elif state.gone:
        ground, border = NOTHING, color("control")
    elif state.used:
        ground, border = mixed(NOTHING, color("hover"), hover), mixed(color("line"), color("control"), hover)
    else:
        ground = mixed(color("surface"), color("hover"), hover)
        border = mixed(color("line-strong"), color("control"), hover)
    draw_box(painter, rect, RADIUS, ground, border, width=theme.border(), dashed=state.gone)


def _draw_note(painter: QPainter, theme: Theme, rect: QRectF, state: ChipState, *, rtl: bool) -> None:
    font = theme.font("caption")
    words = QFontMetricsF(font).horizontalAdvance(state.note)
    painter.setFont(font)
    painter.setPen(theme.color("wrong" if state.tried else "text-3"))
    middle = rect.top() + theme.px(HEIGHT) / 2
    line = theme.line_height("caption")
    left = _from(rect, rect.width() - RIGHT - words, words, rtl=rtl)
    painter.drawText(QPointF(left, round(middle - line / 2) + theme.baseline("caption")), state.note)
    if state.tried:
        mark = theme.px(_CROSS)
        offset = rect.width() - RIGHT - words - _NOTE_GAP - mark
        at = QPointF(_from(rect, offset, mark, rtl=rtl), middle - mark / 2)
        draw_icon(painter, theme, "x", at, theme.color("wrong"), size=_CROSS)


def _draw_shadow(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """0 6 16 px at 16% (50% in dark), built up of rings: it is painted once."""
    steps = 16
    shade = QColor(Qt.GlobalColor.black)
    whole = 0.5 if theme.dark else 0.16
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade.setAlphaF(1 - (1 - whole) ** (1 / steps))
    painter.setBrush(shade)
    for step in range(steps):
        spread = 12 - step * 1.5
        grown = box.adjusted(-spread, -spread, spread, spread).translated(0, 6)
        radius = max(2.0, RADIUS + spread)
        painter.drawRoundedRect(grown, radius, radius)


def _from(rect: QRectF, offset: float, width: float, *, rtl: bool) -> float:
    """The left edge of a part that begins `offset` from where reading begins."""
    return rect.right() - offset - width if rtl else rect.left() + offset
