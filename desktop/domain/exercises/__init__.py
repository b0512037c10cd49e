"""The one list of kinds of tasks; a new kind is one file here and its two names below."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.exercises.fill import FillAnswer, FillTask

AnyTask = Annotated[FillTask | ChooseTask, Field(discriminator="kind")]
AnyAnswer = Annotated[FillAnswer | ChooseAnswer, Field(discriminator="kind")]
