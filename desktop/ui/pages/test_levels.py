"""The levels of a test in words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.progress import Level
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class LevelWords:
    """How a level is called and shown."""

    name: str
    detail: str
    mark: str
    """A level's bars or an icon, for the end of its row."""
    minutes: int
    """About how long ten questions take."""


def level_words(level: Level) -> LevelWords:
    """The words for a level, in the learner's language."""
    match level:
        case Level.EASY:
            return LevelWords(tr("Easy"), tr("Terms and first examples"), "easy", 5)
        case Level.MEDIUM:
            return LevelWords(tr("Medium"), tr("Short code and worked cases"), "medium", 8)
        case Level.HARD:
            return LevelWords(tr("Hard"), tr("Whole systems and trade-offs"), "hard", 10)
        case Level.MIXED:
            return LevelWords(tr("Mixed"), tr("A bit of each, from easy to hard"), "layers", 8)
        case Level.ADAPTIVE:
            return LevelWords(tr("Adaptive"), tr("Moves up or down with your answers"), "arrow-up-down", 8)
