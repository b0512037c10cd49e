"""A question that is answered in place, between two sections of a text."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.text import Prose, Strict, as_tuple, refused


class CheckOption(Strict):
    """An option with the reason why it is right or wrong."""

    text: Prose
    right: bool = False
    why: Prose


class CheckQuestion(Strict):
    """One question with one right option; it costs nothing and may be tried until it is right."""

    question: Prose
    options: Annotated[tuple[CheckOption, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=4)]

    @model_validator(mode="after")
    def _one_right(self) -> CheckQuestion:
        right = sum(option.right for option in self.options)
        if right != 1:
            raise refused(
                "no_right_option", "expected exactly one option with right = true, found {n}", n=right
            )
        if len({option.text.strip() for option in self.options}) < len(self.options):
            raise refused("same_option", "two options have the same text")
        return self

    @property
    def content_hash(self) -> str:
        """16 hex digits over the options and which of them is right."""
        graded = [[option.text, option.right] for option in self.options]
        return hashlib.sha256(json.dumps(graded, ensure_ascii=False).encode()).hexdigest()[:16]
