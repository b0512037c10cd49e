"""Writes the steps of real runs into a lesson file, and leaves everything else of it as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.authoring.trace import Broken, Run, trace
from desktop.authoring.trace_rules import broken, difference, same
from desktop.domain.problems import KeyPath, Problem
from desktop.domain.refusals import Refusal
from desktop.domain.visual import VisualStep
from desktop.storage.toml_files import TomlFile, parse_toml

_PYTHON = re.compile(r"""\bpython\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Retraced:
    """One visual whose program was run."""

    id: str
    steps: int
    same: bool
    """Whether the file had them already."""
    notes: int
    """How many steps have a note."""
    lost: tuple[tuple[int, str], ...]
    """Notes of steps that are others now, with the number of the step; their author has to place them."""


def traced_visuals(file: TomlFile, only: str = "") -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The visuals of a lesson file that have a trace, each with its number; or the one with an id."""
    visuals = file.content.get("visuals")
    for i, visual in enumerate(visuals if isinstance(visuals, list) else []):
        traced = isinstance(visual, dict) and isinstance(visual.get("trace"), dict)
        if traced and only in ("", visual.get("id")):
            yield i, visual


def retrace(file: TomlFile, i: int) -> tuple[TomlFile, Retraced] | Problem:
    """The file with the steps of one visual written anew, or what keeps them from being written."""
    visual = file.content["visuals"][i]
    path: KeyPath = ("visuals", i)
    if file.lines.stumble:
        return file.problem_at(path, "the file has too many values for its lines to be known")
    run = _run(file, path, visual)
    if isinstance(run, Problem):
        return run
    old = _old_steps(visual)
    if old is None or not _are_tables(file, path, len(old)):
        message = "the steps of a trace are written as tables [[visuals.steps]]"
        return file.problem_at((*path, "steps"), message)
    named = parse_toml(file.name, _with_python(file, path, run.python).encode())
    if isinstance(named, Problem):
        return named
    written = parse_toml(file.name, _with_steps(named, path, old, run).encode())
    return written if isinstance(written, Problem) else (written, _told(visual, old, run))


def _run(file: TomlFile, path: KeyPath, visual: Mapping[str, Any]) -> Run | Problem:
    """Run the program twice: what differs by itself can be no lesson."""
    code, name = visual.get("code"), visual["trace"].get("file")
    if not isinstance(code, dict) or not isinstance(code.get("text"), str):
        return file.problem_at((*path, "trace"), "a trace needs the code that it is of")
    if code.get("language") != "python":
        return file.problem_at((*path, "code", "language"), "only Python is traced")
    if not isinstance(name, str):
        return file.problem_at((*path, "trace"), "the field {name} is missing", name="file")
    text = code["text"].removeprefix("\n").removesuffix("\n")
    run, again = trace(text, name), trace(text, name)
    for one in (run, again):
        if isinstance(one, Broken):
            found = broken((*path, "code", "text"), text, one)
            return file.problem(Refusal(found.path, found.message, found.values, found.offset))
    assert isinstance(run, Run)
    assert isinstance(again, Run)
    if difference(run.steps, run.python, again):
        message = (
            "the program does something else in each run; does it use the time, or chance without a seed?"
        )
        return file.problem_at((*path, "code", "text"), message)
    return run


def _old_steps(visual: Mapping[str, Any]) -> list[VisualStep | None] | None:
    """The steps as the file has them, `None` in place of one that is none; `None` when they are no list."""
    steps = visual.get("steps", [])
    if not isinstance(steps, list):
        return None
    return [_as_step(one) for one in steps]


def _as_step(value: Any) -> VisualStep | None:
    try:
        return VisualStep.model_validate(value)
    except ValueError:
        return None


def _are_tables(file: TomlFile, path: KeyPath, count: int) -> bool:
    """Whether each step begins with its header."""
    lines = file.text.split("\n")
    spans = [file.lines.span((*path, "steps", n)) for n in range(count)]
    return all(lines[span.line - 1].lstrip().startswith("[[") for span in spans)


def _last_line(file: TomlFile, path: KeyPath) -> int:
    """The last line of a table."""
    inside = [one for one in file.lines.paths if one[: len(path)] == path]
    return max(file.lines.span(one).end for one in inside)


def _with_steps(file: TomlFile, path: KeyPath, old: Sequence[VisualStep | None], run: Run) -> str:
    """The file's text with these steps in it; a step that is the same keeps its own, byte for byte."""
    lines = file.text.split("\n")
    feed = "\r" if lines[0].endswith("\r") else ""
    places = [(*path, "steps", n) for n in range(len(old))]
    spans = [(file.lines.span(one).line - 1, _last_line(file, one)) for one in places]
    at = spans[-1][1] if spans else _last_line(file, (*path, "trace"))
    more = [line + feed for step in run.steps[len(old) :] for line in ("", *_block(step))]
    if more and at == len(lines):  # the file does not end in a line feed
        more.append("")
    lines[at:at] = more
    for n in reversed(range(len(old))):
        first, end = spans[n]
        before = old[n]
        if n >= len(run.steps):
            spare = end < len(lines) and not lines[end].strip() and end + 1 < len(lines)
            del lines[first : end + spare]
        elif before is None or not same(before, run.steps[n]):
            lines[first:end] = [line + feed for line in _block(run.steps[n])]
    return "\n".join(lines)


def _block(step: VisualStep) -> list[str]:
    """A step as lines of TOML."""
    lines = ["[[visuals.steps]]", f"line = {step.line}"]
    if step.values:
        pairs = (f"{_key(name)} = {_text(value)}" for name, value in step.values.items())
        lines.append(f"values = {{ {', '.join(pairs)} }}")
    if step.raised:
        lines.append(f"raised = {_text(step.raised)}")
    return lines


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(value: str) -> str:
    """A text in the quotes that need the fewest escapes."""
    if any(mark in value for mark in '"\\') and "'" not in value and value.isprintable():
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=not value.isprintable())


def _with_python(file: TomlFile, path: KeyPath, python: str) -> str:
    """The file's text with the version that ran the program in the table of the trace."""
    lines = file.text.split("\n")
    first = file.lines.span((*path, "trace")).line - 1
    written = f'python = "{python}"'
    if (*path, "trace", "python") in file.lines.paths:
        named = file.lines.span((*path, "trace", "python")).line - 1
        lines[named] = _PYTHON.sub(written, lines[named], count=1)
    elif lines[first].lstrip().startswith("["):
        lines.insert(first + 1, written + ("\r" if lines[first].endswith("\r") else ""))
    else:
        lines[first] = lines[first].replace("{", f"{{ {written},", 1)
    return "\n".join(lines)


def _told(visual: Mapping[str, Any], old: Sequence[VisualStep | None], run: Run) -> Retraced:
    notes, lost = 0, []
    for n, step in enumerate(old):
        if step is None or step.note is None:
            continue
        if n < len(run.steps) and same(step, run.steps[n]):
            notes += 1
        else:
            lost.append((n + 1, step.note))
    whole = [step for step in old if step is not None]
    python = str(visual["trace"].get("python", ""))
    known = len(whole) == len(old) and bool(python) and difference(whole, python, run) is None
    return Retraced(str(visual.get("id", "")), len(run.steps), known, notes, tuple(lost))
