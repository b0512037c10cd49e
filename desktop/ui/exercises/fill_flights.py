"""Chips on their way between tray, pointer and blanks."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from shiboken6 import isValid

from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_look import CAP, GAP, HEIGHT, LEFT, SHADOW
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.drag import HANG
from desktop.ui.widgets.flight import Flight
from desktop.ui.widgets.slot_canvas import SlotCanvas

INSET = QPoint(SHADOW.left(), SHADOW.top())


class FillFlights:
    """Shows where a chip has gone; the blank stays without text until it has landed."""

    def __init__(self, theme: Theme, canvas: SlotCanvas, tray: ChipTray) -> None:
        self._theme, self._canvas, self._tray = theme, canvas, tray
        self._flying: list[int] = []

    def from_tray(self, chip: int, place: int) -> None:
        """A chip goes from the tray to a slot."""
        self._fly(chip, self._home(chip), self._above(place), self._number(place))

    def from_pointer(self, chip: int, place: int) -> None:
        """A chip that was let go settles in its slot."""
        self._fly(chip, self._in_hand(), self._above(place), self._number(place))

    def go_home(self, chip: int) -> None:
        """A chip that was let go elsewhere goes back to the tray."""
        self._fly(chip, self._in_hand(), self._home(chip), 0)

    def _home(self, chip: int) -> QPoint:
        return self._tray.place_of(chip).topLeft() - INSET

    def _in_hand(self) -> QPoint:
        return QCursor.pos() + HANG - INSET

    def _above(self, place: int) -> QPoint:
        """Where a chip lies whose text covers that of a slot."""
        theme = self._theme
        text = QPoint(LEFT + theme.px(CAP) + GAP, theme.px(HEIGHT) // 2)
        return self._canvas.text_at(place) - text - INSET

    def _number(self, place: int) -> int:
        return self._canvas.sheet.places[place].number

    def _fly(self, chip: int, start: QPoint, end: QPoint, number: int) -> None:
        if not self._theme.ms(1) or not self._canvas.isVisible():
            return
        self._flying.append(number)
        self._canvas.set_landing(frozenset(self._flying))

        def landed() -> None:
            self._flying.remove(number)
            if not isValid(self._canvas):  # the next task was opened meanwhile
                return
            self._canvas.set_landing(frozenset(self._flying))

        Flight(self._theme, self._tray.chips[chip].pixmap(), self._canvas.window()).fly(start, end, landed)
