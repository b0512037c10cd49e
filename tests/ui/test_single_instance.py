"""A second start finds the first window; a killed one leaves nothing in the way."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.ui.single_instance import SingleInstance, hand_over, socket_name

SECOND_START = """
import sys
from pathlib import Path
from desktop.ui.single_instance import hand_over
sys.exit(0 if hand_over(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]) else 3)
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
assert first.listen()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def lock(folder: Path) -> Path:
    return folder / "running.lock"


def test_a_second_start_gives_its_arguments_to_the_first_and_ends_well(
    qtbot: QtBot, folder: Path, lock: Path
) -> None:
    first = SingleInstance(folder, lock)
    assert first.listen()
    with qtbot.waitSignal(first.started_again, timeout=10_000) as heard:
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND_START, str(folder), str(lock), "a file.clozeline", "ü"]
        )
    assert heard.args == [["a file.clozeline", "ü"]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0
    first.close()
    assert not lock.exists()


def test_without_a_first_start_there_is_nobody_to_hand_over_to(folder: Path, lock: Path) -> None:
    assert not hand_over(folder, lock, [])
    assert not hand_over(folder, lock, [], patience=0.01)


def test_a_stale_lock_file_is_no_obstacle(folder: Path, lock: Path) -> None:
    lock.touch()
    assert not hand_over(folder, lock, [])


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes leave nothing behind")
def test_the_socket_of_a_killed_start_is_replaced(qtbot: QtBot, folder: Path, lock: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(folder), str(lock)], check=False)
    assert lock.exists()
    assert Path(socket_name(folder)).exists()
    assert not hand_over(folder, lock, [])
    again = SingleInstance(folder, lock)
    assert again.listen()
    again.close()


@pytest.mark.parametrize("line", [b"not json\n", b'{"a": 1}\n', b"[1, 2]\n", b"x" * 70_000])
def test_what_is_no_list_of_arguments_is_turned_away(
    qtbot: QtBot, folder: Path, lock: Path, line: bytes
) -> None:
    first = SingleInstance(folder, lock)
    assert first.listen()
    heard: list[object] = []
    first.started_again.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    socket.write(line)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5_000)
    assert heard == []
    first.close()


def test_a_deep_data_folder_still_has_a_socket_that_the_system_takes(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 30)
    assert len(socket_name(deep).encode()) <= 90
    assert socket_name(deep) != socket_name(deep / "other")
