"""Rules for debugging tasks: fixes that differ, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.exercises.debug import DebugTask


def fixes_differ(task: DebugTask) -> Iterator[Finding]:
    """Q5: no two fixes make the same program, nor the faulty one again."""
    if task.language != "python":
        return
    faulty = task.code
    programs = [task.solved_code(i) for i in range(len(task.fixes))]
    for i, program in enumerate(programs):
        if wording.same_python(program, faulty):
            yield Finding(("fixes", i, "text"), "means the same to Python as the fault")
    for (i, one), (j, other) in combinations(enumerate(programs), 2):
        if wording.same_python(one, other):
            yield Finding(("fixes", j, "text"), "means the same to Python as fix {n}", {"n": i + 1})


def enough_fixes(task: DebugTask) -> Iterator[Finding]:
    """Q6: three fixes or four, so that guessing does not pay."""
    if (n := len(task.fixes)) < 3:
        yield Finding(("fixes",), "expected at least 3 fixes, found {n}", {"n": n})


def key_not_longest(task: DebugTask) -> Iterator[Finding]:
    """Q7: the right fix is not much longer than all others."""
    right = task.right_fix
    rest = max(len(fix.text) for i, fix in enumerate(task.fixes) if i != right)
    if len(task.fixes[right].text) > 1.3 * rest:
        message = "the right fix is more than 1.3 times as long as any other"
        yield Finding(("fixes", right, "text"), message)


def reasons_of_fixes(task: DebugTask) -> Iterator[Finding]:
    """Q12: a reason has 8 to 60 words, is no other's, and names its concept where there are several."""
    seen: dict[str, int] = {}
    for i, fix in enumerate(task.fixes):
        yield from reason_length(("fixes", i, "why"), fix.why)
        if seen.setdefault(fix.why.strip(), i) != i:
            yield Finding(("fixes", i, "why"), "the same reason stands for another fix")
        if not fix.right and fix.concept is None and len(task.concepts) > 1:
            yield Finding(("fixes", i), "expected the concept that is mistaken here")
    for i, suspect in enumerate(task.suspects):
        yield from reason_length(("suspects", i, "text"), suspect.text)
