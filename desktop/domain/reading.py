"""Read: the idea of a lesson in short sections."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.check_question import CheckQuestion
from desktop.domain.diagram import Diagram
from desktop.domain.exercises.task import CodeFile, Picture
from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused


class Section(Strict):
    """A few paragraphs with at most one thing to look at, and a question to go on."""

    id: Slug
    title: Title
    text: Prose
    code: CodeFile | None = None
    diagram: Diagram | None = None
    picture: Picture | None = None
    check: CheckQuestion | None = None

    @model_validator(mode="after")
    def _one_thing_to_look_at(self) -> Section:
        shown = [name for name in ("code", "diagram", "picture") if getattr(self, name) is not None]
        if len(shown) > 1:
            raise refused(
                "section",
                "a section shows one thing at most: {one} or {other}, not both",
                at=(shown[1],),
                one=shown[0],
                other=shown[1],
            )
        return self


class Visit(Strict):
    """A text while it is being read: where the learner is, and what was tried in its questions."""

    uid: str
    seed: int
    """Shuffles options, for as long as the visit lasts."""
    at: str
    """The id of the section that is open."""
    read: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = ()
    """The sections that were read on this visit."""
    tried: dict[str, Annotated[tuple[int, ...], BeforeValidator(as_tuple)]] = Field(default_factory=dict)
    """By section the options that were picked, oldest first, as the author wrote them."""
