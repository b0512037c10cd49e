"""Runs one program line by line and says what each line did.

This file is a program of its own: `desktop.authoring.trace` starts it in a process without the
learner's environment, hands it the code and the bounds as JSON on standard input, and reads the
report from standard output. It imports nothing of ours, and a traced program cannot write files,
open connections or start other programs.
"""

from __future__ import annotations

import ast
import dataclasses
import io
import json
import os
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn, Protocol, TextIO

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_NO_VALUES = (
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.GeneratorType,
    type,
)
_COMPOUND = (
    ast.For,
    ast.While,
    ast.If,
    ast.With,
    ast.Try,
    ast.Match,
    ast.AsyncFor,
    ast.AsyncWith,
)
_DEEPEST = 6
"""Lists inside lists; what lies deeper is left out."""
_QUIET = (StopIteration, StopAsyncIteration, GeneratorExit)
_FORBIDDEN = re.compile(
    r"(socket|subprocess|shutil|ctypes|webbrowser|winreg|urllib|ftplib|smtplib|pty)\b"
    r"|os\.(system|exec|fork|posix_spawn|spawn|startfile|remove|rename|rmdir|mkdir|link|symlink|truncate|chmod"
    r"|chown|kill|killpg|putenv|unsetenv|listdir|scandir|walk|chdir)$"
    r"|tempfile|signal\.|_posixsubprocess"
)


class Told(Protocol):
    """Takes the report and ends the process."""

    def __call__(self, report: Mapping[str, Any]) -> NoReturn: ...


class TooLongError(Exception):
    """A value whose text passes the bound."""


class Output(io.TextIOBase):
    """What the program prints: counted, and thrown away."""

    def __init__(self, most: int, over: Callable[[], object]) -> None:
        self._left, self._over = most, over

    def writable(self) -> bool:
        """Say that printing is possible."""
        return True

    def write(self, text: str, /) -> int:
        """Count what is printed."""
        self._left -= len(text)
        if self._left < 0:
            self._over()
        return len(text)


class Statements:
    """Which lines of the code are one statement."""

    def __init__(self, tree: ast.Module) -> None:
        self._first: dict[int, int] = {}
        self._simple: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.stmt):
                self._note(node)

    def first_line(self, line: int) -> int:
        """The line that a statement begins with."""
        return self._first.get(line, line)

    def is_simple(self, line: int) -> bool:
        """Whether what begins on a line runs as one piece."""
        return line in self._simple

    def _note(self, node: ast.stmt) -> None:
        definition = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        body: list[ast.stmt] = getattr(node, "body", [])
        start = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
        end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
        for line in range(start, max(node.lineno, end) + 1):
            self._first.setdefault(line, node.lineno)
        if definition or not isinstance(node, _COMPOUND):
            self._simple.add(node.lineno)


class Shown:
    """Values as text that is the same in every run."""

    def __init__(self, longest: int) -> None:
        self._longest = longest

    def text(self, value: object) -> str:
        """A value as Python writes it, floats with at most six digits that count, sets in order."""
        try:
            found = self._text(value, 0, ())
        except TooLongError:
            raise
        except Exception:  # noqa: BLE001 - a class of the program's own may fail to write itself
            found = f"{type(value).__name__}(...)"
        if len(found) > self._longest:
            raise TooLongError
        return found

    def _text(self, value: object, depth: int, around: tuple[int, ...]) -> str:
        kind = type(value)
        if isinstance(value, float) and kind is float:
            return repr(float(f"{value:.6g}"))
        if kind in (int, bool, str, bytes, type(None), complex):
            return self._short(value)
        if depth > _DEEPEST or id(value) in around:
            return "..."
        around = (*around, id(value))
        if isinstance(value, dict | list | tuple | set | frozenset):
            inner = self._collection(value, depth, around)
            return inner if kind in (dict, list, tuple, set) else f"{kind.__name__}({inner})"
        if kind.__repr__ is object.__repr__ or dataclasses.is_dataclass(value):
            return self._object(value, depth, around)
        return _ADDRESS.sub("", repr(value))

    def _short(self, value: object) -> str:
        too_long = isinstance(value, str | bytes) and len(value) > self._longest
        if too_long or (isinstance(value, int) and value.bit_length() > 4 * self._longest):
            raise TooLongError
        return repr(value)

    def _collection(self, value: Any, depth: int, around: tuple[int, ...]) -> str:
        if 3 * len(value) - 2 > self._longest:
            raise TooLongError
        if isinstance(value, dict):
            keys, values = self._parts(value, depth, around), self._parts(value.values(), depth, around)
            return "{" + ", ".join(f"{key}: {one}" for key, one in zip(keys, values, strict=True)) + "}"
        parts = self._parts(value, depth, around)
        if isinstance(value, list):
            return "[" + ", ".join(parts) + "]"
        if isinstance(value, tuple):
            return "(" + ", ".join(parts) + (",)" if len(parts) == 1 else ")")
        return "{" + ", ".join(sorted(parts)) + "}" if parts else "set()"

    def _parts(self, values: Iterable[object], depth: int, around: tuple[int, ...]) -> list[str]:
        return [self._text(one, depth + 1, around) for one in values]

    def _object(self, value: object, depth: int, around: tuple[int, ...]) -> str:
        fields = getattr(value, "__dict__", {})
        parts = [f"{name}={self._text(one, depth + 1, around)}" for name, one in fields.items()]
        return f"{type(value).__name__}({', '.join(parts)})"


class Tracer:
    """Follows the frames of a program and notes each line once it has run."""

    def __init__(self, code: str, file: str, bounds: Mapping[str, int], told: Told) -> None:
        self._file, self._bounds, self._told = file, bounds, told
        self._statements = Statements(ast.parse(code, file))
        self._shown = Shown(bounds["value"])
        self._steps: list[dict[str, Any]] = []
        self._pending: dict[int, int] = {}
        self._raised: dict[int, str] = {}
        self._line = 1

    @property
    def steps(self) -> list[dict[str, Any]]:
        """What has run so far."""
        return self._steps

    @property
    def line(self) -> int:
        """The line that runs."""
        return self._line

    def follow(self, frame: types.FrameType, event: str, _: object) -> Any:
        """Begin to follow a frame of the program; comprehensions and lambdas run with their line."""
        code = frame.f_code
        if event != "call" or code.co_filename != self._file:
            return None
        return self._step if not code.co_name.startswith("<") or code.co_name == "<module>" else None

    def break_bound(self, bound: str, name: str = "") -> NoReturn:
        """End with the bound that is broken."""
        self._told({"bound": bound, "line": self._line, "name": name})

    def _step(self, frame: types.FrameType, event: str, given: Any) -> Any:
        key = id(frame)
        if event == "line":
            self._line = self._statements.first_line(frame.f_lineno)
            before = self._pending.get(key)
            if before == self._line and self._statements.is_simple(before) and key not in self._raised:
                return self._step
            self._finish(frame)
            self._pending[key] = self._line
            # Each line that waits for a call to end will be a step; endless recursion ends here.
            if len(self._steps) + len(self._pending) > self._bounds["steps"]:
                self.break_bound("steps")
        elif event == "exception" and not issubclass(given[0], _QUIET):
            self._raised[key] = self._error(given[1], given[0])
        elif event == "return":
            self._finish(frame)
        return self._step

    def _error(self, error: object, kind: type[BaseException]) -> str:
        words = _ADDRESS.sub("", str(error)).split("\n")[0]
        text = f"{kind.__name__}: {words}" if words else kind.__name__
        return text if len(text) <= self._bounds["value"] else text[: self._bounds["value"] - 1] + "…"

    def _finish(self, frame: types.FrameType) -> None:
        """Note the line of a frame that has run."""
        line = self._pending.pop(id(frame), None)
        raised = self._raised.pop(id(frame), None)
        if line is None:
            return
        step: dict[str, Any] = {"line": line, "values": self._values(frame, line)}
        if raised is not None:
            step["raised"] = raised
        self._steps.append(step)

    def _values(self, frame: types.FrameType, line: int) -> dict[str, str]:
        names = dict(_own(frame))
        if len(names) > self._bounds["names"]:
            self._line = line
            self.break_bound("names")
        values = {}
        for name, value in names.items():
            try:
                values[name] = self._shown.text(value)
            except TooLongError:
                self._line = line
                self.break_bound("value", name)
        return values


def _own(frame: types.FrameType) -> Iterator[tuple[str, object]]:
    """The names of a frame, and the names of the whole program that a function uses."""
    for name, value in frame.f_locals.items():
        if _is_value(name, value):
            yield name, value
    if frame.f_locals is not frame.f_globals:
        for name in frame.f_code.co_names:
            if name in frame.f_globals and _is_value(name, frame.f_globals[name]):
                yield name, frame.f_globals[name]


def _is_value(name: str, value: object) -> bool:
    return not name.startswith(("__", ".")) and not isinstance(value, _NO_VALUES)


def forbid() -> None:
    """Keep a traced program from everything but computing."""
    home = os.path.realpath(Path(os.__file__).parent)

    def look(event: str, given: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode = str(given[0]), str(given[1] or "r")
            if set(mode) <= set("rbt") and os.path.realpath(path).startswith(home):
                return
        elif not _FORBIDDEN.match(event):
            return
        raise PermissionError(f"a traced program may not use {event}")

    sys.addaudithook(look)


def run(code: str, file: str, bounds: Mapping[str, int], told: Told) -> NoReturn:
    """Run the code and tell what happened."""
    tracer = Tracer(code, file, bounds, told)
    sys.stdout = sys.__stdout__ = Output(bounds["output"], lambda: tracer.break_bound("output"))  # type: ignore[assignment, misc]
    program = compile(code, file, "exec", dont_inherit=True)
    names = {"__name__": "__main__", "__builtins__": __builtins__}
    forbid()
    try:
        sys.settrace(tracer.follow)
        exec(program, names)  # noqa: S102 - to run it is what this file is for
    except MemoryError:
        tracer.break_bound("memory")
    except BaseException:  # noqa: BLE001, S110 - the steps say what the program ended in
        pass
    finally:
        sys.settrace(None)
    told({"steps": tracer.steps})


def limit_memory(most: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):  # macOS refuses it
        return


def main(source: TextIO, target: TextIO) -> NoReturn:
    """Read the order, run the program, write the report."""
    order = json.load(source)

    def told(report: Mapping[str, Any]) -> NoReturn:
        sys.settrace(None)
        target.write(json.dumps({"python": f"{sys.version_info[0]}.{sys.version_info[1]}", **report}))
        target.flush()
        os._exit(0)  # whatever the program has left running ends with it

    limit_memory(order["bounds"]["memory"])
    try:
        run(order["code"], order["file"], order["bounds"], told)
    except SyntaxError as error:
        told({"bound": "syntax", "line": error.lineno or 1, "name": error.msg})


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
