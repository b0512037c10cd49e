"""The settings: one model whose fields the settings page is built from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class ThemeChoice(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Per cent of the design's sizes, on top of the system's scaling."""


class Settings(BaseModel):
    """What the learner can choose; every field has a title, a description and bounds."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    theme: Annotated[
        ThemeChoice, Field(title="Theme", description="System follows the theme of this computer.")
    ] = ThemeChoice.SYSTEM
    text_size: Annotated[
        int,
        Field(
            title="Text size",
            description="Enlarges text, controls and icons beyond the system's scaling.",
            ge=100,
            le=200,
            json_schema_extra={"choices": list(TEXT_SIZES), "unit": "%"},
        ),
    ] = 100
    reduced_motion: Annotated[
        bool, Field(title="Reduced motion", description="Changes are shown at once, without movement.")
    ] = False
