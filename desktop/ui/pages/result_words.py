"""What came of a test, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.lesson import Lesson
from desktop.domain.listing import LessonState
from desktop.domain.progress import VERDICT_LEVELS, TestRow
from desktop.domain.verdict import counted, verdict
from desktop.study.past_test import PastTest
from desktop.ui.pages.test_levels import level_words
from desktop.ui.verdict_words import verdict_words, weakest_words
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class ResultWords:
    """The head of a result."""

    title: str
    """The verdict, or what the test is where none follows from it."""
    score: str
    """Such as "8 of 10 right"."""
    sentences: tuple[str, ...]
    """The reason, then the next step."""


def result_words(past: PastTest, taken: Sequence[TestRow], lesson: Lesson) -> ResultWords:
    """The words for a test; `taken` are all finished tests of the lesson, in any order."""
    row = past.row
    until = [one for one in taken if (one.utc_ms, one.uid) < (row.utc_ms, row.uid)] + [row]
    later = any((one.utc_ms, one.uid) > (row.utc_ms, row.uid) for one in counted(taken))
    title, sentences = _outcome(past, until, lesson, later=later)
    return ResultWords(title, _score(row), (*sentences, *_shortages(past)))


def _score(row: TestRow) -> str:
    if row.points is None or row.points == row.right:
        return tr("{right} of {total} right", right=row.right, total=row.total)
    return tr(
        "{right} of {total} right, {points} points", right=row.right, total=row.total, points=row.points
    )


def _outcome(
    past: PastTest, until: Sequence[TestRow], lesson: Lesson, *, later: bool
) -> tuple[str, tuple[str, ...]]:
    """Title, reason and next step, as they were when the test was over."""
    row = past.row
    name = tr("{level} test", level=level_words(row.level).name)
    if row.level not in VERDICT_LEVELS:
        return name, (
            tr("This level tells your score, without a verdict."),
            tr("Mixed, Adaptive and Hard tests lead to one."),
        )
    if row.points is None:
        return name, (tr("Fewer than ten questions lead to no verdict."),)
    found = verdict(until)
    words = verdict_words(found)
    if row not in counted(until):
        return tr("Practice test"), (
            tr("Only the first test of a day counts; this one is practice."),
            tr("Your verdict stays “{word}”.", word=words.word),
        )
    if later:
        return words.word, (words.reason, tr("Another test has counted since."))
    weak = [lesson.concept(name).name for name in past.weakest()]
    weakest = weakest_words(weak) if found.state is LessonState.NOT_YET else ""
    return words.word, tuple(part for part in (words.reason, words.next_step, weakest) if part)


def _shortages(past: PastTest) -> list[str]:
    """The levels of which there were too few questions."""
    words = {
        "easy": tr("There were too few easy questions, so the nearest level took their place."),
        "medium": tr("There were too few medium questions, so the nearest level took their place."),
        "hard": tr("There were too few hard questions, so the nearest level took their place."),
    }
    return [words[level] for level in past.short_of if level in words]
