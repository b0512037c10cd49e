"""Arrange: put the lines of a program into their order, with their indentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.exercises.fill import MARKER, Accepted, numbered
from desktop.domain.exercises.grade import Grade, Remark
from desktop.domain.exercises.line_order import Before, closed, completed, in_turn, kept
from desktop.domain.exercises.task import Answer, Task
from desktop.domain.text import (
    Code,
    CodeLine,
    FileName,
    Language,
    Piece,
    Prose,
    Slug,
    Strict,
    as_tuple,
    refused,
)

FEWEST, MOST = 3, 12
"""How many lines there may be to arrange."""
DEEPEST = 8
"""The deepest level of indentation."""


def _counted(value: Any) -> Any:
    """TOML keys are strings; lines are counted in numbers."""
    if not isinstance(value, dict):
        return value
    wrong = next((key for key in value if not re.fullmatch(r"[1-9]\d?", str(key))), None)
    if wrong is not None:
        message = "expected the number of a line, counted from 1 without empty lines, found {key}"
        raise refused("line_number", message, at=(wrong,), key=str(wrong)[:40])
    return {int(key): one for key, one in value.items()}


Order = Annotated[tuple[int, ...], BeforeValidator(as_tuple), Field(max_length=MOST)]


class Distractor(Strict):
    """A line that is not needed."""

    line: CodeLine
    why: Prose
    concept: Slug | None = None


class Misplaced(Strict):
    """Why a line may not stand elsewhere."""

    line: int
    text: Prose
    concept: Slug | None = None


class Faded(Strict):
    """A blank within a line, filled from a list."""

    answers: Accepted
    choices: Annotated[tuple[Piece, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=8)]


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line without its indentation, and how many levels it is indented."""

    text: str
    level: int


class Row(Strict):
    """A line that was placed: its number, distractors counted on from the last line, and its level."""

    line: int
    indent: int


class ArrangeAnswer(Answer):
    """The lines as they were arranged, and the choice in each blank within them."""

    kind: Literal["arrange"] = "arrange"
    rows: Annotated[tuple[Row, ...], BeforeValidator(as_tuple)]
    chosen: Annotated[dict[int, str | None], BeforeValidator(numbered)] = Field(default_factory=dict)


class RowMark(StrEnum):
    """What is so of a row that was placed."""

    RIGHT = "right"
    PLACE = "wrong place"
    INDENTATION = "wrong indentation"
    BLANK = "wrong blank"
    NOT_NEEDED = "not needed"


class ArrangeTask(Task):
    """Lines that are shuffled, among them some that are not needed."""

    kind: Literal["arrange"]
    language: Language
    file: FileName
    code: Code
    indentation: bool = True
    """Whether the learner indents the lines; else each brings its own indentation."""
    accepted: Annotated[tuple[Order, ...], BeforeValidator(as_tuple), Field(max_length=20)] = ()
    """Other orders that are right, beside the one that is written."""
    needs: Annotated[dict[int, Order], BeforeValidator(_counted)] = Field(default_factory=dict)
    """For each line those that have to stand before it; every order that respects this is right."""
    distractors: Annotated[tuple[Distractor, ...], BeforeValidator(as_tuple), Field(max_length=6)] = ()
    misplaced: Annotated[tuple[Misplaced, ...], BeforeValidator(as_tuple), Field(max_length=MOST)] = ()
    faded: Annotated[dict[int, Faded], BeforeValidator(numbered), Field(max_length=6)] = Field(
        default_factory=dict
    )
    """Blanks within lines, marked [[1]]."""
    lines: Annotated[dict[int, Prose], BeforeValidator(_counted)] = Field(default_factory=dict)
    """What each line does."""

    GRADED: ClassVar[tuple[str, ...]] = (
        "code", "indentation", "accepted", "needs", "distractors", "faded",
    )  # fmt: skip

    @model_validator(mode="after")
    def _whole(self) -> ArrangeTask:
        """Lines, orders, distractors and blanks fit together."""
        _check_lines(self)
        _check_orders(self)
        _check_needs(self)
        _check_distractors(self)
        _check_line_numbers(self)
        _check_faded(self)
        return self

    @property
    def attempts(self) -> int:
        """Three, for any number of lines."""
        return 3

    @cached_property
    def written(self) -> tuple[WrittenLine, ...]:
        """The lines to arrange, as they are written; empty lines are left out."""
        lines = [line for line in self.code.split("\n") if line.strip()]
        levels = _levels([len(line) - len(line.lstrip(" ")) for line in lines])
        return tuple(WrittenLine(line.strip(), level) for line, level in zip(lines, levels, strict=True))

    @cached_property
    def offered(self) -> tuple[str, ...]:
        """The text of every line that can be placed: those that are needed, then the distractors."""
        return (*(line.text for line in self.written), *(one.line for one in self.distractors))

    @cached_property
    def line_of_blank(self) -> dict[int, int]:
        """The line in which each blank stands, in the order of the lines."""
        return {
            int(marker[1]): line
            for line, one in enumerate(self.written, 1)
            for marker in MARKER.finditer(one.text)
            if int(marker[1]) in self.faded
        }

    def text_of(self, line: int) -> str:
        """The text of a line without its indentation; its blanks are markers."""
        return self.offered[line - 1]

    def solved_text(self, line: int) -> str:
        """The text of a line with the right words in its blanks."""

        def fill(marker: re.Match[str]) -> str:
            blank = self.faded.get(int(marker[1]))
            return marker[0] if blank is None else blank.answers[0]

        return MARKER.sub(fill, self.text_of(line))

    def own_indent(self, line: int) -> int:
        """The level a line has in the code; a distractor has none."""
        return self.written[line - 1].level if 1 <= line <= len(self.written) else 0

    def solved_code(self, order: Sequence[int] | None = None) -> str:
        """The lines in an accepted order, as code; in the order as written by default."""
        lines = range(1, len(self.written) + 1) if order is None else order
        return "\n".join("    " * self.own_indent(line) + self.solved_text(line) for line in lines)

    def marks(self, answer: ArrangeAnswer) -> tuple[RowMark, ...]:
        """What is so of each row, measured against the accepted order that comes nearest."""
        stay = self._nearest(answer.rows)[0]
        return tuple(self._mark(answer, at, stay.get(at)) for at in range(len(answer.rows)))

    def solved_like(self, answer: ArrangeAnswer) -> ArrangeAnswer:
        """A right answer that keeps the order of the rows that may stay."""
        stay, before = self._nearest(answer.rows)
        order = completed([stay[at] for at in sorted(stay)], before)
        rows = tuple(Row(line=line, indent=self.own_indent(line)) for line in order)
        return ArrangeAnswer(rows=rows, chosen=self._right_words(answer))

    def missing(self, answer: ArrangeAnswer) -> int:
        """How many lines that are needed are not placed."""
        placed = Counter(self.text_of(row.line) for row in answer.rows if self._exists(row.line))
        return (Counter(line.text for line in self.written) - placed).total()

    def grade(self, answer: Answer) -> Grade:
        """The verdict on an arrangement: every line that is needed in an accepted order, and no other.

        Parts are lines, by their number. Lines of the same text stand for each other.
        """
        assert isinstance(answer, ArrangeAnswer)
        marks = self.marks(answer)
        parts = {str(line): False for line in range(1, len(self.written) + 1)} if self.missing(answer) else {}
        parts |= {str(row.line): mark is RowMark.RIGHT for row, mark in zip(answer.rows, marks, strict=True)}
        remarks = tuple(
            self._remark(row.line, mark)
            for row, mark in zip(answer.rows, marks, strict=True)
            if mark is not RowMark.RIGHT
        )
        whole = not remarks and not self.missing(answer) and len(answer.rows) == len(self.written)
        return Grade(whole, parts, remarks)

    def right_answer(self) -> ArrangeAnswer:
        """The order as written."""
        rows = tuple(Row(line=line, indent=one.level) for line, one in enumerate(self.written, 1))
        return ArrangeAnswer(rows=rows, chosen=self._right_words(None))

    @cached_property
    def content_hash(self) -> str:
        """Over what is graded: the lines and their orders, not the reasons."""
        bare = [one.model_copy(update={"why": "-", "concept": None}) for one in self.distractors]
        return super(ArrangeTask, self.model_copy(update={"distractors": tuple(bare)})).content_hash

    @cached_property
    def _orders(self) -> tuple[Before, ...]:
        """What each accepted order asks for; one entry where a graph says it all."""
        written = range(1, len(self.written) + 1)
        if self.needs and (before := closed(self.needs, written)) is not None:
            return (before,)
        return tuple(in_turn(order) for order in dict.fromkeys((tuple(written), *self.accepted)))

    def _nearest(self, rows: Sequence[Row]) -> tuple[dict[int, int], Before]:
        """The rows that may stay, each with its line, by the accepted order that keeps most of them."""
        fits = [self._stands_for(row) for row in rows]
        found = [(kept(fits, before), before) for before in self._orders]
        return max(found, key=lambda one: (len(one[0]), sum(fits[at][line] for at, line in one[0].items())))

    def _stands_for(self, row: Row) -> dict[int, bool]:
        """The lines that a row can stand for, its own first, and whether its indentation is theirs."""
        if not self._exists(row.line):
            return {}
        text = self.text_of(row.line)
        alike = [line for line, one in enumerate(self.written, 1) if one.text == text]
        alike.sort(key=lambda line: line != row.line)
        return {line: not self.indentation or self.own_indent(line) == row.indent for line in alike}

    def _mark(self, answer: ArrangeAnswer, at: int, line: int | None) -> RowMark:
        row = answer.rows[at]
        fits = self._stands_for(row)
        if not fits:
            return RowMark.NOT_NEEDED
        if line is None:
            return RowMark.PLACE
        if not fits[line]:
            return RowMark.INDENTATION
        blanks = [blank for blank, holder in self.line_of_blank.items() if holder == row.line]
        right = all(answer.chosen.get(blank) in self.faded[blank].answers for blank in blanks)
        return RowMark.RIGHT if right else RowMark.BLANK

    def _remark(self, line: int, mark: RowMark) -> Remark:
        given = self.text_of(line) if self._exists(line) else ""
        if mark is RowMark.NOT_NEEDED and len(self.written) < line <= len(self.offered):
            one = self.distractors[line - len(self.written) - 1]
            return Remark(str(line), given, one.why, one.concept or "")
        if mark is RowMark.PLACE:
            found = next((one for one in self.misplaced if self.text_of(one.line) == given), None)
            if found is not None:
                return Remark(str(line), given, found.text, found.concept or "")
        return Remark(str(line), given, "")

    def _right_words(self, answer: ArrangeAnswer | None) -> dict[int, str | None]:
        """A right word for each blank; the one that was chosen where it is right."""
        words: dict[int, str | None] = {}
        for number in self.line_of_blank:
            right = self.faded[number].answers
            given = None if answer is None else answer.chosen.get(number)
            words[number] = given if given in right else right[0]
        return words

    def _exists(self, line: int) -> bool:
        return 1 <= line <= len(self.offered)


def _levels(widths: Sequence[int]) -> list[int]:
    """How many levels each line is indented: a deeper line is one deeper, however wide the step."""
    levels: list[int] = []
    open_: list[int] = []
    for width in widths:
        while open_ and width < open_[-1]:
            open_.pop()
        if not open_ or width > open_[-1]:
            open_.append(width)
        levels.append(len(open_) - 1)
    return levels


def _check_lines(task: ArrangeTask) -> None:
    if (tab := task.code.find("\t")) >= 0:
        raise refused(
            "tab", "holds a tab; indent with spaces, so that levels can be told", at=("code",), offset=tab
        )
    if not task.written:
        raise refused("no_lines", "there are no lines to arrange; expected 3 to 12", at=("code",))
    if not FEWEST <= (n := len(task.written)) <= MOST:
        raise refused("lines", "expected 3 to 12 lines to arrange, found {n}", at=("code",), n=n)
    open_: list[int] = []
    offset = 0
    for line in task.code.split("\n"):
        width = len(line) - len(line.lstrip(" "))
        if line.strip():
            closed_ = [one for one in open_ if one > width]
            open_ = [one for one in open_ if one <= width]
            if closed_ and (not open_ or open_[-1] != width):
                message = "a line is indented like no line above it"
                raise refused("indentation", message, at=("code",), offset=offset)
            open_ = open_ if open_ and open_[-1] == width else [*open_, width]
            if len(open_) - 1 > DEEPEST:
                message = "expected at most 8 levels of indentation"
                raise refused("indentation", message, at=("code",), offset=offset)
        offset += len(line) + 1
    if len({one.text for one in task.written}) == 1:
        raise refused("same_lines", "all lines are the same, so every order is right", at=("code",))


def _check_orders(task: ArrangeTask) -> None:
    if task.accepted and task.needs:
        raise refused("orders", "use either accepted or needs, not both", at=("needs",))
    every = list(range(1, len(task.written) + 1))
    for i, order in enumerate(task.accepted):
        if sorted(order) != every:
            message = "an accepted order must name every line once, 1 to {n}"
            raise refused("order", message, at=("accepted", i), n=len(every))
        if order in task.accepted[:i]:
            raise refused("order", "the same order is listed twice", at=("accepted", i))


def _check_needs(task: ArrangeTask) -> None:
    every = range(1, len(task.written) + 1)
    for line, needed in task.needs.items():
        strange = next((one for one in (line, *needed) if one not in every), None)
        if strange is not None:
            message = "needs names line {line}, but the lines are 1 to {n}"
            raise refused("no_line", message, at=("needs", line), line=strange, n=len(every))
    if closed(task.needs, every) is None:
        at = next(line for line in task.needs if _leads_back(task, line))
        message = "needs runs in a circle: line {line} has to stand before itself"
        raise refused("circle", message, at=("needs", at), line=at)
    for line, needed in task.needs.items():
        late = next((one for one in needed if one > line), None)
        if late is not None:
            message = "line {line} needs line {late}, which stands below it in the code"
            raise refused("needs", message, at=("needs", line), line=line, late=late)


def _leads_back(task: ArrangeTask, line: int) -> bool:
    """Whether a line needs itself, at whatever remove."""
    seen: set[int] = set()
    waiting = list(task.needs.get(line, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(task.needs.get(one, ()))
    return line in seen


def _check_distractors(task: ArrangeTask) -> None:
    needed = {one.text for one in task.written}
    needed |= {task.solved_text(line) for line in range(1, len(task.written) + 1)}
    for i, one in enumerate(task.distractors):
        if one.line in needed:
            message = "a distractor is the same as a line that is needed: {line}"
            raise refused("distractor", message, at=("distractors", i, "line"), line=one.line)
        if one.line in [other.line for other in task.distractors[:i]]:
            message = "two distractors are the same: {line}"
            raise refused("distractor", message, at=("distractors", i, "line"), line=one.line)


def _check_line_numbers(task: ArrangeTask) -> None:
    every = range(1, len(task.written) + 1)
    for i, one in enumerate(task.misplaced):
        if one.line not in every:
            message = "misplaced names line {line}, but the lines are 1 to {n}"
            at = ("misplaced", i, "line")
            raise refused("no_line", message, at=at, line=one.line, n=len(every))
        if one.line in [other.line for other in task.misplaced[:i]]:
            message = "two texts say why line {line} is misplaced"
            raise refused("misplaced", message, at=("misplaced", i, "line"), line=one.line)
    strange = next((line for line in task.lines if line not in every), None)
    if strange is not None:
        message = "lines explains line {line}, but the lines are 1 to {n}"
        raise refused("no_line", message, at=("lines", strange), line=strange, n=len(every))


def _check_faded(task: ArrangeTask) -> None:
    found: set[int] = set()
    for marker in MARKER.finditer(task.code):
        number = int(marker[1])
        if number in found:
            message = "the blank [[{n}]] stands in two places"
            raise refused("blank", message, at=("code",), offset=marker.start(), n=number)
        if number in task.faded:
            found.add(number)
        elif task.faded and number < max(task.faded):
            message = "blank {n} has no answer; add it to faded"
            raise refused("no_answer", message, at=("code",), offset=marker.start(), n=number)
    for number, blank in task.faded.items():
        if number not in found:
            message = "faded names blank {n}, but [[{n}]] does not stand in the code"
            raise refused("no_blank", message, at=("faded", number), n=number)
        _check_choices(number, blank)


def _check_choices(number: int, blank: Faded) -> None:
    for i, answer in enumerate(blank.answers):
        if answer not in blank.choices:
            message = "the answer {answer} of blank {n} is not among its choices"
            at = ("faded", number, "answers", i)
            raise refused("no_choice", message, at=at, answer=repr(answer), n=number)
    for i, choice in enumerate(blank.choices):
        if not choice.strip() or "\n" in choice or choice in blank.choices[:i]:
            message = "expected choices that differ, each one line of text"
            raise refused("choices", message, at=("faded", number, "choices", i))
    if set(blank.choices) <= set(blank.answers):
        message = "every choice of blank {n} is right; it needs a wrong one"
        raise refused("choices", message, at=("faded", number, "choices"), n=number)
