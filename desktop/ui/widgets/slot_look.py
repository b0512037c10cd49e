"""How a slot looks in each of its states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.slot_size import BADGE, EDGE, GAP, MARK, SlotSize, badge_font

RADIUS = 6


class SlotState(StrEnum):
    """The states of a slot."""

    EMPTY = "empty"
    HOVER = "hover"
    ACTIVE = "active"
    FILLED = "filled"
    TARGET = "target"
    TWIN = "twin"
    OPEN = "open"
    WRONG = "wrong"
    RIGHT = "right"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class SlotLook:
    """Border, ground, badge and ink of a state, as tokens of the theme."""

    border: str
    ground: str
    badge: str
    badge_ink: str
    width: int = 1
    dashed: bool = False
    ink: str = "text"
    mark: str = ""
    mark_ink: str = ""


LOOKS = {
    SlotState.EMPTY: SlotLook("control", "surface", "hover", "text-2", dashed=True),
    SlotState.HOVER: SlotLook("text-2", "hover", "pressed", "text-2"),
    SlotState.ACTIVE: SlotLook("accent", "accent-soft", "fill", "on-fill", 2),
    SlotState.FILLED: SlotLook("control", "surface", "hover", "text-2"),
    SlotState.TARGET: SlotLook("accent", "accent-soft", "fill", "on-fill", 2, ink="accent"),
    SlotState.TWIN: SlotLook("accent", "accent-soft", "fill", "on-fill", ink="accent"),
    SlotState.OPEN: SlotLook("accent", "surface", "hover", "text-2", dashed=True),
    SlotState.WRONG: SlotLook(
        "wrong", "wrong-soft", "wrong", "surface", 2, ink="wrong", mark="x", mark_ink="wrong"
    ),
    SlotState.RIGHT: SlotLook("right", "right-soft", "right", "surface", mark="check", mark_ink="right"),
    SlotState.DISABLED: SlotLook("line", "hover", "hover", "disabled", ink="disabled"),
}


def draw_slot(  # noqa: PLR0917 - a slot is made of just these
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    size: SlotSize,
    badge: str,
    state: SlotState,
    text: QTextLayout | None,
    *,
    rtl: bool = False,
) -> None:
    """Paint a slot: number badge, text, mark."""
    look = LOOKS[state]
    color = theme.color
    draw_box(
        painter,
        rect,
        RADIUS,
        color(look.ground),
        color(look.border),
        width=theme.border(look.width),
        dashed=look.dashed,
    )
    first = theme.px(24)
    edge = theme.px(BADGE)
    box = QRectF(_from(rect, EDGE, size.badge, rtl=rtl), rect.top() + (first - edge) / 2, size.badge, edge)
    draw_box(painter, box, 4, color(look.badge), color("text") if theme.high_contrast else NOTHING)
    painter.setFont(badge_font(theme))
    painter.setPen(color(look.badge_ink))
    painter.drawText(box, 0x84, badge)  # AlignCenter
    if text is not None:
        painter.setPen(color(look.ink))
        left = _from(rect, EDGE + size.badge + GAP, size.text, rtl=rtl)
        text.draw(painter, QPointF(left, rect.top() + (first - theme.px(20)) / 2))
    if look.mark:
        mark = theme.px(MARK)
        at = QPointF(_from(rect, rect.width() - EDGE - mark, mark, rtl=rtl), rect.top() + (first - mark) / 2)
        draw_icon(painter, theme, look.mark, at, color(look.mark_ink), size=MARK)


def _from(rect: QRectF, offset: float, width: float, *, rtl: bool) -> float:
    """The left edge of a part that begins `offset` from where reading begins."""
    return rect.right() - offset - width if rtl else rect.left() + offset
