"""Lines on their way between tray, pointer and list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_look import CAP, GAP, HEIGHT, LEFT, SHADOW
from desktop.ui.widgets.drag import HANG
from desktop.ui.widgets.flight import Flight
from desktop.ui.widgets.line_row import LineRow

INSET = QPoint(SHADOW.left(), SHADOW.top())


class ArrangeFlights:
    """Shows where a line has gone; its row stays without text until it has landed."""

    def __init__(
        self,
        theme: Theme,
        chips: Mapping[int, Chip],
        rows: Mapping[int, LineRow],
        landing: Callable[[int, bool], object],
    ) -> None:
        self._theme, self._chips, self._rows, self._landing = theme, chips, rows, landing

    def home(self, line: int) -> QPoint:
        """Where the chip of a line lies in the tray."""
        chip = self._chips[line]
        return chip.mapToGlobal(QPoint(0, 0)) - INSET

    def in_hand(self) -> QPoint:
        """Where a line hangs that was just let go."""
        return QCursor.pos() + HANG - INSET

    def land(self, line: int, start: QPoint) -> None:
        """A line settles in its row."""
        theme, row = self._theme, self._rows[line]
        text = QPoint(LEFT + theme.px(CAP) + GAP, theme.px(HEIGHT) // 2)
        self._fly(line, start, row.text_at() - text - INSET, lands=True)

    def go_home(self, line: int) -> None:
        """A line that was let go elsewhere goes back to the tray."""
        settle(self._chips[line])
        self._fly(line, self.in_hand(), self.home(line), lands=False)

    def _fly(self, line: int, start: QPoint, end: QPoint, *, lands: bool) -> None:
        row = self._rows[line]
        if not self._theme.ms(1) or not row.window().isVisible():
            return
        if lands:
            self._landing(line, True)

        def landed() -> None:
            if lands and isValid(row):  # the next task may have been opened meanwhile
                self._landing(line, False)

        Flight(self._theme, self._chips[line].pixmap(), row.window()).fly(start, end, landed)


def settle(widget: QWidget | None) -> None:
    """Lay out everything around a widget now, so that it is where it will be seen."""
    around = widget
    while around is not None:
        layout = around.layout()
        if layout is not None:
            layout.activate()
        around = around.parentWidget()
