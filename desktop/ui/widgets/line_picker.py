"""Lines of code of which one can be picked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_lines import CodeLines
from desktop.ui.widgets.sheet import Place
from desktop.ui.widgets.slot_stops import SlotStops

LineMark = Literal["chosen", "right", "wrong"]
_PAD, _END, _ICON = 12, 16, 16
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
# Ground and edge.
_LOOKS: dict[str, tuple[str, str]] = {
    "chosen": ("accent-soft", "accent"),
    "right": ("right-soft", "right"),
    "wrong": ("wrong-soft", "wrong"),
}


class LinePicker(CodeLines):
    """Every line that is not empty is an accessible child; Tab stops at one of them, arrows go on from there.

    Signals:
        picked: a line was clicked, reached by an arrow, or pressed by a screen reader (its number).
        submitted: Enter was pressed on a line.
        line_reached: the keyboard is at a line that should be in sight; a rectangle of this widget.
    """

    picked = Signal(int)
    submitted = Signal()
    line_reached = Signal(QRect)

    def __init__(
        self, theme: Theme, text: str, language: str, *, tight: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, language, tight=tight, parent=parent)
        self._theme = theme
        self._numbers = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        self._open = frozenset(self._numbers)
        self._marks: dict[int, LineMark] = {}
        self._hovered = 0
        self._pressed = 0
        self._stops = SlotStops(self)
        self._stops.pressed.connect(lambda at: self._pick(self._numbers[at]))
        self._place_stops()
        self._stops.lead_tab_to(0)
        for at in range(len(self._numbers)):
            self._stops.stop(at).setProperty("ring_radius", 4)
            self._stops.stop(at).setProperty("ring_gap", -2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the lines have the focus
        self.setMouseTracking(True)

    @property
    def numbers(self) -> Sequence[int]:
        """The lines that are not empty."""
        return self._numbers

    def mark_lines(self, marks: Mapping[int, LineMark], can_be_picked: frozenset[int]) -> None:
        """Show these marks; `can_be_picked` says which lines can be picked now."""
        self._marks, self._open = dict(marks), can_be_picked
        first = next((n for mark in ("chosen", "right") for n, one in marks.items() if one == mark), 0)
        if first in self._numbers and not self._stops.has_focus():
            self._stops.lead_tab_to(self._numbers.index(first))
        self._hover(self._hovered)
        self.update()

    def name_lines(self, names: Mapping[int, str]) -> None:
        """Name the lines for a screen reader."""
        self._stops.take_names([names[number] for number in self._numbers])

    def stop(self, number: int) -> QWidget:
        """The accessible child of a line."""
        return self._stops.stop(self._numbers.index(number))

    def line_rect(self, number: int) -> QRect:
        """Where a line stands."""
        step = self._theme.line_height(self._style)
        return QRect(0, _PAD + (number - 1) * step, self.width(), step)

    def step(self, by: int) -> None:
        """Go to the next line that can be picked, and pick it; to the next of all where none can be.

        While none is chosen the line that has the keyboard is the first to be picked.
        """
        focused = next((n for n in self._numbers if self.stop(n).hasFocus()), 0)
        chosen = next((n for n, mark in self._marks.items() if mark == "chosen"), 0)
        if not chosen and focused in self._open:
            self._pick(focused)
            return
        ways = [n for n in self._numbers if n in self._open] or self._numbers
        start = focused or chosen or (0 if by > 0 else self._numbers[-1] + 1)
        ahead = [n for n in ways if (n - start) * by > 0]
        if ahead:
            number = ahead[0] if by > 0 else ahead[-1]
            self._stops.give_focus(self._numbers.index(number))
            self.line_reached.emit(self.line_rect(number))
            self._pick(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & ~_KEYPAD:
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif key == Qt.Key.Key_Space:
            focused = next((n for n in self._numbers if self.stop(n).hasFocus()), 0)
            self._pick(focused)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # with Alt the arrows are the page's
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._line_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not self._pressed:
            self._pressed = 0
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number, self._pressed = self._pressed, 0
        if number and number == self._line_at(event.position()):
            if number in self._open:
                self._stops.give_focus(self._numbers.index(number))
            self._pick(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._line_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_stops()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme = QPainter(self), self._theme
        edge = theme.px(_ICON)
        for number, mark in self._marks.items():
            if mark == "chosen":
                continue
            line = self.line_rect(number)
            at = QPointF(self.width() - _END - edge, line.top() + (line.height() - edge) / 2)
            # The ground again, so that a long line does not run into the mark.
            room = QRectF(at.x() - 6, line.top(), edge + 6 + _END, line.height())
            painter.fillRect(room, theme.color(_LOOKS[mark][0]))
            draw_icon(painter, theme, "check" if mark == "right" else "x", at, theme.color(mark), size=_ICON)

    def _mark(self, number: int) -> tuple[str, str]:
        if number in self._marks:
            return _LOOKS[self._marks[number]]
        return ("hover", "") if number == self._hovered else ("", "")

    def _take_theme(self) -> None:
        super()._take_theme()
        self._place_stops()

    def _place_stops(self) -> None:
        self._stops.take_places(
            [Place(at, n, n, QRectF(self.line_rect(n))) for at, n in enumerate(self._numbers)]
        )

    def _line_at(self, point: QPointF) -> int:
        """The number of the line at a point, 0 where there is none or an empty one."""
        number = int((point.y() - _PAD) // self._theme.line_height(self._style)) + 1
        return number if number in self._numbers else 0

    def _pick(self, number: int) -> None:
        if number in self._open:
            self.picked.emit(number)

    def _hover(self, number: int) -> None:
        number = number if number in self._open else 0
        if number != self._hovered:
            self._hovered = number
            self.update()
        self.setCursor(Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor)
