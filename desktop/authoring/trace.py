"""Runs the program of a visual and takes down what each line did."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.visual import LONGEST_VALUE, MOST_STEPS, MOST_VALUES, VisualStep

SECONDS = 5
BOUNDS: dict[str, int] = {
    "steps": MOST_STEPS,
    "names": MOST_VALUES,
    "value": LONGEST_VALUE,
    "output": 4_000,
    "memory": 512 * 1024 * 1024,
}
_MOST_REPORTED = 4_000_000
_WORDS: dict[str, str] = {
    "steps": "the program takes more than {most} steps",
    "names": "more than {most} names have a value here",
    "value": "the value of {name} is longer than {most} characters",
    "output": "the program prints more than {most} characters",
    "memory": "the program needs more than {most} MB of memory",
    "syntax": "this is not Python: {name}",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a program did, line by line."""

    python: str
    """The version that ran it, such as 3.13."""
    steps: tuple[VisualStep, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a program could not be followed to its end."""

    message: str
    """A template for `values`."""
    values: Mapping[str, object]
    line: int
    """Of the program, from 1."""


def trace(code: str, file: str, seconds: float = SECONDS) -> Run | Broken:
    """Run a program in a process of its own, without any environment and within the bounds."""
    order = json.dumps({"code": code, "file": file, "bounds": BOUNDS})
    with tempfile.TemporaryFile() as report:
        try:
            done = subprocess.run(
                _command(),
                input=order.encode(),
                stdout=report,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Broken("the program takes more than {most} seconds", {"most": f"{seconds:g}"}, 1)
        report.seek(0)
        said = report.read(_MOST_REPORTED)
    return _understood(said, done.returncode)


def _command() -> Sequence[str]:
    """Python alone: no packages, no folder of ours, nothing written; UTF-8 on every system."""
    return (sys.executable, "-S", "-s", "-P", "-B", "-X", "utf8", str(Path(__file__).with_name("tracer.py")))


def _environment() -> dict[str, str]:
    """Nothing, but for what makes runs alike; Windows starts no process without its folder."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**kept, "PYTHONHASHSEED": "0"}


def _understood(said: bytes, status: int) -> Run | Broken:
    try:
        report: dict[str, Any] = json.loads(said)
    except ValueError:
        message = "the program ended before it could be followed, with status {status}"
        return Broken(message, {"status": status}, 1)
    if bound := report.get("bound"):
        most = BOUNDS.get(bound, 0) // (1024 * 1024 if bound == "memory" else 1)
        known: dict[str, object] = {"most": most, "name": report["name"]}
        values = {name: value for name, value in known.items() if f"{{{name}}}" in _WORDS[bound]}
        return Broken(_WORDS[bound], values, int(report["line"]))
    steps = tuple(VisualStep.model_validate(step) for step in report["steps"])
    return Run(str(report["python"]), steps)
