"""A learner at the desk: starts the program, sees what a screen reader sees, uses mouse and keys."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.end_to_end.desk import PATIENCE, Desk
from tests.end_to_end.screen_reader import Control, ScreenReader

SOURCE = Path(__file__).parents[2]
PICTURES = SOURCE / "build" / "end_to_end"
WINDOW, BUTTON, LABEL = "frame", "(push )?button", "label"
NEAR, NO_DOUBLE_CLICK = 20, 0.5
"""Pixels and seconds: within both of them two clicks are taken for a double click."""
QT_SAYS = ("GetApplicationBusAddress", "Could not find accessible on path")
"""What Qt itself writes when a screen reader asks for something it does not know, or that has just gone."""


class Learner:
    """Names and roles are patterns that have to fit the whole of what a screen reader would say."""

    def __init__(self, desk: Desk, reader: ScreenReader, data: Path) -> None:
        self._desk, self._reader, self._data = desk, reader, data
        self._program: subprocess.Popen[str] | None = None
        self._log = data.with_name("log.txt")
        self._heard_before = 0
        self._clicked = (0, 0, 0.0)

    def start(self) -> None:
        """Start the program and wait for its window."""
        command = (sys.executable, "-m", "desktop", "--data-dir", str(self._data))
        with self._log.open("a") as log:
            self._program = self._desk.start(*command, cwd=SOURCE, stderr=log)
        self.see("Clozeline.*", WINDOW)

    def quit(self) -> int:
        """Press Ctrl+Q; the program's exit status."""
        assert self._program is not None
        self.press("ctrl+q")
        return self._program.wait(PATIENCE)

    def kill(self) -> None:
        """Pull the plug."""
        assert self._program is not None
        self._program.kill()
        self._program.wait(PATIENCE)

    def resize(self, width: int, height: int) -> None:
        """Pull the window to a size."""
        self._desk.hand("getactivewindow", "windowsize", width, height)

    @property
    def complaints(self) -> str:
        """What the program wrote for nobody to read."""
        lines = self._log.read_text().splitlines()
        return "\n".join(line for line in lines if not any(words in line for words in QT_SAYS))

    def see(self, name: str, role: str = "") -> Control:
        """Wait until a control shows."""
        deadline = time.monotonic() + PATIENCE
        while True:
            controls = self._controls()
            if found := _fitting(controls, name, role):
                return found[0]
            if time.monotonic() > deadline:
                raise AssertionError(self._not_there(name, controls))

    def all_of(self, name: str, role: str = "") -> list[Control]:
        """The controls of this name that show now."""
        return _fitting(self._controls(), name, role)

    def click(self, name: str, role: str = BUTTON) -> None:
        """Press something with the mouse, once it can be pressed."""
        ((x, y),) = self._reach([name], role)
        self._press_at(x, y, "click", 1)

    def double_click(self, name: str, role: str = BUTTON) -> None:
        """Press something twice, as those do who are used to icons."""
        ((x, y),) = self._reach([name], role)
        self._press_at(x, y, "click", "--repeat", 2, "--delay", 80, 1)

    def drag(self, what: str, onto: str, *, regret: bool = False) -> None:
        """Pull something to something else with the mouse, as a hand does: in steps.

        With `regret` Escape is pressed before the hand lets go.
        """
        (x, y), (to_x, to_y) = self._reach([what, onto], BUTTON)
        steps: list[object] = ["mousemove", x, y, "mousedown", 1]
        for share in (0.1, 0.3, 0.6, 0.9, 1.0):
            at = round(x + (to_x - x) * share), round(y + (to_y - y) * share)
            steps += ["sleep", 0.02, "mousemove", *at]
        self._desk.hand(*steps, "sleep", 0.02)
        if regret:
            self.press("Escape")
        self._desk.hand("mouseup", 1)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._desk.hand("key", "--delay", 20, *keys)

    def write(self, text: str) -> None:
        """Type a text, each line with its own indentation."""
        first, *others = text.split("\n")
        self._type(first)
        for line in others:
            self.press("Return", "shift+Home")
            self._type(line)

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on a control; 60 times round is a trap."""
        for _ in range(60):
            if any("focused" in one.states for one in self.all_of(name)):
                return
            self.press("Tab")
        raise AssertionError(self._not_there(f"the keyboard on {name}", self._controls()))

    def hear(self, words: str | re.Pattern[str]) -> None:
        """Wait until just these words are announced, after those heard before."""
        pattern = re.compile(re.escape(words)) if isinstance(words, str) else words
        deadline = time.monotonic() + PATIENCE
        while True:
            heard = self._reader.heard[self._heard_before :]
            found = next((at for at, one in enumerate(heard, 1) if pattern.fullmatch(one)), 0)
            if found:
                self._heard_before += found
                return
            if time.monotonic() > deadline:
                words = f"{pattern.pattern!r} was not announced, but {heard}, and so"
                raise AssertionError(self._not_there(words, self._controls()))
            time.sleep(0.02)

    def _press_at(self, x: int, y: int, *click: object) -> None:
        """Click, but not so soon after the last one that both are taken for one."""
        last_x, last_y, at = self._clicked
        if abs(x - last_x) + abs(y - last_y) < NEAR:
            time.sleep(max(0.0, at + NO_DOUBLE_CLICK - time.monotonic()))
        self._desk.hand("mousemove", x, y, *click)
        self._clicked = x, y, time.monotonic()

    def _type(self, line: str) -> None:
        self._desk.hand("type", "--delay", 10, "--", line)

    def _reach(self, names: Sequence[str], role: str) -> list[tuple[int, int]]:
        """Wait until controls show, can be used and stand still; where they are."""
        before: list[tuple[int, int]] = []
        deadline = time.monotonic() + PATIENCE
        while True:
            controls = self._controls()
            found = [[one.middle for one in _fitting(controls, name, role) if one.enabled] for name in names]
            places = [one[-1] for one in found if one]  # the last: a dialog comes after what it lies over
            if len(places) == len(names) and places == before:
                return places
            before = places
            if time.monotonic() > deadline:
                raise AssertionError(self._not_there(" and ".join(names), controls))

    def _controls(self) -> list[Control]:
        assert self._program is not None
        ended = self._program.poll()
        assert ended is None, f"the program ended with {ended}:\n{self._log.read_text()}"
        return self._reader.controls(self._program.pid)

    def _not_there(self, what: str, controls: list[Control]) -> str:
        picture = self._desk.picture(PICTURES / f"{time.strftime('%H%M%S')}.png")
        tree = "\n".join(map(str, controls))
        return f"{what} cannot be found; see {picture}\n{tree}\n{self.complaints}"


def _fitting(controls: Sequence[Control], name: str, role: str) -> list[Control]:
    return [one for one in controls if re.fullmatch(role or ".*", one.role) and re.fullmatch(name, one.name)]
