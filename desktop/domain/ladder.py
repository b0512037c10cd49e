"""One snippet, the whole ladder: derives Arrange, Type and Debug from a fill task that asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import MARKER, FillTask, Misconception
from desktop.domain.exercises.rungs import ArrangeRung, DebugRung, Rung
from desktop.domain.exercises.task import Difficulty
from desktop.domain.exercises.typed import TypeTask
from desktop.domain.text import refused

Derived = ArrangeTask | TypeTask | DebugTask
_LEVELS = tuple(Difficulty)
_STEPS_UP = {"arrange": 0, "type": 1, "debug": 1, "lines": 2}
"""How much harder a rung is than filling the blanks, in levels; the hardest stays hard."""
_MODELS: dict[str, type[Derived]] = {
    "arrange": ArrangeTask,
    "type": TypeTask,
    "debug": DebugTask,
    "lines": TypeTask,
}
_SHARED = ("title", "concepts", "use", "explanation", "solution", "common_mistakes", "language", "file")


def derived(task: FillTask) -> tuple[Derived, ...]:
    """The tasks of the rungs that a fill task names; none without a ladder.

    Their ids are `<fill task>/<rung>`, and all are one family with it. Raises the refusal of a rung that does
    not work out.
    """
    return tuple(_built(task, rung, said) for rung, said in _rungs(task))


def family(task: FillTask) -> str | None:
    """The family that a fill task and its rungs belong to."""
    return task.family or (task.id if task.ladder else None)


def _rungs(task: FillTask) -> Iterator[tuple[str, Rung]]:
    for name in _MODELS:
        rung = getattr(task.ladder, name, None)
        if rung is not None:
            yield name, rung


def _built(task: FillTask, name: str, rung: Rung) -> Derived:
    if task.code is None or task.leave_empty:
        message = "a ladder needs code in which every blank holds something"
        raise refused("ladder", message, at=("ladder", name))
    shared = task.model_dump(include=set(_SHARED), exclude_none=True)
    level = min(_LEVELS.index(task.difficulty) + _STEPS_UP[name], len(_LEVELS) - 1)
    fields = {
        **shared,
        "id": task.id,
        "kind": "type" if name == "lines" else name,
        "difficulty": rung.difficulty or _LEVELS[level],
        "prompt": rung.prompt or task.prompt,
        "hints": task.hints if rung.hints is None else rung.hints,
        "source": task.source,
        "family": family(task),
    }
    own = _own(task, name, rung)
    try:
        made = _MODELS[name].model_validate(fields | own)
    except ValidationError as error:
        why = error.errors(include_url=False)[0]["msg"]
        raise refused("ladder", "this rung does not work out: {why}", at=("ladder", name), why=why) from error
    return made.model_copy(update={"id": f"{task.id}/{name}"})


def _own(task: FillTask, name: str, rung: Rung) -> dict[str, Any]:
    """The fields of a rung that its kind alone has."""
    if isinstance(rung, ArrangeRung):
        return _arrange(task, rung)
    if isinstance(rung, DebugRung):
        return _debug(task, rung)
    return _lines(task) if name == "lines" else _type(task)


def _line_of(task: FillTask, blank: int, at: tuple[str, ...]) -> int:
    """The line, from 0, that holds a blank; a refusal where it stands in none or in several."""
    lines = (task.code or "").split("\n")
    found = [i for i, line in enumerate(lines) if blank in _numbers(task, line)]
    if len(found) != 1:
        message = "blank {n} has to stand in exactly one line, but stands in {count}"
        raise refused("ladder", message, at=at, n=blank, count=len(found))
    return found[0]


def _numbers(task: FillTask, line: str) -> list[int]:
    """The blanks in a line of the snippet."""
    return [n for n in map(int, MARKER.findall(line)) if n in task.answers]


def _filled(task: FillTask, line: str, **changes: str) -> str:
    """A line with the key in its blanks, but for the blanks named `b<number>` in `changes`."""

    def chip(number: int) -> str:
        return changes.get(f"b{number}", task.key[number])

    return MARKER.sub(lambda m: chip(int(m[1])) if int(m[1]) in task.answers else m[0], line)


def _with_chip(task: FillTask, blank: int, chip: str, at: tuple[str, ...]) -> str:
    """The line of a blank, without its indentation, with a chip in it and the key in all other blanks."""
    line = (task.code or "").split("\n")[_line_of(task, blank, at)]
    return _filled(task, line, **{f"b{blank}": chip}).strip()


def _arrange(task: FillTask, rung: ArrangeRung) -> dict[str, Any]:
    """The solved lines, and a line that is not needed for each wrong chip."""
    at = ("ladder", "arrange", "distractors")
    distractors = []
    for wrong in rung.distractors:
        remark = task.remark(wrong.blank, wrong.chip)
        line = _with_chip(task, wrong.blank, wrong.chip, at)
        distractors.append({"line": line, "why": remark.text, "concept": remark.concept or None})
    return {
        "code": task.solved_code(),
        "indentation": rung.indentation,
        "distractors": distractors,
        "accepted": rung.accepted,
        "needs": rung.needs,
    }


def _type(task: FillTask) -> dict[str, Any]:
    """The blanks, typed; where answers hang together only the key is taken."""
    together = bool(task.fillings or task.interchangeable)
    answers = {n: [task.key[n]] if together else list(task.answers[n]) for n in task.numbers}
    mistakes = [
        {"typed": one.chip, "blank": one.blank, "text": one.text, "concept": one.concept}
        for one in task.misconceptions
    ]
    blanks = {n: text for n, text in task.blanks.items() if n in answers}
    return {
        "code": task.code,
        "answers": {str(n): texts for n, texts in answers.items()},
        "misconceptions": mistakes,
        "blanks": {str(n): text for n, text in blanks.items()},
    }


def _lines(task: FillTask) -> dict[str, Any]:
    """Each line that holds a blank is a blank itself."""
    lines = (task.code or "").split("\n")
    literal = {int(n) for n in MARKER.findall(task.solved_code())}
    free = (n for n in range(1, 100) if n not in literal)
    answers: dict[str, list[str]] = {}
    mistakes: dict[tuple[int, str], dict[str, Any]] = {}
    for i, line in enumerate(lines):
        if not _numbers(task, line):
            continue
        number, indentation = next(free), line[: len(line) - len(line.lstrip())]
        lines[i] = f"{indentation}[[{number}]]"
        answers[str(number)] = [_filled(task, line).strip()]
        for typed, one in _mistaken_lines(task, line):
            if typed not in answers[str(number)]:
                known = {"typed": typed, "blank": number, "text": one.text, "concept": one.concept}
                mistakes.setdefault((number, typed), known)
    return {"code": "\n".join(lines), "answers": answers, "misconceptions": list(mistakes.values())[:80]}


def _mistaken_lines(task: FillTask, line: str) -> Iterator[tuple[str, Misconception]]:
    """The line with each wrong chip that has a text, in each blank the text is about."""
    held = _numbers(task, line)
    for one in task.misconceptions:
        for blank in held:
            if one.blank in (None, blank):
                yield _filled(task, line, **{f"b{blank}": one.chip}).strip(), one


def _debug(task: FillTask, rung: DebugRung) -> dict[str, Any]:
    """The solved code with the wrong chip in; its line is the fault, the chips named make the fixes."""
    at = ("ladder", "debug", "blank")
    fault = _line_of(task, rung.blank, at)
    code = task.solved_code({**task.key, rung.blank: rung.chip})
    fixes = []
    for chip in rung.fixes:
        right = chip in task.answers.get(rung.blank, ())
        remark = task.remark(rung.blank, chip)
        why = task.blanks.get(rung.blank, task.explanation) if right else remark.text
        fixes.append(
            {
                "text": _with_chip(task, rung.blank, chip, at),
                "right": right,
                "why": why,
                "concept": None if right else remark.concept or None,
            }
        )
    return {
        "code": code,
        "console": rung.console,
        "fault": fault + 1,
        "fixes": fixes,
        "suspects": [one.model_dump() for one in rung.suspects],
    }
