"""One option of a choice task."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.markup import Block, Paragraph, Span
from desktop.ui.boxes import draw_box
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.fade import Fade
from desktop.ui.widgets.markup_flow import MarkupFlow
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

State = Literal["idle", "chosen", "right", "wrong", "rest"]
_LEFT, _CAP, _GAP, _RIGHT, _MARK, _MARK_GAP = 11, 24, 12, 17, 16, 6
# Ground, border, ground of the letter, letter, text.
_LOOKS: dict[str, tuple[str, str, str, str, str]] = {
    "idle": ("surface", "line-strong", "hover", "text-2", "text"),
    "hover": ("hover", "control", "pressed", "text-2", "text"),
    "chosen": ("accent-soft", "accent", "fill", "on-fill", "text"),
    "right": ("right-soft", "right", "right", "surface", "text"),
    "wrong": ("wrong-soft", "wrong", "wrong", "surface", "text"),
    "rest": ("", "line", "hover", "text-2", "text-2"),
}
_CHECKED = ("right", "wrong", "rest")


class ChoiceRow(PaintedButton):
    """A letter, a text and, once checked, a mark in words. `picked` says that the learner pressed it.

    A radio button to a screen reader, or a check box where several options may be right. After the
    check it can still be read, but no longer be pressed.
    """

    picked = Signal()
    enter_presses = False  # Enter checks the answer; the space bar and the letter choose

    def __init__(
        self,
        theme: Theme,
        letter: str,
        text: Sequence[Block] | str,
        *,
        code: bool = False,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, 8, parent)
        blocks = (Paragraph((Span(text),)),) if isinstance(text, str) else text
        self._letter, self._state, self._words = letter, "idle", ""
        self._flow = MarkupFlow(theme, blocks, "code-tight" if code else "body")
        self._fade = Fade(theme, self, _LOOKS["idle"])
        self._hovered = False
        self.setCheckable(True)
        self.setAutoExclusive(not several)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_name()
        self.clicked.connect(self._press)
        self.toggled.connect(self._show_look)

    @property
    def state(self) -> str:
        """The state that is shown."""
        return "chosen" if self._state == "idle" and self.isChecked() else self._state

    def set_state(self, state: State, words: str = "") -> None:
        """Show a state; `words` stand at the end of a right or wrong row ("Right answer")."""
        if state in ("idle", "chosen"):
            self._state = "idle"
            self._check(state == "chosen")
        else:
            self._state = state
        usual = {"right": tr("Right answer"), "wrong": tr("Your answer")}.get(state, "")
        self._words = words or usual
        self.setCursor(Qt.CursorShape.ArrowCursor if state in _CHECKED else Qt.CursorShape.PointingHandCursor)
        self._say_name()
        self._show_look()

    def sizeHint(self) -> QSize:
        mark = self._theme.px(_MARK) + _GAP + self._usual_words_width() + _MARK_GAP
        width = self._before() + self._flow.natural_width() + mark + _RIGHT
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._before() + self._theme.px(80) + _RIGHT, self._theme.px(44))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._flow.lay_out(self._text_width(width), self._rtl())
        spare = self._theme.px(44) - self._theme.line_height("body")
        return max(self._theme.px(44), text + spare)

    def nextCheckState(self) -> None:
        if self._state == "idle":
            super().nextCheckState()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self._show_look()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self._show_look()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        ground, border, cap_ground, cap_ink, ink = self._fade.colors()
        heavy = 2 if self.state in ("chosen", "right", "wrong") else 1
        draw_box(painter, QRectF(self.rect()), 8, ground, border, width=theme.border(heavy))
        edge = theme.px(_CAP)
        left = self.width() - _LEFT - edge if self._rtl() else _LEFT
        cap = QRectF(left, (self.height() - edge) / 2, edge, edge)
        draw_box(painter, cap, 5, cap_ground)
        painter.setPen(cap_ink)
        painter.setFont(theme.font("caption-strong"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._letter)
        width = self._text_width(self.width())
        height = self._flow.lay_out(width, self._rtl())
        x = self.width() - self._before() - width if self._rtl() else self._before()
        self._flow.draw(painter, QPointF(x, (self.height() - height) // 2), ink)
        if self.state in ("right", "wrong"):
            self._draw_mark(painter)

    def _draw_mark(self, painter: QPainter) -> None:
        """Tick or cross and the words, at the end of the row."""
        theme, ink = self._theme, self._theme.color(self.state)
        edge = theme.px(_MARK)
        advance = self._words_width() if self._has_room() else 0
        room = edge + (_MARK_GAP + advance if advance else 0)
        start = _RIGHT if self._rtl() else self.width() - _RIGHT - room
        icon_x = start + room - edge if self._rtl() else start
        icon = "check" if self.state == "right" else "x"
        draw_icon(painter, theme, icon, QPointF(icon_x, (self.height() - edge) / 2), ink, size=_MARK)
        if advance:
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            painter.setFont(theme.font("small-strong"))
            painter.setPen(ink)
            top = (self.height() - theme.line_height("small-strong")) // 2
            x = start if self._rtl() else start + edge + _MARK_GAP
            painter.drawText(QPointF(x, top + theme.baseline("small-strong")), self._words)

    def _press(self) -> None:
        if self._state == "idle":
            self.picked.emit()

    def _check(self, checked: bool) -> None:
        """Check or not; a lone exclusive button would refuse to be unchecked."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(exclusive)

    def _show_look(self) -> None:
        state = self.state
        self._fade.to(_LOOKS["hover" if state == "idle" and self._hovered else state])
        self.update()

    def _say_name(self) -> None:
        values = {"letter": self._letter, "text": self._flow.text, "words": self._words.lower()}
        name = tr("{letter}, {text}, {words}", **values) if self._words else tr("{letter}, {text}", **values)
        self.setAccessibleName(name)

    def _before(self) -> int:
        return _LEFT + self._theme.px(_CAP) + _GAP

    def _text_width(self, width: int) -> int:
        """The room of the text; the mark has its own from the start, so that nothing moves at the check."""
        room = width - self._before() - _RIGHT - self._theme.px(_MARK) - _GAP
        if self._has_room(width):
            room -= self._usual_words_width() + _MARK_GAP
        return max(room, 1)

    def _has_room(self, width: int = -1) -> bool:
        """Whether the words of the mark fit beside the text; a narrow row shows the mark alone."""
        width = self.width() if width < 0 else width
        rest = width - self._before() - _RIGHT - self._theme.px(_MARK) - self._usual_words_width()
        return rest >= self._theme.px(120)

    def _usual_words_width(self) -> int:
        metrics = self._theme.metrics("small-strong")
        usual = max(
            metrics.horizontalAdvance(tr("Right answer")), metrics.horizontalAdvance(tr("Your answer"))
        )
        return max(usual, self._words_width())

    def _words_width(self) -> int:
        return self._theme.metrics("small-strong").horizontalAdvance(self._words)

    def _take_theme(self) -> None:
        self._flow.forget()
        super()._take_theme()
