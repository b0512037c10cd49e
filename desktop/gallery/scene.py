"""A screen to be drawn or walked over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.gallery.desk import Desk


class Courses(StrEnum):
    """What is installed in a scene."""

    NONE = "none"
    BUNDLED = "bundled"
    BROKEN = "broken"
    """The bundled course, one of its lessons with mistakes."""
    BOTH = "both"
    """The bundled course, and the one that holds every possibility."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A name, what is installed, and how to get there."""

    name: str
    show: Callable[[Desk], object]
    courses: Courses = Courses.BUNDLED
    ours: bool = True
    """Whether its words are ours to translate, as far as they are no lesson's."""
