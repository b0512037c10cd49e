"""Rules for fill tasks: how many chips, how different, and a reason for each wrong one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from desktop.authoring import wording
from desktop.authoring.finding import Finding
from desktop.authoring.task_rules import reason_length
from desktop.domain.exercises.fill import MARKER, NOTHING, FillTask


def chips_differ(task: FillTask) -> Iterator[Finding]:
    """Q5: no two chips are the same, unless both are needed, nor mean the same to Python."""
    for chip, n in Counter(task.chips).items():
        if n > max(1, _uses(task, chip)):
            again = len(task.chips) - 1 - task.chips[::-1].index(chip)
            yield Finding(("chips", again), "this chip stands there {n} times", {"n": n})
    places = {chip: task.chips.index(chip) for chip in dict.fromkeys(task.chips)}
    for one, other in combinations(places, 2):
        alike = one.strip() == other.strip() or (
            task.language == "python" and wording.same_python(one, other)
        )
        if alike and _accepted_in(task, one) != _accepted_in(task, other):
            yield Finding(
                ("chips", places[other]), "this chip means the same as {other}", {"other": repr(one)}
            )


def _uses(task: FillTask, chip: str) -> int:
    """How many blanks the chip can be right in at the same time, at most."""
    if task.fillings:
        return max(list(filling.values()).count(chip) for filling in task.fillings)
    return len(_accepted_in(task, chip))


def _accepted_in(task: FillTask, chip: str) -> set[int]:
    return {number for number, accepted in task.answers.items() if chip in accepted}


def chips_beyond(task: FillTask) -> Iterator[Finding]:
    """Q6: enough chips to choose from, and not too many to read."""
    needed = [chip for chip in task.key.values() if chip != NOTHING]
    beyond = len(task.chips) - (len(set(needed)) if task.reuse else len(needed))
    if not 3 <= beyond <= 6:
        yield Finding(("chips",), "expected 3 to 6 chips beyond the blanks, found {n}", {"n": beyond})


def key_not_longest(task: FillTask) -> Iterator[Finding]:
    """Q7: with one blank, the length of the right chip does not stand out."""
    if len(task.numbers) == 1:
        accepted = task.answers[task.numbers[0]]
        rest = max((len(chip) for chip in task.chips if chip not in accepted), default=0)
        longest = max(accepted, key=len)
        if rest and len(longest) > 1.3 * rest:
            at = ("chips", task.chips.index(longest)) if longest in task.chips else ("chips",)
            yield Finding(at, "the right chip is more than 1.3 times as long as any other")


def a_reason_for_each_wrong_chip(task: FillTask) -> Iterator[Finding]:
    """Q12: wherever a chip is wrong, there is a text that says why."""
    offered = [*dict.fromkeys(task.chips), *([NOTHING] if task.leave_empty else [])]
    for chip in offered:
        silent = [
            n for n in task.numbers if chip not in _right_here(task, n) and not task.remark(n, chip).text
        ]
        if not silent:
            continue
        values = {"chip": repr(chip) if chip else "Leave empty", "n": ", ".join(map(str, silent))}
        at = ("chips", task.chips.index(chip)) if chip else ("leave_empty",)
        if _accepted_in(task, chip):
            yield Finding(
                at, "{chip} is right elsewhere, but has no text for why it is wrong in blank {n}", values
            )
        else:
            yield Finding(at, "the wrong chip {chip} has no text that says why (blank {n})", values)


def _right_here(task: FillTask, number: int) -> set[str]:
    """The chips that can be right in a blank; in a group, those of all its blanks."""
    group = next((group for group in task.interchangeable if number in group), (number,))
    return {chip for n in group for chip in task.answers[n]}


def reasons_of_chips(task: FillTask) -> Iterator[Finding]:
    """Q12: a reason has 8 to 60 words, is no other's, and names its concept where there are several."""
    seen: dict[tuple[str, int | None], str] = {}
    for i, one in enumerate(task.misconceptions):
        yield from reason_length(("misconceptions", i, "text"), one.text)
        # Where no blank is named, chips of one sort may be wrong for one reason everywhere.
        shared = one.blank is None and len(task.numbers) > 1
        if not shared and seen.setdefault((one.text.strip(), one.blank), one.chip) != one.chip:
            yield Finding(("misconceptions", i, "text"), "the same text stands for another chip")
        if one.concept is None and len(task.concepts) > 1:
            yield Finding(("misconceptions", i), "expected the concept that is mistaken here")


def markers_without_answer(task: FillTask) -> Iterator[Finding]:
    """A marker may be code, but is more often a blank whose answer was forgotten."""
    field, source = ("code", task.code) if task.code is not None else ("text", task.text or "")
    told: set[int] = set()
    for marker in MARKER.finditer(source):
        number = int(marker[1])
        if number not in task.answers and number not in told:
            told.add(number)
            message = "[[{n}]] has no answer, so it is shown as code"
            yield Finding((field,), message, {"n": number}, marker.start())
