"""Finds the lines of a TOML file on which its keys and values stand.

Neither tomli nor pydantic knows the line of a value. This scanner reads a file that tomli accepts
as tomli does; of any other it knows the part before the mistake, and what it stumbled over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

import tomli

from desktop.domain.problems import KeyPath

MOST_PARTS = 20
"""A key with more parts takes a parser of TOML quadratic time, and no lesson needs it."""
MOST_NESTED = 20
"""Lists and tables inside each other."""

MOST_VALUES = 20_000
"""More than any lesson has; behind them everything is on the line of the last table or list that is known."""

_BLANK = re.compile(r"[ \t]*+")
_EMPTY = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_KEY = re.compile(r"""[ \t]*+([A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')[ \t]*+""")
_SCALAR = re.compile(r"[^,\]}#\n]++")
# A multi-line string may end in up to five quotes: two of its own and the three that close it.
_STRINGS = {
    '"""': re.compile(
        r'"""\n?(?P<body>(?:[^"\\]++|\\.|"(?!""))*+(?:""(?="""(?!"))|"(?="""(?!")))?)"""', re.DOTALL
    ),
    "'''": re.compile(r"'''\n?(?P<body>(?:[^']++|'(?!''))*+(?:''(?='''(?!'))|'(?='''(?!')))?)'''"),
    '"': re.compile(r'"(?P<body>(?:[^"\\\n]++|\\.)*+)"'),
    "'": re.compile(r"'(?P<body>[^'\n]*+)'"),
}
_ESCAPE = re.compile(
    r"\\(?:(?P<fold>[ \t]*\n[ \t\n]*)|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: from the line of its key to the last line of the value."""

    line: int
    end: int
    body: int = -1
    """Where the characters of a string begin in the file; -1 for other values."""
    escapes: bool = False


@dataclass(frozen=True, slots=True)
class Stumble:
    """What the scanner could not pass."""

    line: int
    kind: str
    """"parts", "nested", "many", "open text", "open list", "open table", "twice" or "other"."""
    key: str = ""
    first: int = 0
    """The line of the first of two keys of the same name."""


class TomlLines:
    """The lines of all keys and values of a file."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.stumble: Stumble | None = None
        self._feeds = [feed.start() for feed in re.finditer("\n", self.text)]
        self._spans: dict[KeyPath, Span] = {}
        self._sizes: dict[KeyPath, int] = {}
        self._named: dict[KeyPath, int] = {}
        try:
            self._scan()
        except _StumbledError as error:
            self.stumble = error.stumble

    @property
    def paths(self) -> frozenset[KeyPath]:
        """Every path that was found."""
        return frozenset(self._spans)

    def span(self, path: KeyPath) -> Span:
        """Where a value stands; of what the file lacks, where the nearest table around it does."""
        while path and path not in self._spans:
            path = path[:-1]
        return self._spans.get(path, Span(1, 1))

    def line(self, path: KeyPath, offset: int | None = None) -> int:
        """The line of a key or list item, or of one character of the text that it holds."""
        span = self._spans.get(path)
        if offset is None or span is None or span.body < 0:
            return self.span(path).line
        return self._line_at(self._position(span, offset))

    def _position(self, span: Span, offset: int) -> int:
        """The place in the file of a character of a string, past folded lines and escapes."""
        at, left = span.body, offset
        while span.escapes and (escape := _ESCAPE.search(self.text, at)) and escape.start() - at <= left:
            left -= escape.start() - at
            at = escape.start()
            if escape["fold"] is not None:
                at = escape.end()
            elif left == 0:
                return at
            else:
                at, left = escape.end(), left - 1
        return at + left

    def _line_at(self, position: int) -> int:
        return bisect_right(self._feeds, position - 1) + 1

    def _scan(self) -> None:
        table: KeyPath = ()
        at = _end(_EMPTY, self.text, 0)
        while at < len(self.text):
            if self.text[at] == "[":
                table, at = self._header(at)
            else:
                at = self._pair(at, table, 0)
            at = _end(_BLANK, self.text, at)
            if at < len(self.text) and self.text[at] not in "\n#":
                raise self._stumbled(at, "other")
            at = _end(_EMPTY, self.text, at)

    def _header(self, start: int) -> tuple[KeyPath, int]:
        """A `[table]` or one more of `[[tables]]`."""
        many = self.text.startswith("[[", start)
        parts, at = self._key(start + 1 + many)
        if not self.text.startswith("]]" if many else "]", at):
            raise self._stumbled(at, "other")
        line = self._line_at(start)
        path: KeyPath = ()
        for part in parts[:-1]:
            path = self._last((*path, part))
            self._spans.setdefault(path, Span(line, line))
        path = (*path, parts[-1])
        if many:
            self._spans.setdefault(path, Span(line, line))
            self._sizes[path] = self._sizes.get(path, 0) + 1
            path = self._last(path)
        else:
            self._note(path, line)
        self._spans[path] = Span(line, line)
        return path, at + 1 + many

    def _last(self, path: KeyPath) -> KeyPath:
        """The newest table of a list of tables, or the table itself."""
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _pair(self, start: int, table: KeyPath, depth: int) -> int:
        """`key = value`; the answer is where it ends."""
        parts, at = self._key(start)
        if not self.text.startswith("=", at):
            raise self._stumbled(start, "other")
        line = self._line_at(start)
        for count in range(1, len(parts)):
            self._spans.setdefault((*table, *parts[:count]), Span(line, line))
        path = (*table, *parts)
        self._note(path, line)
        return self._value(_end(_BLANK, self.text, at + 1), path, line, depth)

    def _note(self, path: KeyPath, line: int) -> None:
        """Remember that a name is taken."""
        if path in self._named:
            first = self._named[path]
            raise _StumbledError(Stumble(line, "twice", str(path[-1])[:64], first))
        self._named[path] = line

    def _key(self, start: int) -> tuple[list[str], int]:
        """The parts of a dotted key, and where it ends."""
        parts: list[str] = []
        at = start
        while match := _KEY.match(self.text, at):
            parts.append(_unquoted(match[1]))
            at = match.end()
            if not self.text.startswith(".", at):
                break
            at += 1
            if len(parts) == MOST_PARTS:
                raise self._stumbled(start, "parts")
        if not match:
            raise self._stumbled(start, "other")
        return parts, at

    def _value(self, start: int, path: KeyPath, line: int, depth: int) -> int:
        """Note a value and all inside it; the answer is where it ends."""
        if len(self._spans) > MOST_VALUES:
            raise self._stumbled(start, "many")
        if depth > MOST_NESTED:
            raise self._stumbled(start, "nested")
        first = self.text[start : start + 1]
        if first in ("[", "{"):
            self._spans[path] = Span(line, line)
            inside = self._list if first == "[" else self._inline_table
            end = inside(start + 1, path, depth + 1)
            self._spans[path] = Span(line, self._line_at(end - 1))
            return end
        body = -1
        if first in ('"', "'"):
            quotes = first * 3 if self.text.startswith(first * 3, start) else first
            match = _STRINGS[quotes].match(self.text, start)
            if match is None:
                raise self._stumbled(start, "open text")
            body = match.start("body")
        else:
            match = _SCALAR.match(self.text, start)
            if match is None:
                raise self._stumbled(start, "other")
        last = self._line_at(match.end() - 1)
        self._spans[path] = Span(line, last, body, escapes=first == '"' and "\\" in match[0])
        return match.end()

    def _list(self, start: int, path: KeyPath, depth: int) -> int:
        at = _end(_EMPTY, self.text, start)
        index = 0
        while not self.text.startswith("]", at):
            if at >= len(self.text):
                raise self._stumbled(start - 1, "open list")
            at = self._value(at, (*path, index), self._line_at(at), depth)
            at = self._separator(at, "]")
            index += 1
        return at + 1

    def _inline_table(self, start: int, path: KeyPath, depth: int) -> int:
        at = _end(_EMPTY, self.text, start)
        while not self.text.startswith("}", at):
            if at >= len(self.text):
                raise self._stumbled(start - 1, "open table")
            at = self._pair(at, path, depth)
            at = self._separator(at, "}")
        return at + 1

    def _separator(self, start: int, closing: str) -> int:
        """Past the comma after a value, if there is one; else a closing bracket must follow."""
        at = _end(_EMPTY, self.text, start)
        if self.text.startswith(",", at):
            return _end(_EMPTY, self.text, at + 1)
        if at < len(self.text) and not self.text.startswith(closing, at):
            raise self._stumbled(at, "other")
        return at

    def _stumbled(self, at: int, kind: str) -> _StumbledError:
        return _StumbledError(Stumble(self._line_at(at), kind))


class _StumbledError(Exception):
    """Ends the scan."""

    def __init__(self, stumble: Stumble) -> None:
        self.stumble = stumble
        super().__init__(stumble.kind)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that always matches ends."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _unquoted(part: str) -> str:
    """The name that a part of a key spells."""
    if part[0] == '"' and "\\" in part:
        try:
            return str(tomli.loads(f"name = {part}")["name"])
        except ValueError:
            return part
    return part[1:-1] if part[0] in "\"'" else part
