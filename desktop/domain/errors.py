"""Errors that are told to the learner in words."""

from __future__ import annotations

from collections.abc import Mapping


class StudyError(Exception):
    """A known trouble: what happened, why, and what can be done.

    The three texts are templates; `values` fills their `{name}` places, so that the interface
    can translate the template before it fills it.
    """

    def __init__(
        self, title: str, cause: str = "", remedy: str = "", values: Mapping[str, object] | None = None
    ) -> None:
        self.title, self.cause, self.remedy = title, cause, remedy
        self.values: dict[str, object] = dict(values or {})
        super().__init__(self.in_words())

    def in_words(self) -> str:
        """The whole message in English, one sentence after the other."""
        parts = (self.title, self.cause, self.remedy)
        return " ".join(part.format(**self.values) if self.values else part for part in parts if part)
