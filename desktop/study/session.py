"""Practice: attempts, hints and tasks that return. Each function takes a round and gives the next one.

What happens goes out as `Happening`s for the store to write before anything is shown. The engine is given
time and randomness and fetches neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from desktop.domain.events import EventKind, Happening, Moment
from desktop.domain.exercises import AnyAnswer, AnyTask
from desktop.domain.exercises.grade import Grade
from desktop.domain.lesson import Lesson
from desktop.domain.round import Entry, Round, Stand

RETURNS_AFTER = 3
"""A missed task comes back after this many others, or at the end where fewer are left."""
MOST_RETURNS = 2
"""After two more misses the task waits for another day; the learner has seen its answer three times."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a check has shown."""

    grade: Grade
    attempt: int
    """Which try it was, from 1."""
    attempts_left: int
    stand: Stand
    returns_after: int | None = None
    """How many other tasks come before this one returns; `None` when it does not."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a finished round comes to."""

    tasks: int
    first_try: int
    """Right at the first try without a hint."""
    later: int
    """Right in the end, with more tries, a hint, or after the answer was seen."""
    shown: int
    """Not right in this round; the answer was shown."""


def start(  # noqa: PLR0917 - a round is made of just these
    course: str, lesson: Lesson, mode: str, tasks: Sequence[AnyTask], random: Random, now: Moment
) -> Round:
    """A new round over these tasks, in this order. Raises ValueError when there are none."""
    if not tasks:
        raise ValueError("a round needs a task")
    entries = tuple(_entry(task, random) for task in tasks)
    return Round(
        uid=f"{random.getrandbits(128):032x}",
        course=course,
        lesson=lesson.id,
        mode=mode,
        seed=random.getrandbits(32),
        started_utc_ms=now.utc_ms,
        entries=entries,
    )


def _entry(task: AnyTask, random: Random, returned: int = 0) -> Entry:
    return Entry(task=task.id, content_hash=task.content_hash, seed=random.getrandbits(32), returned=returned)


def answer(
    round_: Round, task: AnyTask, given: AnyAnswer, now: Moment, random: Random
) -> tuple[Round, Feedback, list[Happening]]:
    """Check an answer: one attempt. Raises ValueError when the task is no longer open."""
    entry = round_.entry
    if entry.stand is not Stand.OPEN or entry.task != task.id:
        raise ValueError("this task is not open")
    grade = task.grade(given)
    attempt = entry.attempts + 1
    left = max(0, task.attempts - attempt)
    stand = Stand.RIGHT if grade.right else Stand.OPEN if left else Stand.REVEALED
    happenings = [_answered(round_, task, given, grade, now)]
    after = round_.with_entry(
        round_.at, attempts=attempt, answers=(*entry.answers, given), stand=stand, placement=None
    )
    returns_after = None
    if stand is Stand.REVEALED:
        happenings.append(_happening(EventKind.REVEALED, round_, task, now, {"run": round_.uid}))
        if entry.returned < MOST_RETURNS:
            after, returns_after = _return_later(after, task, random)
    return after, Feedback(grade, attempt, left, stand, returns_after), happenings


def _return_later(round_: Round, task: AnyTask, random: Random) -> tuple[Round, int]:
    """The round with the task once more, after three open entries or at the end."""
    open_after = [
        i for i in range(round_.at + 1, len(round_.entries)) if round_.entries[i].stand is Stand.OPEN
    ]
    before = open_after[:RETURNS_AFTER]
    place = before[-1] + 1 if before else len(round_.entries)
    returning = _entry(task, random, round_.entry.returned + 1)
    entries = (*round_.entries[:place], returning, *round_.entries[place:])
    return round_.model_copy(update={"entries": entries}), len(before)


def hint(round_: Round, task: AnyTask, now: Moment) -> tuple[Round, list[Happening]]:
    """Show the next hint; nothing happens when all are shown or the task is not open."""
    entry = round_.entry
    if entry.stand is not Stand.OPEN or entry.hints >= len(task.hints):
        return round_, []
    number = entry.hints + 1
    body = {"run": round_.uid, "number": number}
    return round_.with_entry(round_.at, hints=number), [
        _happening(EventKind.HINT_SHOWN, round_, task, now, body)
    ]


def skip(round_: Round, task: AnyTask, now: Moment) -> tuple[Round, list[Happening]]:
    """Put the open task off to the end of the round, as it stands, and go to the next open one."""
    entry = round_.entry
    if entry.stand is not Stand.OPEN:
        return round_, []
    entries = (*round_.entries[: round_.at], *round_.entries[round_.at + 1 :], entry)
    moved = round_.model_copy(update={"entries": entries, "at": round_.at - 1})
    return advance(moved), [_happening(EventKind.SKIPPED, round_, task, now, {"run": round_.uid})]


def can_skip(round_: Round) -> bool:
    """Whether another open task is left to go to."""
    return round_.entry.stand is Stand.OPEN and sum(e.stand is Stand.OPEN for e in round_.entries) > 1


def advance(round_: Round) -> Round:
    """Go to the next open entry, from the start again if need be; stay where none is open."""
    count = len(round_.entries)
    order = [(round_.at + step) % count for step in range(1, count + 1)]
    following = next((i for i in order if round_.entries[i].stand is Stand.OPEN), round_.at)
    return round_.model_copy(update={"at": following})


def look_at(round_: Round, index: int) -> Round:
    """Go to an entry, to look at it again or to work on it; IndexError where there is none."""
    if not 0 <= index < len(round_.entries):
        raise IndexError(index)
    return round_.model_copy(update={"at": index})


def try_again(round_: Round, task: AnyTask, random: Random) -> Round:
    """Start a new series of attempts at a task that is done: shuffled anew, nothing placed."""
    if round_.entry.stand is Stand.OPEN:
        return round_
    fresh = _entry(task, random, round_.entry.returned)
    entries = (*round_.entries[: round_.at], fresh, *round_.entries[round_.at + 1 :])
    return round_.model_copy(update={"entries": entries})


def place(round_: Round, placement: dict[str, Any] | None) -> Round:
    """Keep what stands in the view of the open task."""
    return round_.with_entry(round_.at, placement=placement)


def resume(round_: Round, lesson: Lesson, random: Random) -> Round | None:
    """A round that was left, fitted to the lesson as it is today.

    A task whose graded content has changed starts afresh, one that is gone is left out; `None` if
    nothing is left to do.
    """
    entries: list[Entry] = []
    at = 0
    for index, entry in enumerate(round_.entries):
        if index == round_.at:
            at = len(entries)
        task = lesson.task(entry.task)
        if task is None:
            continue
        same = task.content_hash == entry.content_hash
        entries.append(entry if same else _entry(task, random, entry.returned))
    if all(entry.stand is not Stand.OPEN for entry in entries):
        return None
    return round_.model_copy(update={"entries": tuple(entries), "at": min(at, len(entries) - 1)})


def beads(round_: Round) -> tuple[str, ...]:
    """One word for each entry: "done", "now" or "todo"."""
    return tuple(
        "now" if index == round_.at else "todo" if entry.stand is Stand.OPEN else "done"
        for index, entry in enumerate(round_.entries)
    )


def summary(round_: Round) -> Summary:
    """What the round came to, by task."""
    by_task: dict[str, list[Entry]] = {}
    for entry in round_.entries:
        by_task.setdefault(entry.task, []).append(entry)
    first = later = shown = 0
    for entries in by_task.values():
        one = entries[0]
        if one.stand is Stand.RIGHT and one.attempts == 1 and one.hints == 0:
            first += 1
        elif any(entry.stand is Stand.RIGHT for entry in entries):
            later += 1
        else:
            shown += 1
    return Summary(len(by_task), first, later, shown)


def _answered(round_: Round, task: AnyTask, given: AnyAnswer, grade: Grade, now: Moment) -> Happening:
    body = {
        "run": round_.uid,
        "mode": round_.mode,
        "attempt": round_.entry.attempts + 1,
        "right": grade.right,
        "answer": given.model_dump(mode="json"),
        "hints": round_.entry.hints,
        "returned": round_.entry.returned,
        "concepts": list(task.concepts),
        "missed": missed_concepts(task, grade),
    }
    return _happening(EventKind.ANSWERED, round_, task, now, body)


def missed_concepts(task: AnyTask, grade: Grade) -> list[str]:
    """The concepts that a wrong answer debits: those its misconceptions name, else all of the task."""
    if grade.right:
        return []
    named = dict.fromkeys(remark.concept for remark in grade.remarks if remark.concept)
    return list(named) or list(task.concepts)


def _happening(kind: EventKind, round_: Round, task: AnyTask, now: Moment, body: dict[str, Any]) -> Happening:
    return Happening(kind, f"{round_.place}/{task.id}", now, task.content_hash, body)
