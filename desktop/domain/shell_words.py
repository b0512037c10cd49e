"""A shell command as the shell sees it: words and operators, however they are spaced and quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.domain.unreadable import UnclosedError

_OPERATOR = re.compile(r"\d*(?:&>>|<<<|&>|>>|<<|>&|<&|>\||<|>)|&&|\|\||;;|[|&;()\n]")
_ACTIVE = frozenset("$`*?[]{}~!#=")
"""What means something to the shell while it is not quoted."""
_IN_QUOTES = frozenset("$`")
"""What keeps its meaning inside double quotes."""

Words = tuple[tuple[str, str], ...]


def shell_words(text: str, aliases: Mapping[str, str]) -> Words:
    """The words and operators of a command, words that mean the same by one name.

    Each is a pair of its sort, "word" or "op", and its text, in which a quoted sign that would otherwise
    mean something has a backslash before it. A line feed counts as a semicolon. Raises UnclosedError.
    """
    found: list[tuple[str, str]] = []
    at, end = 0, len(text)
    while at < end:
        if text.startswith("\\\n", at):
            at += 2
        elif text[at] in " \t":
            at += 1
        elif text[at] == "#":
            line_end = text.find("\n", at)
            at = end if line_end < 0 else line_end
        elif operator := _OPERATOR.match(text, at):
            _add_operator(found, operator[0])
            at = operator.end()
        else:
            word, at = _word(text, at)
            found.append(("word", aliases.get(word, word)))
    while found and found[-1] == ("op", ";"):
        found.pop()
    return tuple(found)


def _add_operator(found: list[tuple[str, str]], operator: str) -> None:
    """Add an operator; line feeds where a command is not over, or after another end, count for nothing."""
    if operator == "\n":
        operator = ";"
        if not found or (found[-1][0] == "op" and found[-1][1] in {";", "&&", "||", "|", "(", "&"}):
            return
    found.append(("op", operator))


def _word(text: str, at: int) -> tuple[str, int]:
    """The word that begins at a place, and where it ends."""
    parts: list[str] = []
    while at < len(text) and text[at] not in " \t\n|&;()<>":
        sign = text[at]
        if sign == "'":
            close = _end_of(text, "'", at + 1)
            parts.append(_literal(text[at + 1 : close]))
            at = close + 1
        elif sign == '"':
            part, at = _double_quoted(text, at + 1)
            parts.append(part)
        elif sign == "\\":
            if at + 1 >= len(text):
                raise UnclosedError("\\")
            parts.append("" if text[at + 1] == "\n" else _literal(text[at + 1]))
            at += 2
        else:
            parts.append(sign)
            at += 1
    return "".join(parts), at


def _double_quoted(text: str, at: int) -> tuple[str, int]:
    parts: list[str] = []
    while at < len(text) and text[at] != '"':
        sign = text[at]
        if sign == "\\" and text[at + 1 : at + 2] in {"$", "`", '"', "\\"}:
            parts.append(_literal(text[at + 1]))
            at += 2
        elif sign in _IN_QUOTES:
            parts.append(f'"{sign}')  # expanded, but not split into words
            at += 1
        else:
            parts.append(_literal(sign))
            at += 1
    if at >= len(text):
        raise UnclosedError('"')
    return "".join(parts), at + 1


def _end_of(text: str, mark: str, at: int) -> int:
    close = text.find(mark, at)
    if close < 0:
        raise UnclosedError(mark)
    return close


def _literal(text: str) -> str:
    """A quoted text; signs without a meaning are as if they were not quoted."""
    return "".join(f"\\{sign}" if sign in _ACTIVE or sign == "\\" else sign for sign in text)
