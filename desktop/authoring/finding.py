"""What a rule of authoring found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.problems import KeyPath


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule, and where it stands: in the task, or in the lesson, that was looked at."""

    path: KeyPath
    message: str
    """A template for `values`."""
    values: Mapping[str, object] = field(default_factory=dict)
    offset: int | None = None
    """The character that is to blame, in a text."""
