"""The ladder of a snippet: which other tasks follow from one fill task, and what they say differently."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from desktop.domain.exercises.debug import Suspect
from desktop.domain.exercises.task import Difficulty, difficulty
from desktop.domain.text import Code, Piece, Prose, Strict, as_tuple

Order = Annotated[tuple[int, ...], BeforeValidator(as_tuple), Field(max_length=20)]


class Rung(Strict):
    """What a derived task says in its own words; what is left out is taken from the fill task."""

    prompt: Prose | None = None
    hints: Annotated[tuple[Prose, ...], BeforeValidator(as_tuple), Field(max_length=5)] | None = None
    difficulty: Annotated[Difficulty | None, BeforeValidator(lambda v: v and difficulty(v))] = None


class WrongChip(Strict):
    """A chip where it does not belong."""

    blank: Annotated[int, Field(ge=1, le=99)]
    chip: Piece


class ArrangeRung(Rung):
    """The solved lines to be put in order; each wrong chip makes a line that is not needed."""

    distractors: Annotated[tuple[WrongChip, ...], BeforeValidator(as_tuple), Field(max_length=4)] = ()
    accepted: Annotated[tuple[Order, ...], BeforeValidator(as_tuple), Field(max_length=20)] = ()
    """Other orders of the lines, as in an arrange task."""
    needs: dict[str, Order] = Field(default_factory=dict)
    indentation: bool = True


class DebugRung(Rung):
    """The solved code with one wrong chip in; its line is the fault, other chips make the fixes."""

    blank: Annotated[int, Field(ge=1, le=99)]
    chip: Piece
    fixes: Annotated[tuple[Piece, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=4)]
    console: Code
    suspects: Annotated[tuple[Suspect, ...], BeforeValidator(as_tuple), Field(max_length=20)] = ()


class Ladder(Strict):
    """The rungs above a fill task."""

    type: Rung | None = None
    """The blanks, typed."""
    lines: Rung | None = None
    """The whole lines that hold the blanks, typed."""
    arrange: ArrangeRung | None = None
    debug: DebugRung | None = None
