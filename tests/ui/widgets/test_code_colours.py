"""Which part of code takes which colour."""

from __future__ import annotations

import pytest

from desktop.ui.widgets.code_colours import LIMIT, colour_spans


def coloured(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.start + one.length], one.token) for one in colour_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "def f(): return 1", [("def", "kw"), ("f", "fn"), ("return", "kw"), ("1", "nu")]),
        ("python", '"""doc"""', [('"""doc"""', "co")]),
        ("python", "x # why", [("# why", "co")]),
        ("yaml", "a: 3 # b", [("a", "fn"), ("# b", "co")]),
        ("json", '{"a": 1}', [('"a"', "fn"), ("1", "nu")]),
        ("dockerfile", "FROM slim", [("FROM", "kw"), ("slim", "st")]),
        ("sql", "SELECT 'a'", [("SELECT", "kw"), ("'a'", "st")]),
        ("console", "def f(): return 1", []),
        ("text", "def f(): return 1", []),
    ],
)
def test_parts_of_code_take_their_tokens(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in coloured(text, language) if one[0].strip()]
    assert found == expected


@pytest.mark.parametrize("language", ["python", "yaml", "json", "toml", "bash", "sql", "dockerfile", "ini"])
def test_every_language_is_coloured_and_never_fails(language: str) -> None:
    for text in ("", "\n", "key: value\n[a]\nx = 1 # y", "'''\"\"\"{{{[[[", "\t\0"):
        for span in colour_spans(text, language):
            assert 0 <= span.start <= span.start + span.length <= len(text)


def test_a_very_long_text_stays_plain() -> None:
    assert colour_spans("x = 1\n" * (LIMIT // 6), "python")
    assert colour_spans("x = 1\n" * LIMIT, "python") == ()
