"""What every task has, whatever its kind."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.exercises.grade import Grade
from desktop.domain.text import (
    Code,
    FileName,
    Language,
    Prose,
    Slug,
    Strict,
    Title,
    as_tuple,
    refused,
)


class Difficulty(StrEnum):
    """How hard a task is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Use(StrEnum):
    """Where a task is used."""

    PRACTICE = "practice"
    TEST = "test"


def difficulty(value: Any) -> Any:
    try:
        return Difficulty(value)
    except ValueError:
        raise refused("difficulty", "expected easy, medium or hard") from None


def _uses(value: Any) -> Any:
    values = value if isinstance(value, list | tuple) else [value]
    try:
        return tuple(Use(one) for one in values)
    except ValueError:
        raise refused("use", 'expected "practice", "test" or both in a list') from None


class CodeFile(Strict):
    """A block of code or console output with its language and file name."""

    language: Language
    file: FileName
    text: Code


class Step(Strict):
    """A step of a worked solution: words, and the line of code or arithmetic that goes with them."""

    text: Prose
    code: Annotated[str, Field(max_length=120)] = ""


class Source(Strict):
    """Where a fact stands that cannot be run."""

    title: Title
    author: Title | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    address: Annotated[str, Field(pattern=r"^https://[^\s\"<>]{4,300}$")] | None = None
    note: Title | None = None


class Picture(Strict):
    """A picture beside the lesson file, described for those who cannot see it."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9._-]{1,90}\.(png|jpg|jpeg|webp)$")]
    alt: Title


class Answer(Strict):
    """What a learner gave; each kind has its own."""

    kind: str


class Task(Strict):
    """The fields that all kinds share; each kind adds its own and says what of them is graded."""

    kind: str
    id: Slug
    title: Title
    difficulty: Annotated[Difficulty, BeforeValidator(difficulty)]
    concepts: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=3)]
    use: Annotated[
        tuple[Use, ...],
        BeforeValidator(_uses, json_schema_input_type=Use | list[Use]),
        Field(min_length=1, max_length=2),
    ]
    prompt: Prose
    hints: Annotated[tuple[Prose, ...], BeforeValidator(as_tuple), Field(max_length=5)] = ()
    explanation: Prose
    solution: Annotated[tuple[Step, ...], BeforeValidator(as_tuple), Field(max_length=8)] = ()
    quick_check: Prose | None = None
    common_mistakes: Annotated[tuple[Prose, ...], BeforeValidator(as_tuple), Field(max_length=6)] = ()
    family: Slug | None = None
    source: Source | None = None
    picture: Picture | None = None

    GRADED: ClassVar[tuple[str, ...]] = ()
    """The fields that decide what is right; only they make up the content hash."""

    @model_validator(mode="after")
    def _lists_without_doubles(self) -> Task:
        for i, name in enumerate(self.concepts):
            if name in self.concepts[:i]:
                raise refused("doubles", "a concept is named twice in concepts", at=("concepts", i))
        return self

    @cached_property
    def content_hash(self) -> str:
        """16 hex digits over the kind and all that is graded; mending prose leaves it as it is."""
        graded = self.model_dump(mode="json", include=set(self.GRADED))
        text = json.dumps([type(self).__name__, graded], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def attempts(self) -> int:
        """Tries in practice before the answer opens."""
        raise NotImplementedError

    def grade(self, answer: Answer) -> Grade:
        """The verdict on an answer of this task's own kind."""
        raise NotImplementedError

    def right_answer(self) -> Answer:
        """An answer that is graded right."""
        raise NotImplementedError
