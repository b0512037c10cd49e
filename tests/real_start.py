"""Starts the real application in a process of its own, without a screen, and tells what came of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1]
PATIENCE = 60

CLOSES = """
import sys
from desktop import app

class Closing(app.Clozeline):
    def _take_shelf(self, shelf, mark):
        super()._take_shelf(shelf, mark)
        self.window.close()

app.Clozeline = Closing
"""
"""Closes the window as soon as the lessons have been read."""


def run(
    program: str, *arguments: str | Path, settings: dict[str, str | None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program beside the application's code; `settings` are variables of the environment."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment(settings or {}),
        cwd=SOURCE,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def environment(settings: dict[str, str | None]) -> dict[str, str]:
    """This environment with other settings; `None` takes a variable away."""
    changed = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **settings}
    return {name: value for name, value in changed.items() if value is not None}


def window(before: str, data: Path, **settings: str | None) -> subprocess.CompletedProcess[str]:
    """Open the window on a data folder after some code has run."""
    program = f"{before}\nfrom desktop.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    return run(program, "--data-dir", data, settings=settings)
