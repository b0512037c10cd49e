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
        right = [i for i, option in enumerate(self.options) if option.right]
        if not right:
            raise refused("no_right_option", "no option is marked right = true", at=("options",))
        if len(right) > 1:
            raise refused(
                "several",
                "{n} options are right; this question takes one",
                at=("options", right[1], "right"),
                n=len(right),
            )
        texts = [option.text.strip() for option in self.options]
        for i, text in enumerate(texts):
            if text in texts[:i]:
                raise refused("same_option", "two options have the same text", at=("options", i, "text"))
        return self

    @property
    def right_option(self) -> int:
        """The place of the right option, as the author wrote them."""
        return next(i for i, option in enumerate(self.options) if option.right)

    @property
    def content_hash(self) -> str:
        """16 hex digits over the options and which of them is right."""
        graded = [[option.text, option.right] for option in self.options]
        return hashlib.sha256(json.dumps(graded, ensure_ascii=False).encode()).hexdigest()[:16]
