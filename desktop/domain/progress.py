"""What is known of a learner's progress: plain rows that the store derives from the history."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The levels at which a topic is tested."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    MIXED = "mixed"
    ADAPTIVE = "adaptive"


VERDICT_LEVELS = frozenset({Level.MIXED, Level.ADAPTIVE, Level.HARD})
"""Only these lead to a verdict; Easy and Medium report the score."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """How one version of a task went so far, or something that is read: a section has no hash."""

    place: str
    content_hash: str
    answered: int
    """How often it was checked or asked in a test, or read."""
    solved: bool
    """Whether it was ever answered right in practice or in a test, or read to its end."""
    last_right: bool
    """Whether the last answer was right."""
    last_day: str
    last_utc_ms: int
    hints: int = 0
    tests: tuple[str, ...] = ()
    """The tests that asked it, oldest first."""


@dataclass(frozen=True, slots=True)
class TestRow:
    """A finished test."""

    __test__ = False

    uid: str
    place: str
    """`course/lesson`."""
    day: str
    utc_ms: int
    level: Level
    right: int
    total: int
    points: int | None
    """0 to 10 on the scale of the verdict; `None` for a level that leads to none."""
    body: str
    """JSON: the questions with what was answered, as `desktop.study.test` wrote them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something half-done: kept outside the history until it is finished."""

    key: str
    """`course/lesson/mode`."""
    body: str
    """JSON, read by the part that wrote it."""
    utc_ms: int
    position: int
    """The task it stands at, 1 for the first."""
    beads: tuple[str, ...]
    """One word a task: "done", "now" or "todo"."""
