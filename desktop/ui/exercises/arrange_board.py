"""The list and the tray of an arrange task, and every way to bring a line from one to the other."""

from __future__ import annotations

from os import getpid

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.exercises.arrange import DEEPEST, ArrangeTask
from desktop.ui.exercises import arrange_words as words
from desktop.ui.exercises.arrange_faces import ArrangeFaces, ArrangeStand
from desktop.ui.exercises.arrange_flights import INSET, ArrangeFlights, settle
from desktop.ui.exercises.arrange_placement import ArrangePlacement
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_look import ChipState
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.drag import ChipLoad, DragEnd, run_drag
from desktop.ui.widgets.edge_scroller import EdgeScroller
from desktop.ui.widgets.line_list import LineList, Sideways
from desktop.ui.widgets.line_look import tools_room, words_width
from desktop.ui.widgets.line_panel import LinePanel
from desktop.ui.widgets.room_watch import RoomWatch
from desktop.ui.widgets.row_tools import RowTools
from desktop.ui.words import tr

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ArrangeBoard(QObject):
    """Places lines by clicks, keys, buttons and drags.

    A line from the tray goes behind the selected one, else to the end; then it is selected itself.

    Signals:
        changed: the lines stand otherwise.
        announced: words for a screen reader.
        active_moved: the selected row, in `panel`.
    """

    changed = Signal()
    announced = Signal(str)
    active_moved = Signal(QRect)

    def __init__(self, theme: Theme, task: ArrangeTask, seed: int, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._task = theme, task
        self.owner = f"{getpid()}-{id(self)}"
        self.placement = ArrangePlacement(task, seed)
        self.stand = ArrangeStand()
        self.faces = ArrangeFaces(theme, task, self.placement, self.stand)
        tools = ("up", "down", "out", "in", "back") if task.indentation else ("up", "down", "back")
        self.tools = RowTools(theme, tools)
        rows = self.faces.rows()
        self.lines = LineList(theme, self.owner, rows, self.tools, self._depth, self.use_key)
        self.panel = LinePanel(theme, task.file, self.lines)
        self.chips = self.faces.chips()
        self.tray = ChipTray(theme, tuple(self.chips.values()), self.owner, columns=True)
        self._scroller = EdgeScroller(self.lines)
        self._room = RoomWatch(self.panel)
        self._flights = ArrangeFlights(theme, self.chips, rows, self._show_landing)
        self._soon = QTimer(self.panel)  # ends with what it looks at
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._connect()
        self.refresh()

    # --- orders

    def refresh(self) -> None:
        """Show what stands where."""
        placement, stand = self.placement, self.stand
        if stand.selected not in placement.order:
            stand.selected = None
        focused = QApplication.focusWidget()
        self._show_rows()
        self._show_tools()
        self.panel.set_count(words.count_words(len(placement.rows), len(self._task.written)))
        self.panel.refit()
        self._show_tray()
        settle(self.tray.chips[0].parentWidget())  # all is where it will be seen before anything scrolls
        self._keep_focus(focused)

    def select(self, line: int | None) -> None:
        """Let keys and buttons work on a line; none: on the place of the next one."""
        if line != self.stand.selected:
            self.stand.selected = line
            self.refresh()
        self._show_active()

    def add(self, line: int) -> None:
        """Put a line from the tray behind the selected one."""
        selected = self.stand.selected
        after = None if selected is None else self.placement.at(selected)
        at = len(self.placement.rows) if after is None else after + 1
        self._place(line, at, self.placement.suggested(at), self._flights.home(line))

    def put_back(self, line: int) -> bool:
        """Take a line out of the list; whether it was in it."""
        at = self.placement.at(line)
        if at is None or not self.placement.put_back(line):
            return False
        order = self.placement.order
        self.stand.selected = order[min(at, len(order) - 1)] if order else None
        self._tell_change()
        self.announced.emit(tr("{chip}, is back among the lines left", chip=self.faces.chip_name(line)))
        return True

    def reset(self) -> None:
        """Take every line out."""
        if not self.stand.over and self.placement.reset():
            self.stand.selected = None
            self._tell_change()
            self.announced.emit(tr("No line is placed"))

    def travel(self, moved: bool) -> None:
        """Show what undoing or redoing has changed."""
        if moved:
            self._tell_change()
            self.announced.emit(self.panel.count())

    def first_focus(self) -> QWidget:
        """What the keyboard belongs to."""
        if self.stand.selected is not None:
            return self.lines.rows[self.stand.selected]
        order = self.placement.order
        return self.lines.rows[order[-1]] if self.lines.next.isHidden() and order else self.lines.next

    def point_at_wrong(self) -> None:
        """Select the first line that is not right."""
        wrong = self.placement.first_wrong()
        self.stand.selected = None if self.stand.over else wrong
        self.refresh()
        self._show_active()

    # --- keys

    def use_key(self, event: QKeyEvent) -> bool:
        """What a key does to the list; whether it does anything."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.stand.over:
            return False
        if held == Qt.KeyboardModifier.AltModifier and key in _UPRIGHT:
            return self._move(_UPRIGHT[key])
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if key in _UPRIGHT:
            return self._step(_UPRIGHT[key])
        if key in _SIDEWAYS:
            return self._indent(_SIDEWAYS[key])
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.stand.selected is not None and self.put_back(self.stand.selected)
        if key == Qt.Key.Key_Space:
            return self._open_blank()
        return self._use_letter(event.text().upper())

    def _use_letter(self, letter: str) -> bool:
        line = next((line for line in self.chips if self.placement.letter(line) == letter), None)
        if line is None:
            return False
        if self.placement.at(line) is None:
            self.add(line)
        else:
            self.select(line)
            self.announced.emit(self.faces.row_name(line))
        return True

    def _step(self, by: int) -> bool:
        """Select the row above or below; below the last one is the place of the next line."""
        places: list[int | None] = [*self.placement.order]
        if not self.lines.next.isHidden():
            places.append(None)
        if places:
            at = places.index(self.stand.selected) if self.stand.selected in places else len(places)
            self.select(places[min(max(at + by, 0), len(places) - 1)])
            self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _move(self, by: int) -> bool:
        line = self.stand.selected
        if line is not None and self.placement.move(line, by):
            self._tell_move(line, (self.placement.at(line) or 0) - by)
        return True

    def _indent(self, by: int) -> bool:
        line = self.stand.selected
        if line is not None and self._task.indentation and self.placement.indent(line, by):
            self._tell_move(line, self.placement.at(line) or 0)
        return True

    def _open_blank(self) -> bool:
        line = self.stand.selected
        blanks = [] if line is None else list(self.lines.rows[line].blanks.values())
        empty = [blank for blank in blanks if not blank.word()]
        if blanks:
            (empty or blanks)[0].unfold()
        return True

    # --- buttons and clicks

    def _use_tool(self, key: str) -> None:
        line = self.stand.selected
        if line is None:
            return
        if key == "back":
            self.put_back(line)
        elif key in ("up", "down"):
            self._move(-1 if key == "up" else 1)
        else:
            self._indent(-1 if key == "out" else 1)

    def _choose(self, line: int, number: int, word: str) -> None:
        self.stand.selected = line
        if self.placement.choose(number, word):
            self._tell_change()
            self.announced.emit(self.faces.row_name(line))
        else:
            self.refresh()

    # --- drags

    def _drag_from_tray(self, at: int) -> None:
        line = self.placement.tray[at]
        self._drag(self.chips[line], ChipLoad(self.owner, line), None)

    def _drag_from_row(self, line: int, pressed: QPoint) -> None:
        at, row = self.placement.at(line), self.lines.rows[line]
        if at is not None and not self.stand.over:
            self._drag(row, ChipLoad(self.owner, line, at + 1), row.mapTo(self.lines, pressed).x())

    def _drag(self, source: QWidget, load: ChipLoad, from_x: int | None) -> None:
        """Let a line hang on the pointer until it is let go."""
        self.lines.begin_drag(from_x)
        self.hold(load.chip)
        end = run_drag(source, load, self.chips[load.chip].pixmap(), INSET, self._scroller)
        self.stand.held = None
        self.lines.end_drag()
        self.refresh()
        if end is DragEnd.OUTSIDE:
            self._return(load)

    def hold(self, line: int) -> None:
        """Show that a line hangs on the pointer."""
        self.stand.held, self.stand.selected = line, None
        self.refresh()

    def _drop(self, load: ChipLoad, at: int, indent: int) -> None:
        if not self.stand.over:
            self._place(load.chip, at, indent, self._flights.in_hand())

    def _return(self, load: ChipLoad) -> None:
        """A line was dropped on the tray, or outside everything: it goes home."""
        if not self.stand.over and (not load.origin or self.put_back(load.chip)):
            self._flights.go_home(load.chip)

    def _depth(self, load: ChipLoad, at: int, sideways: Sideways) -> int:
        """How deep a dragged line would land."""
        if not self._task.indentation:
            return self._task.own_indent(load.chip)
        if load.origin:
            return min(max(self.placement.indent_of(load.chip) + sideways.steps, 0), DEEPEST)
        # Over the guides the pointer says how deep; further in, the line above does.
        above = self.placement.suggested(at)
        return sideways.column if sideways.column <= above + 1 else above

    # --- telling

    def _place(self, line: int, at: int, indent: int, start: QPoint) -> None:
        """Let a line stand at a place, coming from a point of the screen."""
        before = self.placement.at(line)
        self.stand.selected = line
        if not self.placement.put(line, at, indent):
            self.refresh()
            return
        if before is None:
            self._tell_change()
            n = (self.placement.at(line) or 0) + 1
            self.announced.emit(tr("{chip}, is now line {n}", chip=self.faces.chip_name(line), n=n))
        else:
            self._tell_move(line, before)
        self._flights.land(line, start)

    def _tell_move(self, line: int, before: int) -> None:
        at = self.placement.at(line) or 0
        self._tell_change()
        if at != before:
            self.announced.emit(tr("Line {n} is now line {now}", n=before + 1, now=at + 1))
        else:
            indent = self.placement.indent_of(line)
            self.announced.emit(tr("Line {n}, indent {indent}", n=at + 1, indent=indent))

    def _tell_change(self) -> None:
        self.refresh()
        self.changed.emit()
        self._show_active()

    def _show_active(self) -> None:
        """Bring the selected row into sight, and once more when the page has taken its new size."""
        self._tell_active()
        self._soon.start()

    def _tell_active(self) -> None:
        place = self.lines.next if self.stand.selected is None else self.lines.rows[self.stand.selected]
        if not place.isHidden() and not self.stand.over:
            self.active_moved.emit(self.panel.place_of(place.geometry()))

    # --- showing

    def _show_rows(self) -> None:
        placement, stand = self.placement, self.stand
        tools = self.lines.tools_width()
        for line in placement.order:
            row = self.lines.rows[line]
            row.set_face(self.faces.face(line, tools), movable=not stand.over)
            row.setAccessibleName(self.faces.row_name(line))
            for number, blank in row.blanks.items():
                word = placement.now.chosen.get(number)
                blank.show_word(word or "", wrong=self.faces.blank_wrong(line, number))
                blank.setAccessibleName(words.blank_name(number, word))
                blank.setEnabled(not stand.over)
        free = max(
            tools_room(self._theme, tools),
            *(words_width(self._theme, one) for one in self.faces.longest_words()),
        )
        more = len(placement.rows) < len(self._task.offered)
        indents = [row.indent for row in placement.rows]
        self.lines.next.set_words(self._next_words())
        self.lines.next.setEnabled(not stand.over)
        self.lines.show_rows(
            placement.order, indents, free=free, more=not placement.rows or (more and not stand.over)
        )
        self._order_stops()

    def _next_words(self) -> str:
        if self.stand.over:
            return tr("No line was placed")
        return tr("Next line") if self.placement.rows else tr("First line")

    def _order_stops(self) -> None:
        """Let Tab lead to one row only, and to the blanks in it."""
        stop = self.first_focus()
        for row in self.lines.rows.values():
            here = Qt.FocusPolicy.TabFocus if row is stop else Qt.FocusPolicy.NoFocus
            for widget in (row, *row.blanks.values()):
                if widget.focusPolicy() != here:
                    widget.setFocusPolicy(here)
        next_stop = Qt.FocusPolicy.TabFocus if stop is self.lines.next else Qt.FocusPolicy.NoFocus
        self.lines.next.setFocusPolicy(next_stop)

    def _show_tools(self) -> None:
        line = None if self.stand.over else self.stand.selected
        self.lines.show_tools(line)
        if line is None:
            return
        at, indent = self.placement.at(line) or 0, self.placement.indent_of(line)
        self.tools.name(words.tool_names(at, indentation=self._task.indentation))
        can = {"up": at > 0, "down": at < len(self.placement.rows) - 1, "out": indent > 0, "back": True}
        can["in"] = indent < DEEPEST
        self.tools.allow({key for key, free in can.items() if free}, wrong=self._is_wrong(line))

    def _is_wrong(self, line: int) -> bool:
        return self.lines.rows[line].face().mark == "wrong"

    def _show_tray(self) -> None:
        left = [line for line in self.chips if self.placement.at(line) is None]
        for line, chip in self.chips.items():
            chip.setVisible(line in left)
            chip.set_state(ChipState(gone=self.stand.held == line), movable=not self.stand.over)
        self.tray.refresh_stop()
        self.tray.set_caption(self.faces.caption())
        if self.tray.parentWidget() is not None:  # else it would be a window of its own for a moment
            self.tray.setVisible(bool(left) or not self.stand.over)

    def _keep_focus(self, focused: QWidget | None) -> None:
        """Let the keyboard stay in the list or in the tray when what had it is gone."""
        if focused is None or self.stand.over:
            return
        if self.lines.isAncestorOf(focused):
            stays = focused.parentWidget() is self.lines.rows.get(self.stand.selected or 0)
            if not (stays and focused.isVisible()) and focused is not self.first_focus():
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tray.isAncestorOf(focused) and focused.isHidden():
            shown = [chip for chip in self.chips.values() if not chip.isHidden()]
            (shown[0] if shown else self.first_focus()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_landing(self, line: int, landing: bool) -> None:
        (self.faces.landing.add if landing else self.faces.landing.discard)(line)
        self.refresh()

    # --- making

    def _connect(self) -> None:
        self._soon.timeout.connect(self._tell_active)
        self._room.changed.connect(self._tell_active)
        self._scroller.scrolled.connect(self.lines.aim_at)
        self.lines.dropped.connect(self._drop)
        self.lines.next.clicked.connect(lambda _checked=False: self.select(None))
        self.lines.next.reached.connect(lambda: self.select(None))
        self.tools.wanted.connect(self._use_tool)
        self.tray.chip_clicked.connect(lambda at: self.add(self.placement.tray[at]))
        self.tray.drag_wanted.connect(self._drag_from_tray)
        self.tray.chip_returned.connect(self._return)
        for line, row in self.lines.rows.items():
            row.clicked.connect(lambda _checked=False, line=line: self.select(line))
            row.reached.connect(lambda line=line: self.select(line))
            row.drag_wanted.connect(lambda pressed, line=line: self._drag_from_row(line, pressed))
            for number, blank in row.blanks.items():
                blank.chosen.connect(lambda word, line=line, number=number: self._choose(line, number, word))
