"""A card with feedback, a hint or an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.markup import Block
from desktop.ui.boxes import draw_box
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel

Tone = Literal["wrong", "right", "hint", "plain"]
_RADIUS = 12
_UNBOUND = 16_777_215
# Icon and its colour, colour of the title, ground, border.
_TONES: dict[str, tuple[str, str, str, str, str]] = {
    "wrong": ("circle-x", "wrong", "wrong", "wrong-soft", "wrong-line"),
    "right": ("circle-check", "right", "right", "right-soft", "right-line"),
    "hint": ("lightbulb", "notice", "text", "surface", "line"),
    "plain": ("", "text-2", "text", "surface", "line"),
}


class Note(QFrame):
    """A title with an icon, a few words at its end, and blocks of text below."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        title: str,
        blocks: Sequence[Block],
        end: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._tone = theme, tone
        icon, icon_color, title_color, *_ = _TONES[tone]
        self._text = MarkupLabel(theme, blocks, "note")
        self._open = Tween(theme, self, 200, self._show_opening, value=1.0)
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        if icon:
            self._head.addWidget(Icon(theme, icon, color=icon_color), 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(Label(theme, title, "title", title_color, wrap=True), 1)
        if end:
            self._head.addWidget(Label(theme, end, "caption", "text-2"))
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        self._text.setVisible(bool(blocks))  # once it has a parent: else it would be a window for a moment
        self._column.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.set_compact(False)
        theme.changed.connect(self.update)

    def set_compact(self, compact: bool) -> None:
        """Take less room where notes are docked."""
        margins = (15, 11, 15, 13) if compact else (17, 15, 17, 17)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(2 if compact else 6)
        self._text.set_style("small" if compact else "note")

    def appear(self) -> None:
        """Open from nothing, in height (where a layout holds the note) and opacity."""
        if self._theme.ms(1) and self.isVisible():
            self._open.jump(0.0)
            self._open.to(1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        ground, border = _TONES[self._tone][3:]
        painter = QPainter(self)
        draw_box(
            painter,
            QRectF(self.rect()),
            _RADIUS,
            theme.color(ground),
            theme.color(border),
            width=theme.border(),
        )

    def _show_opening(self) -> None:
        """One step of the motion; the effect is taken off at its end, for it costs at each paint."""
        share = self._open.value
        if share >= 1.0:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]
            self.setMaximumHeight(_UNBOUND)
            return
        effect = self.graphicsEffect()
        if not isinstance(effect, QGraphicsOpacityEffect):
            effect = QGraphicsOpacityEffect(self)
            self.setGraphicsEffect(effect)
        effect.setOpacity(share)
        parent = self.parentWidget()
        if parent is not None and parent.layout() is not None:
            self.setMaximumHeight(max(1, round(self.heightForWidth(self.width()) * share)))
