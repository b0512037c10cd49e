"""The snippet of a fill task as lines of text and gaps, coloured so that no blank is given away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.domain import markup
from desktop.domain.exercises.fill import FillTask, Segment
from desktop.ui.widgets.code_colours import ColourSpan, colour_spans
from desktop.ui.widgets.snippet import Gap, Ink, SnippetLine

_STAND_IN = "xx"
"""What stands for every blank while the code is coloured: a name like any other."""
_MARK = "\ufdd0"  # no character of any text, so a blank can be told from all else


def snippet_lines(task: FillTask) -> tuple[SnippetLine, ...]:
    """The lines of code, or the paragraphs of a text, with a gap for each place of a blank."""
    if task.code is None:
        return tuple(_prose_lines(task))
    return tuple(code_lines(task.segments, task.language or ""))


def code_lines(
    segments: Sequence[Segment], language: str, rows: Mapping[int, int] | None = None
) -> Iterator[SnippetLine]:
    """Lines of code with gaps; `rows` are the lines that a blank has room for, where it is not one."""
    stand_in = "".join(_STAND_IN if one.blank else one.text for one in segments)
    spans = colour_spans(stand_in, language)
    parts: list[Ink | Gap] = []
    at = 0
    for segment in segments:
        if segment.blank:
            parts.append(Gap(segment.blank, (rows or {}).get(segment.blank, 1)))
            at += len(_STAND_IN)
            continue
        for index, piece in enumerate(segment.text.split("\n")):
            if index:
                yield SnippetLine(tuple(parts))
                parts = []
                at += 1
            parts.extend(_coloured(piece, at, spans))
            at += len(piece)
    yield SnippetLine(tuple(parts))


def _coloured(text: str, start: int, spans: Sequence[ColourSpan]) -> Iterator[Ink]:
    """A piece of a line that stands at `start`, cut where its colour changes."""
    at, end = start, start + len(text)
    for span in spans:
        left, right = max(at, span.start), min(end, span.start + span.length)
        if left >= right:
            continue
        if left > at:
            yield Ink(text[at - start : left - start])
        yield Ink(text[left - start : right - start], span.token)
        at = right
    if at < end:
        yield Ink(text[at - start :])


def _prose_lines(task: FillTask) -> Iterator[SnippetLine]:
    numbers = iter([one.blank for one in task.segments if one.blank])
    source = "".join(_MARK if one.blank else one.text for one in task.segments)
    for block in markup.parse(source):
        match block:
            case markup.Paragraph(spans):
                yield SnippetLine(tuple(_gapped(spans, numbers)), prose=True, after=True)
            case markup.Bullets(items) | markup.Numbered(items):
                for index, item in enumerate(items):
                    bullet = "•" if isinstance(block, markup.Bullets) else f"{index + 1}."
                    last = index == len(items) - 1
                    parts = tuple(_gapped(item, numbers))
                    yield SnippetLine(parts, prose=True, bullet=bullet, after=last)
            case markup.CodeBlock(text):
                lines = text.split("\n")
                for index, line in enumerate(lines):
                    parts = tuple(_gapped((markup.Span(line),), numbers))
                    yield SnippetLine(parts, after=index == len(lines) - 1)


def _gapped(spans: Sequence[markup.Span], numbers: Iterator[int]) -> Iterator[Ink | Gap]:
    for span in spans:
        look = "" if span.look == "plain" else span.look
        for index, piece in enumerate(span.text.split(_MARK)):
            if index:
                yield Gap(next(numbers))
            if piece:
                yield Ink(piece, look)
