"""Fill: chips, the blanks they go into, and every way to bring them there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import getpid
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.fill import NOTHING, FillAnswer, FillTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises import fill_words as words
from desktop.ui.exercises.fill_placement import FillPlacement, mended
from desktop.ui.exercises.fill_snippet import snippet_lines
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_look import CAP, HEIGHT, LEFT, SHADOW, ChipState
from desktop.ui.widgets.chip_look import GAP as CHIP_GAP
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.drag import HANG, ChipLoad, DragEnd, run_drag
from desktop.ui.widgets.edge_scroller import EdgeScroller
from desktop.ui.widgets.flight import Flight
from desktop.ui.widgets.neighbours import ARROWS
from desktop.ui.widgets.slot_canvas import InHand, SlotCanvas, SlotFace
from desktop.ui.widgets.snippet_panel import SnippetPanel
from desktop.ui.words import tr

_SECOND_DIGIT_MS = 1000


class FillView(TaskView):
    """A snippet with blanks and a tray of chips.

    A chip goes into the active blank when the blank was chosen first; when the chip was clicked first,
    it waits for a blank. Letters always place into the active blank.
    """

    def __init__(
        self, theme: Theme, task: FillTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._task, self._exam = theme, task, exam
        self._owner = f"{getpid()}-{id(self)}"
        self._placement = FillPlacement(task, seed)
        self._shown = {number: task.shown_number(number) for number in task.numbers}
        self._active: int | None = 0
        self._picked: int | None = None
        self._held: int | None = None
        self._chip_first = True
        self._over = self._revealed = False
        self._marks: Mapping[str, bool] | None = None
        self._flying: list[int] = []
        self._digits = ""
        self._canvas = SlotCanvas(theme, self._owner, self._in_hand, mirrors=task.code is None)
        self._panel = self._make_panel()
        self.work = self._panel
        self._tray = self._make_tray()
        self._answers: ChipTray | None = None
        self.tray = QWidget()
        column = QVBoxLayout(self.tray)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tray)
        self._scroller = EdgeScroller(self._canvas)
        self._forget_digits = QTimer(self)
        self._forget_digits.setSingleShot(True)
        self._forget_digits.setInterval(_SECOND_DIGIT_MS)
        self._forget_digits.timeout.connect(self._drop_digits)
        self._connect()
        self._refresh()

    # --- what the page asks

    @property
    def complete(self) -> bool:
        return self._placement.complete

    @property
    def changed_since_check(self) -> bool:
        return self._placement.changed_since_check

    def answer(self) -> FillAnswer:
        return FillAnswer(placed=self._placement.texts())

    def placement(self) -> dict[str, Any]:
        texts = self._placement.texts()
        return {"placed": {str(number): text for number, text in texts.items() if text is not None}}

    def restore(self, placement: dict[str, Any]) -> None:
        placed = placement.get("placed")
        texts = placed if isinstance(placed, dict) else {}
        self._placement.put({number: texts.get(str(number)) for number in self._placement.numbers})
        self._activate_next()
        self._refresh()

    def show_entry(self, entry: Entry) -> None:
        self._placement.start_over()
        self._over, self._revealed, self._marks = entry.stand is not Stand.OPEN, False, None
        for given in entry.answers:
            if isinstance(given, FillAnswer):
                self._placement.put(given.placed)
                self._take_marks(self._task.grade(given).parts)
        if entry.stand is Stand.REVEALED:
            self._reveal()
        elif entry.placement is not None and not self._over:
            self.restore(entry.placement)
        self._activate_next()
        self._chip_first = True
        self._refresh()

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._unpick()
        self._take_marks(feedback.grade.parts)
        self._over = feedback.stand is not Stand.OPEN
        if feedback.stand is Stand.REVEALED:
            self._reveal()
        self._activate_next()
        self._chip_first = False
        self._refresh()

    def show_result(self, answer: AnyAnswer | None) -> None:
        given = answer if isinstance(answer, FillAnswer) else FillAnswer(placed={})
        self._placement.start_over()
        self._placement.put(given.placed)
        self._marks, self._over, self._active = self._task.grade(given).parts, True, None
        self._refresh()
        wrong = [number for number in sorted(self._task.numbers) if not self._marks[str(number)]]
        self._tray.hide()
        column = self.tray.layout() if self.tray is not None else None
        if wrong and self._answers is None and column is not None:
            self._answers = self._right_answers(wrong, mended(self._task, given.placed))
            column.addWidget(self._answers)

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        remarks = feedback.grade.remarks
        blanks = [self._shown[int(remark.part)] for remark in remarks]
        return [words.wrong_note(self._task, words.not_right_yet(blanks), remarks)] if remarks else []

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        return words.closing_notes(self._task, entry)

    def verdict_words(self, feedback: Feedback) -> str:
        if feedback.grade.right:
            return tr("Right.")
        blanks = [self._shown[int(remark.part)] for remark in feedback.grade.remarks]
        return tr("{verdict}.", verdict=words.not_right_yet(blanks))

    def reset(self) -> None:
        self._unpick()
        if not self._over and self._placement.reset():
            self._activate_next(from_start=True)
            self._chip_first = True
            self._changed()

    def undo(self) -> None:
        self._after_travel(() if self._over else self._placement.undo())

    def redo(self) -> None:
        self._after_travel(() if self._over else self._placement.redo())

    def legend(self) -> Sequence[LegendItem]:
        if self._over:
            return []
        blanks = min(9, len(self._shown))
        digits = ("1", "–", str(blanks)) if blanks > 1 else ("1",)
        letters = [chip.letter for chip in self._placement.chips]
        keys = ("A", "–", letters[-1]) if len(letters) > 1 else ("A",)
        return [LegendItem(digits, tr("pick a blank")), LegendItem(keys, tr("place a chip"))]

    def key_pressed(self, event: QKeyEvent) -> bool:
        other = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if self._over or other:
            return False
        key, text = Qt.Key(event.key()), event.text()
        if len(text) == 1 and text in "0123456789":
            return self._type_digit(text)
        letters = {chip.letter: at for at, chip in enumerate(self._placement.chips)}
        if text.upper() in letters:
            self._press_letter(letters[text.upper()])
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self._empty_active()
        if key in ARROWS:
            self._canvas.step(key)
            return True
        return False

    def cancel(self) -> bool:
        had = self._picked is not None
        self._unpick()
        self._refresh()
        return had

    def set_compact(self, compact: bool) -> None:
        self._panel.set_compact(compact)
        self._tray.show_caption(not compact)

    def first_focus(self) -> QWidget:
        return self._canvas.stop(self._active or 0)

    # --- making the parts

    def _make_panel(self) -> SnippetPanel:
        task = self._task
        badges = {number: str(shown) for number, shown in self._shown.items()}
        language = {"python": "Python", "yaml": "YAML", "json": "JSON", "toml": "TOML", "bash": "Bash"}
        language |= {"sql": "SQL", "dockerfile": "Dockerfile", "ini": "INI", "console": tr("Console")}
        return SnippetPanel(
            self._theme,
            self._canvas,
            snippet_lines(task),
            self._chip_texts,
            badges,
            prose=task.code is None,
            title=task.file or "",
            language=language.get(task.language or "", tr("Text")),
        )

    def _chip_texts(self) -> list[tuple[str, QFont]]:
        return [
            (words.chip_words(chip.text), self._theme.font(self._style(chip.text)))
            for chip in self._placement.chips
        ]

    def _make_tray(self) -> ChipTray:
        most = len(self._shown)
        two = [most, most - 1] if most > 1 else [most]
        notes = [words.chip_note(two)]
        if self._task.reuse and most > 2:
            notes.append(words.chip_note(list(self._shown.values())))
        longest = max(notes, key=len)
        chips = [
            Chip(self._theme, chip.letter, words.chip_words(chip.text), self._style(chip.text), longest)
            for chip in self._placement.chips
        ]
        return ChipTray(self._theme, chips, self._owner)

    def _right_answers(self, wrong: Sequence[int], right: Mapping[int, str]) -> ChipTray:
        """The right chip for each wrong blank, its cap the blank's number."""
        chips = []
        for number in wrong:
            text, shown = words.chip_words(right[number]), str(self._shown[number])
            chip = Chip(self._theme, shown, text, self._style(right[number]))
            chip.setAccessibleName(
                tr("Right answer for blank {n}: {text}", n=shown, text=words.said(right[number]))
            )
            chip.set_state(ChipState(), movable=False)
            chips.append(chip)
        tray = ChipTray(self._theme, chips)
        tray.setAcceptDrops(False)
        tray.set_caption(tr("The right answer"))
        return tray

    def _style(self, text: str) -> str:
        return "body" if text == NOTHING or self._task.code is None else "code"

    def _connect(self) -> None:
        canvas, tray = self._canvas, self._tray
        canvas.slot_clicked.connect(self._click_slot)
        canvas.slot_reached.connect(self._reach_slot)
        canvas.drag_wanted.connect(self._drag_from_blank)
        canvas.targeted.connect(self._show_target)
        canvas.dropped.connect(self._drop_on_slot)
        canvas.emptied.connect(self._empty_active)
        canvas.submitted.connect(self.submitted)
        tray.chip_clicked.connect(self._click_chip)
        tray.drag_wanted.connect(self._drag_from_tray)
        tray.chip_returned.connect(self._return_chip)

    # --- clicks

    def _click_slot(self, place: int) -> None:
        number = self._number(place)
        if self._over or number in self._placement.locked:
            return
        if self._picked is not None:
            chip = self._picked
            self._unpick()
            self._place(chip, place, start=self._lift_off(chip))
            self._chip_first = True
            return
        if self._active == place and not self._chip_first:
            self._active, self._chip_first = None, True
        else:
            self._active, self._chip_first = place, False
            self._canvas.focus_slot(place)
        self._refresh()

    def _click_chip(self, chip: int) -> None:
        if self._over or not self._placement.can_move(chip):
            return
        if self._picked == chip:
            self._unpick()
            self._refresh()
        elif self._takes_back(chip):
            self._take_back(chip)
        elif self._active is None or self._chip_first or self._number(self._active) in self._placement.locked:
            self._picked = chip
            said = words.chip_name(self._placement.chips[chip], ())
            self._refresh()
            self.announced.emit(tr("{chip}, picked up. Choose a blank.", chip=said))
        else:
            self._place(chip, self._active, start=self._lift_off(chip))

    def _takes_back(self, chip: int) -> bool:
        """Whether a click on this chip takes it out of its blank: a wrong one may be tried elsewhere."""
        stands = self._placement.blanks_of(chip)
        if not stands or self._placement.reusable(chip):
            active = None if self._active is None or self._chip_first else self._number(self._active)
            return bool(stands) and active in stands
        active_number = None if self._active is None else self._number(self._active)
        return stands[0] not in self._placement.wrong or active_number in stands or self._chip_first

    def _unpick(self) -> None:
        self._picked = None

    # --- keys

    def _type_digit(self, digit: str) -> bool:
        """Pick the blank with this number; a second digit at once makes it a number of two."""
        by_shown = {str(shown): number for number, shown in self._shown.items()}
        typed = self._digits + digit if self._digits + digit in by_shown else digit
        if typed not in by_shown:
            return False
        self._digits = typed if len(self._shown) > 9 else ""
        self._forget_digits.start()
        place = self._first_place(by_shown[typed])
        if self._picked is not None:
            self._click_slot(place)
        else:
            self._reach_slot(place)
            self.announced.emit(self._canvas.stop(place).accessibleName())
        return True

    def _drop_digits(self) -> None:
        self._digits = ""

    def _press_letter(self, chip: int) -> None:
        self._unpick()
        number = None if self._active is None else self._number(self._active)
        if number is None or number in self._placement.locked:
            number = self._placement.next_empty(None)
        if number is None or not self._placement.can_move(chip):
            self._refresh()
            return
        self._chip_first = False
        self._place(chip, self._place_near(number), start=self._lift_off(chip))

    def _empty_active(self) -> bool:
        if self._active is None or self._over:
            return False
        number = self._number(self._active)
        if self._placement.take_back([number]):
            self._changed()
            self.announced.emit(tr("Blank {n} is empty", n=self._shown[number]))
        return True

    def _reach_slot(self, place: int) -> None:
        """Arrows, digits or Tab have led to a slot."""
        self._active, self._chip_first = place, False
        self._refresh()
        self._show_active()

    # --- dragging

    def _in_hand(self, load: ChipLoad) -> InHand | None:
        if self._over or load.chip >= len(self._placement.chips) or not self._placement.can_move(load.chip):
            return None
        text = self._placement.chips[load.chip].text
        return InHand(words.chip_words(text), self._style(text), load.origin)

    def _drag_from_tray(self, chip: int) -> None:
        stands = () if self._placement.reusable(chip) else self._placement.blanks_of(chip)
        self._drag(self._tray.chips[chip], ChipLoad(self._owner, chip, stands[0] if stands else 0))

    def _drag_from_blank(self, number: int) -> None:
        chip = self._placement.placed.get(number)
        if chip is not None and not self._over:
            self._drag(self._canvas, ChipLoad(self._owner, chip, number))

    def _drag(self, source: QWidget, load: ChipLoad) -> None:
        """Let a chip hang on the pointer until it is let go."""
        held = self._in_hand(load)
        if held is None:
            return
        self._unpick()
        self._held = load.chip
        self._canvas.begin_drag(held)
        self._refresh()
        end = run_drag(source, load, self._tray.chips[load.chip].pixmap(), SHADOW, self._scroller)
        self._held = None
        self._canvas.end_drag()
        self._refresh()
        if end is DragEnd.OUTSIDE and load.origin:
            self._return_chip(load)

    def _drop_on_slot(self, load: ChipLoad, place: int) -> None:
        start = QCursor.pos() + HANG - QPoint(SHADOW, SHADOW)
        self._chip_first = False
        if load.origin and not self._placement.reusable(load.chip):
            self._move(load.origin, place, start)
        else:
            self._place(load.chip, place, start=start, origin=load.origin)

    def _return_chip(self, load: ChipLoad) -> None:
        """A chip was dropped on the tray, or outside everything: it goes home."""
        if load.origin and self._placement.take_back([load.origin]):
            self._active = self._place_near(load.origin)
            self._fly(load.chip, QCursor.pos() + HANG - QPoint(SHADOW, SHADOW), self._home(load.chip), None)
            self._changed()
            self.announced.emit(tr("Blank {n} is empty", n=self._shown[load.origin]))

    def _show_target(self, number: int) -> None:
        places = len([one for one in self._canvas.sheet.places if one.number == number])
        several = number and places > 1
        self._tray.set_caption(words.same_chip(self._shown[number], places) if several else self._caption())

    # --- placing

    def _place(self, chip: int, place: int, *, start: QPoint | None, origin: int = 0) -> None:
        """Put a chip into the blank of a place; the next empty blank becomes active."""
        number = self._number(place)
        swaps = () if self._placement.reusable(chip) else self._placement.blanks_of(chip)
        if swaps:
            self._move(swaps[0], place, start)
        elif origin and origin != number:
            self._move(origin, place, start)
        elif self._placement.place(chip, number):
            self._landed(chip, place, start)
        else:
            self._refresh()

    def _move(self, origin: int, place: int, start: QPoint | None) -> None:
        chip, number = self._placement.placed.get(origin), self._number(place)
        if chip is not None and self._placement.move(origin, number):
            self._landed(chip, place, start)
        else:
            self._refresh()

    def _landed(self, chip: int, place: int, start: QPoint | None) -> None:
        number = self._number(place)
        if start is not None:
            self._fly(chip, start, self._above_slot(place), number)
        said = words.placed_words(self._placement.chips[chip], self._shown[number])
        following = self._placement.next_empty(number)
        self._active = place if following is None else self._first_place(following)
        self._changed()
        self._show_active()
        self.announced.emit(said)

    def _take_back(self, chip: int) -> None:
        stands = self._placement.blanks_of(chip)
        active = None if self._active is None else self._number(self._active)
        only_here = self._placement.reusable(chip) and active in stands
        emptied = [number for number in stands if not only_here or number == active]
        if self._placement.take_back(emptied):
            self._active = self._place_near(emptied[0])
            self._changed()
            self.announced.emit(tr("Blank {n} is empty", n=self._shown[emptied[0]]))

    def _after_travel(self, numbers: tuple[int, ...]) -> None:
        self._unpick()
        if numbers:
            self._active = self._first_place(numbers[0])
            self._changed()
            self._show_active()
            self.announced.emit(self._canvas.stop(self._active).accessibleName())

    def _changed(self) -> None:
        self._refresh()
        self.changed.emit()

    # --- after a check

    def _take_marks(self, parts: Mapping[str, bool]) -> None:
        self._placement.mark({int(part): right for part, right in parts.items()})

    def _reveal(self) -> None:
        """Let the worked answer stand in the blanks; chips that are right already stay."""
        right = mended(self._task, self._placement.texts())
        self._placement.put({**self._placement.texts(), **right})
        self._placement.locked = frozenset(self._placement.numbers)
        self._placement.wrong = frozenset()
        self._revealed = True

    def _activate_next(self, *, from_start: bool = False) -> None:
        """Point at the blank to work on: the first wrong one, else the first empty one."""
        if self._over:
            self._active = None
            return
        wrong = None if from_start else self._placement.next_wrong()
        number = self._placement.next_empty(None) if wrong is None else wrong
        if number is None:
            number = next((n for n in self._placement.numbers if n not in self._placement.locked), None)
        self._active = None if number is None else self._first_place(number)

    # --- showing

    def _refresh(self) -> None:
        """Show what stands where; only what differs is painted again."""
        self._canvas.set_faces({number: self._face(number) for number in self._placement.numbers})
        self._canvas.set_names([self._name(at) for at in range(len(self._canvas.sheet.places))])
        self._canvas.set_active(self._active)
        self._canvas.set_picking(self._picked is not None)
        for at, (chip, state) in enumerate(zip(self._tray.chips, self._chip_states(), strict=True)):
            chip.set_state(state, movable=not self._over and self._placement.can_move(at))
            chip.setAccessibleName(self._chip_name(at))
        self._tray.refresh_stop()
        self._tray.set_caption(self._caption())

    def _face(self, number: int) -> SlotFace:
        text = self._placement.text_in(number)
        open_ = not self._over and number not in self._placement.locked
        style = "code" if text is None else self._style(text)
        return SlotFace(None if text is None else words.chip_words(text), style, self._mark(number), open_)

    def _mark(self, number: int) -> str:
        if self._marks is not None:
            return "right" if self._marks[str(number)] else "wrong"
        if number in self._placement.locked:
            return "right"
        return "wrong" if number in self._placement.wrong else ""

    def _name(self, at: int) -> str:
        place = self._canvas.sheet.places[at]
        text, mark = self._placement.text_in(place.number), self._mark(place.number)
        return words.blank_name(self._shown[place.number], len(self._shown), place.line, text, mark)

    def _chip_name(self, chip: int) -> str:
        stands = [self._shown[number] for number in self._placement.blanks_of(chip)]
        return words.chip_name(self._placement.chips[chip], stands)

    def _chip_states(self) -> list[ChipState]:
        return [self._chip_state(at) for at in range(len(self._placement.chips))]

    def _chip_state(self, chip: int) -> ChipState:
        stands = self._placement.blanks_of(chip)
        fine = [number for number in stands if number not in self._placement.wrong]
        tried = self._placement.tried.get(self._placement.chips[chip].text, ())
        if self._held == chip:
            return ChipState(gone=True)
        if self._over or (fine and not (self._placement.reusable(chip) and self._picked == chip)):
            used = not self._placement.reusable(chip) or self._over
            return ChipState(used=used, note=self._where(stands))
        if tried:
            return ChipState(tried=True, note=self._where(tried), picked=self._picked == chip)
        return ChipState(note=self._where(stands), picked=self._picked == chip)

    def _where(self, numbers: Sequence[int]) -> str:
        return words.chip_note(sorted(self._shown[number] for number in numbers))

    def _caption(self) -> str:
        """What the tray says: what can be done next."""
        placement = self._placement
        if self._over:
            return (
                tr("The worked answer stands in the blanks") if self._revealed else tr("Every blank is right")
            )
        if self._picked is not None:
            return tr("Now click a blank for chip {letter}", letter=placement.chips[self._picked].letter)
        if placement.wrong:
            blanks = sorted(self._shown[number] for number in placement.wrong)
            if len(blanks) == 1:
                return tr("Choose another chip for blank {n}", n=blanks[0])
            return tr("Choose other chips for blanks {all}", all=words.listed(blanks))
        if self._active is not None and not self._chip_first and not placement.complete:
            return tr("Choose a chip for blank {n}", n=self._shown[self._number(self._active)])
        return tr("Drag a chip, or click a blank and then a chip")

    def _show_active(self) -> None:
        if self._active is not None:
            self._panel.reveal(self._active)
            self.active_moved.emit(self._panel.line_of(self._active))

    def _number(self, place: int) -> int:
        return self._canvas.sheet.places[place].number

    def _first_place(self, number: int) -> int:
        return next(place.index for place in self._canvas.sheet.places if place.number == number)

    def _place_near(self, number: int) -> int:
        """The place of a blank: the active one, if it is this blank's."""
        if self._active is not None and self._number(self._active) == number:
            return self._active
        return self._first_place(number)

    # --- flights

    def _home(self, chip: int) -> QPoint:
        return self._tray.place_of(chip).topLeft() - QPoint(SHADOW, SHADOW)

    def _lift_off(self, chip: int) -> QPoint:
        return self._home(chip)

    def _above_slot(self, place: int) -> QPoint:
        """Where a chip lies whose text covers that of a slot."""
        theme = self._theme
        text = SHADOW + LEFT + theme.px(CAP) + CHIP_GAP
        middle = SHADOW + theme.px(HEIGHT) // 2
        return self._canvas.text_at(place) - QPoint(text, middle)

    def _fly(self, chip: int, start: QPoint, end: QPoint, number: int | None) -> None:
        """Show a chip on its way; the blank stays without text until it has landed."""
        window = self._panel.window()
        if not self._theme.ms(1) or not self._panel.isVisible():
            return
        if number is not None:
            self._flying.append(number)
            self._canvas.set_landing(frozenset(self._flying))

        def landed() -> None:
            if number is not None and number in self._flying:
                self._flying.remove(number)
                self._canvas.set_landing(frozenset(self._flying))

        Flight(self._theme, self._tray.chips[chip].pixmap(), window).fly(start, end, landed)
