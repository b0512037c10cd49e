"""PySide6 6.12.0 drops a reference of True at each emit on Python 3.11 and aborts after some 600."""

import subprocess
import sys

# Nothing here may keep a True: it would make up for those that a faulty emit drops.
EMIT_5000_TIMES = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(int)

bell = Bell()
heard = []
bell.rang.connect(heard.append)
for number in range(5000):
    bell.rang.emit(number)
print(len(heard))
"""


def test_signals_can_be_emitted_thousands_of_times() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMIT_5000_TIMES], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "5000\n", "")
