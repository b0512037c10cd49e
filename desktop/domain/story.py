"""Why: the story of a problem, what it cost, and what changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from desktop.domain.check_question import CheckQuestion
from desktop.domain.exercises.task import CodeFile, Source
from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused

FEWEST_CASES = 2


class Side(Strict):
    """One side of the comparison: how it was, or how it is after the change."""

    title: Title
    text: Prose
    code: CodeFile | None = None
    points: Annotated[tuple[Prose, ...], BeforeValidator(as_tuple), Field(max_length=6)] = ()


class Case(Strict):
    """A real case with its public source."""

    id: Slug
    title: Title
    text: Prose
    source: Source


def _enough(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    if len(cases) < FEWEST_CASES:
        message = "expected {fewest} real cases or more, each with its source, found {n}"
        raise refused("cases", message, fewest=FEWEST_CASES, n=len(cases))
    return cases


class Story(Strict):
    """Before and after, the cost, real cases, and a question about what to do."""

    title: Title
    story: Prose
    before: Side
    after: Side
    cost: Prose
    changes: Prose
    cases: Annotated[
        tuple[Case, ...], BeforeValidator(as_tuple), Field(max_length=5), AfterValidator(_enough)
    ]
    question: CheckQuestion
    answer: Prose
    """The worked answer to the question."""
