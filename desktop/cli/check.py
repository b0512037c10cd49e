"""`clozeline check`: says with file and line what is wrong in courses and lessons."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from desktop.authoring.check import Checked, check_path
from desktop.domain.problems import Problem


def run(arguments: list[str]) -> int:
    """Check all paths; 1 when there is an error, 0 when there are warnings at most."""
    parser = argparse.ArgumentParser(prog="clozeline check", description="Check courses and lessons.")
    parser.add_argument("path", nargs="+", type=Path, help="a lesson file, a course, or a folder of courses")
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of lines")
    parser.add_argument(
        "--schema-only", action="store_true", help="check the format alone, not the rules for good questions"
    )
    chosen = parser.parse_args(arguments)
    parts = [check_path(path, schema_only=chosen.schema_only) for path in chosen.path]
    problems = [problem for part in parts for problem in part.problems]
    if chosen.json:
        print(json.dumps([_as_json(problem) for problem in problems], indent=1, ensure_ascii=False))
    else:
        for problem in problems:
            print(problem.line_text())
        print(_summary(parts))
    return 1 if any(part.errors for part in parts) else 0


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "field": problem.field,
        "level": problem.level.value,
        "rule": problem.rule,
        "message": problem.in_words(),
    }


def _summary(parts: Iterable[Checked]) -> str:
    counted = {"course": 0, "lesson": 0, "task": 0, "error": 0, "warning": 0}
    for part in parts:
        sizes = (part.courses, part.lessons, part.tasks, part.errors, len(part.problems) - part.errors)
        counted = {word: n + size for (word, n), size in zip(counted.items(), sizes, strict=True)}
    said = [f"{n} {word}" if n == 1 else f"{n} {word}s" for word, n in counted.items()]
    return f"{', '.join(said[:3])}: {', '.join(said[3:])}"
