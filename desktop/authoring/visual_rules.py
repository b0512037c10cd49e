"""Rules for what is stepped through: code that fits, a note for what happens, words that are read quickly."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.domain.lesson import Lesson

MOST_LINES, MOST_COLUMNS = 15, 72
MOST_WORDS = 40
"""Of a note: a step is on screen for a second when it plays."""


def code_fits(lesson: Lesson) -> Iterator[Finding]:
    """Q14: the code is seen whole, beside its values."""
    for i, visual in enumerate(lesson.visuals):
        lines = visual.code.text.split("\n") if visual.code else []
        path = ("visuals", i, "code", "text")
        if len(lines) > MOST_LINES:
            message = "expected at most {most} lines of code, found {n}"
            yield Finding(path, message, {"most": MOST_LINES, "n": len(lines)})
        if (n := max(map(len, lines), default=0)) > MOST_COLUMNS:
            message = "expected at most {most} columns of code, found {n}"
            yield Finding(path, message, {"most": MOST_COLUMNS, "n": n})


def notes_say_why(lesson: Lesson) -> Iterator[Finding]:
    """V1: at least half of the steps have a note; what has changed is seen without one."""
    for i, visual in enumerate(lesson.visuals):
        without = sum(step.note is None for step in visual.steps)
        if 2 * without > len(visual.steps):
            message = "expected a note for half of the steps or more; {n} of {total} have none"
            yield Finding(("visuals", i), message, {"n": without, "total": len(visual.steps)})


def notes_are_short(lesson: Lesson) -> Iterator[Finding]:
    """V2: a note is read at a glance."""
    for i, visual in enumerate(lesson.visuals):
        for n, step in enumerate(visual.steps):
            if step.note and (found := wording.count(step.note)) > MOST_WORDS:
                message = "expected a note of at most {most} words, found {n}"
                yield Finding(("visuals", i, "steps", n, "note"), message, {"most": MOST_WORDS, "n": found})
