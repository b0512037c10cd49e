"""The verdict on a lesson in sentences: why it is so, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.listing import LessonState
from desktop.domain.verdict import (
    GETTING_THERE_SUM,
    STAYS_STRONG_SUM,
    STRONG_SO_FAR,
    STRONG_SUM,
    TOP,
    Verdict,
)
from desktop.ui.pages.words_of_states import state_words
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict as the learner reads it."""

    word: str
    """Such as "Strong so far"."""
    reason: str
    """What it follows from and what is missing, in one sentence."""
    next_step: str
    """The one thing that would change it, or keep it, in one sentence."""


def verdict_words(verdict: Verdict, today: str = "") -> VerdictWords:
    """The words for a verdict; `today` is a study day, empty where it is not known."""
    if verdict.state is None or verdict.last is None:
        return VerdictWords(
            tr("No verdict yet"),
            tr("No test has counted so far."),
            tr("A Mixed, Adaptive or Hard test leads to a verdict."),
        )
    return VerdictWords(
        state_words(verdict.state), _reason(verdict), _next_step(verdict, verdict.last, _when(verdict, today))
    )


def weakest_words(concepts: Sequence[str]) -> str:
    """Which concepts, at most two, a test found weakest; empty without any."""
    if not concepts:
        return ""
    if len(concepts) == 1:
        return tr("Weakest here: {concept}.", concept=concepts[0])
    return tr("Weakest here: {one} and {other}.", one=concepts[0], other=concepts[1])


def _reason(verdict: Verdict) -> str:
    if verdict.sum is None:
        if verdict.state is LessonState.STRONG_SO_FAR:
            return tr(
                "One test reached {n} of 10 points; a second one on another day has to confirm it.",
                n=verdict.last,
            )
        return tr(
            "One test reached {n} of 10 points; {enough} are needed for “{word}”.",
            n=verdict.last,
            enough=STRONG_SO_FAR,
            word=state_words(LessonState.STRONG_SO_FAR),
        )
    if verdict.state is LessonState.STRONG:
        return tr("Your last two tests, on two days, reached {n} of 20 points.", n=verdict.sum)
    return tr(
        "Your last two tests reached {n} of 20 points; {enough} are needed for “{word}”.",
        n=verdict.sum,
        enough=STRONG_SUM,
        word=state_words(LessonState.STRONG),
    )


def _when(verdict: Verdict, today: str) -> str:
    """Which test counts next; a second one on the same study day does not."""
    if today and today != verdict.last_day:
        return tr("in your next test")
    return tr("in a test on another day")


def _next_step(verdict: Verdict, last: int, when: str) -> str:
    strong, better = state_words(LessonState.STRONG), state_words(LessonState.GETTING_THERE)
    if verdict.state is LessonState.STRONG:
        enough = STAYS_STRONG_SUM - last
        return tr("With {n} points or more {when} it stays “{word}”.", n=enough, when=when, word=strong)
    nearer = GETTING_THERE_SUM - last
    if verdict.state is LessonState.NOT_YET and nearer <= TOP:
        if verdict.needed is None:
            return tr("Reach {n} points or more {when} to be “{word}”.", n=nearer, when=when, word=better)
        return tr(
            "Reach {n} points {when} to be “{better}”, or {more} to be “{best}”.",
            n=max(0, nearer),
            when=when,
            better=better,
            more=verdict.needed,
            best=strong,
        )
    if verdict.needed is None:
        return tr(
            "It takes two more tests on two days, with {n} of 20 points together, to be “{word}”.",
            n=STRONG_SUM,
            word=strong,
        )
    return tr("Reach {n} points or more {when} to be “{word}”.", n=verdict.needed, when=when, word=strong)
