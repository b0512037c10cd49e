"""Rules for what is read: sections of a fair length, drawings described, cases with their sources."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.check_question import CheckQuestion
from desktop.domain.diagram import Diagram
from desktop.domain.lesson import Lesson
from desktop.domain.problems import KeyPath

SHORT_SECTION, LONG_SECTION = 40, 160
SHORT_DESCRIPTION = 8
"""Words."""


def section_length(lesson: Lesson) -> Iterator[Finding]:
    """Q14: a section is read in half a minute or so."""
    for i, section in enumerate(lesson.read):
        if not SHORT_SECTION <= (n := wording.count(section.text)) <= LONG_SECTION:
            values: dict[str, object] = {"least": SHORT_SECTION, "most": LONG_SECTION, "n": n}
            message = "expected {least} to {most} words in a section, found {n}"
            yield Finding(("read", i, "text"), message, values)


def easy_to_read(lesson: Lesson) -> Iterator[Finding]:
    """Q15: short sentences of plain words."""
    for path, text in _texts(lesson).items():
        if (n := wording.sentence_length(text)) > 20:
            message = "expected at most 20 words a sentence in the mean, found {n}"
            yield Finding(path, message, {"n": f"{n:.0f}"})


def a_question_between(lesson: Lesson) -> Iterator[Finding]:
    """R1: each section but the last ends in a question: what was asked is remembered."""
    for i, section in enumerate(lesson.read[:-1]):
        if section.check is None:
            yield Finding(("read", i), "expected a question after the section, in [read.check]")


def reasons_in_place(lesson: Lesson) -> Iterator[Finding]:
    """Q12: each option of a question in a text says why, in words of its own."""
    for path, check in _questions(lesson):
        seen: set[str] = set()
        for i, option in enumerate(check.options):
            at = (*path, "options", i, "why")
            yield from reason_length(at, option.why)
            if option.why.strip() in seen:
                yield Finding(at, "the same text stands for another option")
            seen.add(option.why.strip())


def diagrams_described(lesson: Lesson) -> Iterator[Finding]:
    """R2: who cannot see a drawing is told what it shows, not only what it is called."""
    for path, diagram in _diagrams(lesson):
        if (n := wording.count(diagram.describe)) < SHORT_DESCRIPTION:
            message = "expected a description of {least} words or more, found {n}"
            yield Finding((*path, "describe"), message, {"least": SHORT_DESCRIPTION, "n": n})


def cases_have_sources(lesson: Lesson) -> Iterator[Finding]:
    """R3: a real case names who wrote about it, and when."""
    for i, case in enumerate(lesson.why.cases if lesson.why is not None else ()):
        for name in ("author", "year"):
            if getattr(case.source, name) is None:
                at = ("why", "cases", i, "source")
                yield Finding(at, "expected the {name} of the source", {"name": name})


def _questions(lesson: Lesson) -> Iterator[tuple[KeyPath, CheckQuestion]]:
    for i, section in enumerate(lesson.read):
        if section.check is not None:
            yield ("read", i, "check"), section.check
    if lesson.why is not None:
        yield ("why", "question"), lesson.why.question


def _diagrams(lesson: Lesson) -> Iterator[tuple[KeyPath, Diagram]]:
    read = [(("read", i), section.diagram) for i, section in enumerate(lesson.read)]
    stepped = [(("visuals", i), visual.diagram) for i, visual in enumerate(lesson.visuals)]
    for path, diagram in (*read, *stepped):
        if diagram is not None:
            yield (*path, "diagram"), diagram


def _texts(lesson: Lesson) -> dict[KeyPath, str]:
    found: dict[KeyPath, str] = {("read", i, "text"): part.text for i, part in enumerate(lesson.read)}
    if (story := lesson.why) is not None:
        found |= {("why", name): getattr(story, name) for name in ("story", "cost", "changes", "answer")}
        found |= {("why", "cases", i, "text"): case.text for i, case in enumerate(story.cases)}
    return found
