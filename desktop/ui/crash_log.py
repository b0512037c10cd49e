"""What a crash of the whole process leaves behind, and how the next start finds it."""

from __future__ import annotations

import faulthandler
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

_NAME = "crash.log"
KEPT_REPORTS = 20


class CrashLog:
    """A file open for the Python and Qt runtimes to write to as the process dies; empty at a good end."""

    def __init__(self, reports: Path) -> None:
        self._reports = reports
        self._file: TextIOWrapper | None = None

    def take_last(self) -> Path | None:
        """The report of the crash that ended the last run; only the first call finds it."""
        path = self._reports / _NAME
        try:
            if not path.stat().st_size:
                return None
            moment = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006  the learner's own clock
            kept = path.with_name(f"crash-{moment:%Y%m%d-%H%M%S}.txt")
            path.replace(kept)
        except OSError:
            return None
        forget_old_reports(self._reports)
        return kept

    def open(self) -> bool:
        """Let crashes be written down from now on; `False` where the folder cannot be written to."""
        try:
            self._reports.mkdir(parents=True, exist_ok=True)
            self._file = (self._reports / _NAME).open("w", encoding="utf-8")
        except OSError:
            return False
        faulthandler.enable(self._file)
        return True

    def write(self, text: str) -> None:
        """Write down what is known before the runtime adds where it happened."""
        if self._file is not None:
            self._file.write(text)
            self._file.flush()

    def close(self) -> None:
        """The end is a good one: leave nothing behind."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        (self._reports / _NAME).unlink(missing_ok=True)


def forget_old_reports(reports: Path) -> None:
    """Keep the newest reports only; what the system does not let go of is tried again the next time."""
    with suppress(OSError):
        found = sorted(reports.glob("*.txt"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[KEPT_REPORTS:]:
            path.unlink(missing_ok=True)
