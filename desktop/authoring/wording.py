"""Counts words, sentences and syllables of lesson texts, and compares pieces of code."""

from __future__ import annotations

import ast
import re

from desktop.domain import markup

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")


def bare(text: str) -> str:
    """The words of a text: its code left out, each list item and paragraph on a line of its own."""
    lines: list[str] = []
    for block in markup.parse(text):
        match block:
            case markup.Paragraph(spans):
                lines.append(_spoken(spans))
            case markup.Bullets(items) | markup.Numbered(items):
                lines.extend(_spoken(item) for item in items)
            case markup.CodeBlock():
                pass
    return "\n".join(lines)


def _spoken(spans: markup.Spans) -> str:
    return "".join("…" if span.look == "code" else span.text for span in spans)


def words(text: str) -> list[str]:
    """The words of a text outside its code."""
    return _WORD.findall(bare(text))


def count(text: str) -> int:
    """How many words are read, a piece of code in a line counted as one."""
    return len(re.findall(r"[\w…]+(?:['’.,-]\w+)*", bare(text)))


def sentence_length(text: str) -> float:
    """The mean number of words in a sentence."""
    sentences = [part for part in _SENTENCE_END.split(bare(text)) if _WORD.search(part)]
    return sum(len(_WORD.findall(part)) for part in sentences) / len(sentences) if sentences else 0.0


def school_grade(text: str) -> float:
    """The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    spoken = words(text)
    if not spoken:
        return 0.0
    return 0.39 * sentence_length(text) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e; close enough for a mean."""
    lower = word.lower()
    groups = len(_VOWELS.findall(lower))
    silent = (lower.endswith("e") and not lower.endswith(("le", "ee"))) or lower.endswith("ed")
    return max(1, groups - (1 if silent and groups > 1 else 0))


def same_python(one: str, other: str) -> bool:
    """Whether two pieces mean the same to Python, however they are spaced and quoted."""
    try:
        return ast.dump(ast.parse(one.strip())) == ast.dump(ast.parse(other.strip()))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def code_in(text: str) -> list[str]:
    """What stands in backticks, in lines and in blocks."""
    found: list[str] = []
    for block in markup.parse(text):
        match block:
            case markup.Paragraph(spans):
                found += [span.text for span in spans if span.look == "code"]
            case markup.Bullets(items) | markup.Numbered(items):
                found += [span.text for item in items for span in item if span.look == "code"]
            case markup.CodeBlock(code):
                found.append(code)
    return found
