"""The one list of kinds of tasks; a new kind is one file here and its two names below."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask
from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.exercises.debug import DebugAnswer, DebugTask
from desktop.domain.exercises.fill import FillAnswer, FillTask
from desktop.domain.exercises.typed import TypeAnswer, TypeTask

AnyTask = Annotated[FillTask | ChooseTask | ArrangeTask | DebugTask | TypeTask, Field(discriminator="kind")]
AnyAnswer = Annotated[
    FillAnswer | ChooseAnswer | ArrangeAnswer | DebugAnswer | TypeAnswer, Field(discriminator="kind")
]

_ANSWERS: TypeAdapter[Any] = TypeAdapter(AnyAnswer | None)


def answer_from(kept: Any) -> AnyAnswer | None:
    """An answer from its JSON values, `None` from null; ValueError where another version wrote them."""
    answer: AnyAnswer | None = _ANSWERS.validate_python(kept)
    return answer
