"""A round of practice: the tasks of one mode, worked through once, with what was tried so far."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from desktop.domain.exercises import AnyAnswer
from desktop.domain.text import Strict, as_tuple


class Stand(StrEnum):
    """How a task of a round stands."""

    OPEN = "open"
    RIGHT = "right"
    REVEALED = "revealed"
    """All tries used; the answer is open and the task counts as practice."""


def _stand(value: Any) -> Any:
    return Stand(value) if isinstance(value, str) else value


class Entry(Strict):
    """One task in a round; a task that returns has a second entry."""

    task: str
    """The task's id within its lesson."""
    content_hash: str
    seed: int
    """Shuffles chips and options: once for a series of attempts."""
    returned: int = 0
    """0 at first, 1 when the task came back after a miss, and so on."""
    stand: Annotated[Stand, BeforeValidator(_stand)] = Stand.OPEN
    attempts: int = 0
    """Tries used."""
    hints: int = 0
    """Hints shown."""
    answers: Annotated[tuple[AnyAnswer, ...], BeforeValidator(as_tuple)] = ()
    """What was checked, oldest first."""
    placement: dict[str, Any] | None = None
    """What stands in the view but was not checked yet; each view knows its own form."""


class Round(Strict):
    """A round: its entries in order and the one that is open."""

    uid: str
    course: str
    lesson: str
    mode: str
    seed: int
    started_utc_ms: int
    entries: Annotated[tuple[Entry, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    at: int = 0

    @property
    def entry(self) -> Entry:
        """The entry that is open."""
        return self.entries[self.at]

    @property
    def place(self) -> str:
        """The lesson's identity, `course/lesson`."""
        return f"{self.course}/{self.lesson}"

    @property
    def finished(self) -> bool:
        """Whether no entry is open any more."""
        return all(entry.stand is not Stand.OPEN for entry in self.entries)

    def with_entry(self, index: int, **changes: Any) -> Round:
        """The same round with one entry changed."""
        entries = list(self.entries)
        entries[index] = entries[index].model_copy(update=changes)
        return self.model_copy(update={"entries": tuple(entries)})
