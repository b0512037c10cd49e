"""A piece that fits a blank."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_look import (
    GAP,
    HEIGHT,
    LEAST,
    LINE,
    RADIUS,
    ChipState,
    chip_pixmap,
    chip_text,
    draw_chip,
    frame_width,
    note_width,
    text_width,
)
from desktop.ui.widgets.code_colours import ColourSpan
from desktop.ui.widgets.neighbours import ARROWS
from desktop.ui.widgets.painted_button import PaintedButton


class Chip(PaintedButton):
    """A letter, a text and a note of where it stands. Its width never changes; a long text wraps.

    Signals:
        drag_wanted: the pointer has pulled at it.
        arrow_pressed: an arrow key asks for another chip.
        focused: it has the keyboard now.
    """

    drag_wanted = Signal()
    arrow_pressed = Signal(Qt.Key)
    focused = Signal()

    def __init__(  # noqa: PLR0917 - all of it is needed to know the size
        self,
        theme: Theme,
        letter: str,
        text: str,
        style: str = "code",
        longest_note: str = "",
        parent: QWidget | None = None,
        *,
        colours: Sequence[ColourSpan] = (),
    ) -> None:
        super().__init__(theme, RADIUS, parent)
        self.letter, self.text_shown, self.style_name = letter, text, style
        self._longest_note, self._colours = longest_note, tuple(colours)
        self._state = ChipState()
        self._pressed_at: QPoint | None = None
        self._lines: tuple[float, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def state(self) -> ChipState:
        """What it shows now."""
        return self._state

    def set_state(self, state: ChipState, *, movable: bool = True) -> None:
        """Show another state; a chip that cannot be moved takes no click."""
        if movable != self.isEnabled():
            self.setEnabled(movable)
            self._hover.jump(0.0)
        shape = (
            Qt.CursorShape.OpenHandCursor if movable and not state.used else Qt.CursorShape.PointingHandCursor
        )
        self.setCursor(shape if movable else Qt.CursorShape.ArrowCursor)
        if state != self._state:
            self._state = state
            self.update()

    def pixmap(self) -> QPixmap:
        """The chip as it hangs on the pointer, with its shadow."""
        ratio = self.devicePixelRatioF()
        return chip_pixmap(
            self._theme,
            self.letter,
            self.text_shown,
            self.style_name,
            ratio,
            rtl=self._rtl(),
            colours=self._colours,
        )

    def sizeHint(self) -> QSize:
        width = self._width_for(text_width(self._theme, self.text_shown, self.style_name))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), self._theme.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._laid_out(self._text_room(width)).lineCount()
        return self._theme.px(HEIGHT) + (lines - 1) * self._theme.px(LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self._text_room(self.width())
        draw_chip(
            QPainter(self),
            self._theme,
            QRectF(self.rect()),
            self.letter,
            self._laid_out(room),
            room,
            self._state,
            hover=self._hover.value,
            rtl=self._rtl(),
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
            self.drag_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.arrow_pressed.emit(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def _width_for(self, text: float) -> int:
        note = GAP + note_width(self._theme, self._longest_note) if self._longest_note else 0
        return max(self._theme.px(LEAST), ceil(frame_width(self._theme) + text + note))

    def _text_room(self, width: int) -> float:
        note = GAP + note_width(self._theme, self._longest_note) if self._longest_note else 0
        return max(1.0, width - frame_width(self._theme) - note)

    def _laid_out(self, room: float) -> QTextLayout:
        if self._lines is None or self._lines[0] != room:
            text, style = self.text_shown, self.style_name
            layout = chip_text(self._theme, text, style, room, rtl=self._rtl(), colours=self._colours)
            self._lines = (room, layout)
        return self._lines[1]

    def _take_theme(self) -> None:
        self._lines = None
        super()._take_theme()
