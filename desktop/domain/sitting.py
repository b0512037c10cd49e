"""A test that is being taken: its questions, what was answered so far, and where it stands."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.task import Difficulty
from desktop.domain.progress import Level
from desktop.domain.text import Strict, as_tuple


def _level(value: Any) -> Any:
    return Level(value) if isinstance(value, str) else value


def _difficulty(value: Any) -> Any:
    return Difficulty(value) if isinstance(value, str) else value


class Question(Strict):
    """One question of a test."""

    task: str
    content_hash: str
    difficulty: Annotated[Difficulty, BeforeValidator(_difficulty)]
    seed: int
    answer: AnyAnswer | None = None
    """What will be graded; `None` as long as nothing was given."""
    placement: dict[str, Any] | None = None
    """What stands in the view; each view knows its own form."""
    complete: bool = False
    """Whether every blank is filled or an option chosen."""
    marked: bool = False
    """Marked by the learner for a later look."""


class Sitting(Strict):
    """A test in progress."""

    uid: str
    course: str
    lesson: str
    level: Annotated[Level, BeforeValidator(_level)]
    seed: int
    started_utc_ms: int
    total: Annotated[int, Field(ge=1, le=10)]
    """How many questions it has; fewer than ten only where the bank holds fewer."""
    timer: bool = False
    seconds: int = 0
    """Time spent on it so far."""
    questions: Annotated[tuple[Question, ...], BeforeValidator(as_tuple)]
    """All of them, or, in an adaptive test, those asked so far."""
    at: int = 0
    short_of: Annotated[tuple[str, ...], BeforeValidator(as_tuple)] = ()
    """Levels of which the bank had too few questions, so that others took their place."""

    @property
    def place(self) -> str:
        """The lesson's identity, `course/lesson`."""
        return f"{self.course}/{self.lesson}"

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.questions[self.at]

    @property
    def adaptive(self) -> bool:
        """Whether each answer decides the next question, so that there is no going back."""
        return self.level is Level.ADAPTIVE

    def with_question(self, index: int, **changes: Any) -> Sitting:
        """The same test with one question changed."""
        questions = list(self.questions)
        questions[index] = questions[index].model_copy(update=changes)
        return self.model_copy(update={"questions": tuple(questions)})
