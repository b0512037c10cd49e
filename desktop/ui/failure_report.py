"""A report on an unexpected error: where in the program it happened, and nothing the learner wrote."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[2]
# Messages of these speak of the program. Others may quote an answer, so only their kind is told.
_TELLING = (
    AttributeError,
    ImportError,
    IndexError,
    NameError,
    NotImplementedError,
    RecursionError,
    RuntimeError,
    TypeError,
    ZeroDivisionError,
)
_MOST_FRAMES = 60


def fingerprint(error: BaseException) -> str:
    """The same for errors of one kind from the same lines of code, whatever their messages say."""
    places = [f"{frame.f_code.co_filename}:{line}" for frame, line in traceback.walk_tb(error.__traceback__)]
    text = "\n".join([type(error).__qualname__, *places[-_MOST_FRAMES:]])
    return sha256(text.encode()).hexdigest()[:12]


def report_text(error: BaseException, where: str, versions: Sequence[tuple[str, str]]) -> str:
    """The whole report: what ran, what failed, and the lines of code that led there."""
    lines = [f"{name} {version}" for name, version in versions]
    lines += ["", f"In {where}:" if where else "", *_chain(error)]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> list[str]:
    """An error with those that caused it, oldest first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_chain(before), "", "which led to:", ""] if before is not None else []
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    lines += [
        f"  {_shown(frame.filename)}:{frame.lineno} in {frame.name}\n    {frame.line}" for frame in frames
    ]
    message = f": {error}" if isinstance(error, _TELLING) else ""
    return [*lines, f"{type(error).__module__}.{type(error).__qualname__}{message}"]


def _shown(filename: str) -> str:
    """A file's path without the folders of this computer."""
    path = Path(filename)
    for start in (_SOURCE, *(Path(folder) for folder in sys.path if folder)):
        if path.is_relative_to(start):
            return path.relative_to(start).as_posix()
    return path.name
