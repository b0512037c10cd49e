"""Compares code that was typed with code that is right: by what it means, not by its characters."""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
import textwrap
import tomllib
import warnings
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from desktop.domain.shell_words import shell_words
from desktop.domain.unreadable import KeyTwiceError, TooLargeError, UnclosedError

MOST_CHARACTERS = 8_000
"""A longer text is not compared."""
DEEPEST = 20
"""Brackets within brackets; with many more some parsers take minutes."""
MOST_DOTS = 60
"""Dots in one line of TOML; a key of a thousand parts takes its parser seconds."""

_HEADS = {
    "elif": "if x:\n    pass\n",
    "else": "if x:\n    pass\n",
    "except": "try:\n    pass\n",
    "finally": "try:\n    pass\n",
}
"""What has to stand before a line that begins with a word."""
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TOKEN = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\d+(?:\.\d+)*(?:[eE][+-]?\d+)?|\w+"
    r"|\*\*=|//=|>>=|<<=|\.\.\.|->|=>|:=|==|!=|<=|>=|<>|\*\*|//|<<|>>|&&|\|\||::|[+\-*/%&|^@]=|[^\w\s]"
)


class Trouble(StrEnum):
    """Why a text cannot be compared by its meaning."""

    NOT_COMPARABLE = "not comparable"
    """Too long, too deep, or with characters that no code has."""
    UNREADABLE = "unreadable"
    """It breaks the rules of its language."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as its language understands it: a form that equals that of each text that means the same."""

    form: Hashable = None
    trouble: Trouble | None = None
    reason: str = ""
    """What the reader of the language said, as it said it."""


def read(text: str, language: str, aliases: Mapping[str, str] | None = None) -> Reading:
    """Read a text; never raises, and ends within 50 ms whatever the text is."""
    if len(text) > MOST_CHARACTERS or _HIDDEN.search(text) or _depth(text) > DEEPEST:
        return Reading(trouble=Trouble.NOT_COMPARABLE)
    return _read(text, language, tuple(sorted((aliases or {}).items())))


def same(one: str, other: str, language: str, aliases: Mapping[str, str] | None = None) -> bool:
    """Whether two texts mean the same; False where one of them cannot be read."""
    first, second = read(one, language, aliases), read(other, language, aliases)
    return first.trouble is None and second.trouble is None and first.form == second.form


def tokens(text: str) -> tuple[str, ...]:
    """The words, numbers, texts and signs of a piece of code in any language."""
    return tuple(_TOKEN.findall(text[:MOST_CHARACTERS]))


def as_program(line: str, language: str) -> str:
    """A line out of a program, made whole: `if x:` gets a body, `else:` the `if` before it."""
    text = textwrap.dedent(line)
    if language != "python":
        return text
    head = next((start for word, start in _HEADS.items() if text.startswith(word)), "")
    return f"{head}{text}\n    pass" if text.rstrip().endswith(":") else head + text


@lru_cache(maxsize=1024)
def _read(text: str, language: str, aliases: tuple[tuple[str, str], ...]) -> Reading:
    try:
        return Reading(_form(text, language, dict(aliases)))
    except (TooLargeError, RecursionError, MemoryError):
        return Reading(trouble=Trouble.NOT_COMPARABLE)
    except (SyntaxError, ValueError, ArithmeticError) as error:
        return Reading(trouble=Trouble.UNREADABLE, reason=_reason(error))


def _form(text: str, language: str, aliases: Mapping[str, str]) -> Hashable:
    match language:
        case "python":
            return _python(text)
        case "json":
            return _json(text)
        case "toml":
            return _toml(text)
        case "yaml":
            # PyYAML loads when the first YAML is compared.
            from desktop.domain.yaml_form import yaml_form  # noqa: PLC0415

            return yaml_form(text)
        case "bash":
            return shell_words(text, aliases)
        case "sql":
            return tuple(token if token[0] in "\"'" else token.lower() for token in tokens(text))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _python(text: str) -> str:
    """The syntax tree; spaces, comments, quotes and needless brackets are not in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an unknown escape is no reason to stop
        tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.kind = None
    return ast.dump(tree)


def _json(text: str) -> Hashable:
    return _data(
        json.loads(
            text,
            parse_int=Decimal,
            parse_float=Decimal,
            parse_constant=_no_json,
            object_pairs_hook=_once,
        )
    )


def _toml(text: str) -> Hashable:
    if max((line.count(".") for line in text.split("\n")), default=0) > MOST_DOTS:
        raise TooLargeError
    return _data(tomllib.loads(text))


def _no_json(word: str) -> None:
    raise ValueError(word)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise KeyTwiceError
    return dict(pairs)


def _data(value: Any) -> Hashable:
    """Data in a hashable form: a number is not a truth value, and the order of keys does not count."""
    match value:
        case dict():
            return ("map", frozenset((key, _data(one)) for key, one in value.items()))
        case list():
            return ("list", tuple(_data(one) for one in value))
        case float():
            return ("float", repr(value))  # as text, so that "nan" equals itself
        case dt.datetime() | dt.date() | dt.time():
            return (type(value).__name__, value.isoformat())
    return (type(value).__name__, value)


def _depth(text: str) -> int:
    """How deep brackets stand in brackets."""
    deepest = depth = 0
    for sign in text:
        if sign in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in ")]}":
            depth -= 1
    return deepest


def _reason(error: Exception) -> str:
    match error:
        case SyntaxError():
            return error.msg
        case json.JSONDecodeError():
            return error.msg
        case UnclosedError():
            return f"{error} is not closed"
        case KeyTwiceError():
            return "a key stands there twice"
    return str(error).partition(" (at ")[0]
