"""A sheet of code whose slots are typed into."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.code_entry import CodeEntry, LineEntry, LinesEntry
from desktop.ui.widgets.sheet import Place, Sheet
from desktop.ui.widgets.sheet_canvas import SheetCanvas
from desktop.ui.widgets.slot_look import SlotState
from desktop.ui.widgets.slot_painter import SlotPainter
from desktop.ui.widgets.slot_size import EDGE, GAP, MARK, SlotSize


class EntryCanvas(SheetCanvas):
    """Paints the sheet and its slots; a text field lies in the first slot of each blank.

    Where a blank stands several times, the other slots show what is typed into the first.

    Signals:
        edited: another text stands in a blank (its number).
        submitted: Enter asks for a check (the number of the blank).
        reached: the keyboard has come to a blank (its place).
    """

    edited = Signal(int)
    submitted = Signal(int)
    reached = Signal(int)

    def __init__(self, theme: Theme, rows: Mapping[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.rows = theme, dict(rows)  # how many lines of text a blank has room for
        self._slots = SlotPainter(theme)
        self._size = SlotSize(0, 0, 0, 0)
        self._marks: Mapping[int, str] = {}
        self.entries = {number: self._entry(number) for number in rows}
        theme.changed.connect(self.update)

    @property
    def active(self) -> int | None:
        """The place of the text field that has the keyboard."""
        number = next((n for n, entry in self.entries.items() if entry.hasFocus()), 0)
        return next((place.index for place in self.sheet.places if place.number == number), None)

    def set_sheet(self, sheet: Sheet, size: SlotSize, badges: Mapping[int, str]) -> None:
        """Show another sheet; the text fields take their places on it."""
        self.sheet, self._size = sheet, size
        self._slots.take(size, badges, rtl=False)
        placed: set[int] = set()
        for place in sheet.places:
            if place.number not in placed:
                placed.add(place.number)
                self.entries[place.number].setGeometry(self._text_room(place))
                self.entries[place.number].show()
        self.update()

    def show_marks(self, marks: Mapping[int, str], locked: frozenset[int]) -> None:
        """Mark blanks "right" or "wrong"; those that are locked can be read and no longer changed."""
        self._marks = dict(marks)
        for number, entry in self.entries.items():
            entry.setReadOnly(number in locked)
        self.update()

    def name_entries(self, names: Mapping[int, str]) -> None:
        """Name the text fields for a screen reader."""
        for number, name in names.items():
            self.entries[number].setAccessibleName(name)

    def line_of(self, number: int) -> int:
        """The line a blank first stands in."""
        return next((place.line for place in self.sheet.places if place.number == number), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown: set[int] = set()
        for line in self.sheet.lines:
            painter.setPen(self._theme.color("text"))
            line.layout.lineAt(line.row).draw(painter, line.at)
            for place in line.places:
                entry = self.entries[place.number]
                again = place.number in shown
                shown.add(place.number)
                text = entry.entered() if again else None
                self._slots.draw(painter, place, self._state(place, again=again), text or None, "code")

    def _state(self, place: Place, *, again: bool) -> SlotState:
        entry = self.entries[place.number]
        mark = self._marks.get(place.number, "")
        if mark:
            return SlotState.RIGHT if mark == "right" else SlotState.WRONG
        if entry.hasFocus() and not entry.isReadOnly():
            return SlotState.TWIN if again else SlotState.ACTIVE
        return SlotState.FILLED if entry.entered() else SlotState.EMPTY

    def _text_room(self, place: Place) -> QRect:
        """Where in a slot its text field lies: between the badge and the room of the mark."""
        left = place.rect.left() + EDGE + self._size.badge + GAP
        right = place.rect.right() - EDGE - self._theme.px(MARK) - GAP
        top = (self._theme.px(24) - self._theme.px(20)) / 2
        height = place.rect.height() - 2 * top
        return QRectF(left, place.rect.top() + top, right - left, height).toRect()

    def _entry(self, number: int) -> CodeEntry:
        kind = LinesEntry if self.rows[number] > 1 else LineEntry
        entry = kind(self._theme, self)
        entry.edited.connect(lambda: self._take_edit(number))
        entry.submitted.connect(lambda: self.submitted.emit(number))
        entry.focus_moved.connect(lambda got: self._take_focus(number, got=got))
        return entry

    def _take_edit(self, number: int) -> None:
        self.update()
        self.edited.emit(number)

    def _take_focus(self, number: int, *, got: bool) -> None:
        self.update()
        if got:
            place = next((one.index for one in self.sheet.places if one.number == number), None)
            if place is not None:
                self.reached.emit(place)
