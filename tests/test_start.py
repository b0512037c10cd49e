"""How the program starts: alone, a second time, without a display, on what a newer one has written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from desktop.storage.progress_store import ProgressStore
from tests.real_start import CLOSES, PATIENCE, SOURCE, environment, run, window

XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
SAYS_WHETHER_QT_WAS_LOADED = """
import sys
from desktop.__main__ import main
status = main(sys.argv[1:])
print([name for name in sys.modules if "PySide6" in name])
sys.exit(status)
"""
MINIMISED_UNTIL_WANTED = """
import sys
from PySide6.QtCore import QTimer
from desktop import app

class First(app.Clozeline):
    def _take_shelf(self, shelf, mark):
        super()._take_shelf(shelf, mark)
        self.window.showMinimized()
        self.instance.started_again.connect(lambda _: QTimer.singleShot(0, self.tell))
        print("minimised", flush=True)

    def tell(self):
        print("minimised" if self.window.isMinimized() else "in front", flush=True)
        self.window.close()

app.Clozeline = First
sys.exit(app.run(app.Path(sys.argv[1]), ""))
"""
READS_AND_CLOSES_THE_MESSAGE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from desktop import app

def close():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        print(*(label.accessibleName() for label in dialog.findChildren(QLabel)))
        dialog.close()

def made(*arguments, make=app.make_application):
    application = make(*arguments)
    application.timer = QTimer(application, interval=50)
    application.timer.timeout.connect(close)
    application.timer.start()
    return application

app.make_application = made
"""
ENDS_AFTER_THE_MESSAGE = """
close_message = close

def close():
    shown = QApplication.activeModalWidget() is not None
    close_message()
    if shown:
        QTimer.singleShot(0, QApplication.closeAllWindows)
"""
CANNOT_BE_LISTED = """
from desktop.domain.errors import StudyError

def fail(*_):
    raise StudyError("The list is damaged.", "It cannot be read.", "Put back a copy.")

app.ProgressStore.listing = fail
"""


@pytest.mark.parametrize(("option", "words"), [("--help", "usage: clozeline"), ("--version", "Clozeline 0")])
def test_help_and_version_need_no_qt(option: str, words: str) -> None:
    start = run(SAYS_WHETHER_QT_WAS_LOADED, option)
    assert start.returncode == 0
    assert start.stdout.startswith(words)
    assert start.stdout.endswith("[]\n")


def test_without_a_display_one_sentence_is_said(data_dir: Path) -> None:
    start = window("import sys", data_dir, QT_QPA_PLATFORM=None, DISPLAY=None, WAYLAND_DISPLAY=None)
    assert start.returncode == 1
    assert start.stderr.count("\n") == 1
    assert "xvfb-run" in start.stderr
    assert not data_dir.exists()


def test_a_second_start_brings_the_first_window_to_the_front(data_dir: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", MINIMISED_UNTIL_WANTED, data_dir],
        env=environment({}),
        cwd=SOURCE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "minimised\n"
        second = window("import sys", data_dir)
        assert (second.returncode, second.stderr) == (0, "")
        assert first.stdout.readline() == "in front\n"
        assert first.wait(PATIENCE) == 0


def test_what_a_newer_version_has_written_is_refused_in_words_and_left_alone(data_dir: Path) -> None:
    data_dir.mkdir()
    file = data_dir / "progress.sqlite"
    ProgressStore.open(file).close()
    connection = apsw.Connection(str(file))
    connection.execute("PRAGMA user_version = 1000")
    connection.close()
    before = {one.name: one.read_bytes() for one in data_dir.iterdir()}
    start = window(READS_AND_CLOSES_THE_MESSAGE, data_dir)
    assert start.returncode == 1
    assert "newer" in start.stdout
    assert "newer" in start.stderr
    assert "Traceback" not in start.stderr
    assert {one.name: one.read_bytes() for one in data_dir.iterdir()} == before


def test_a_data_folder_that_cannot_be_used_is_told_in_a_window(data_dir: Path) -> None:
    data_dir.write_text("a file", encoding="utf-8")
    start = window(READS_AND_CLOSES_THE_MESSAGE, data_dir)
    assert start.returncode == 1
    assert "is a file, not a folder" in start.stdout
    assert "Traceback" not in start.stderr
    assert data_dir.read_text(encoding="utf-8") == "a file"


def test_what_fails_on_the_way_to_home_is_told(data_dir: Path) -> None:
    start = window(READS_AND_CLOSES_THE_MESSAGE + CANNOT_BE_LISTED, data_dir)
    assert "The list is damaged." in start.stdout
    assert "Traceback" not in start.stderr


def test_settings_that_cannot_be_read_are_told_of_and_set_aside(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "settings.json").write_text("{ damaged", encoding="utf-8")
    start = window(READS_AND_CLOSES_THE_MESSAGE + ENDS_AFTER_THE_MESSAGE, data_dir)
    assert "Your settings were damaged" in start.stdout
    assert (data_dir / "settings.damaged-1").read_text(encoding="utf-8") == "{ damaged"


@pytest.mark.parametrize("how", ["option", "variable"])
def test_all_that_is_written_lies_in_the_data_folder(how: str, tmp_path: Path) -> None:
    home, chosen = tmp_path / "home", tmp_path / "chosen"
    home.mkdir()
    elsewhere = dict.fromkeys(XDG)
    if how == "option":
        start = window(CLOSES, chosen, HOME=str(home), CLOZELINE_DATA_DIR=None, **elsewhere)
    else:
        program = f"{CLOSES}\nfrom desktop.__main__ import main\nsys.exit(main([]))"
        start = run(program, settings={"HOME": str(home), "CLOZELINE_DATA_DIR": str(chosen), **elsewhere})
    assert start.returncode == 0, start.stderr
    assert list(home.rglob("*")) == []
    assert (chosen / "progress.sqlite").exists()
