"""What is said about a task of a round: where one is, how it ended, whether it comes back."""

from __future__ import annotations

from desktop.domain.exercises import AnyTask
from desktop.domain.round import Round, Stand
from desktop.study.session import Feedback
from desktop.ui.words import tr, tr_n


def count_words(round_: Round) -> str:
    """Which task of how many."""
    return tr("Task {n} of {count}", n=round_.at + 1, count=len(round_.entries))


def spoken_place(round_: Round, task: AnyTask) -> str:
    """Which task it is and what it is called, for a screen reader."""
    return f"{count_words(round_)}. {task.title}"


def closing_words(round_: Round, feedback: Feedback | None) -> tuple[str, str]:
    """An icon and words for how the task ended, and whether it comes back."""
    entry = round_.entry
    if entry.stand is Stand.RIGHT:
        if entry.attempts == 1:
            return "circle-check", tr("Right at the first try")
        return "circle-check", tr("Right on attempt {n}", n=entry.attempts)
    if feedback is not None and feedback.returns_after:
        n = feedback.returns_after
        return "repeat", tr_n("Comes back after {n} more task", "Comes back after {n} more tasks", n)
    later = round_.entries[round_.at + 1 :]
    if any(other.task == entry.task and other.stand is Stand.OPEN for other in later):
        return "repeat", tr("Comes back in this round")
    return "repeat", tr("Comes back another day")


def attempt_words(feedback: Feedback) -> str:
    """What is announced after the verdict: the attempts left, or that the answer is open."""
    if feedback.stand is Stand.RIGHT:
        return ""
    if feedback.stand is Stand.REVEALED:
        return tr("The worked answer is open.")
    return tr_n("{n} attempt left.", "{n} attempts left.", feedback.attempts_left)
