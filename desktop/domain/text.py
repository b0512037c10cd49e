"""The kinds of text a lesson holds, with their bounds; each refusal says what was expected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from desktop.domain import markup


class Strict(BaseModel):
    """A frozen model that knows all its fields: an unknown one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; what was worked out from the old ones is worked out anew."""
        copied = super().model_copy(update=update, deep=deep)
        for name in set(vars(copied)) - set(type(self).model_fields) if update else ():
            del copied.__dict__[name]
        return copied


# The element names that a text could be meant to use as HTML; `List<int>` is none of them.
_HTML = re.compile(
    r"</?(a|abbr|b|blockquote|body|br|button|code|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input"
    r"|kbd|li|link|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|tr|u|ul"
    r"|video)(\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Controls, bidirectional overrides and zero-width characters: invisible on screen, so never meant.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# A text that names an option by its letter: options are shuffled and lettered on screen.
_LETTER = re.compile(r"\b(?:[Oo]ption|[Aa]nswer|[Cc]hip|[Cc]hoice)s? [A-H]\b(?!')|\([A-H]\)(?=\s|[.,;]|$)")


def refused(
    kind: str, message: str, at: tuple[str | int, ...] = (), offset: int | None = None, **values: Any
) -> PydanticCustomError:
    """An error whose message is ours, word by word; `values` fill its `{name}` places.

    `at` leads from the value that is refused to the part of it that is to blame, `offset` to the
    character within a text. They and the template stay with the error for `desktop.domain.refusals`.
    """
    return PydanticCustomError(kind, message, {**values, "at": at, "offset": offset, "template": message})


def _visible(text: str) -> str:
    if found := _HIDDEN.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise refused(
            "hidden_character",
            "holds the invisible character {code}; remove it",
            offset=found.start(),
            code=code,
        )
    return text


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise refused("one_line", "expected one line of text, without line feeds or tabs")
    if text != text.strip() or not text:
        raise refused("one_line", "expected text without spaces at its ends, and not empty")
    return text


def _no_html(text: str) -> str:
    if "<" not in text:  # nearly always; parsing the markup would take most of the time of reading a lesson
        return text
    prose = "\n".join(
        "".join(span.text for span in spans if span.look != "code") for spans in _all_spans(text)
    )
    if found := _HTML.search(prose):
        raise refused(
            "html",
            "HTML is not used in lessons, found {tag}; write plain text",
            offset=_outside_code(text, found[0]),
            tag=found[0][:40],
        )
    return text


def _outside_code(text: str, tag: str) -> int | None:
    """Where a tag stands that is not inside backticks; `None` when it runs over two lines."""
    bare = markup.CODE.sub(lambda code: " " * len(code[0]), text)
    found = bare.find(tag)
    return found if found >= 0 else None


def _all_spans(text: str) -> list[markup.Spans]:
    found: list[markup.Spans] = []
    for block in markup.parse(text):
        match block:
            case markup.Paragraph(spans):
                found.append(spans)
            case markup.Bullets(items) | markup.Numbered(items):
                found.extend(items)
            case markup.CodeBlock():
                pass
    return found


def _no_letters(text: str) -> str:
    if found := _LETTER.search(text):
        raise refused(
            "letter",
            "names an option by a letter ({found}), but options are shuffled; say what it holds instead",
            offset=found.start(),
            found=found[0],
        )
    return text


def _short_lines(text: str) -> str:
    offset = 0
    for line in text.split("\n"):
        if len(line) > 2000:
            raise refused(
                "long_line", "holds a line of {n} characters; at most 2000", offset=offset, n=len(line)
            )
        offset += len(line) + 1
    return text


def _line_feeds_only(text: str) -> str:
    if "\r" in text:
        raise refused(
            "line_feed", "expected line feeds only, found a carriage return", offset=text.index("\r")
        )
    return text


def _without_outer_feeds(text: str) -> str:
    return text.removeprefix("\n").removesuffix("\n")


Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=1, max_length=64),
    Field(description="lower-case letters and digits, joined by hyphens"),
]
Title = Annotated[
    str,
    StringConstraints(max_length=120),
    AfterValidator(_one_line),
    AfterValidator(_visible),
    AfterValidator(_no_html),
]
"""One line of plain text."""
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20_000),
    AfterValidator(_visible),
    AfterValidator(_short_lines),
    AfterValidator(_no_html),
    AfterValidator(_no_letters),
]
"""Text in the subset of Markdown of `desktop.domain.markup`."""
Code = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4_000),
    AfterValidator(_short_lines),
    AfterValidator(_line_feeds_only),
    AfterValidator(_visible),
    AfterValidator(_without_outer_feeds),
]
"""Lines of code or console output, kept exactly, but for one line feed at either end."""
Piece = Annotated[
    str, StringConstraints(max_length=400), AfterValidator(_short_lines), AfterValidator(_visible)
]
"""What a chip holds; any characters, also none ("nothing")."""
CodeLine = Annotated[
    str, StringConstraints(max_length=200), AfterValidator(_one_line), AfterValidator(_visible)
]
"""One line of code without its indentation."""
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._/ -]{1,80}$")]
Language = Annotated[
    str, StringConstraints(pattern=r"^(python|yaml|json|toml|bash|sql|dockerfile|ini|console|text)$")
]
"""A language that the app colours; `console` for logs and tracebacks, `text` for prose."""


def as_tuple(value: Any) -> Any:
    """TOML arrays are lists; the models hold tuples."""
    return tuple(value) if isinstance(value, list) else value


def one_or_more(value: Any) -> Any:
    """A single value where several may stand."""
    return as_tuple(value) if isinstance(value, list | tuple) else (value,)
