"""What is wrong in an author's file, with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

KeyPath = tuple[str | int, ...]
"""The keys and list places that lead to a value, such as `("tasks", 2, "answers", "1")`."""


class Level(StrEnum):
    """How bad it is: an error keeps a lesson closed, or fails the check; a warning does neither."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in the author's words.

    `message` is a template; `values` fills its `{name}` places, so that the interface can translate
    the template before it fills it.
    """

    file: str
    """As the reader was told it, so that an editor can open it."""
    line: int
    """From 1."""
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    field: str = ""
    """Such as `tasks[3] "main-cause" › answers › 2`; lists are counted from 1. Empty for the whole file."""
    level: Level = Level.ERROR
    rule: str = ""
    """The number of the rule of authoring that is broken; empty for the format itself."""
    excerpt: tuple[tuple[int, str], ...] = ()
    """A few lines of the file around `line`, each with its number."""

    def in_words(self) -> str:
        """The message in English."""
        return filled(self.message, self.values)

    def line_text(self) -> str:
        """All in one line that editors understand: `file:line: field: message`."""
        kind = "warning: " if self.level is Level.WARNING else ""
        rule = f" [{self.rule}]" if self.rule else ""
        where = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}: {kind}{where}{self.in_words()}{rule}"


def filled(template: str, values: Mapping[str, object]) -> str:
    """A template with its places filled; braces inside the values stay as they are."""
    return template.format(**values) if values else template


def in_authors_words(path: KeyPath, content: Any) -> str:
    """A path as an author reads it: lists counted from 1, with the id of a task, concept or lesson."""
    words: list[str] = []
    for step in path:
        content = _into(content, step)
        if isinstance(step, int) and words:
            name = content.get("id") if isinstance(content, dict) else None
            words[-1] += f"[{step + 1}]" + (f' "{name}"' if isinstance(name, str) and len(name) <= 64 else "")
        else:
            words.append(str(step)[:64])
    return " › ".join(words)


def _into(content: Any, step: str | int) -> Any:
    if isinstance(content, Mapping):
        return content.get(step)
    if isinstance(content, Sequence) and not isinstance(content, str) and isinstance(step, int):
        return content[step] if step < len(content) else None
    return None
