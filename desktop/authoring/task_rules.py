"""Rules for tasks of every kind: reading, hints, where words could give the answer away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import NOTHING, FillTask
from desktop.domain.exercises.task import Task, Use
from desktop.domain.exercises.typed import TypeTask
from desktop.domain.problems import KeyPath

SHORT_REASON, LONG_REASON = 8, 60
"""Words of a reason."""
_POSITION = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|next|previous|upper|lower|top|bottom|left|right)(?:most)?"
    r" (?:option|choice|chip)s?\b|\b(?:option|choice|chip)s? (?:\d|one|two|three|four|above|below)\b",
    re.IGNORECASE,
)


def right_answer_is_right(task: Task) -> Iterator[Finding]:
    """Q1: the key is graded right."""
    if not task.grade(task.right_answer()).right:
        yield Finding((), "the right answer is graded wrong")


def prompt_length(task: Task) -> Iterator[Finding]:
    """Q14: the prompt is a full question or task."""
    if not 5 <= (n := wording.count(task.prompt)) <= 60:
        yield Finding(("prompt",), "expected a prompt of 5 to 60 words, found {n}", {"n": n})


def code_size(task: Task) -> Iterator[Finding]:
    """Q14: code fits on one screen."""
    shown: dict[KeyPath, str] = {}
    if isinstance(task, FillTask) and task.code is not None:
        shown["code",] = task.solved_code()
    if isinstance(task, ChooseTask):
        shown |= {("blocks", i, "text"): block.text for i, block in enumerate(task.blocks)}
    if isinstance(task, TypeTask):
        shown["code",] = task.solved_code()
    if isinstance(task, DebugTask):
        shown |= {("code",): task.code, ("console",): task.console}
    if isinstance(task, ArrangeTask):
        shown["code",] = task.solved_code()
    for path, code in shown.items():
        lines = code.split("\n")
        if len(lines) > 15:
            yield Finding(path, "expected at most 15 lines of code, found {n}", {"n": len(lines)})
        if (n := max(map(len, lines))) > 72:
            yield Finding(path, "expected at most 72 columns of code, found {n}", {"n": n})


def easy_reading(task: Task) -> Iterator[Finding]:
    """Q15: short sentences of plain words."""
    whole = "\n\n".join(text for path, text in texts(task).items() if path[0] not in ("text", "solution"))
    if (n := wording.sentence_length(whole)) > 20:
        yield Finding((), "expected at most 20 words a sentence in the mean, found {n}", {"n": f"{n:.0f}"})
    if (n := wording.school_grade(whole)) > 9:
        yield Finding((), "expected a reading level of at most grade 9, found {n}", {"n": f"{n:.1f}"})


def hints_and_solution(task: Task) -> Iterator[Finding]:
    """Q18: practice has three hints, the bank one; both have a worked solution."""
    expected = 3 if Use.PRACTICE in task.use else 1
    if len(task.hints) != expected:
        yield Finding(
            ("hints",), "expected {expected} hints, found {n}", {"expected": expected, "n": len(task.hints)}
        )
    if not task.solution:
        yield Finding((), "expected a worked solution")


def hints_keep_the_key(task: Task) -> Iterator[Finding]:
    """Q18: the first two hints do not contain the answer."""
    for i, hint in enumerate(task.hints[:2]):
        for key in _keys(task):
            if _says(hint, key):
                yield Finding(("hints", i), "this hint contains the answer {key}", {"key": f"“{key}”"})
                break


def _keys(task: Task) -> list[str]:
    """The texts that solve a task."""
    if isinstance(task, FillTask):
        return [chip for chip in dict.fromkeys(task.key.values()) if chip != NOTHING]
    if isinstance(task, ChooseTask):
        return [task.options[i].text for i in sorted(task.right_options)]
    if isinstance(task, DebugTask):
        return [task.fixes[task.right_fix].text]
    if isinstance(task, TypeTask):
        return list(dict.fromkeys(task.key.values()))
    if isinstance(task, ArrangeTask):
        return [answer for blank in task.faded.values() for answer in blank.answers]
    return []


def _says(hint: str, key: str) -> bool:
    """Whether a hint names a key: as code, or in prose when it is no everyday word."""
    bare_key = key.strip().strip("\"'`")
    if any(code.strip() in (key.strip(), bare_key) for code in wording.code_in(hint)):
        return True
    if len(bare_key) < 4 or (bare_key.isalpha() and bare_key.islower() and len(bare_key) < 8):
        return False
    return re.search(rf"(?<!\w){re.escape(bare_key)}(?!\w)", hint, re.IGNORECASE) is not None


def no_positions(task: Task) -> Iterator[Finding]:
    """Q19: chips and options are shuffled, so no text names one by its place."""
    for path, text in texts(task).items():
        if found := _POSITION.search(text):
            message = "names a place ({found}), but chips and options are shuffled"
            yield Finding(path, message, {"found": found[0]}, found.start())


def reason_length(path: KeyPath, text: str) -> Iterator[Finding]:
    """Q12: a reason says why, in a few sentences."""
    if not SHORT_REASON <= (n := wording.count(text)) <= LONG_REASON:
        yield Finding(path, "expected a reason of 8 to 60 words, found {n}", {"n": n})


def texts(task: Task) -> dict[KeyPath, str]:
    """Everything of a task that is read as prose, by where it stands."""
    found: dict[KeyPath, str] = {("prompt",): task.prompt, ("explanation",): task.explanation}
    found |= {("hints", i): text for i, text in enumerate(task.hints)}
    found |= {("solution", i, "text"): step.text for i, step in enumerate(task.solution)}
    found |= {("common_mistakes", i): text for i, text in enumerate(task.common_mistakes)}
    if task.quick_check:
        found["quick_check",] = task.quick_check
    if isinstance(task, FillTask):
        found |= {("text",): task.text} if task.text else {}
        found |= {("misconceptions", i, "text"): one.text for i, one in enumerate(task.misconceptions)}
        found |= {("blanks", str(number)): text for number, text in task.blanks.items()}
    if isinstance(task, ChooseTask):
        found |= {("options", i, "why"): one.why for i, one in enumerate(task.options)}
        found |= {("options", i, "mistake"): one.mistake for i, one in enumerate(task.options) if one.mistake}
    if isinstance(task, TypeTask):
        found |= {("misconceptions", i, "text"): one.text for i, one in enumerate(task.misconceptions)}
        found |= {("blanks", str(number)): text for number, text in task.blanks.items()}
    if isinstance(task, DebugTask):
        found |= {("fixes", i, "why"): fix.why for i, fix in enumerate(task.fixes)}
        found |= {("suspects", i, "text"): one.text for i, one in enumerate(task.suspects)}
    if isinstance(task, ArrangeTask):
        found |= {("distractors", i, "why"): one.why for i, one in enumerate(task.distractors)}
        found |= {("misplaced", i, "text"): one.text for i, one in enumerate(task.misplaced)}
        found |= {("lines", str(line)): text for line, text in task.lines.items()}
    return found
