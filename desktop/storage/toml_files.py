"""Reads a TOML file that anyone may have written: bounded in every way before a parser sees it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from desktop.domain.problems import KeyPath, Level, Problem, in_authors_words
from desktop.domain.refusals import Refusal
from desktop.storage.toml_lines import MOST_NESTED, MOST_PARTS, Stumble, TomlLines

MOST_BYTES = 2_000_000
LONGEST_LINE = 20_000
MOST_PROBLEMS = 20
"""So many problems of a file are told; they are mended before the next ones matter."""

_STUMBLES: dict[str, str] = {
    "parts": "a key of more than {parts} parts joined by dots is not read",
    "nested": "lists and tables inside each other are read {nested} deep, not deeper",
    "open text": "the text that begins here has no closing quotes",
    "open list": "the list that begins here has no closing bracket",
    "open table": "the table that begins here has no closing brace",
    "twice": "{key} stands here a second time; the first is in line {first}",
}
_SYNTAX: tuple[tuple[str, str], ...] = (
    ("Illegal character '\\n'", "the text in this line has no closing quotes"),
    ("Found invalid character", "an invisible control character stands here; remove it"),
    ("Illegal character", "an invisible control character stands here; remove it"),
    ("Unescaped '\\'", "a backslash in double quotes must be doubled, or the text put in single quotes"),
    ("Invalid value", "expected a value: text in quotes, a number, true, false, a list or a table"),
    ("Expected newline", "expected the end of the line after the value; are quotes missing or too many?"),
    ("Expected '='", "expected name = value"),
    ("Invalid statement", "expected name = value, or a [table]"),
    ("Invalid initial character for a key", "expected name = value, or a [table]"),
)
"""What the parser says, and what an author can do about it."""


@dataclass(frozen=True)
class TomlFile:
    """What a file holds, and where in the file it stands."""

    name: str
    """As the reader was told it."""
    text: str
    content: dict[str, Any]

    @cached_property
    def lines(self) -> TomlLines:
        """Made only when something is to be said, for it takes longer than reading the file."""
        return TomlLines(self.text)

    @property
    def too_deep(self) -> Problem | None:
        """Lists and tables too far inside each other: the one thing worth telling of such a file."""
        stumble = self.lines.stumble
        return _stumbled(self.name, self.text, stumble) if stumble and stumble.kind == "nested" else None

    def problem(self, refusal: Refusal, level: Level = Level.ERROR, rule: str = "") -> Problem:
        """A refusal with its line and its place in words."""
        line = self.lines.line(refusal.path, refusal.offset)
        place = in_authors_words(refusal.path, self.content)
        bare = _problem(self.name, self.text, line, refusal.message, refusal.values)
        return replace(bare, field=place, level=level, rule=rule)

    def problem_at(self, path: KeyPath, message: str, **values: object) -> Problem:
        """An error at a key."""
        return self.problem(Refusal(path, message, values))


def read_toml(path: Path) -> TomlFile | Problem:
    """A file's content, or the one thing that keeps it from being read."""
    name = str(path)
    try:
        if not path.is_file():
            return Problem(name, 1, "there is no such file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        return Problem(name, 1, "the file cannot be read: {reason}", {"reason": error.strerror or "unknown"})
    return parse_toml(name, raw)


def parse_toml(name: str, raw: bytes) -> TomlFile | Problem:
    """The content of a file's bytes."""
    if trouble := _trouble_in_bytes(name, raw):
        return trouble
    text = raw.decode("utf-8").removeprefix("\ufeff")
    if any(line.count(".") >= MOST_PARTS for line in text.split("\n")):
        lines = TomlLines(text)
        if lines.stumble and lines.stumble.kind == "parts":
            return _stumbled(name, text, lines.stumble)
    try:
        return TomlFile(name, text, tomli.loads(text))
    except RecursionError:
        return _stumbled(name, text, TomlLines(text).stumble or Stumble(1, "nested"))
    except ValueError as error:
        return _syntax_problem(name, text, str(error))


def _trouble_in_bytes(name: str, raw: bytes) -> Problem | None:
    for number, line in enumerate(raw.split(b"\n"), 1):
        # Bytes first: a line that is short enough in bytes need not be decoded to be counted.
        if len(line) > LONGEST_LINE and len(line.decode("utf-8", "replace")) > LONGEST_LINE:
            return Problem(name, number, "this line is longer than {most} characters", {"most": LONGEST_LINE})
    if len(raw) > MOST_BYTES:
        return Problem(name, 1, "the file is larger than {most} MB", {"most": MOST_BYTES // 1_000_000})
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(name, 1, "the file is saved as UTF-16; save it as UTF-8")
    if b"\x00" in raw:
        return Problem(name, _line_of(raw, raw.index(b"\x00")), "this line holds a NUL character; remove it")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Problem(
            name,
            _line_of(raw, error.start),
            "byte {column} of this line ({byte}) is not UTF-8; save the file as UTF-8",
            {"column": column, "byte": f"0x{raw[error.start]:02X}"},
        )
    return None


def _line_of(raw: bytes, at: int) -> int:
    return raw.count(b"\n", 0, at) + 1


def _syntax_problem(name: str, text: str, said: str) -> Problem:
    """What the parser did not understand, at the line where it began."""
    stumble = TomlLines(text).stumble
    if stumble and stumble.kind in ("twice", "nested"):
        return _stumbled(name, text, stumble)
    place = re.search(r" \(at line (\d+), column \d+\)$", said)
    if place is None and stumble and stumble.kind in _STUMBLES:  # at the end of the file
        return _stumbled(name, text, stumble)
    if said.startswith("Exceeds the limit"):
        return _problem(name, text, _longest_number(text), "a number has more digits than can be read")
    line = int(place[1]) if place else stumble.line if stumble else text.count("\n") + 1
    message = next(
        (ours for theirs, ours in _SYNTAX if said.startswith(theirs)), "this is not TOML: {reason}"
    )
    return _problem(name, text, line, message, {"reason": said.partition(" (at ")[0][:200]})


def _longest_number(text: str) -> int:
    number = re.search(r"\d{1000}", text.replace("_", ""))
    return text.count("\n", 0, number.start()) + 1 if number else 1


def _stumbled(name: str, text: str, stumble: Stumble) -> Problem:
    values = {"parts": MOST_PARTS, "nested": MOST_NESTED, "key": stumble.key, "first": stumble.first}
    message = _STUMBLES.get(stumble.kind, "expected name = value, or a [table]")
    used = {key: value for key, value in values.items() if f"{{{key}}}" in message}
    return _problem(name, text, stumble.line, message, used)


def _problem(
    name: str, text: str, line: int, message: str, values: Mapping[str, object] | None = None
) -> Problem:
    return Problem(name, line, message, values or {}, excerpt=_excerpt(text, line))


def _excerpt(text: str, line: int) -> tuple[tuple[int, str], ...]:
    """The line with two lines before and after it, as the library shows it."""
    lines = text.replace("\r\n", "\n").split("\n")
    first = max(1, line - 2)
    return tuple((number, lines[number - 1][:200]) for number in range(first, min(line + 2, len(lines)) + 1))
