"""A course: an ordered list of lessons with who made it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused


class LessonEntry(Strict):
    """A lesson in its course's list; its file is `<id>.toml` beside the course file."""

    id: Slug
    title: Title
    minutes: Annotated[int, Field(ge=1, le=120)]


class Course(Strict):
    """The file `course.toml`."""

    id: Slug
    title: Title
    summary: Prose
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
    authors: Annotated[tuple[Title, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=20)]
    licence: Title
    version: Annotated[str, Field(pattern=r"^\d+\.\d+(\.\d+)?$")]
    lessons: Annotated[
        tuple[LessonEntry, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=200)
    ]

    @model_validator(mode="after")
    def _unique(self) -> Course:
        ids = [entry.id for entry in self.lessons]
        for i, one in enumerate(ids):
            if one in ids[:i]:
                raise refused("doubles", "the lesson {id} is listed twice", at=("lessons", i, "id"), id=one)
        return self
