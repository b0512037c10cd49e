"""A text with gaps: what a sheet of code or prose is laid out from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A run of text in one look: a code colour ("kw", "st", …), "strong", "emphasis", "code" or plain."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a slot stands. Gaps with one number are one blank."""

    number: int
    rows: int = 1
    """How many lines of text there is room for; with more than one the slot is wide, too."""


@dataclass(frozen=True, slots=True)
class SnippetLine:
    """A line of code, or a paragraph of prose, which wraps."""

    parts: tuple[Ink | Gap, ...]
    prose: bool = False
    bullet: str = ""
    """What stands before a list item."""
    after: bool = False
    """Whether a paragraph ends here, so that some room follows."""
