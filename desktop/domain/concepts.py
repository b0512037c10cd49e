"""Concepts: the ideas that a lesson teaches and that skill is counted by."""

from __future__ import annotations

from desktop.domain.text import Prose, Slug, Strict, Title


class Concept(Strict):
    """An idea with its name, one sentence about it and one worked example."""

    id: Slug
    name: Title
    sentence: Prose
    example: Prose
