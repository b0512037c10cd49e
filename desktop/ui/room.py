"""How much room a window gives to its pages, once the text size is taken into account."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize

COMPACT_BELOW = 1000
NARROW_BELOW = 720
SHORT_BELOW = 520


@dataclass(frozen=True, slots=True)
class Room:
    """Which of the design's breakpoints are passed."""

    compact: bool = False
    """Little width: the sidebar is a rail of icons, task and work stack."""
    narrow: bool = False
    """Very little width: one column everywhere."""
    short: bool = False
    """Little height: the key legend hides."""


def room_in(size: QSize, scale: float) -> Room:
    """The room in a window of `size` pixels at text size `scale`."""
    width, height = size.width() / scale, size.height() / scale
    return Room(width < COMPACT_BELOW, width < NARROW_BELOW, height < SHORT_BELOW)
