"""Read: the idea of a lesson in short sections."""

from __future__ import annotations

from pydantic import model_validator

from desktop.domain.check_question import CheckQuestion
from desktop.domain.diagram import Diagram
from desktop.domain.exercises.task import CodeFile, Picture
from desktop.domain.text import Prose, Slug, Strict, Title, refused


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
        if sum(part is not None for part in (self.code, self.diagram, self.picture)) > 1:
            raise refused("section", "expected at most one of code, diagram and picture in a section")
        return self
