"""Prints figures of a bench, each beside its floor."""

from __future__ import annotations

from collections.abc import Sequence


def head(what: str, floor: str) -> None:
    """The line above the figures of a bench."""
    print(f"{what:34}{'ours':>9}{floor:>16}{'ratio':>8}   goal")


def line(what: str, ours: float, floor: float, goal: str = "") -> None:
    """One figure, with its ratio to the floor."""
    print(f"  {what:32}{ours:9.2f}{floor:16.2f}{ours / floor:8.2f}   {goal}".rstrip())


def percentiles(what: str, ours: Sequence[float], floor: Sequence[float], goal: str = "") -> None:
    """Median and 99th percentile of seconds, in ms."""
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        one, other = at(ours, share) * 1e3, at(floor, share) * 1e3
        line(f"{what}, {name}", one, other, goal if name == "p99" else "")


def at(values: Sequence[float], share: float) -> float:
    """The value below which this share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
