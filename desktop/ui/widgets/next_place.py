"""The place below a list where the next line goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted_button import PaintedButton

_RADIUS, _LEFT = 8, 13


class NextPlace(PaintedButton):
    """A dashed place with words in it.

    Signals:
        reached: it has the keyboard now.
    """

    reached = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _RADIUS, parent)
        self._target = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ring_gap", 1)

    def set_words(self, words: str) -> None:
        """Say what goes here."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.update()

    def set_target(self, target: bool) -> None:
        """Show that a line would land here."""
        if target != self._target:
            self._target = target
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        border = theme.color("accent" if self._target else "control")
        ground = (
            theme.color("accent-soft")
            if self._target
            else mixed(NOTHING, theme.color("hover"), self._hover.value)
        )
        draw_box(painter, QRectF(self.rect()), _RADIUS, ground, border, width=theme.border(), dashed=True)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text-3"))
        side = Qt.AlignmentFlag.AlignRight if self._rtl() else Qt.AlignmentFlag.AlignLeft
        room = QRectF(self.rect()).adjusted(_LEFT, 0, -_LEFT, 0)
        painter.drawText(
            room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, self.text()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the list knows what a key does

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()
