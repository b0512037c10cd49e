"""The verdict on one answer, in a form that every kind of task shares."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Remark:
    """Why one part of an answer is not right: the mistake behind it."""

    part: str
    """What it is about: a blank's number, an option's index; empty for the whole."""
    given: str
    """What stood there."""
    text: str
    """In the subset of Markdown; empty where the author gave no reason."""
    concept: str = ""
    """The concept that was confused, empty when unknown."""


@dataclass(frozen=True, slots=True)
class Grade:
    """Right or not, as a whole and part by part."""

    right: bool
    parts: dict[str, bool] = field(default_factory=dict)
    """For each part that counts (a blank, an option that was chosen), whether it is right."""
    remarks: tuple[Remark, ...] = ()
