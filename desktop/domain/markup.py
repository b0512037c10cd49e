"""The small subset of Markdown that lesson texts may use: emphasis, code, lists and code blocks.

Everything else is text. There are no links, no pictures and no HTML, so a text can neither
load nor open anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Look = Literal["plain", "strong", "emphasis", "code"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one look."""

    text: str
    look: Look = "plain"


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that flow together."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list counted from 1."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, kept exactly."""

    text: str
    language: str = ""


Block = Paragraph | Bullets | Numbered | CodeBlock

_FENCE = re.compile(r"^```([\w+-]*)\s*$")
_BULLET = re.compile(r"^[-*] +(.*)$")
_NUMBER = re.compile(r"^\d{1,3}[.)] +(.*)$")
# Code first: nothing inside backticks is markup. Emphasis hugs its words, so "2 * 3 * 4" stays text.
_INLINE = re.compile(
    r"(?<!`)(?P<tick>`++)(?P<code>.+?)(?<!`)(?P=tick)(?!`)"
    r"|\*\*(?P<strong>[^\s*](?:[^*]*[^\s*])?)\*\*"
    r"|\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?!\*)"
)
CODE = re.compile(r"^```.*?^```\s*?$|(?<!`)(?P<tick>`++).+?(?<!`)(?P=tick)(?!`)", re.DOTALL | re.MULTILINE)
"""What stands in backticks, alone or as a block."""


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Never fails: what is not markup is text."""
    blocks: list[Block] = []
    lines = text.replace("\r\n", "\n").split("\n")
    at = 0
    while at < len(lines):
        if fence := _FENCE.match(lines[at].strip()):
            end = next((i for i in range(at + 1, len(lines)) if lines[i].strip() == "```"), len(lines))
            blocks.append(CodeBlock("\n".join(lines[at + 1 : end]), fence[1]))
            at = end + 1
            continue
        end = at
        while end < len(lines) and lines[end].strip() and not _FENCE.match(lines[end].strip()):
            end += 1
        blocks.extend(_prose(lines[at:end]))
        at = max(end, at + 1) if end == at else end
    return tuple(blocks)


def _prose(lines: list[str]) -> list[Block]:
    """Paragraphs and lists of lines that stand together."""
    blocks: list[Block] = []
    pending: list[str] = []
    items: list[str] = []
    counted = False

    def close() -> None:
        if pending:
            blocks.append(Paragraph(inline(" ".join(pending))))
            pending.clear()
        if items:
            spans = tuple(inline(item) for item in items)
            blocks.append(Numbered(spans) if counted else Bullets(spans))
            items.clear()

    for line in (raw.strip() for raw in lines):
        bullet, number = _BULLET.match(line), _NUMBER.match(line)
        if match := bullet or number:
            if pending or (items and counted != bool(number)):
                close()
            counted = bool(number)
            items.append(match[1])
        elif items:
            items[-1] += " " + line
        else:
            pending.append(line)
    close()
    return blocks


def inline(text: str) -> Spans:
    """The spans of one line of prose."""
    spans: list[Span] = []
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            spans.append(Span(text[at : match.start()]))
        if match["code"] is not None:
            code = match["code"]
            spans.append(Span(code[1:-1] if code[:1] == code[-1:] == " " and code.strip() else code, "code"))
        elif match["strong"] is not None:
            spans.append(Span(match["strong"], "strong"))
        else:
            spans.append(Span(match["emphasis"], "emphasis"))
        at = match.end()
    if at < len(text) or not spans:
        spans.append(Span(text[at:]))
    return tuple(spans)


def plain(text: str) -> str:
    """A text without its marks, as a screen reader says it."""
    return "\n".join(block_text(block) for block in parse(text))


def block_text(block: Block) -> str:
    """The words of one block."""
    match block:
        case Paragraph(spans):
            return "".join(span.text for span in spans)
        case Bullets(items) | Numbered(items):
            return "\n".join("".join(span.text for span in item) for item in items)
        case CodeBlock(text):
            return text
