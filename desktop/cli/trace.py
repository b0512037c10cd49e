"""`clozeline trace`: runs the programs of a lesson's visuals and writes their steps into the lesson."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.authoring.trace_file import Retraced, retrace, traced_visuals
from desktop.domain.problems import Problem
from desktop.storage.atomic_file import write_whole
from desktop.storage.toml_files import TomlFile, read_toml

_BOM = b"\xef\xbb\xbf"


def run(arguments: list[str]) -> int:
    """Trace one lesson file; 1 when something keeps it from being traced, or differs with `--check`."""
    parser = argparse.ArgumentParser(
        prog="clozeline trace", description="Run the programs of visuals and write their steps."
    )
    parser.add_argument("file", type=Path, help="a lesson file")
    parser.add_argument("--visual", default="", metavar="ID", help="only the visual with this id")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, and fail where a run takes other steps"
    )
    chosen = parser.parse_args(arguments)
    file = read_toml(chosen.file)
    if isinstance(file, Problem):
        print(file.line_text())
        return 1
    numbers = [i for i, _ in traced_visuals(file, chosen.visual)]
    if not numbers:
        what = f"visual {chosen.visual}" if chosen.visual else "visual"
        print(f"{chosen.file}: there is no {what} with a trace in this file")
        return 1
    failed = False
    after = file
    for i in numbers:
        found = retrace(after, i)
        if isinstance(found, Problem):
            print(found.line_text())
            failed = True
            continue
        failed |= chosen.check and not found[1].same
        after = found[0]
        _tell(chosen.file, found[1], check=chosen.check)
    if not chosen.check and after.text != file.text:
        _write(chosen.file, after)
    return 1 if failed else 0


def _tell(path: Path, one: Retraced, *, check: bool) -> None:
    if check:
        print(
            f"{path}: {one.id}: {one.steps} steps" + ("" if one.same else ", others than these in the file")
        )
        return
    print(f"{path}: {one.id}: {one.steps} steps, {one.notes} with a note")
    for number, note in one.lost:
        print(f"  step {number} is another now, and its note is left out: {note.strip()}")


def _write(path: Path, file: TomlFile) -> None:
    """Put the text in place of the old; a byte order mark stays."""
    mark = _BOM if path.read_bytes().startswith(_BOM) else b""
    write_whole(path, mark + file.text.encode())
