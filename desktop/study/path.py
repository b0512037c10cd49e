"""The way through a lesson: how much of each mode is done, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.lesson import Lesson
from desktop.domain.progress import TaskRow
from desktop.study.review import missed

Rows = Mapping[tuple[str, str], TaskRow]

PATH = ("read", "why", "visualize", "arrange", "fill", "choose", "debug", "type")
"""From seeing to doing: the idea, its reasons and a worked run first; arranging whole lines before filling
blanks; finding faults once the idea is known; writing from memory last."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a mode is done."""

    done: int
    total: int
    """0 where the lesson has nothing of it."""

    @property
    def finished(self) -> bool:
        """Whether there is something, and all of it is done."""
        return 0 < self.total <= self.done


def shares(lesson: Lesson, place: str, rows: Rows) -> dict[str, Share]:
    """How much of each mode but the test is done; `place` is `course/lesson`.

    Review counts what is to be looked at again, and none of it is done.
    """
    found = {mode: _share(lesson, place, rows, mode) for mode in PATH}
    found["review"] = Share(0, len(missed(lesson, place, rows)))
    return found


def _share(lesson: Lesson, place: str, rows: Rows, mode: str) -> Share:
    keys = [(f"{place}/{mode}/{part}", "") for part in lesson.parts(mode)]
    keys += [(f"{place}/{task.id}", task.content_hash) for task in lesson.practice(mode)]
    done = sum((row := rows.get(key)) is not None and row.solved for key in keys)
    return Share(done, len(keys))


def next_mode(lesson: Lesson, place: str, rows: Rows, after: str = "") -> str | None:
    """The first mode of the path behind `after` that is not done; `None` when there is none.

    The path does not turn back by itself: what was left half-done is there the next time it is begun.
    """
    found = shares(lesson, place, rows)
    ahead = PATH[PATH.index(after) + 1 :] if after in PATH else PATH
    return next((mode for mode in ahead if found[mode].total and not found[mode].finished), None)
