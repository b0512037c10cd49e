"""A desk of the test's own: a display, a window manager, a message bus with accessibility, a mouse."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 20.0
"""Seconds that anything may take on a slow machine."""
TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
SIZE = (1400, 1000)
OTHERS = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM")
"""What would lead a program to another desk than this."""


def missing() -> list[str]:
    """What this machine lacks for a desk."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not LAUNCHER.exists():
        lacking.append("at-spi2-core")
    reads = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not SYSTEM_PYTHON.exists() or subprocess.call([SYSTEM_PYTHON, "-c", reads], stderr=subprocess.DEVNULL):
        lacking.append("python3-pyatspi")
    return lacking


def until(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait for a condition; AssertionError says what never came."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not come within {patience} s"
        time.sleep(0.02)


class Desk:
    """Starts what a program needs to be used, and ends it again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._things = ExitStack()
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        own = (
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "AT_SPI_BUS_ADDRESS",
            "QT_QPA_PLATFORM",
        )
        self.environment = {name: value for name, value in os.environ.items() if name not in own}
        self.environment |= {
            "XDG_RUNTIME_DIR": str(runtime),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def __enter__(self) -> Self:
        try:
            self._start_display()
            self._start_bus()
            self.start("openbox", "--sm-disable")
            until(lambda: self._tool("get_num_desktops").returncode == 0, "the window manager")
        except BaseException:
            self._things.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._things.close()

    def start(self, *command: str | Path, **options: object) -> subprocess.Popen[str]:
        """Start a program on this desk; it ends with the desk."""
        settings = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        process = subprocess.Popen(command, env=self.environment, text=True, **settings)  # type: ignore[call-overload]
        self._things.callback(_end, process)
        return process  # type: ignore[no-any-return]

    def hand(self, *orders: object) -> None:
        """Move the mouse or press keys, as xdotool words it."""
        done = self._tool(*orders)
        assert done.returncode == 0, done.stderr

    def picture(self, file: Path) -> Path:
        """Keep what the screen shows as a picture."""
        file.parent.mkdir(parents=True, exist_ok=True)
        shoot = "from PySide6.QtGui import QGuiApplication; import sys; app = QGuiApplication([]); "
        shoot += "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
        self.start(sys.executable, "-c", shoot, str(file)).wait(PATIENCE)
        return file

    def _tool(self, *orders: object) -> subprocess.CompletedProcess[str]:
        command = ["xdotool", *map(str, orders)]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def _start_display(self) -> None:
        """Let Xvfb find a free number."""
        reading, writing = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        self.start(
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            screen,
            "-nolisten",
            "tcp",
            "-noreset",
            pass_fds=[writing],
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        self.environment["DISPLAY"] = f":{number}"

    def _start_bus(self) -> None:
        """A session bus that starts the accessibility bus when it is asked for it."""
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        assert address, "dbus-daemon did not start"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.start(LAUNCHER, "--launch-immediately", "--a11y=1")


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()
