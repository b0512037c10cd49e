"""How near an order of lines comes to an accepted one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

Before = Mapping[int, frozenset[int]]
"""For each line, all lines that have to stand before it, those at one remove too."""


def in_turn(order: Sequence[int]) -> dict[int, frozenset[int]]:
    """What one fixed order asks for: every line after all lines before it."""
    return {line: frozenset(order[:at]) for at, line in enumerate(order)}


def closed(needs: Mapping[int, Sequence[int]], lines: Sequence[int]) -> dict[int, frozenset[int]] | None:
    """What a graph of needs asks for, followed to its ends; `None` when it runs in a circle."""
    before: dict[int, frozenset[int]] = {}
    waiting = list(lines)
    while waiting:
        ready = [line for line in waiting if all(need in before for need in needs.get(line, ()))]
        if not ready:
            return None
        for line in ready:
            direct = frozenset(needs.get(line, ()))
            before[line] = direct.union(*(before[need] for need in direct))
        waiting = [line for line in waiting if line not in before]
    return before


def kept(rows: Sequence[Mapping[int, bool]], before: Before) -> dict[int, int]:
    """The most rows that can stay as they follow each other, each with the line it then stands for.

    For each row: the lines it may stand for, and whether it is indented as that line is. Among equally
    many rows those win that are indented rightly, then the first, by the line named first. Lines can stay
    when none of them has to stand before an earlier one, so each set of used lines is tried once.
    """

    @cache
    def best(row: int, used: frozenset[int]) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        if row == len(rows):
            return 0, 0, ()
        too_late = frozenset[int]().union(*(before[line] for line in used))
        found = best(row + 1, used)
        for line, indented in reversed(list(rows[row].items())):
            if line not in used and line not in too_late:
                count, fitting, pairs = best(row + 1, used | {line})
                taken = (count + 1, fitting + indented, ((row, line), *pairs))
                found = taken if taken[:2] >= found[:2] else found
        return found

    return dict(best(0, frozenset())[2])


def completed(chain: Sequence[int], before: Before) -> tuple[int, ...]:
    """An accepted order of all lines in which those of `chain` follow each other as they do there."""
    asked = {line: set(first) for line, first in before.items()}
    for at, line in enumerate(chain):
        asked[line].update(chain[:at])
    order: list[int] = []
    while len(order) < len(asked):
        order.append(min(line for line in asked if line not in order and asked[line] <= set(order)))
    return tuple(order)
