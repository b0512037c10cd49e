"""A line in a list of lines that can be put into order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.choice_blank import ChoiceBlank
from desktop.ui.widgets.code_colours import ColourSpan
from desktop.ui.widgets.code_inks import inks
from desktop.ui.widgets.line_look import AFTER_GRIP, EDGE, GRIP, HEIGHT, LINE, STEP, LineFace, draw_line
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.widgets.sheet import x_in
from desktop.ui.widgets.slot_size import wrapped

_APART = 3
_FIXED = "\N{NO-BREAK SPACE}"  # keeps the room of a blank together when a line wraps


@dataclass(frozen=True, slots=True)
class LineText:
    """The text of a line: pieces, and between them the numbers of its blanks."""

    parts: tuple[str | int, ...]
    colours: tuple[ColourSpan, ...] = ()
    """Over the text with one character for each blank."""


class LineRow(PaintedButton):
    """Grip, indentation, text and mark of one line; a long text wraps, and is never cut.

    Signals:
        drag_wanted: the pointer has pulled at it, from this point on.
        reached: it has the keyboard now.
    """

    drag_wanted = Signal(QPoint)
    reached = Signal()

    def __init__(
        self,
        theme: Theme,
        text: LineText,
        choices: Mapping[int, tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, 8, parent)
        self._text, self._face = text, LineFace()
        self._kept_free = 0
        self._lines: tuple[float, QTextLayout] | None = None
        self._pressed_at: QPoint | None = None
        self.blanks = {number: ChoiceBlank(theme, choices[number], self) for number in self._numbers()}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ring_gap", 1)

    def face(self) -> LineFace:
        """What it shows beside its text."""
        return self._face

    def set_face(self, face: LineFace, *, movable: bool) -> None:
        """Show another state; a row that cannot be moved takes no click."""
        if movable != self.isEnabled():
            self.setEnabled(movable)
            self._hover.jump(0.0)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
        if face != self._face:
            indented = face.indent != self._face.indent
            self._face = face
            if indented:
                self._lines = None
            self.update()

    def keep_free(self, width: int) -> None:
        """Leave so much room at the end for marks and tools."""
        if width != self._kept_free:
            self._kept_free, self._lines = width, None

    def height_in(self, width: int, indent: int) -> int:
        """How high the row is at a width of the list and an indentation."""
        count = self._laid_out(self._room(width, indent)).lineCount()
        return self._theme.px(HEIGHT) + (count - 1) * self._theme.px(LINE)

    def text_left(self, indent: int) -> int:
        """Where the text begins at an indentation."""
        return EDGE + self._theme.px(GRIP) + AFTER_GRIP + indent * STEP

    def text_at(self) -> QPoint:
        """Where, on the screen, the text begins, in the middle of its first line."""
        inside = QPoint(self.text_left(self._face.indent), self._theme.px(HEIGHT) // 2)
        return self.mapToGlobal(inside)

    def place_blanks(self) -> None:
        """Put the blanks where the text leaves room for them."""
        if not self.blanks:
            return
        layout = self._laid_out(self._room(self.width(), self._face.indent))
        left = self.text_left(self._face.indent)
        top = (self._theme.px(HEIGHT) - self._theme.px(LINE)) / 2
        for number, start, length in self._gaps():
            line = layout.lineForTextPosition(start)
            x, end = x_in(line, start), x_in(line, start + length)
            blank = self.blanks[number]
            height = blank.sizeHint().height()
            y = top + line.y() + line.height() / 2 - height / 2
            blank.setGeometry(round(left + x) + _APART, round(y), round(end - x) - 2 * _APART, height)
            blank.setVisible(not self._face.hides_text)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self._room(self.width(), self._face.indent)
        text = None if self._face.hides_text else self._laid_out(room)
        draw_line(
            QPainter(self),
            self._theme,
            QRectF(self.rect()),
            self._face,
            text,
            hover=self._hover.value,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            self.drag_wanted.emit(start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the list knows what a key does

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def _numbers(self) -> list[int]:
        return [part for part in self._text.parts if isinstance(part, int)]

    def _gaps(self) -> Sequence[tuple[int, int, int]]:
        """For each blank where its room begins in the text, and how many characters wide it is."""
        found, at = [], 0
        for part in self._text.parts:
            length = len(part) if isinstance(part, str) else self._cells(part)
            if isinstance(part, int):
                found.append((part, at, length))
            at += length
        return found

    def _cells(self, number: int) -> int:
        cell = QFontMetricsF(self._theme.font("code")).horizontalAdvance("0")
        return ceil((self.blanks[number].sizeHint().width() + 2 * _APART) / cell)

    def _shown(self) -> str:
        return "".join(
            part if isinstance(part, str) else _FIXED * self._cells(part) for part in self._text.parts
        )

    def _colours(self) -> list[ColourSpan]:
        """The colours, moved on by the room that the blanks take."""
        spans = []
        for span in self._text.colours:
            start, end, seen = span.start, span.start + span.length, 0
            for _number, at, length in self._gaps():
                one = at - seen  # where the blank's one character stood
                start += length - 1 if one < span.start else 0
                end += length - 1 if one < span.start + span.length else 0
                seen += length - 1
            spans.append(ColourSpan(start, end - start, span.token))
        return spans

    def _room(self, width: int, indent: int) -> float:
        return max(float(self._theme.px(80)), width - self.text_left(indent) - EDGE - self._kept_free)

    def _laid_out(self, room: float) -> QTextLayout:
        if self._lines is None or self._lines[0] != room:
            text, font = self._shown(), self._theme.font("code")
            colours = inks(self._theme, self._colours())
            self._lines = (room, wrapped(text, font, room, self._theme.px(LINE), inks=colours))
        return self._lines[1]

    def _take_theme(self) -> None:
        self._lines = None
        super()._take_theme()
