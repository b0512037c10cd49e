"""What the engine and the pages need of a store, as a Protocol; `desktop.storage` implements it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from desktop.domain.events import Event, Happening
from desktop.domain.listing import Listing
from desktop.domain.progress import Draft, TaskRow, TestRow


class ProgressStore(Protocol):
    """Keeps the history, what is derived from it, and what is half-done."""

    def record(
        self, happenings: Sequence[Happening], *, draft: Draft | None = None, drop: str = ""
    ) -> tuple[Event, ...]:
        """Append to the history and update what is derived, in one transaction; returns once it is on disk.

        With it goes what is half-done: `draft` is kept, or the draft named `drop` forgotten. Raises
        `StudyError` when it could not be written; then nothing of it was.
        """

    def save_draft(self, draft: Draft) -> None:
        """Keep something half-done, in place of the draft with the same key."""

    def draft(self, key: str) -> Draft | None:
        """The draft with this key."""

    def drop_draft(self, key: str) -> None:
        """Forget a draft; none of that name is no error."""

    def task_rows(self, lesson: str) -> Mapping[tuple[str, str], TaskRow]:
        """How the tasks of `course/lesson` went, by place and content hash."""

    def tests(self, lesson: str) -> Sequence[TestRow]:
        """The finished tests of `course/lesson`, newest first."""

    def listing(self, today: str) -> Listing:
        """What Home shows; `today` is a study day."""

    def delete_all(self) -> None:
        """Forget the whole history and everything derived from it, for good."""
