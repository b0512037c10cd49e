"""The blanks and the tray of a fill task, and every way to bring a chip from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import getpid

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.exercises.fill import FillTask
from desktop.ui.exercises import fill_words as words
from desktop.ui.exercises.fill_faces import FillFaces, FillStand
from desktop.ui.exercises.fill_flights import INSET, FillFlights
from desktop.ui.exercises.fill_placement import FillPlacement
from desktop.ui.exercises.fill_snippet import snippet_lines
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.drag import ChipLoad, DragEnd, run_drag
from desktop.ui.widgets.edge_scroller import EdgeScroller
from desktop.ui.widgets.room_watch import RoomWatch
from desktop.ui.widgets.slot_canvas import InHand, SlotCanvas
from desktop.ui.widgets.snippet_panel import SnippetPanel
from desktop.ui.words import tr

Flown = Callable[[int, int], object]
"""Shows how a chip comes to a place."""


class FillBoard(QObject):
    """Places chips by clicks, keys and drags.

    A chip goes into the active blank when the blank was chosen first; when the chip was clicked first,
    it waits for a blank. Letters always place into the active blank.

    Signals:
        changed: another chip stands in a blank.
        announced: words for a screen reader.
        active_moved: the line of the active blank, in `panel`.
    """

    changed = Signal()
    announced = Signal(str)
    active_moved = Signal(QRect)

    def __init__(self, theme: Theme, task: FillTask, seed: int, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = f"{getpid()}-{id(self)}"
        self.placement = FillPlacement(task, seed)
        self.stand = FillStand(active=task.numbers[0])
        self.faces = FillFaces(theme, task, self.placement, self.stand)
        self._place = 0
        self._clicked: int | None = None
        self.canvas = SlotCanvas(theme, self._owner, self._in_hand, mirrors=task.code is None)
        self.panel = self._make_panel(theme, task)
        self.tray = ChipTray(theme, self.faces.chips(), self._owner)
        self._scroller = EdgeScroller(self.canvas)
        self._room = RoomWatch(self.panel)
        self._flights = FillFlights(theme, self.canvas, self.tray)
        self._connect()
        self.refresh()

    # --- orders

    def refresh(self) -> None:
        """Show what stands where; only what differs is painted again."""
        stand, canvas, tray = self.stand, self.canvas, self.tray
        canvas.set_faces({number: self.faces.face(number) for number in self.placement.numbers})
        canvas.set_names([self.faces.slot_name(one.number, one.line) for one in canvas.sheet.places])
        canvas.set_active(self._active_place())
        canvas.set_picking(stand.picked is not None)
        for at, chip in enumerate(tray.chips):
            chip.set_state(self.faces.chip_state(at), movable=self.faces.chip_movable(at))
            chip.setAccessibleName(self.faces.chip_name(at))
        tray.refresh_stop()
        tray.set_caption(self.faces.caption())

    def point_at_next(self, *, chip_first: bool) -> None:
        """Point at the blank to work on: the first wrong one, else the first empty one."""
        stand, placement = self.stand, self.placement
        stand.picked, stand.chip_first, self._clicked = None, chip_first, None
        wrong = placement.next_wrong()
        number = placement.next_empty(None) if wrong is None else wrong
        if number is None:
            number = next((one for one in placement.numbers if self.faces.is_open(one)), None)
        stand.active = None if stand.over else number
        self._show_active()

    def reach(self, place: int) -> None:
        """Make a slot active that keys have led to."""
        self.stand.active, self._place, self._clicked = self._number(place), place, None
        self.stand.chip_first = False
        self.refresh()
        self._show_active()

    def pick_blank(self, number: int) -> None:
        """Make a blank active, or let the chip that waits fall into it."""
        place = self._first_place(number)
        if self.stand.picked is not None:
            self._click_slot(place)
        else:
            self.reach(place)
            self.announced.emit(self.canvas.stop(place).accessibleName())

    def place_chip(self, chip: int) -> None:
        """Put a chip into the active blank, or into the first empty one."""
        self.stand.picked = None
        number = self.stand.active
        if number is None or not self.faces.is_open(number):
            number = self.placement.next_empty(None)
        if number is None or not self.faces.chip_movable(chip):
            self.refresh()
            return
        self.stand.chip_first = False
        self._put(chip, self._place_of(number), self._flights.from_tray)

    def empty_active(self) -> bool:
        """Take the chip out of the active blank; whether there is an active one."""
        number = self.stand.active
        if number is None or self.stand.over:
            return False
        self._empty([number])
        return True

    def reset(self) -> None:
        """Take back everything that is not locked."""
        if not self.stand.over and self.placement.reset():
            self.point_at_next(chip_first=True)
            self._tell_change()
            self.announced.emit(tr("Every open blank is empty"))

    def travel(self, numbers: Sequence[int]) -> None:
        """Show the blanks that undoing or redoing has changed."""
        self.stand.picked = None
        if numbers:
            self.stand.active = numbers[0]
            self._tell_change()
            self._show_active()
            self.announced.emit(self.canvas.stop(self._place_of(numbers[0])).accessibleName())

    def put_down(self) -> bool:
        """Let go of the chip that waits for a blank; whether there was one."""
        had = self.stand.picked is not None
        self.stand.picked = None
        self.refresh()
        return had

    def first_focus(self) -> QWidget:
        """The slot that the keyboard belongs to."""
        return self.canvas.stop(self._active_place() or 0)

    # --- clicks

    def _click_slot(self, place: int) -> None:
        stand, number = self.stand, self._number(place)
        if not self.faces.is_open(number):
            return
        if stand.picked is not None:
            chip, stand.picked, stand.chip_first = stand.picked, None, True
            self._put(chip, place, self._flights.from_tray)
            return
        if self._clicked == place and self._active_place() == place:
            stand.active, stand.chip_first, self._clicked = None, True, None
        else:  # one that became active by itself was not clicked yet
            stand.active, self._place, stand.chip_first = number, place, False
            self.canvas.focus_slot(place)
            self._clicked = place
        self.refresh()

    def _click_chip(self, chip: int) -> None:
        stand = self.stand
        if not self.faces.chip_movable(chip):
            return
        if stand.picked == chip:
            self.put_down()
        elif emptied := self._taken_back_by(chip):
            self._empty(emptied)
        elif stand.active is None or stand.chip_first or not self.faces.is_open(stand.active):
            stand.picked = chip
            self.refresh()
            said = words.chip_name(self.placement.chips[chip], ())
            self.announced.emit(tr("{chip}, picked up. Choose a blank.", chip=said))
        else:
            self._put(chip, self._place_of(stand.active), self._flights.from_tray)

    def _taken_back_by(self, chip: int) -> list[int]:
        """The blanks that a click on a chip empties; none where the click means to place it.

        A chip that may stand in several blanks leaves the active one; a wrong one may be tried elsewhere.
        """
        stand, blanks = self.stand, list(self.placement.blanks_of(chip))
        chosen = None if stand.chip_first else stand.active
        if self.placement.reusable(chip):
            return [number for number in blanks if number == chosen]
        elsewhere = chosen is not None and chosen not in blanks
        return [] if elsewhere and set(blanks) <= self.placement.wrong else blanks

    # --- drags

    def _in_hand(self, load: ChipLoad) -> InHand | None:
        if load.chip >= len(self.placement.chips) or not self.faces.chip_movable(load.chip):
            return None
        text = self.placement.chips[load.chip].text
        return InHand(words.chip_words(text), self.faces.style(text), load.origin)

    def _drag_from_tray(self, chip: int) -> None:
        blanks = () if self.placement.reusable(chip) else self.placement.blanks_of(chip)
        self._drag(self.tray.chips[chip], ChipLoad(self._owner, chip, blanks[0] if blanks else 0))

    def _drag_from_blank(self, number: int) -> None:
        chip = self.placement.placed.get(number)
        if chip is not None and self.faces.is_open(number):
            self._drag(self.canvas, ChipLoad(self._owner, chip, number))

    def _drag(self, source: QWidget, load: ChipLoad) -> None:
        """Let a chip hang on the pointer until it is let go."""
        in_hand = self._in_hand(load)
        if in_hand is None:
            return
        self.stand.picked, self.stand.held = None, load.chip
        self.canvas.begin_drag(in_hand)
        self.refresh()
        end = run_drag(source, load, self.tray.chips[load.chip].pixmap(), INSET, self._scroller)
        self.stand.held = None
        self.canvas.end_drag()
        self.refresh()
        if end is DragEnd.OUTSIDE:
            self._return(load)

    def _drop(self, load: ChipLoad, place: int) -> None:
        self.stand.chip_first = True
        if load.origin:
            self._move(load.origin, place, self._flights.from_pointer)
        else:
            self._put(load.chip, place, self._flights.from_pointer)

    def _return(self, load: ChipLoad) -> None:
        """A chip was dropped on the tray, or outside everything: it goes home."""
        if not load.origin or self._empty([load.origin]):
            self._flights.go_home(load.chip)

    def _show_target(self, number: int) -> None:
        places = [place for place in self.canvas.sheet.places if place.number == number]
        several = len(places) > 1
        caption = words.same_chip(self.faces.shown[number], len(places)) if several else self.faces.caption()
        self.tray.set_caption(caption)

    # --- placing

    def _put(self, chip: int, place: int, flown: Flown) -> None:
        """Put a chip into the blank of a place; from another blank it changes places with what is there."""
        blanks = () if self.placement.reusable(chip) else self.placement.blanks_of(chip)
        if blanks:
            self._move(blanks[0], place, flown)
        elif self.placement.place(chip, self._number(place)):
            self._landed(chip, place, flown)
        else:
            self.refresh()

    def _move(self, origin: int, place: int, flown: Flown) -> None:
        chip = self.placement.placed.get(origin)
        if chip is not None and self.placement.move(origin, self._number(place)):
            self._landed(chip, place, flown)
        else:
            self.refresh()

    def _landed(self, chip: int, place: int, flown: Flown) -> None:
        """A chip stands in a blank; the next empty blank becomes active."""
        number = self._number(place)
        self._clicked = None
        flown(chip, place)
        following = self.placement.next_empty(number)
        self.stand.active, self._place = (number, place) if following is None else (following, -1)
        self._tell_change()
        self._show_active()
        self.announced.emit(words.placed_words(self.placement.chips[chip], self.faces.shown[number]))

    def _empty(self, numbers: Sequence[int]) -> bool:
        """Take the chips out of blanks."""
        if not self.placement.take_back(numbers):
            return False
        self.stand.active = numbers[0]
        self._tell_change()
        self.announced.emit(tr("Blank {n} is empty", n=self.faces.shown[numbers[0]]))
        return True

    def _tell_change(self) -> None:
        self.refresh()
        self.changed.emit()

    # --- places

    def _show_active(self) -> None:
        place = self._active_place()
        if place is not None:
            self.panel.reveal(place)
            self.active_moved.emit(self.panel.line_of(place))

    def _active_place(self) -> int | None:
        return None if self.stand.active is None else self._place_of(self.stand.active)

    def _place_of(self, number: int) -> int:
        """A place of a blank: the one that was reached last, if it is this blank's."""
        places = self.canvas.sheet.places
        if 0 <= self._place < len(places) and places[self._place].number == number:
            return self._place
        return self._first_place(number)

    def _first_place(self, number: int) -> int:
        return next(place.index for place in self.canvas.sheet.places if place.number == number)

    def _number(self, place: int) -> int:
        return self.canvas.sheet.places[place].number

    # --- making

    def _make_panel(self, theme: Theme, task: FillTask) -> SnippetPanel:
        return SnippetPanel(
            theme,
            self.canvas,
            snippet_lines(task),
            self.faces.chip_texts,
            {number: str(shown) for number, shown in self.faces.shown.items()},
            prose=task.code is None,
            title=task.file or "",
            language=task.language or "",
        )

    def _connect(self) -> None:
        canvas, tray = self.canvas, self.tray
        self._room.changed.connect(self._show_active)
        self._scroller.scrolled.connect(canvas.aim_at)
        canvas.slot_clicked.connect(self._click_slot)
        canvas.slot_reached.connect(self.reach)
        canvas.drag_wanted.connect(self._drag_from_blank)
        canvas.targeted.connect(self._show_target)
        canvas.dropped.connect(self._drop)
        canvas.emptied.connect(self.empty_active)
        tray.chip_clicked.connect(self._click_chip)
        tray.drag_wanted.connect(self._drag_from_tray)
        tray.chip_returned.connect(self._return)
