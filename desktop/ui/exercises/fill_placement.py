"""Which chip stands in which blank: every rule of placing chips, without anything that is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from desktop.domain.exercises.fill import NOTHING, FillAnswer, FillTask


@dataclass(frozen=True, slots=True)
class ChipFace:
    """A chip of the tray: its letter and what it holds."""

    letter: str
    text: str


def lettered(task: FillTask, seed: int) -> tuple[ChipFace, ...]:
    """The chips of a task, shuffled by `seed` and lettered; "Leave empty" always comes last."""
    texts = list(task.chips)
    Random(seed).shuffle(texts)
    if task.leave_empty:
        texts.append(NOTHING)
    return tuple(ChipFace(chr(ord("A") + at), text) for at, text in enumerate(texts))


class FillPlacement:
    """The chips in the blanks of one task, and the way back to the last check.

    Blanks go by their numbers in the lesson, chips by their index in `chips`. Locked blanks never change.
    """

    def __init__(self, task: FillTask, seed: int) -> None:
        self.chips = lettered(task, seed)
        self.numbers = task.numbers
        self.placed: dict[int, int] = {}
        self.locked: frozenset[int] = frozenset()
        self.wrong: frozenset[int] = frozenset()
        """Blanks whose chip was checked and is wrong, as long as it still stands there."""
        self.tried: dict[str, tuple[int, ...]] = {}
        """For each text, the blanks in which a check has found it wrong."""
        self._reuse = task.reuse
        self._checked: dict[int, str | None] | None = None
        self._past: list[dict[int, int]] = []
        self._future: list[dict[int, int]] = []

    @property
    def complete(self) -> bool:
        """Whether every blank holds a chip."""
        return len(self.placed) == len(self.numbers)

    @property
    def changed_since_check(self) -> bool:
        """Whether other texts stand there than at the last check."""
        return self._checked is None or self.texts() != self._checked

    def texts(self) -> dict[int, str | None]:
        """What stands in each blank; `None` where there is nothing."""
        return {number: self.text_in(number) for number in self.numbers}

    def text_in(self, number: int) -> str | None:
        """The text of the chip in a blank."""
        chip = self.placed.get(number)
        return None if chip is None else self.chips[chip].text

    def blanks_of(self, chip: int) -> tuple[int, ...]:
        """The blanks in which a chip stands, in the order of the snippet."""
        return tuple(number for number in self.numbers if self.placed.get(number) == chip)

    def reusable(self, chip: int) -> bool:
        """Whether a chip may stand in several blanks."""
        return self._reuse or self.chips[chip].text == NOTHING

    def can_move(self, chip: int) -> bool:
        """Whether a chip can be placed anywhere: it is not held by a locked blank."""
        return self.reusable(chip) or not any(number in self.locked for number in self.blanks_of(chip))

    def place(self, chip: int, number: int) -> bool:
        """Put a chip into a blank; what stood there goes back, or changes places with it."""
        if number in self.locked or not self.can_move(chip) or self.placed.get(number) == chip:
            return False
        after = dict(self.placed)
        came_from = () if self.reusable(chip) else self.blanks_of(chip)
        left = after.pop(number, None)
        for origin in came_from:
            del after[origin]
            if left is not None:
                after[origin] = left
        after[number] = chip
        return self._become(after)

    def move(self, origin: int, number: int) -> bool:
        """Move the chip of one blank to another; a chip that stands there comes to the first."""
        if origin == number or origin not in self.placed or {origin, number} & self.locked:
            return False
        after = dict(self.placed)
        chip, there = after.pop(origin), after.pop(number, None)
        after[number] = chip
        if there is not None:
            after[origin] = there
        return self._become(after)

    def take_back(self, numbers: Iterable[int]) -> bool:
        """Empty these blanks, save those that are locked."""
        gone = set(numbers) - self.locked
        return self._become({number: chip for number, chip in self.placed.items() if number not in gone})

    def reset(self) -> bool:
        """Empty every blank that is not locked."""
        return self.take_back(self.numbers)

    def next_empty(self, after: int | None) -> int | None:
        """The first empty blank behind `after`, from the start again if need be."""
        start = self.numbers.index(after) + 1 if after in self.numbers else 0
        order = (*self.numbers[start:], *self.numbers[:start])
        return next((number for number in order if number not in self.placed), None)

    def next_wrong(self) -> int | None:
        """The first blank whose chip is wrong."""
        return next((number for number in self.numbers if number in self.wrong), None)

    def undo(self) -> tuple[int, ...]:
        """Take back the last step since the last check; the blanks that changed."""
        return self._travel(self._past, self._future)

    def redo(self) -> tuple[int, ...]:
        """Do the last step that was taken back again; the blanks that changed."""
        return self._travel(self._future, self._past)

    def put(self, texts: Mapping[int, str | None]) -> None:
        """Let these texts stand in the open blanks, without a way back; what no longer fits is left out."""
        after = {number: chip for number, chip in self.placed.items() if number in self.locked}
        for number in self.numbers:
            text = texts.get(number)
            if text is not None and number not in after:
                chip = self._free_chip(text, after)
                if chip is not None:
                    after[number] = chip
        self._settle(after)
        self._past.clear()
        self._future.clear()

    def settle(self, texts: Mapping[int, str]) -> None:
        """Let a right filling stand, for good."""
        self.put({**self.texts(), **texts})
        self.locked, self.wrong = frozenset(self.numbers), frozenset()

    def start_over(self) -> None:
        """Nothing is placed, checked or tried."""
        self.placed, self.locked, self.wrong, self.tried = {}, frozenset(), frozenset(), {}
        self._checked = None
        self._past.clear()
        self._future.clear()

    def mark(self, marks: Mapping[int, bool]) -> None:
        """Take over a check of what stands here: right chips lock, wrong ones stay and are remembered."""
        self._checked = self.texts()
        self.locked = frozenset(number for number in self.numbers if marks[number])
        self.wrong = frozenset(self.numbers) - self.locked
        for number in self.numbers:
            text = self.text_in(number)
            if number in self.wrong and text is not None and number not in self.tried.get(text, ()):
                self.tried[text] = (*self.tried.get(text, ()), number)
        self._past.clear()
        self._future.clear()

    def _free_chip(self, text: str, taken: Mapping[int, int]) -> int | None:
        used = set(taken.values())
        return next(
            (
                at
                for at, chip in enumerate(self.chips)
                if chip.text == text and (self.reusable(at) or at not in used)
            ),
            None,
        )

    def _become(self, after: dict[int, int]) -> bool:
        if after == self.placed:
            return False
        self._past.append(self.placed)
        self._future.clear()
        self._settle(after)
        return True

    def _settle(self, after: dict[int, int]) -> None:
        """Take over placed chips; the mark of a wrong chip stands as long as its text does."""
        self.placed = after
        if self._checked is not None:
            self.wrong = frozenset(
                number
                for number in self.numbers
                if number not in self.locked
                and self.text_in(number) is not None
                and self.text_in(number) == self._checked[number]
            )

    def _travel(self, source: list[dict[int, int]], target: list[dict[int, int]]) -> tuple[int, ...]:
        if not source:
            return ()
        before = self.placed
        target.append(before)
        self._settle(source.pop())
        return changed(self.numbers, before, self.placed)


def changed(numbers: Sequence[int], before: Mapping[int, int], after: Mapping[int, int]) -> tuple[int, ...]:
    """The blanks in which another chip stands than before."""
    return tuple(number for number in numbers if before.get(number) != after.get(number))


def mended(task: FillTask, placed: Mapping[int, str | None]) -> dict[int, str]:
    """A right filling that keeps what is right already, where there is one; else the key."""
    marks = task.grade(FillAnswer(placed=dict(placed))).parts
    kept = {number: chip for number, chip in placed.items() if chip is not None and marks[str(number)]}
    for filling in task.fillings:
        if all(filling[number] == chip for number, chip in kept.items()):
            return dict(filling)
    if task.fillings:
        return task.key
    found = _completed(task, kept)
    if found is None or not task.grade(FillAnswer(placed=dict(found))).right:
        return task.key
    return found


def _completed(task: FillTask, kept: Mapping[int, str]) -> dict[int, str] | None:
    """`kept` with an accepted answer in every other blank, as far as the chips go."""
    together = {number: group for group in task.interchangeable for number in group}
    left = Counter(task.chips)
    left.subtract(chip for chip in kept.values() if not task.reuse and chip != NOTHING)

    def fill(numbers: tuple[int, ...], so_far: dict[int, str]) -> dict[int, str] | None:
        if not numbers:
            right = task.grade(FillAnswer(placed=dict(so_far))).right
            return so_far if right else None
        number, rest = numbers[0], numbers[1:]
        group = together.get(number, (number,))
        accepted = dict.fromkeys([*task.answers[number], *(a for n in group for a in task.answers[n])])
        for chip in accepted:
            free = task.reuse or chip == NOTHING
            if free or left[chip] > 0:
                left[chip] -= 0 if free else 1
                if (found := fill(rest, {**so_far, number: chip})) is not None:
                    return found
                left[chip] += 0 if free else 1
        return None

    return fill(tuple(number for number in task.numbers if number not in kept), dict(kept))
