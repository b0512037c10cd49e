"""Rules for choices: options that do not give themselves away, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.exercises.choose import ChooseTask, Option
from desktop.domain.exercises.task import Use

_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither|any) of (?:the )?"
    r"(?:above|these|those|them|options|other (?:options|answers))\b"
    r"|\bboth [A-H] and [A-H]\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|every|only|must|impossible|completely|entirely|guarantee[sd]?)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:which|what|who|where|when)\b(?:\s+(?!that\b|which\b|who\b|when\b|if\b)\S+){0,4}?\s+(?:(?:is|are|was|do|does|did|would|will|can|could|should)\s+not"
    r"|(?:is|are|was|do|does|did|would|ca|could|should)n['’]t|cannot|never)\b|\ball\b[^.?!]*\bexcept\b",
    re.IGNORECASE,
)


def options_differ(task: ChooseTask) -> Iterator[Finding]:
    """Q5: options that are code differ in what they do, not only in how they are written."""
    if any(block.language != "python" for block in task.blocks if block.language != "console"):
        return
    for (i, one), (j, other) in combinations(enumerate(task.options), 2):
        if one.code and other.code and wording.same_python(one.text, other.text):
            yield Finding(("options", j, "text"), "means the same to Python as option {n}", {"n": i + 1})


def enough_options(task: ChooseTask) -> Iterator[Finding]:
    """Q6: four options in tests, at least three in practice."""
    n = len(task.options)
    if Use.TEST in task.use and n != 4:
        yield Finding(("options",), "expected 4 options in a test, found {n}", {"n": n})
    elif n < 3:
        yield Finding(("options",), "expected at least 3 options, found {n}", {"n": n})


def key_not_longest(task: ChooseTask) -> Iterator[Finding]:
    """Q7: the right option is not much longer than all others."""
    for i in sorted(task.right_options):
        rest = max(len(option.text) for j, option in enumerate(task.options) if j != i)
        if len(task.options[i].text) > 1.3 * rest:
            message = "the right option is more than 1.3 times as long as any other"
            yield Finding(("options", i, "text"), message)


def similar_length(task: ChooseTask) -> Iterator[Finding]:
    """Q8: no option is three times as long as another."""
    lengths = [len(option.text) for option in task.options if not option.code]
    if lengths and max(lengths) > 3 * min(lengths):
        yield Finding(("options",), "the longest option is more than three times as long as the shortest")


def no_all_or_none(task: ChooseTask) -> Iterator[Finding]:
    """Q9: options stand for themselves."""
    for i, option in enumerate(task.options):
        if found := _ALL_OR_NONE.search(option.text):
            message = "“{found}” speaks of other options; say what is meant"
            yield Finding(("options", i, "text"), message, {"found": found[0]}, found.start())


def absolute_words(task: ChooseTask) -> Iterator[Finding]:
    """Q10: words such as "always" do not stand in wrong options alone."""
    prose = [(i, option) for i, option in enumerate(task.options) if not option.code]
    if any(option.right and _ABSOLUTE.search(wording.bare(option.text)) for _, option in prose):
        return
    for i, option in prose:
        if found := _ABSOLUTE.search(wording.bare(option.text)):
            message = "“{found}” stands in wrong options only, which gives them away"
            yield Finding(("options", i, "text"), message, {"found": found[0]})
            return


def stem_not_in_key(task: ChooseTask) -> Iterator[Finding]:
    """Q11: no long word of the prompt stands in the right options alone."""
    right = _long_words(option for option in task.options if option.right)
    wrong = _long_words(option for option in task.options if not option.right)
    asked = {word.lower() for word in wording.words(task.prompt) if len(word) >= 5}
    if shared := sorted((asked & right) - wrong):
        message = "“{word}” of the prompt stands in right options only, which gives them away"
        yield Finding(("options", min(task.right_options), "text"), message, {"word": shared[0]})


def _long_words(options: Iterator[Option]) -> set[str]:
    found = (word for option in options if not option.code for word in wording.words(option.text))
    return {word.lower() for word in found if len(word) >= 5}


def no_negative_stem(task: ChooseTask) -> Iterator[Finding]:
    """Q13: the prompt asks for what is, or shouts the NOT."""
    if (found := _NEGATIVE.search(task.prompt)) and not re.search(r"\b(?:NOT|EXCEPT|NEVER)\b", found[0]):
        message = "the prompt asks for what is not so; turn it round, or write NOT"
        yield Finding(("prompt",), message, offset=found.start())


def reasons_of_options(task: ChooseTask) -> Iterator[Finding]:
    """Q12: each wrong option has its own reason, and its concept where the task has several."""
    seen: set[str] = set()
    for i, option in enumerate(task.options):
        if option.right:
            continue
        yield from reason_length(("options", i, "why"), option.why)
        if option.why.strip() in seen:
            yield Finding(("options", i, "why"), "the same text stands for another option")
        seen.add(option.why.strip())
        if option.concept is None and len(task.concepts) > 1:
            yield Finding(("options", i), "expected the concept that is mistaken here")
