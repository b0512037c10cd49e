"""Errors nobody expected: one dialog each, a report, the session saved, and the application alive."""

import faulthandler
import gc
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import StudyError
from desktop.ui.crash_log import KEPT_REPORTS, CrashLog, forget_old_reports
from desktop.ui.dialogs.message_dialog import MessageDialog
from desktop.ui.failures import Failures
from desktop.ui.theme import Theme

SECRET = "what the learner wrote"


class Scene:
    """An application with its failures caught, and what came of them."""

    def __init__(self, failures: Failures, reports: Path, saves: list[int]) -> None:
        self.failures, self.reports, self.saves = failures, reports, saves

    def dialogs(self) -> list[MessageDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog) and w.isVisible()]

    def texts(self) -> list[str]:
        return [path.read_text() for path in sorted(self.reports.glob("report-*.txt"))]

    def close_dialog(self, qtbot: QtBot) -> None:
        (dialog,) = self.dialogs()
        dialog.close_button.click()
        qtbot.waitUntil(lambda: dialog not in self.dialogs())


@pytest.fixture
def scene(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    saves: list[int] = []
    was_on = faulthandler.is_enabled()
    failures = Failures(theme, tmp_path / "reports", lambda: [("Clozeline", "1.0")], lambda: saves.append(1))
    failures.install()
    yield Scene(failures, tmp_path / "reports", saves)
    failures.uninstall()
    if was_on:
        faulthandler.enable(2)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


class Broken(QWidget):
    """Fails in each paint event, or in the event filter of another."""

    def paintEvent(self, event: QPaintEvent) -> None:
        raise ValueError(SECRET)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        raise TypeError("filter")


def fail_in_slot(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    def fail() -> None:
        raise ValueError(SECRET)

    button.clicked.connect(fail)
    for _ in range(20):
        button.click()


def fail_in_paint_storm(qtbot: QtBot) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    for _ in range(20):
        widget.update()
        qtbot.wait(1)


def fail_in_event_filter(qtbot: QtBot) -> None:
    watched, broken = QObject(), Broken()
    watched.installEventFilter(broken)
    for _ in range(3):
        QApplication.postEvent(watched, QEvent(QEvent.Type.User))
    qtbot.wait(5)
    watched.removeEventFilter(broken)


def fail_in_thread(qtbot: QtBot) -> None:
    nothing: dict[str, str] = {}
    thread = threading.Thread(target=lambda: nothing["x"])
    thread.start()
    thread.join()


def fail_at_the_end_of_an_object(qtbot: QtBot) -> None:
    class Ending:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    for _ in range(3):
        Ending()
    gc.collect()


@pytest.mark.parametrize(
    "fail",
    [
        fail_in_slot,
        fail_in_paint_storm,
        fail_in_event_filter,
        fail_in_thread,
        fail_at_the_end_of_an_object,
    ],
)
def test_an_error_gives_one_dialog_one_report_and_saves(
    scene: Scene, qtbot: QtBot, fail: Callable[[QtBot], None]
) -> None:
    fail(qtbot)
    qtbot.waitUntil(lambda: bool(scene.dialogs()))
    (report,) = scene.texts()
    assert "Clozeline 1.0" in report
    assert "test_failures.py" in report
    assert SECRET not in report.replace("raise ValueError(SECRET)", "")
    assert scene.saves == [1]
    scene.close_dialog(qtbot)
    QApplication.processEvents()
    assert not scene.dialogs()


def test_different_errors_are_told_one_after_the_other(scene: Scene, qtbot: QtBot) -> None:
    fail_in_slot(qtbot)
    fail_in_thread(qtbot)
    qtbot.waitUntil(lambda: len(scene.texts()) == 2)
    scene.close_dialog(qtbot)
    qtbot.waitUntil(lambda: bool(scene.dialogs()))
    scene.close_dialog(qtbot)
    assert len(scene.texts()) == 2


def test_a_known_error_is_told_in_words_without_a_report(scene: Scene, qtbot: QtBot) -> None:
    error = StudyError("The disk {name} is full.", "Nothing fits.", "Make room.", {"name": "<b>A</b>"})
    scene.failures.tell(error)
    scene.failures.tell(error)
    (dialog,) = scene.dialogs()
    assert dialog.windowTitle() == "The disk <b>A</b> is full."
    scene.close_dialog(qtbot)
    assert not scene.dialogs()
    assert not scene.texts()
    assert not scene.saves


def test_a_report_that_cannot_be_written_can_be_copied(scene: Scene, qtbot: QtBot) -> None:
    scene.failures.crash_log.close()
    scene.reports.rmdir()
    scene.reports.write_text("in the way")
    fail_in_thread(qtbot)
    qtbot.waitUntil(lambda: bool(scene.dialogs()))
    (dialog,) = scene.dialogs()
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details").click()
    assert "KeyError" in QApplication.clipboard().text()


def test_saving_that_fails_does_not_hide_the_error(
    theme: Theme, tmp_path: Path, qtbot: QtBot, scene: Scene
) -> None:
    def save() -> None:
        raise OSError("full")

    failures = Failures(theme, tmp_path / "reports", tuple, save)
    failures.tell(ValueError("x"))
    assert len(scene.texts()) == 1
    scene.close_dialog(qtbot)


CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.ui.crash_log import CrashLog
app = QApplication([])
log = CrashLog(Path(sys.argv[1]))
log.open()
if sys.argv[2] == "well":
    log.close()
elif sys.argv[2] == "fatal":
    from PySide6.QtCore import qFatal
    from desktop.ui.failures import Failures
    from desktop.ui.theme import Theme
    log.close()
    failures = Failures(Theme(), Path(sys.argv[1]), tuple, lambda: None)
    failures.install()
    qFatal("the last words")
elif sys.argv[2] == "segfault":
    import ctypes; ctypes.string_at(0)
else:
    os.abort()
"""


@pytest.mark.parametrize(
    ("end", "tells"), [("segfault", True), ("abort", True), ("fatal", True), ("well", False)]
)
def test_the_next_start_finds_a_crash_once(tmp_path: Path, end: str, tells: bool) -> None:
    subprocess.run([sys.executable, "-c", CRASH, str(tmp_path), end], check=False, capture_output=True)
    found = CrashLog(tmp_path).take_last()
    assert (found is not None) == tells
    if found is not None:
        assert "Fatal Python error" in found.read_text()
        assert ("qFatal" in found.read_text().splitlines()[0]) == (end == "fatal")
    assert CrashLog(tmp_path).take_last() is None


def test_the_last_crash_is_told_with_its_report(scene: Scene, qtbot: QtBot, tmp_path: Path) -> None:
    scene.failures.tell_last_crash(tmp_path / "crash-1.txt")
    (dialog,) = scene.dialogs()
    assert dialog.windowTitle() == "Clozeline ended unexpectedly last time"
    scene.close_dialog(qtbot)


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT_REPORTS + 5):
        (tmp_path / f"report-{number:03}.txt").touch()
    forget_old_reports(tmp_path)
    assert len(list(tmp_path.glob("*.txt"))) == KEPT_REPORTS
