"""The subset of Markdown: what is markup, and that all else stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import markup
from desktop.domain.markup import Bullets, CodeBlock, Numbered, Paragraph, Span, inline, parse, plain


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", (Span("plain"),)),
        ("**strong** word", (Span("strong", "strong"), Span(" word"))),
        ("an *emphasis*", (Span("an "), Span("emphasis", "emphasis"))),
        ("`code`", (Span("code", "code"),)),
        ("`` a ` b ``", (Span("a ` b", "code"),)),
        ("`**not strong**`", (Span("**not strong**", "code"),)),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        ("a ** b", (Span("a ** b"),)),
        ("one ` tick", (Span("one ` tick"),)),
        ("[a](https://x.org)", (Span("[a](https://x.org)"),)),
        ("<b>no</b>", (Span("<b>no</b>"),)),
        ("", (Span(""),)),
    ],
)
def test_inline_marks_become_looks(text: str, spans: markup.Spans) -> None:
    assert inline(text) == spans


def test_lines_of_a_paragraph_flow_together_and_an_empty_line_parts_them() -> None:
    assert parse("one\ntwo\n\nthree") == (Paragraph(inline("one two")), Paragraph(inline("three")))


def test_lists_keep_their_items_and_take_in_the_lines_that_follow() -> None:
    assert parse("- a\n  more\n- b") == (Bullets((inline("a more"), inline("b"))),)
    assert parse("1. a\n2. b") == (Numbered((inline("a"), inline("b"))),)


def test_a_list_may_follow_a_paragraph_at_once_and_another_kind_of_list_begins_anew() -> None:
    assert [type(block) for block in parse("words\n- a\n1. b")] == [Paragraph, Bullets, Numbered]


def test_a_code_block_is_kept_exactly() -> None:
    assert parse("```python\n  x = 1\n\n# *no*\n```\nend") == (
        CodeBlock("  x = 1\n\n# *no*", "python"),
        Paragraph(inline("end")),
    )


def test_a_code_block_that_is_never_closed_runs_to_the_end() -> None:
    assert parse("```\na\nb") == (CodeBlock("a\nb"),)


def test_plain_text_has_no_marks() -> None:
    assert plain("**a** `b`\n\n- c") == "a b\nc"


@given(st.text(alphabet="ab `*-1.\n#<>_[]()", max_size=200))
def test_any_text_is_parsed_and_loses_no_letter(text: str) -> None:
    assert set("ab") & set(text) == set("ab") & set(plain(text).replace("```", "")) or "```" in text


@pytest.mark.parametrize("text", ["`" * 50_000, "*a" * 25_000, "- " * 25_000, "> " * 25_000, "``a" * 15_000])
def test_no_text_stalls_the_parser(text: str) -> None:
    assert parse(text[:20_000])
