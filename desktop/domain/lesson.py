"""A lesson: its concepts and tasks."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from desktop.domain.concepts import Concept
from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.task import Task, Use
from desktop.domain.ladder import derived, family
from desktop.domain.reading import Section
from desktop.domain.story import Story
from desktop.domain.text import Slug, Strict, Title, as_tuple, refused
from desktop.domain.visual import Visual

READ, WHY, VISUALIZE = "read", "why", "visualize"
"""The modes that are read or looked at."""
STORY = "story"
"""The one part of Why."""


class Lesson(Strict):
    """One topic of about ten minutes."""

    id: Slug
    title: Title
    topics: Annotated[tuple[Title, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=6)]
    category: Title
    minutes: Annotated[int, Field(ge=1, le=120)]
    concepts: Annotated[tuple[Concept, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=20)]
    tasks: Annotated[tuple[AnyTask, ...], BeforeValidator(as_tuple), Field(max_length=300)] = ()
    read: Annotated[tuple[Section, ...], BeforeValidator(as_tuple), Field(max_length=20)] = ()
    """The idea in short sections."""
    why: Story | None = None
    visuals: Annotated[tuple[Visual, ...], BeforeValidator(as_tuple), Field(max_length=8)] = ()
    """What Visualize steps through."""

    @model_validator(mode="after")
    def _names_known(self) -> Lesson:
        """Ids are unique, and every concept that is named exists."""
        known: set[str] = set()
        for i, concept in enumerate(self.concepts):
            if concept.id in known:
                raise refused(
                    "doubles",
                    "the concept id {id} is used twice",
                    at=("concepts", i, "id"),
                    id=concept.id,
                )
            known.add(concept.id)
        ids: set[str] = set()
        for i, task in enumerate(self.tasks):
            if task.id in ids:
                raise refused("doubles", "the task id {id} is used twice", at=("tasks", i, "id"), id=task.id)
            ids.add(task.id)
            for at, name in concepts_named(task).items():
                if name not in known:
                    raise refused(
                        "no_concept",
                        "the task {task} names the concept {name}, which the lesson does not have",
                        at=("tasks", i, *at),
                        task=task.id,
                        name=name,
                    )
        return self

    @model_validator(mode="after")
    def _ladders_stand(self) -> Lesson:
        """Every rung of every ladder works out, and names only concepts of the lesson."""
        for i, task in enumerate(self.tasks):
            if isinstance(task, FillTask) and task.ladder is not None:
                try:
                    derived(task)
                except PydanticCustomError as refusal:
                    told = dict(refusal.context or {})
                    at = ("tasks", i, *told.pop("at", ()))
                    message = str(told.pop("template", refusal.message_template))
                    raise refused(
                        refusal.type, message, at=at, offset=told.pop("offset", None), **told
                    ) from None
        return self

    @cached_property
    def all_tasks(self) -> tuple[AnyTask, ...]:
        """The tasks as written, each with the rungs of its ladder behind it; they are one family."""
        found: list[AnyTask] = []
        for task in self.tasks:
            if isinstance(task, FillTask) and task.ladder is not None:
                found += [task.model_copy(update={"family": family(task)}), *derived(task)]
            else:
                found.append(task)
        return tuple(found)

    @model_validator(mode="after")
    def _sections_apart(self) -> Lesson:
        """Progress is kept by the ids of sections, so each is used once."""
        ids: set[str] = set()
        for i, section in enumerate(self.read):
            if section.id in ids:
                message = "the section id {id} is used twice"
                raise refused("doubles", message, at=("read", i, "id"), id=section.id)
            ids.add(section.id)
        return self

    @model_validator(mode="after")
    def _visuals_apart(self) -> Lesson:
        """Visuals have ids of their own, and name concepts that the lesson has."""
        ids: set[str] = set()
        known = {concept.id for concept in self.concepts}
        for i, visual in enumerate(self.visuals):
            if visual.id in ids:
                message = "the visual id {id} is used twice"
                raise refused("doubles", message, at=("visuals", i, "id"), id=visual.id)
            ids.add(visual.id)
            for k, name in enumerate(visual.concepts):
                if name not in known:
                    message = "the visual {id} names the concept {name}, which the lesson does not have"
                    at = ("visuals", i, "concepts", k)
                    raise refused("no_concept", message, at=at, id=visual.id, name=name)
        return self

    def parts(self, mode: str) -> tuple[str, ...]:
        """The ids of what is read in a mode that has no tasks; each is done once it was read to its end."""
        if mode == READ:
            return tuple(section.id for section in self.read)
        if mode == VISUALIZE:
            return tuple(visual.id for visual in self.visuals)
        return (STORY,) if mode == WHY and self.why is not None else ()

    def practice(self, kind: str | None = None) -> tuple[AnyTask, ...]:
        """The tasks of practice, in the author's order, with those of ladders; of one kind, or of all."""
        return tuple(t for t in self.all_tasks if Use.PRACTICE in t.use and kind in (None, t.kind))

    @property
    def bank(self) -> tuple[AnyTask, ...]:
        """The tasks that tests draw from."""
        return tuple(t for t in self.all_tasks if Use.TEST in t.use)

    def task(self, name: str) -> AnyTask | None:
        """A task by its id, `None` when the lesson has none of that name."""
        return next((t for t in self.all_tasks if t.id == name), None)

    def concept(self, name: str) -> Concept:
        """A concept of this lesson by its id; KeyError when it has none."""
        found = next((c for c in self.concepts if c.id == name), None)
        if found is None:
            raise KeyError(name)
        return found


def concepts_named(task: Task) -> dict[tuple[str | int, ...], str]:
    """Every concept that a task and its misconceptions name, by where in the task it stands."""
    named: dict[tuple[str | int, ...], str] = {("concepts", i): name for i, name in enumerate(task.concepts)}
    for part in ("misconceptions", "options", "distractors", "misplaced", "fixes", "suspects"):
        for i, one in enumerate(getattr(task, part, ())):
            if one.concept:
                named[part, i, "concept"] = one.concept
    return named
