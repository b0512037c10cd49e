"""Rules for typing tasks: code that can be read, answers that differ, mistakes that are no answers."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.compare import read
from desktop.domain.exercises.typed import TypeTask


def code_can_be_read(task: TypeTask) -> Iterator[Finding]:
    """Q5: the solved code can be read by its language, so that entries are compared by their meaning."""
    found = read(task.solved_code(), task.language, task.aliases)
    if found.trouble is not None:
        message = "{language} cannot read the solved code ({reason}), so entries are compared word by word"
        values: dict[str, object] = {"language": task.language, "reason": found.reason or found.trouble.value}
        yield Finding(("code",), message, values)


def answers_differ(task: TypeTask) -> Iterator[Finding]:
    """Q5: an answer that means the same as one before it is not needed."""
    for number, accepted in task.answers.items():
        for i in range(1, len(accepted)):
            before = {"answers": {**task.answers, number: accepted[:i]}}
            if task.model_copy(update=before).accepts(number, accepted[i]):
                message = "this answer means the same as one before it, which is enough"
                yield Finding(("answers", str(number), i), message)


def mistakes_are_wrong(task: TypeTask) -> Iterator[Finding]:
    """Q12: no misconception is an entry that would be graded right."""
    for i, one in enumerate(task.misconceptions):
        blanks = task.numbers if one.blank is None else (one.blank,)
        if all(task.accepts(number, one.typed) for number in blanks):
            yield Finding(("misconceptions", i, "typed"), "this entry would be graded right")


def reasons_of_mistakes(task: TypeTask) -> Iterator[Finding]:
    """Q12: a reason has 8 to 60 words, is no other's, and names its concept where there are several."""
    seen: dict[str, int] = {}
    for i, one in enumerate(task.misconceptions):
        yield from reason_length(("misconceptions", i, "text"), one.text)
        if seen.setdefault(one.text.strip(), i) != i:
            yield Finding(("misconceptions", i, "text"), "the same text stands for another entry")
        if one.concept is None and len(task.concepts) > 1:
            yield Finding(("misconceptions", i), "expected the concept that is mistaken here")


def blanks_are_short(task: TypeTask) -> Iterator[Finding]:
    """Q14: nobody types more than a few lines from memory."""
    for number, accepted in task.answers.items():
        if max(text.strip("\n").count("\n") for text in accepted) > 5:
            message = "expected at most 6 lines to type into blank {n}"
            yield Finding(("answers", str(number)), message, {"n": number})
