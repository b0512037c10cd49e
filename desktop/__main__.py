"""Arguments lead to a window or to a command; nothing else happens here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.errors import StudyError

USAGE = """\
usage: clozeline [--data-dir DIR] [COMMAND]

  clozeline                     open the window
  clozeline check PATH...       check courses and lessons
  clozeline trace FILE          run the programs of visuals and write their steps
  clozeline schema              print the JSON Schema of lessons and courses
  clozeline screenshots DIR [NAME...]
                                draw all screens, or those named so, into pictures

  --data-dir DIR   keep everything that is written in DIR
  --version        print the version
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or the window; the exit status of the process."""
    parser = argparse.ArgumentParser(prog="clozeline", add_help=False, allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--language", default="")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    given = list(sys.argv[1:] if arguments is None else arguments)
    chosen, rest = parser.parse_known_args(given)
    if given[:1] and given[0] in _COMMANDS:
        return _COMMANDS[given[0]](given[1:])
    if chosen.help:
        print(USAGE, end="")
        return 0
    if chosen.version:
        print(_version())
        return 0
    if rest and rest[0] in _COMMANDS:
        return _COMMANDS[rest[0]](rest[1:])
    if rest and rest[0] != "screenshots":
        print(f"clozeline: {rest[0]} is no command.\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    return _window(chosen.data_dir, chosen.language, rest)


def _window(data_dir: Path | None, language: str, rest: list[str]) -> int:
    if not rest and not _has_display():
        print(
            "There is no display to open a window on; xvfb-run clozeline starts it on a virtual one.",
            file=sys.stderr,
        )
        return 1
    from desktop import app  # noqa: PLC0415 - commands need no Qt

    try:
        if rest:
            folder = Path(rest[1]) if len(rest) > 1 else Path("build/screenshots")
            return app.screenshots(folder, rest[2:])
        return app.run(data_dir, language)
    except StudyError as error:
        print(error.in_words(), file=sys.stderr)
        return 1


def _has_display() -> bool:
    """Whether Qt will find somewhere to draw."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415

    return f"Clozeline {version('clozeline')}"


def _check(arguments: list[str]) -> int:
    from desktop.cli import check  # noqa: PLC0415

    return check.run(arguments)


def _schema(arguments: list[str]) -> int:
    from desktop.cli import schema  # noqa: PLC0415

    return schema.run(arguments)


def _trace(arguments: list[str]) -> int:
    from desktop.cli import trace  # noqa: PLC0415

    return trace.run(arguments)


_COMMANDS = {"check": _check, "schema": _schema, "trace": _trace}

if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader of what a command prints has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
