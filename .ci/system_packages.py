"""Finds what Qt or the end-to-end test misses on Debian or Ubuntu, and installs it or names the command."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
END_TO_END_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "dbus-launch": "dbus-x11",
}
END_TO_END_FILES = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}


def qt_packages() -> list[str]:
    """Return the packages of the libraries that the loader cannot open."""

    def is_missing(library: str) -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return True
        return False

    libraries = QT_LIBRARIES | (WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else {})
    return sorted({package for library, package in libraries.items() if is_missing(library)})


def end_to_end_packages() -> list[str]:
    """Return the packages of the display, the mouse and the accessibility tree of the end-to-end test."""
    programs = {package for program, package in END_TO_END_PROGRAMS.items() if shutil.which(program) is None}
    files = {package for file, package in END_TO_END_FILES.items() if not Path(file).exists()}
    return sorted(programs | files)


def install(packages: list[str]) -> bool:
    """Install packages as root, silently unless it fails; say whether that went well."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print("Installing", *packages, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        # A source list that cannot be refreshed need not stop an install from the lists already there.
        if done.returncode and command[0] == "install":
            sys.stderr.buffer.write(done.stdout)
            return False
    return True


def provide(find: Callable[[], list[str]], purpose: str) -> bool:
    """Make sure that nothing is missing for one purpose, or print the one command to type."""
    missing = find()
    if not missing or (install(missing) and not find()):
        return True
    print(f"{purpose} Type: sudo apt-get install -y {' '.join(missing)}", file=sys.stderr)
    return False


def main(purposes: list[str]) -> int:
    """Provide for each purpose named; only the end-to-end test may be left out, unless it is required."""
    if sys.platform != "linux":
        return 0
    if "qt" in purposes and not provide(qt_packages, "Qt misses system libraries."):
        return 1
    if "end-to-end" in purposes and not provide(end_to_end_packages, "The end-to-end test will be skipped."):
        return 1 if os.environ.get("CLOZELINE_REQUIRE_E2E") else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
