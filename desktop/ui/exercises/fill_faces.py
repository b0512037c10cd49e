"""What slots and chips show, as it follows from what stands where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont

from desktop.domain.exercises.fill import NOTHING, FillTask
from desktop.ui.exercises import fill_words as words
from desktop.ui.exercises.fill_placement import FillPlacement
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_look import ChipState
from desktop.ui.widgets.slot_canvas import SlotFace
from desktop.ui.words import tr


@dataclass(slots=True)
class FillStand:
    """How things stand beside the chips that are placed."""

    active: int | None = 0
    """The blank's number that a chip would go to."""
    picked: int | None = None
    """The chip that was clicked and waits for a blank."""
    held: int | None = None
    """The chip that hangs on the pointer."""
    chip_first: bool = True
    """Whether a clicked chip waits for a blank: the learner chooses the chip first."""
    over: bool = False
    revealed: bool = False
    marks: Mapping[str, bool] | None = None
    """The verdict on each blank after a test, when nothing is locked."""


class FillFaces:
    """Faces, states, names and the caption of one task."""

    def __init__(self, theme: Theme, task: FillTask, placement: FillPlacement, stand: FillStand) -> None:
        self._theme, self._task, self._placement, self._stand = theme, task, placement, stand
        self.shown = {number: task.shown_number(number) for number in task.numbers}
        """The number on the badge of each blank."""

    def style(self, text: str) -> str:
        """The type style of a chip: code in code, words in prose."""
        return "body" if text == NOTHING or self._task.code is None else "code"

    def chip_texts(self) -> list[tuple[str, QFont]]:
        """Every chip's text and font, from which the size of the slots follows."""
        texts = [chip.text for chip in self._placement.chips]
        return [(words.chip_words(text), self._theme.font(self.style(text))) for text in texts]

    def chips(self) -> list[Chip]:
        """A chip for each letter, with room for the longest note it may get."""
        most = len(self.shown)
        notes = [words.chip_note([most])]
        if self._task.reuse and most > 2:
            notes.append(words.chip_note(list(self.shown.values())))
        longest = max(notes, key=len)
        return [
            Chip(self._theme, chip.letter, words.chip_words(chip.text), self.style(chip.text), longest)
            for chip in self._placement.chips
        ]

    def right_answers(self, wrong: Sequence[int], right: Mapping[int, str]) -> list[Chip]:
        """The right chip for each wrong blank, the blank's number on its cap."""
        chips = []
        for number in wrong:
            shown, text = str(self.shown[number]), right[number]
            chip = Chip(self._theme, shown, words.chip_words(text), self.style(text))
            name = tr("Right answer for blank {n}: {text}", n=shown, text=words.said(text))
            chip.setAccessibleName(name)
            chip.set_state(ChipState(), movable=False)
            chips.append(chip)
        return chips

    def is_open(self, number: int) -> bool:
        """Whether a chip may be put into a blank."""
        return not self._stand.over and number not in self._placement.locked

    def face(self, number: int) -> SlotFace:
        """What a blank shows."""
        text = self._placement.text_in(number)
        if text is None:
            return SlotFace(mark=self._mark(number), open=self.is_open(number))
        return SlotFace(words.chip_words(text), self.style(text), self._mark(number), self.is_open(number))

    def slot_name(self, number: int, line: int) -> str:
        """The name of a slot that stands in a line."""
        text, shown = self._placement.text_in(number), self.shown[number]
        return words.blank_name(shown, len(self.shown), line, text, self._mark(number))

    def chip_name(self, chip: int) -> str:
        """The name of a chip, with the blanks where it stands."""
        stands = sorted(self.shown[number] for number in self._placement.blanks_of(chip))
        return words.chip_name(self._placement.chips[chip], stands)

    def chip_movable(self, chip: int) -> bool:
        """Whether a chip can be taken."""
        return not self._stand.over and self._placement.can_move(chip)

    def chip_state(self, chip: int) -> ChipState:
        """What a chip in the tray shows."""
        placement, stand = self._placement, self._stand
        if stand.held == chip:
            return ChipState(gone=True)
        blanks, picked = placement.blanks_of(chip), stand.picked == chip
        if stand.over:
            return ChipState(used=True, note=self._where(blanks))
        if any(number not in placement.wrong for number in blanks):
            return ChipState(used=not placement.reusable(chip), note=self._where(blanks), picked=picked)
        tried = placement.tried.get(placement.chips[chip].text, ())
        note = words.tried_note(sorted(self.shown[number] for number in tried))
        return ChipState(tried=bool(tried), note=note, picked=picked)

    def caption(self) -> str:
        """What the tray says: what can be done next."""
        placement, stand = self._placement, self._stand
        if stand.over:
            return tr("The worked answer") if stand.revealed else tr("Every blank is right")
        if stand.picked is not None:
            return tr("Now click a blank for chip {letter}", letter=placement.chips[stand.picked].letter)
        if placement.wrong:
            blanks = sorted(self.shown[number] for number in placement.wrong)
            if len(blanks) > 1:
                return tr("Choose other chips for blanks {all}", all=words.listed(blanks))
            return tr("Choose another chip for blank {n}", n=blanks[0])
        if stand.active is not None and not stand.chip_first and not placement.complete:
            return tr("Choose a chip for blank {n}", n=self.shown[stand.active])
        return tr("Drag a chip, or click a blank and then a chip")

    def _mark(self, number: int) -> str:
        if self._stand.marks is not None:
            return "right" if self._stand.marks[str(number)] else "wrong"
        if number in self._placement.locked:
            return "right"
        return "wrong" if number in self._placement.wrong else ""

    def _where(self, numbers: Sequence[int]) -> str:
        return words.chip_note(sorted(self.shown[number] for number in numbers))
