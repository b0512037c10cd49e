"""Fill: a snippet with blanks and the chips that go into them, as the page sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.fill import FillAnswer, FillTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises import fill_words as words
from desktop.ui.exercises.fill_board import FillBoard
from desktop.ui.exercises.fill_placement import mended
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_tray import ChipTray
from desktop.ui.widgets.neighbours import ARROWS
from desktop.ui.words import tr

_SECOND_DIGIT_MS = 1000


class FillView(TaskView):
    """The view of a fill task: the snippet is `work`, the chips are `tray`."""

    def __init__(
        self, theme: Theme, task: FillTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._task, self._exam = theme, task, exam
        self._board = board = FillBoard(theme, task, seed, self)
        self._placement, self._stand = board.placement, board.stand
        self.work = board.panel
        self._column, self.tray = _column(board.tray)
        self._digits = ""
        self._forget_digits = QTimer(self)
        self._forget_digits.setSingleShot(True)
        self._forget_digits.setInterval(_SECOND_DIGIT_MS)
        self._forget_digits.timeout.connect(self._drop_digits)
        board.changed.connect(self.changed)
        board.announced.connect(self.announced)
        board.active_moved.connect(self.active_moved)
        board.canvas.submitted.connect(self.submitted)

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
        self._board.point_at_next(chip_first=True)
        self._board.refresh()

    def show_entry(self, entry: Entry) -> None:
        self._placement.start_over()
        self._stand.over, self._stand.revealed = entry.stand is not Stand.OPEN, False
        for given in entry.answers:
            if isinstance(given, FillAnswer):
                self._placement.put(given.placed)
                self._placement.mark(_by_number(self._task.grade(given).parts))
        if entry.stand is Stand.REVEALED:
            self._reveal()
        elif entry.placement is not None and not self._stand.over:
            self.restore(entry.placement)
        self._board.point_at_next(chip_first=True)
        self._board.refresh()

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._placement.mark(_by_number(feedback.grade.parts))
        self._stand.over = feedback.stand is not Stand.OPEN
        if feedback.stand is Stand.REVEALED:
            self._reveal()
        self._board.point_at_next(chip_first=False)
        self._board.refresh()

    def show_result(self, answer: AnyAnswer | None) -> None:
        given = answer if isinstance(answer, FillAnswer) else FillAnswer(placed={})
        marks = self._task.grade(given).parts
        self._placement.start_over()
        self._placement.put(given.placed)
        self._stand.over, self._stand.active, self._stand.marks = True, None, marks
        self._board.refresh()
        wrong = [number for number in sorted(self._task.numbers) if not marks[str(number)]]
        self._board.tray.setVisible(not wrong)
        if wrong and self._column.count() == 1:
            chips = self._board.faces.right_answers(wrong, mended(self._task, given.placed))
            answers = ChipTray(self._theme, chips)
            answers.set_caption(tr("The right answer"))
            self._column.addWidget(answers)

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        remarks = feedback.grade.remarks
        if not remarks:
            return []
        return [words.wrong_note(self._task, words.not_right_yet(self._blanks(feedback)), remarks)]

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        return words.closing_notes(self._task, entry)

    def verdict_words(self, feedback: Feedback) -> str:
        if feedback.grade.right:
            return tr("Right.")
        return tr("{verdict}.", verdict=words.not_right_yet(self._blanks(feedback)))

    def reset(self) -> None:
        self._board.put_down()
        self._board.reset()

    def undo(self) -> None:
        if not self._stand.over:
            self._board.travel(self._placement.undo())

    def redo(self) -> None:
        if not self._stand.over:
            self._board.travel(self._placement.redo())

    def legend(self) -> Sequence[LegendItem]:
        if self._stand.over:
            return []
        blanks, letters = min(9, len(self._task.numbers)), [chip.letter for chip in self._placement.chips]
        digits = ("1", "–", str(blanks)) if blanks > 1 else ("1",)
        keys = ("A", "–", letters[-1]) if len(letters) > 1 else ("A",)
        return [LegendItem(digits, tr("pick a blank")), LegendItem(keys, tr("place a chip"))]

    def key_pressed(self, event: QKeyEvent) -> bool:
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if self._stand.over or event.modifiers() & ~plain:
            return False
        key, text = Qt.Key(event.key()), event.text()
        if len(text) == 1 and text in "0123456789":
            return self._type_digit(text)
        letters = {chip.letter: at for at, chip in enumerate(self._placement.chips)}
        if text.upper() in letters:
            self._board.place_chip(letters[text.upper()])
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self._board.empty_active()
        if key in ARROWS:
            self._board.canvas.step(key)
            return True
        return False

    def cancel(self) -> bool:
        return self._board.put_down()

    def set_compact(self, compact: bool) -> None:
        self._board.panel.set_compact(compact)
        self._board.tray.show_caption(not compact)

    def first_focus(self) -> QWidget:
        return self._board.first_focus()

    def _reveal(self) -> None:
        """Let the worked answer stand in the blanks; chips that are right already stay."""
        self._placement.settle(mended(self._task, self._placement.texts()))
        self._stand.revealed = True

    def _blanks(self, feedback: Feedback) -> list[int]:
        """The numbers of the blanks that are not right yet."""
        return sorted(self._task.shown_number(int(remark.part)) for remark in feedback.grade.remarks)

    def _type_digit(self, digit: str) -> bool:
        """Pick the blank with this number; a second digit at once makes it a number of two."""
        by_shown = {str(self._task.shown_number(number)): number for number in self._task.numbers}
        typed = self._digits + digit if self._digits + digit in by_shown else digit
        if typed not in by_shown:
            return False
        self._digits = typed if len(by_shown) > 9 else ""
        self._forget_digits.start()
        self._board.pick_blank(by_shown[typed])
        return True

    def _drop_digits(self) -> None:
        self._digits = ""


def _by_number(parts: dict[str, bool]) -> dict[int, bool]:
    return {int(part): right for part, right in parts.items()}


def _column(tray: QWidget) -> tuple[QVBoxLayout, QWidget]:
    """A holder for the tray, in which the right answers can stand below it after a test."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    column.addWidget(tray)
    return column, holder
