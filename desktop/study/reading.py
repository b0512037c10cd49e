"""Reading: where a learner is in a text, and what is noted of it. Each function gives the next visit.

Bodies: section read {"mode", "section", "run"}; answered {"run", "mode", "attempt", "right", "answer",
"hints", "concepts", "missed"}, as in practice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from random import Random
from typing import Any

from desktop.domain.check_question import CheckQuestion
from desktop.domain.events import EventKind, Happening, Moment
from desktop.domain.lesson import Lesson
from desktop.domain.progress import TaskRow
from desktop.domain.reading import Visit

Rows = Mapping[tuple[str, str], TaskRow]


def already_read(lesson: Lesson, place: str, mode: str, rows: Rows) -> frozenset[str]:
    """The parts of a mode that were read at any time."""
    return frozenset(part for part in lesson.parts(mode) if (f"{place}/{mode}/{part}", "") in rows)


def start(lesson: Lesson, mode: str, known: Collection[str], random: Random) -> Visit:
    """A visit that begins at the first part not yet read. Raises ValueError when there are no parts."""
    parts = lesson.parts(mode)
    if not parts:
        raise ValueError("there is nothing to read")
    first = next((part for part in parts if part not in known), parts[0])
    return Visit(uid=f"{random.getrandbits(128):032x}", seed=random.getrandbits(32), at=first)


def resume(visit: Visit, lesson: Lesson, mode: str) -> Visit:
    """A visit as it was left, without tries of options that are gone. ValueError when its section is gone."""
    if visit.at not in lesson.parts(mode):
        raise ValueError("the section is gone")
    counts = {section.id: len(section.check.options) for section in lesson.read if section.check}
    kept = {
        part: tried
        for part, tried in visit.tried.items()
        if all(n in range(counts.get(part, 0)) for n in tried)
    }
    return visit.model_copy(update={"tried": kept})


def go_to(visit: Visit, part: str) -> Visit:
    """Open another part."""
    return visit.model_copy(update={"at": part})


def finish_part(visit: Visit, place: str, mode: str, now: Moment) -> tuple[Visit, list[Happening]]:
    """The open part was read to its end; noted once a visit."""
    if visit.at in visit.read:
        return visit, []
    body = {"mode": mode, "section": visit.at, "run": visit.uid}
    happening = Happening(EventKind.SECTION_READ, f"{place}/{mode}/{visit.at}", now, "", body)
    return visit.model_copy(update={"read": (*visit.read, visit.at)}), [happening]


def answer(  # noqa: PLR0917 - an answer is made of just these
    visit: Visit, place: str, mode: str, check: CheckQuestion, option: int, now: Moment
) -> tuple[Visit, list[Happening]]:
    """Try an option of the open part's question; nothing happens once it is solved or was tried."""
    tried = visit.tried.get(visit.at, ())
    if option in tried or check.right_option in tried:
        return visit, []
    right = option == check.right_option
    body: dict[str, Any] = {
        "run": visit.uid,
        "mode": mode,
        "attempt": len(tried) + 1,
        "right": right,
        "answer": {"chosen": [option]},
        "hints": 0,
        "concepts": [],
        "missed": [],
    }
    happening = Happening(EventKind.ANSWERED, f"{place}/{mode}/{visit.at}", now, check.content_hash, body)
    after = visit.model_copy(update={"tried": {**visit.tried, visit.at: (*tried, option)}})
    return after, [happening]


def beads(visit: Visit, lesson: Lesson, mode: str, known: Collection[str]) -> tuple[str, ...]:
    """One word a part: "done", "now" or "todo"."""
    return tuple(
        "now" if part == visit.at else "done" if part in known or part in visit.read else "todo"
        for part in lesson.parts(mode)
    )
