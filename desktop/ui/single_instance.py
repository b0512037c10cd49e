"""One window for one data folder: a second start hands its arguments to the first and ends.

Importing QtNetwork takes 6 to 7 ms and connecting under 1 ms, multiprocessing.connection 20 ms and
more: so it is Qt's local socket, imported only when there is somebody to ask or to answer.
The database's exclusive lock is what keeps two writers apart. The lock file here is a hint, which may be
stale or missing: it only spares a first start the question.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_PATH = 90
"""A socket's whole path must stay under 104 bytes on macOS; Qt needs some of them while it binds."""
_LARGEST = 65536
_ANSWER = b"here\n"


def socket_name(data: Path) -> str:
    """The name of the local socket of a data folder: inside it where the path is short enough."""
    folder = data.resolve()
    inside = folder / "running.socket"
    if sys.platform != "win32" and len(os.fsencode(inside)) <= _LONGEST_PATH:
        return str(inside)
    import tempfile  # noqa: PLC0415 - seldom needed, and both take milliseconds of the start
    from hashlib import sha256  # noqa: PLC0415

    mark = sha256(os.fsencode(folder)).hexdigest()[:16]
    if sys.platform == "win32":
        return f"clozeline-{mark}"
    return str(Path(tempfile.gettempdir()) / f"clozeline-{os.getuid()}-{mark}")


def hand_over(data: Path, lock: Path, arguments: Sequence[str], *, patience: float = 0.0) -> bool:
    """Give `arguments` to the window that has this data folder open; `False` if there is none.

    Without `patience` a missing lock file is answer enough. With it (seconds, after the database turned
    out to be in use) the other start is given this time to come up.
    """
    if not patience and not lock.exists():
        return False
    deadline = time.monotonic() + patience
    while not _ask(socket_name(data), arguments):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.05)
    return True


def _ask(name: str, arguments: Sequence[str]) -> bool:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(200):
        return False
    socket.write(json.dumps(list(arguments)).encode() + b"\n")
    socket.flush()
    heard = b""
    deadline = time.monotonic() + 0.7
    while heard != _ANSWER and time.monotonic() < deadline:
        there = socket.waitForReadyRead(100) or socket.state() == QLocalSocket.LocalSocketState.ConnectedState
        if not there:
            break
        heard += bytes(socket.readAll().data())
    socket.abort()
    return heard == _ANSWER


class SingleInstance(QObject):
    """Listens for later starts. `started_again` says that there was one, with its arguments."""

    started_again = Signal(list)

    def __init__(self, data: Path, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._lock = socket_name(data), lock
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begin to listen; call it after the first paint. `False` when the system does not let us."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        # Whoever holds the database is alone, so a socket of this name was left behind by a killed process.
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if not server.listen(self._name):
            return False
        self._server = server
        try:
            self._lock.write_text(f"{os.getpid()}\n", encoding="ascii")
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Stop listening and take the hint away."""
        if self._server is not None:
            self._server.close()
            self._server = None
            with suppress(OSError):  # only a hint: one that stays is not believed
                self._lock.unlink(missing_ok=True)

    def _answer(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """Take one line of arguments; what is too long or not a list of texts is turned away."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LARGEST:
                socket.abort()
            return
        arguments = _understood(bytes(socket.readLine(_LARGEST).data()))
        if arguments is None:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        self.started_again.emit(arguments)


def _understood(line: bytes) -> list[str] | None:
    try:
        heard = json.loads(line)
    except ValueError:
        return None
    if isinstance(heard, list) and all(isinstance(one, str) for one in heard):
        return heard
    return None
