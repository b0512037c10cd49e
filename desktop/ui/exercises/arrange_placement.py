"""Which line stands where: every rule of arranging lines, without anything that is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from desktop.domain.exercises.arrange import DEEPEST, ArrangeAnswer, ArrangeTask, Row, RowMark

_SHUFFLES = 200


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rows, the words chosen in their blanks, and the marks of rows that are as they were checked."""

    rows: tuple[Row, ...] = ()
    chosen: Mapping[int, str] = field(default_factory=dict)
    marks: Mapping[int, RowMark] = field(default_factory=dict)

    def same_as(self, other: Arrangement | None) -> bool:
        """Whether the same lines stand in the same places with the same words."""
        return other is not None and (self.rows, self.chosen) == (other.rows, other.chosen)


def shuffled(task: ArrangeTask, seed: int) -> tuple[int, ...]:
    """All lines in the order of the tray: no accepted order, and at least half the lines have moved."""
    random = Random(seed)
    order = list(range(1, len(task.offered) + 1))
    best, most = tuple(order), -1
    for _ in range(_SHUFFLES):
        random.shuffle(order)
        moved = _moved(task, order)
        if moved > most:
            best, most = tuple(order), moved
        if 2 * moved >= len(task.written) and not _accepted(task, order):
            return tuple(order)
    return best  # nearly all lines are alike, so that hardly any order can differ


def _needed(task: ArrangeTask, order: Sequence[int]) -> list[int]:
    return [line for line in order if line <= len(task.written)]


def _moved(task: ArrangeTask, order: Sequence[int]) -> int:
    """How many of the needed lines stand elsewhere among themselves than in the code."""
    texts = [task.text_of(line) for line in _needed(task, order)]
    return sum(text != one.text for text, one in zip(texts, task.written, strict=True))


def _accepted(task: ArrangeTask, order: Sequence[int]) -> bool:
    rows = tuple(Row(line=line, indent=task.own_indent(line)) for line in _needed(task, order))
    return RowMark.PLACE not in task.marks(ArrangeAnswer(rows=rows))


class ArrangePlacement:
    """The lines of one task that are placed, and the way back to the last check.

    Nothing is ever locked: what is right depends on the order of all lines, so the learner may have to
    move a line that stands well to make room for another.
    """

    def __init__(self, task: ArrangeTask, seed: int) -> None:
        self._task = task
        order = shuffled(task, seed)
        self.tray = order
        """All lines by their numbers, in the order of their letters."""
        self.now = Arrangement()
        self._checked: Arrangement | None = None
        self._past: list[Arrangement] = []
        self._future: list[Arrangement] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines that are placed, from the top."""
        return self.now.rows

    @property
    def order(self) -> list[int]:
        """The numbers of the lines that are placed, from the top."""
        return [row.line for row in self.now.rows]

    @property
    def complete(self) -> bool:
        """Whether enough lines are placed and every blank in them holds a word."""
        blanks = self._task.line_of_blank
        placed = set(self.order)
        words = all(blank in self.now.chosen for blank, line in blanks.items() if line in placed)
        return len(placed) >= len(self._task.written) and words

    @property
    def changed_since_check(self) -> bool:
        """Whether anything stands otherwise than at the last check."""
        return not self.now.same_as(self._checked)

    def letter(self, line: int) -> str:
        """The letter of a line, which it keeps."""
        return chr(ord("A") + self.tray.index(line))

    def at(self, line: int) -> int | None:
        """The place of a line from the top, counted from 0; `None` where it is not placed."""
        return self.order.index(line) if line in self.order else None

    def indent_of(self, line: int) -> int:
        """How deep a line stands."""
        return next((row.indent for row in self.now.rows if row.line == line), 0)

    def first_wrong(self) -> int | None:
        """The first line that was checked and is not right."""
        marks = self.now.marks
        return next((line for line in self.order if marks.get(line, RowMark.RIGHT) != RowMark.RIGHT), None)

    def answer(self) -> ArrangeAnswer:
        """What stands there, to be graded."""
        chosen = {blank: self.now.chosen.get(blank) for blank in self._task.line_of_blank}
        return ArrangeAnswer(rows=self.now.rows, chosen=chosen)

    def put(self, line: int, at: int, indent: int) -> bool:
        """Let a line stand at a place among the others, from the tray or from another place."""
        rows = [row for row in self.now.rows if row.line != line]
        rows.insert(min(max(at, 0), len(rows)), Row(line=line, indent=self._depth(line, indent)))
        return self._become(rows, [line])

    def move(self, line: int, by: int) -> bool:
        """Move a line up or down; whether there was room."""
        at = self.at(line)
        fits = at is not None and 0 <= at + by < len(self.rows)
        return fits and self.put(line, (at or 0) + by, self.indent_of(line))

    def indent(self, line: int, by: int) -> bool:
        """Move a line sideways by levels; whether it could be."""
        at = self.at(line)
        return at is not None and self.put(line, at, self.indent_of(line) + by)

    def put_back(self, line: int) -> bool:
        """Take a line out again."""
        return line in self.order and self._become([row for row in self.rows if row.line != line], [line])

    def choose(self, blank: int, word: str) -> bool:
        """Put a word into a blank."""
        after = replace(self.now, chosen={**self.now.chosen, blank: word})
        line = self._task.line_of_blank[blank]
        return self._take(replace(after, marks=_without(after.marks, [line])))

    def reset(self) -> bool:
        """Take every line out and every word away."""
        return self._take(Arrangement())

    def suggested(self, at: int) -> int:
        """How deep a line is put that comes from the tray: as deep as the one above it."""
        return self.rows[at - 1].indent if 0 < at <= len(self.rows) else 0

    def undo(self) -> bool:
        """Take back the last step since the last check."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Do it again."""
        return self._travel(self._future, self._past)

    def set(self, answer: ArrangeAnswer) -> None:
        """Let an answer stand, without a way back; what no longer fits is left out."""
        rows: list[Row] = []
        for row in answer.rows:
            fits = row.line in self.tray and all(row.line != other.line for other in rows)
            if fits:
                rows.append(Row(line=row.line, indent=self._depth(row.line, row.indent)))
        words = {
            blank: word
            for blank, word in answer.chosen.items()
            if word is not None and blank in self._task.faded and word in self._task.faded[blank].choices
        }
        after = Arrangement(tuple(rows), words)
        marks = self._checked.marks if self._checked is not None else {}
        kept = {line: mark for line, mark in marks.items() if self._as_checked(line, after)}
        self.now = replace(after, marks=kept)
        self._past.clear()
        self._future.clear()

    def mark(self, marks: Mapping[int, RowMark]) -> None:
        """Take over a check of what stands here."""
        self.now = self._checked = replace(self.now, marks=dict(marks))
        self._past.clear()
        self._future.clear()

    def start_over(self) -> None:
        """Nothing is placed or checked."""
        self.now, self._checked = Arrangement(), None
        self._past.clear()
        self._future.clear()

    def _depth(self, line: int, indent: int) -> int:
        """The level a line gets; where indentation does not count it is the line's own."""
        return min(max(indent, 0), DEEPEST) if self._task.indentation else self._task.own_indent(line)

    def _as_checked(self, line: int, after: Arrangement) -> bool:
        """Whether a line stands as it did at the last check, so that its mark still holds."""
        before = self._checked
        if before is None:
            return False
        words = [blank for blank, holder in self._task.line_of_blank.items() if holder == line]
        same_words = all(before.chosen.get(blank) == after.chosen.get(blank) for blank in words)
        there, here = (
            [(at, row) for at, row in enumerate(one.rows) if row.line == line] for one in (before, after)
        )
        return same_words and there == here != []

    def _become(self, rows: Sequence[Row], touched: Iterable[int]) -> bool:
        marks = _without(self.now.marks, touched)
        return self._take(replace(self.now, rows=tuple(rows), marks=marks))

    def _take(self, after: Arrangement) -> bool:
        if after.same_as(self.now):
            return False
        self._past.append(self.now)
        self._future.clear()
        self.now = after
        return True

    def _travel(self, source: list[Arrangement], target: list[Arrangement]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True


def _without(marks: Mapping[int, RowMark], lines: Iterable[int]) -> dict[int, RowMark]:
    gone = set(lines)
    return {line: mark for line, mark in marks.items() if line not in gone}


def kept(answer: ArrangeAnswer) -> dict[str, Any]:
    """An answer as JSON values, for a draft."""
    chosen = {str(blank): word for blank, word in answer.chosen.items() if word is not None}
    return {"rows": [[row.line, row.indent] for row in answer.rows], "chosen": chosen}


def answer_of(placement: Mapping[str, Any]) -> ArrangeAnswer:
    """The answer in a draft; values that are none are left out."""
    rows, chosen = placement.get("rows"), placement.get("chosen")
    pairs = [row for row in rows if _is_pair(row)] if isinstance(rows, list | tuple) else []
    words = chosen.items() if isinstance(chosen, dict) else ()
    return ArrangeAnswer(
        rows=tuple(Row(line=line, indent=indent) for line, indent in pairs),
        chosen={int(blank): word for blank, word in words if str(blank).isdigit() and isinstance(word, str)},
    )


def _is_pair(value: Any) -> bool:
    whole = isinstance(value, list | tuple) and len(value) == 2
    return whole and all(isinstance(one, int) for one in value)
