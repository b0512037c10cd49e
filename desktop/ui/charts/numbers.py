"""Numbers as a chart writes them."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_DECIMALS = 4


def number_texts(values: Iterable[float]) -> list[str]:
    """Numbers with three digits that count, all with as many decimals as the one that needs most."""
    numbers = list(values)
    short = [_short(value) for value in numbers]
    if any("e" in text for text in short):
        return [text.replace("e+0", "e").replace("e-0", "e-") for text in short]
    decimals = max((len(text.partition(".")[2]) for text in short), default=0)
    return [f"{value:.{min(decimals, _MOST_DECIMALS)}f}" for value in numbers]


def _short(value: float) -> str:
    return f"{value:.0f}" if 1_000 <= abs(value) < 1_000_000 else f"{value:.3g}"
