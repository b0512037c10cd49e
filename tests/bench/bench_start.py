"""Times the start, from exec to the first painted Home, and its memory, beside a bare window's.

Both are started in turn, each in a process of its own, with a ready index.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.bench.figures import at, head, line

STARTS = 15
SOURCE = Path(__file__).parents[2]
OURS = """
import sys, time
import desktop.__main__
from desktop import app

def tell(window):
    print(time.monotonic(), flush=True)
    sys.stdin.readline()
    window.close()

class Told(app.Clozeline):
    def start(self):
        self.window.painted.connect(lambda: tell(self.window))
        super().start()

app.Clozeline = Told
sys.exit(desktop.__main__.main(["--data-dir", sys.argv[1]]))
"""
"""The real program; the wait for a line comes before what it does once it has been painted."""
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

def tell():
    print(time.monotonic(), flush=True)
    sys.stdin.readline()
    window.close()

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not hasattr(self, "told"):
            self.told = True
            QTimer.singleShot(0, tell)

application = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Clozeline"))
window.resize(1200, 800)
window.show()
sys.exit(application.exec())
"""


def start(program: str, data: str) -> tuple[float, float]:
    """Start a program; seconds until its window was painted, and MB that are its own then."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(SOURCE)}
    # Compiled once and kept, as where it is installed, whatever this environment says.
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(data) / "compiled")}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", program, data],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        seconds = float(process.stdout.readline()) - began
        memory = psutil.Process(process.pid).memory_full_info().pss / 1e6
        process.stdin.write("\n")
        process.stdin.flush()
    return seconds, memory


def main() -> None:
    """Print time and memory beside the floor."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        for program in (OURS, BARE, OURS):  # writes the index and warms the disk's cache
            start(program, folder)
        pairs = [(start(OURS, folder), start(BARE, folder)) for _ in range(STARTS)]
    head("start", "bare window")
    for name, share in (("fastest", 0.0), ("median", 0.5)):
        ours, floor = (at([pair[i][0] for pair in pairs], share) * 1e3 for i in (0, 1))
        line(f"exec to painted Home, {name}, ms", ours, floor, "1.3x" if name == "median" else "")
    ours, floor = (at([pair[i][1] for pair in pairs], 0.5) for i in (0, 1))
    line("memory (PSS) then, MB", ours, floor, "1.3x")


if __name__ == "__main__":
    main()
