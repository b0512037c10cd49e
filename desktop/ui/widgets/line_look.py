"""How a line looks that can be put into order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme

EDGE, GRIP, AFTER_GRIP, STEP = 9, 16, 10, 32
"""Room at either end, the grip, the room behind it, and one level of indentation."""
HEIGHT, LINE, RADIUS = 40, 20, 8
_MARK, _GAP = 16, 8


@dataclass(frozen=True, slots=True)
class LineFace:
    """What a row shows beside its text."""

    indent: int = 0
    mark: str = ""
    """"right", "wrong", or none."""
    words: str = ""
    """What is wrong, said beside the cross."""
    selected: bool = False
    gone: bool = False
    """It is being dragged: this is its place."""
    landing: bool = False
    """Its text is still on its way."""
    taken: int = 0
    """Pixels at the end that the tools lie over."""
    grip: bool = True

    @property
    def hides_text(self) -> bool:
        """Whether its text is elsewhere at the moment."""
        return self.gone or self.landing


def words_width(theme: Theme, words: str) -> int:
    """The room that a mark takes with its words."""
    said = QFontMetricsF(theme.font("small-strong")).horizontalAdvance(words)
    return round(theme.px(_MARK) + (_GAP + said if words else 0)) + _GAP


def tools_room(theme: Theme, tools: int) -> int:
    """The room that buttons take with a cross before them."""
    return tools + theme.px(_MARK) + 2 * _GAP


def draw_line(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    face: LineFace,
    text: QTextLayout | None,
    *,
    hover: float,
) -> None:
    """Paint a row; `hover` is how far it is hovered."""
    color, first = theme.color, theme.px(HEIGHT)
    _draw_frame(painter, theme, rect, face, hover)
    wrong = face.mark == "wrong"
    tint = "accent" if face.selected and not wrong else "wrong" if face.selected else "disabled"
    if face.grip:
        at = QPointF(rect.left() + EDGE, rect.top() + (first - theme.px(GRIP)) / 2)
        draw_icon(painter, theme, "grip-vertical", at, color(tint), size=GRIP)
    left = rect.left() + EDGE + theme.px(GRIP) + AFTER_GRIP
    _draw_guides(painter, theme, rect, face, left)
    left += face.indent * STEP
    if text is not None:
        painter.setPen(color("text"))
        text.draw(painter, QPointF(left, rect.top() + (first - theme.px(LINE)) / 2))
    if face.mark and not face.gone:
        used = text.lineAt(0).naturalTextWidth() if text is not None else 0.0
        _draw_mark(painter, theme, rect, face, left + used)


def _draw_frame(painter: QPainter, theme: Theme, rect: QRectF, face: LineFace, hover: float) -> None:
    color = theme.color
    ground, border, width = mixed(NOTHING, color("hover"), hover), NOTHING, 1
    if face.gone:
        ground, border = NOTHING, color("control")
    elif face.mark == "wrong":
        ground, border, width = color("wrong-soft"), color("wrong"), 2
    elif face.selected:
        ground, border, width = color("accent-soft"), color("accent"), 2
    draw_box(painter, rect, RADIUS, ground, border, width=theme.border(width), dashed=face.gone)


def _draw_guides(painter: QPainter, theme: Theme, rect: QRectF, face: LineFace, left: float) -> None:
    """A thin line for each level, which joins that of the row above."""
    if face.gone:
        return
    framed = face.selected or face.mark == "wrong"
    ink = "wrong-line" if face.mark == "wrong" else "accent-line" if face.selected else "line-strong"
    inset = theme.border(2) if framed else 0
    for level in range(face.indent):
        line = QRectF(left + level * STEP, rect.top() + inset, theme.border(), rect.height() - 2 * inset)
        draw_box(painter, line, 0, theme.color(ink))


def _draw_mark(painter: QPainter, theme: Theme, rect: QRectF, face: LineFace, text_end: float) -> None:
    """A tick, or a cross with its words; beside the tools the words give way where there is no room."""
    ink: QColor = theme.color(face.mark)
    end = rect.right() - EDGE - (face.taken + _GAP if face.taken else 4)
    words = face.words if not face.taken or end - words_width(theme, face.words) > text_end else ""
    said = QFontMetricsF(theme.font("small-strong")).horizontalAdvance(words)
    middle, mark = rect.top() + theme.px(HEIGHT) / 2, theme.px(_MARK)
    start = end - mark - (_GAP + said if words else 0)
    icon = "check" if face.mark == "right" else "x"
    draw_icon(painter, theme, icon, QPointF(start, middle - mark / 2), ink, size=_MARK)
    if words:
        painter.setPen(ink)
        painter.setFont(theme.font("small-strong"))
        room = QRectF(start + mark + _GAP, middle - mark, said + 1, 2 * mark)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, words)
