"""Rules for arranging tasks: lines that differ, orders that make sense, a reason for each wrong line."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.fill import MARKER
from desktop.domain.problems import KeyPath


def orders_are_programs(task: ArrangeTask) -> Iterator[Finding]:
    """Q1: the lines make a program of their language, in each order that is listed as right."""
    if task.language != "python":
        return
    written = tuple(range(1, len(task.written) + 1))
    places: dict[KeyPath, Sequence[int]] = {("code",): written}
    places |= {("accepted", i): order for i, order in enumerate(task.accepted)}
    for path, order in places.items():
        if (reason := _no_python(task.solved_code(order))) is not None:
            message = "in this order the lines are no Python: {reason}"
            yield Finding(path, message, {"reason": reason})


def _no_python(code: str) -> str | None:
    """Why a text is no program; `return` outside a function is fine, as a snippet may be a part of one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError) as error:
        return getattr(error, "msg", None) or str(error)
    return None


def distractors_differ(task: ArrangeTask) -> Iterator[Finding]:
    """Q5: no distractor means the same to Python as a line that is needed."""
    if task.language != "python":
        return
    for i, one in enumerate(task.distractors):
        for line in range(1, len(task.written) + 1):
            if wording.same_python(one.line, task.solved_text(line)):
                message = "this line means the same as line {n} of the code"
                yield Finding(("distractors", i, "line"), message, {"n": line})


def few_distractors(task: ArrangeTask) -> Iterator[Finding]:
    """Q6: lines that are not needed are at most half as many as the others."""
    n, most = len(task.distractors), len(task.written) // 2
    if n > most:
        message = "expected at most {most} lines that are not needed, found {n}"
        yield Finding(("distractors",), message, {"most": most, "n": n})


def reasons_of_lines(task: ArrangeTask) -> Iterator[Finding]:
    """Q12: a reason has 8 to 60 words, is no other's, and names its concept where there are several."""
    reasons: list[tuple[KeyPath, str, bool]] = [
        (("distractors", i, "why"), one.why, one.concept is not None)
        for i, one in enumerate(task.distractors)
    ]
    reasons += [
        (("misplaced", i, "text"), one.text, one.concept is not None) for i, one in enumerate(task.misplaced)
    ]
    seen: set[str] = set()
    for path, text, named in reasons:
        yield from reason_length(path, text)
        if text.strip() in seen:
            yield Finding(path, "the same text stands for another line")
        seen.add(text.strip())
        if not named and len(task.concepts) > 1:
            yield Finding(path[:-1], "expected the concept that is mistaken here")


def markers_without_choices(task: ArrangeTask) -> Iterator[Finding]:
    """A marker may be code, but is more often a blank whose choices were forgotten."""
    for marker in MARKER.finditer(task.code):
        number = int(marker[1])
        if number not in task.faded:
            message = "[[{n}]] has no answer, so it is shown as code"
            yield Finding(("code",), message, {"n": number}, marker.start())
