"""Lengths of time in words."""

from __future__ import annotations

from desktop.ui.words import tr


def clock_words(seconds: int) -> str:
    """A time that runs, such as "7:05"."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes}:{rest:02}"


def duration_words(seconds: int) -> str:
    """A time that is over, such as "7 min 40 s"."""
    minutes, rest = divmod(max(0, seconds), 60)
    if not minutes:
        return tr("{n} s", n=rest)
    if not rest:
        return tr("{n} min", n=minutes)
    return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
