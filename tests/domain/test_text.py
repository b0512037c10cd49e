"""The kinds of text a lesson holds: what each refuses, where, and in which words."""

import pytest
from pydantic import TypeAdapter, ValidationError

from desktop.domain.text import Code, FileName, Language, Piece, Prose, Slug, Title
from tests.study.lessons import choose_task, lesson

KINDS = {
    "slug": TypeAdapter[str](Slug),
    "title": TypeAdapter[str](Title),
    "prose": TypeAdapter[str](Prose),
    "code": TypeAdapter[str](Code),
    "piece": TypeAdapter[str](Piece),
    "file": TypeAdapter[str](FileName),
    "language": TypeAdapter[str](Language),
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("slug", "main-cause-2"),
        ("title", "List<int> & friends"),
        ("title", "تعلم"),
        ("prose", "Use `<b>` in HTML."),
        ("prose", "```html\n<b>x</b>\n```"),
        ("prose", "Option AB is not a letter, nor is vitamin C."),
        ("code", "\tif a < b:\n\t\tprint('[[3]]')"),
        ("piece", ""),
        ("piece", "<b>"),
        ("file", "Notes of today/read me.txt"),
        ("language", "sql"),
    ],
)
def test_sound_text_is_taken_as_it_is(kind: str, text: str) -> None:
    assert KINDS[kind].validate_python(text) == text


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("title", "two\nlines", "one line"),
        ("title", " edge", "without spaces at its ends"),
        ("title", "", "not empty"),
        ("title", "<b>x</b>", "found <b>"),
        ("prose", "a <img src=/etc/passwd> b", "found <img src=/etc/passwd>"),
        ("prose", "right-to-left \u202e override", "U+202E"),
        ("prose", "Look at option B.", "option B"),
        ("prose", "It is (C), of course.", "(C)"),
        ("prose", "x" * 2001, "2001 characters"),
        ("code", "a\r\nb", "carriage return"),
        ("code", "zero\u200bwidth", "U+200B"),
        ("piece", "\x07", "U+0007"),
    ],
)
def test_what_is_refused_is_named(kind: str, text: str, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].validate_python(text)
    assert words in caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    ("kind", "text", "blamed"),
    [
        ("prose", "`<b>` and then <b> here", 15),
        ("prose", "one\ntwo \u202e", 8),
        ("prose", "See\nanswer B.", 4),
        ("prose", "short\n" + "x" * 2001, 6),
        ("code", "one\ntwo\rthree", 7),
    ],
)
def test_a_refusal_knows_the_character_that_is_to_blame(kind: str, text: str, blamed: int) -> None:
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].validate_python(text)
    assert caught.value.errors()[0]["ctx"]["offset"] == blamed


def test_code_loses_one_line_feed_at_either_end_and_no_more() -> None:
    assert KINDS["code"].validate_python("\n\na\n\n") == "\na\n"


def test_a_changed_copy_works_out_anew_what_follows_from_its_fields() -> None:
    task = lesson([choose_task("q")]).tasks[0]
    before = task.content_hash
    assert task.model_copy(update={"title": "Other"}).content_hash == before
    assert task.model_copy(update={"several": True}).content_hash != before
