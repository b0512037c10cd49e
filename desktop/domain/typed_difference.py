"""How a wrong entry differs from a right one, where nobody has written down the mistake behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from desktop.domain.compare import tokens

MOST_LETTERS = 80
"""The distance of longer texts is not measured."""


class Difference(StrEnum):
    """What is so of an entry, the most telling first."""

    EMPTY = "empty"
    NOT_COMPARABLE = "not comparable"
    UNREADABLE = "unreadable"
    CASE = "case"
    """Capital letters where small ones belong, or the other way round."""
    ORDER = "order"
    """The same words in another order."""
    SIGNS = "signs"
    """The same words, with other signs between them."""
    MISSING = "missing"
    """What is there is right, but there is less than is needed."""
    MORE = "more"
    """More than is needed."""
    SPELLING = "spelling"
    """A letter or two away."""
    OTHER = "other"


_RANK = list(Difference)


def difference(entry: str, answers: Sequence[str]) -> Difference:
    """What is so of an entry beside the answer that it is nearest to."""
    if not entry.strip():
        return Difference.EMPTY
    return min((_beside(entry, answer) for answer in answers), key=_RANK.index)


def nearness(entry: str, text: str, answers: Sequence[str]) -> int | None:
    """How many letters lie between an entry and a known mistake.

    `None` where there are too many, or where a right answer is as near: then it is a slip in that.
    """
    one, other = _plain(entry), _plain(text)
    found = distance(one, other, min(3, len(other) // 3))
    if found is None:
        return None
    slips = (distance(one, _plain(answer), found) for answer in answers)
    return None if any(slip is not None for slip in slips) else found


def distance(one: str, other: str, most: int) -> int | None:
    """Levenshtein's distance: letters added, left out or changed; `None` above `most`."""
    if max(len(one), len(other)) > MOST_LETTERS or abs(len(one) - len(other)) > most:
        return None
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, sign in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != sign))
    return row[-1] if row[-1] <= most else None


def _beside(entry: str, answer: str) -> Difference:
    given, right = tokens(entry), tokens(answer)
    if [token.lower() for token in given] == [token.lower() for token in right]:
        return Difference.CASE
    if Counter(given) == Counter(right):
        return Difference.ORDER
    words, right_words = _words(given), _words(right)
    if words and words == right_words:
        return Difference.SIGNS
    if _holds(right, given):
        return Difference.MISSING
    if _holds(given, right):
        return Difference.MORE
    if len(answer) >= 4 and distance(_plain(entry), _plain(answer), 2) is not None:
        return Difference.SPELLING
    return Difference.OTHER


def _words(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if any(letter.isalnum() for letter in part)]


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether a part stands in the whole, in its order, with at least one word in it."""
    rest = iter(whole)
    return len(part) < len(whole) and bool(_words(part)) and all(token in rest for token in part)


def _plain(text: str) -> str:
    return " ".join(tokens(text))
