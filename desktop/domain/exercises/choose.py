"""Choose: pick the right option, or all right ones."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.exercises.grade import Grade, Remark
from desktop.domain.exercises.task import Answer, CodeFile, Task
from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused


class Option(Strict):
    """An option with the reason why it is right or wrong."""

    text: Prose
    right: bool = False
    why: Prose
    mistake: Prose | None = None
    """The mistake in a few words, for the list of common mistakes; `why` stands in for it."""
    concept: Slug | None = None
    code: bool = False
    """Whether the text is code, drawn in the code face."""


class Given(Strict):
    """A line of the table of what is known."""

    name: Title
    value: Title


class ChooseAnswer(Answer):
    """The options chosen, by their place in the lesson file."""

    kind: Literal["choose"] = "choose"
    chosen: Annotated[tuple[int, ...], BeforeValidator(as_tuple)]


class ChooseTask(Task):
    """A question with its options."""

    kind: Literal["choose"]
    options: Annotated[tuple[Option, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=8)]
    several: bool = False
    """Whether the learner is told that more than one option is right."""
    blocks: Annotated[tuple[CodeFile, ...], BeforeValidator(as_tuple), Field(max_length=2)] = ()
    """Code or console output that the question is about."""
    given: Annotated[tuple[Given, ...], BeforeValidator(as_tuple), Field(max_length=8)] = ()

    GRADED: ClassVar[tuple[str, ...]] = ("options", "several", "blocks", "given")

    @model_validator(mode="after")
    def _whole(self) -> ChooseTask:
        """At least one right and one wrong option, all different."""
        right = len(self.right_options)
        if right == 0:
            raise refused("no_right_option", "no option is marked right = true", at=("options",))
        if right == len(self.options):
            raise refused(
                "no_wrong_option", "every option is right; a choice needs a wrong one", at=("options",)
            )
        if right > 1 and not self.several:
            raise refused(
                "several",
                "{n} options are right; say several = true, or mark one",
                at=("options", sorted(self.right_options)[1], "right"),
                n=right,
            )
        texts = [option.text.strip() for option in self.options]
        for i, text in enumerate(texts):
            if text in texts[:i]:
                raise refused("same_option", "two options have the same text", at=("options", i, "text"))
        return self

    @property
    def attempts(self) -> int:
        """Two with four options; blind clicking would solve smaller ones, so they get one."""
        return 2 if len(self.options) >= 4 else 1

    @cached_property
    def right_options(self) -> frozenset[int]:
        """The indices of the right options, as the author wrote them."""
        return frozenset(i for i, option in enumerate(self.options) if option.right)

    def grade(self, answer: Answer) -> Grade:
        """The verdict on the chosen options, graded whole."""
        assert isinstance(answer, ChooseAnswer)
        picked = frozenset(answer.chosen)
        marks = {str(i): i in self.right_options for i in sorted(picked)}
        remarks = tuple(
            Remark(str(i), self.options[i].text, self.options[i].why, self.options[i].concept or "")
            for i in sorted(picked - self.right_options)
        )
        return Grade(picked == self.right_options, marks, remarks)

    def right_answer(self) -> ChooseAnswer:
        """All right options."""
        return ChooseAnswer(chosen=tuple(sorted(self.right_options)))

    @cached_property
    def content_hash(self) -> str:
        """Over what is graded: the options' texts and which are right, not the reasons."""
        bare = self.model_copy(
            update={
                "options": tuple(
                    option.model_copy(update={"why": "-", "mistake": None, "concept": None})
                    for option in self.options
                )
            }
        )
        return super(ChooseTask, bare).content_hash
