"""The colours of code: which token of the theme each part of a snippet takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

LIMIT = 4_000
"""A longer text is shown without colours, so that no text can stall the window."""


@dataclass(frozen=True, slots=True)
class ColourSpan:
    """A stretch of text and its token: "kw", "st", "nu", "co" or "fn". All else is "text"."""

    start: int
    length: int
    token: str


@lru_cache(maxsize=64)
def colour_spans(text: str, language: str) -> tuple[ColourSpan, ...]:
    """The coloured stretches of `text`, in order; none for a language that is not coloured."""
    lexer = _lexer(language) if len(text) <= LIMIT else None
    if lexer is None:
        return ()
    from pygments.token import Token  # noqa: PLC0415 - pygments loads when the first code is shown

    roles = (
        (Token.Comment, "co"),
        (Token.Literal.String.Doc, "co"),
        (Token.Literal.String.Interpol, ""),
        (Token.Literal.String, "st"),
        (Token.Literal.Number, "nu"),
        (Token.Keyword, "kw"),
        (Token.Operator.Word, "kw"),
        (Token.Name.Function.Magic, ""),
        (Token.Name.Function, "fn"),
        (Token.Name.Class, "fn"),
        (Token.Name.Decorator, "fn"),
        (Token.Name.Tag, "fn"),
    )
    spans: list[ColourSpan] = []
    for start, kind, value in lexer.get_tokens_unprocessed(text):
        token = next((role for family, role in roles if _within(kind, family)), "")
        if token:
            spans.append(ColourSpan(start, len(value), token))
    return tuple(spans)


def _within(kind: _TokenType, family: _TokenType) -> bool:
    return kind[: len(family)] == family


def _lexer(language: str) -> Lexer | None:
    """The lexer of a language, its module imported only when the language is shown."""
    match language:
        case "python":
            from pygments.lexers.python import PythonLexer  # noqa: PLC0415

            return PythonLexer()
        case "yaml":
            from pygments.lexers.data import YamlLexer  # noqa: PLC0415

            return YamlLexer()
        case "json":
            from pygments.lexers.data import JsonLexer  # noqa: PLC0415

            return JsonLexer()
        case "bash":
            from pygments.lexers.shell import BashLexer  # noqa: PLC0415

            return BashLexer()
        case "sql":
            from pygments.lexers.sql import SqlLexer  # noqa: PLC0415

            return SqlLexer()
        case "toml" | "ini" | "dockerfile":
            from pygments.lexers import configs  # noqa: PLC0415

            kinds = {"toml": configs.TOMLLexer, "ini": configs.IniLexer, "dockerfile": configs.DockerLexer}
            return kinds[language]()
    return None
