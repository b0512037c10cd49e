"""What a screen reader would know of the program: its controls, and what was announced."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end_to_end.desk import PATIENCE, SYSTEM_PYTHON, Desk

READER = Path(__file__).with_name("tree_reader.py")


@dataclass(frozen=True, slots=True)
class Control:
    """One control that shows: its name, role and states, and where on the screen it is."""

    name: str
    role: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    depth: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where a mouse would point at it."""
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    @property
    def enabled(self) -> bool:
        """Whether it can be used now."""
        return "enabled" in self.states

    def __str__(self) -> str:
        off = "" if self.enabled else " (disabled)"
        return f"{'  ' * self.depth}{self.role} {self.name!r}{off} {self.box}"


class ScreenReader:
    """Asks the reader beside the program, and keeps what it heard."""

    def __init__(self, desk: Desk) -> None:
        self._process = desk.start(
            SYSTEM_PYTHON, READER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=None
        )
        self._trees: queue.Queue[list[Control] | None] = queue.Queue()
        self.heard: list[str] = []
        threading.Thread(target=self._listen, name="screen reader", daemon=True).start()
        self._trees.get(timeout=PATIENCE)

    def controls(self, process: int) -> list[Control]:
        """Everything that shows in the windows of a process, each control after what it lies in."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{process}\n")
        self._process.stdin.flush()
        return self._trees.get(timeout=PATIENCE) or []

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if "heard" in told:
                self.heard.append(told["heard"])
            else:
                self._trees.put([_control(one) for one in told.get("tree", ())])


def _control(told: dict[str, Any]) -> Control:
    return Control(told["name"], told["role"], frozenset(told["states"]), tuple(told["box"]), told["depth"])
