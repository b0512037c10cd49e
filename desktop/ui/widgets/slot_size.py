"""How large the slots of a sheet are: all alike, so that size gives nothing away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.ui.theme import Theme

MOST_CHARACTERS = 40
EDGE, GAP, MARK, BADGE, LINE = 5, 6, 14, 16, 20
"""Room at either end, between the parts, and the design sizes of mark, badge and a line within a slot."""


@dataclass(frozen=True, slots=True)
class SlotSize:
    """The size that every slot of a sheet has, and of the parts in it."""

    width: float
    height: float
    badge: float
    text: float


def badge_font(theme: Theme) -> QFont:
    """The font of the number on a slot."""
    font = QFont(theme.font("key"))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def wrapped(
    text: str,
    font: QFont,
    width: float,
    step: float,
    *,
    rtl: bool = False,
    inks: Sequence[QTextLayout.FormatRange] = (),
) -> QTextLayout:
    """A text broken into lines no wider than `width`, `step` apart: at words where that is possible."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    if inks:
        layout.setFormats(inks)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width + 0.5)
        line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout


def slot_size(
    theme: Theme, texts: Iterable[tuple[str, QFont]], badges: Iterable[str], widest: float | None = None
) -> SlotSize:
    """The size that the longest of `texts` needs: at most 40 characters, and no wider than `widest`."""
    numbers = QFontMetricsF(badge_font(theme))
    badge = max([float(theme.px(BADGE)), *(numbers.horizontalAdvance(one) + 6 for one in badges)])
    frame = 2 * EDGE + badge + 2 * GAP + theme.px(MARK)
    most = MOST_CHARACTERS * QFontMetricsF(theme.font("code")).horizontalAdvance("0")
    if widest is not None:
        most = max(min(most, widest - frame - 2), float(theme.px(32)))
    all_texts = list(texts)
    natural = max((_advance(text, font) for text, font in all_texts), default=0.0)
    width = min(most, max(natural, float(theme.px(8))))
    step = theme.px(LINE)
    lines = max((wrapped(text, font, width, step).lineCount() for text, font in all_texts), default=1)
    return SlotSize(ceil(frame + width) + 1, theme.px(24) + (lines - 1) * step, badge, width)


def _advance(text: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(line) for line in text.split("\n"))
