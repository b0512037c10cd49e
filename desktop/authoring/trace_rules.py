"""Rules for visuals whose steps come from a real run: they must still be what the program does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.authoring.finding import Finding
from desktop.authoring.trace import Broken, Run, trace
from desktop.domain.lesson import Lesson
from desktop.domain.problems import KeyPath
from desktop.domain.visual import VisualStep

AGAIN = "clozeline trace writes them anew"


def traces_hold(lesson: Lesson) -> Iterator[Finding]:
    """T1: a new run takes the steps that are stored."""
    for i, visual in enumerate(lesson.visuals):
        if visual.trace is None or visual.code is None:
            continue
        run = trace(visual.code.text, visual.trace.file)
        if isinstance(run, Broken):
            yield broken(("visuals", i, "code", "text"), visual.code.text, run)
        elif found := difference(visual.steps, visual.trace.python, run):
            yield Finding(("visuals", i, *found.path), found.message, found.values)


def broken(path: KeyPath, code: str, run: Broken) -> Finding:
    """Why a program could not be followed, at its line."""
    lines = code.split("\n")[: run.line - 1]
    return Finding(path, run.message, run.values, sum(len(line) + 1 for line in lines))


def difference(stored: Sequence[VisualStep], python: str, run: Run) -> Finding | None:
    """Where stored steps are not those of a run; of another Python only the last values are compared."""
    if python != run.python:
        last = len(stored) - 1
        if stored[-1:] and run.steps[-1:] and stored[-1].values == run.steps[-1].values:
            return None
        message = f"Python {{python}} ends with other values than these of {{old}}; {AGAIN}"
        return Finding(("steps", last), message, {"python": run.python, "old": python})
    for n, (old, new) in enumerate(zip(stored, run.steps, strict=False)):
        if not same(old, new):
            message = f"the program does this in step {{n}}: {{now}}; {AGAIN}"
            return Finding(("steps", n), message, {"n": n + 1, "now": in_words(new)})
    if len(stored) != len(run.steps):
        message = f"the program takes {{n}} steps, here are {{stored}}; {AGAIN}"
        return Finding(("steps",), message, {"n": len(run.steps), "stored": len(stored)})
    return None


def same(old: VisualStep, new: VisualStep) -> bool:
    """Whether two steps ran the same line to the same end."""
    return (old.line, old.values, old.raised) == (new.line, new.values, new.raised)


def in_words(step: VisualStep) -> str:
    """What a step did, short."""
    said = [f"{name} = {value}" for name, value in step.values.items()]
    said += [step.raised] if step.raised else []
    return f"line {step.line}" + (f" with {', '.join(said)}" if said else "")
