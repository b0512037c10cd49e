"""A chip in hand: what is dragged, what it looks like, and how a drag ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.widgets.edge_scroller import EdgeScroller

FORMAT = "application/x-clozeline-chip"
HANG = QPoint(2, 15)
"""How far right of and below the pointer a dragged chip hangs, so that the target stays readable."""


@dataclass(frozen=True, slots=True)
class ChipLoad:
    """Which chip is dragged, and out of which blank; 0 when it comes from the tray."""

    owner: str
    chip: int
    origin: int = 0

    def mime(self) -> QMimeData:
        """The load as Qt carries it."""
        data = QMimeData()
        data.setData(FORMAT, QByteArray(f"{self.owner} {self.chip} {self.origin}".encode()))
        return data


def load_of(data: QMimeData, owner: str) -> ChipLoad | None:
    """The chip in a drag, if it is one of `owner`'s own."""
    words = bytes(data.data(FORMAT).data()).decode("utf-8", "replace").split()
    if len(words) != 3 or words[0] != owner or not (words[1].isdigit() and words[2].isdigit()):
        return None
    return ChipLoad(owner, int(words[1]), int(words[2]))


class DragEnd(Enum):
    """How a drag has ended."""

    DROPPED = "dropped"
    OUTSIDE = "outside"
    CANCELLED = "cancelled"


class _EscapeWatch(QObject):
    """Notes whether Escape was pressed: Qt tells a drag that was cancelled and one dropped outside alike."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.pressed = True
        return False


def run_drag(
    source: QWidget, load: ChipLoad, pixmap: QPixmap, inset: QPoint, scroller: EdgeScroller
) -> DragEnd:
    """Drag a chip until it is dropped or let go; in `pixmap` it begins at `inset`, inside its shadow."""
    drag = QDrag(source)
    drag.setMimeData(load.mime())
    drag.setPixmap(pixmap)
    drag.setHotSpot(inset - HANG)
    watch = _EscapeWatch()
    app = QApplication.instance()
    # Qt installs its own filter when the drag begins; the last one installed is asked first.
    scroller.start(begun=lambda: app.installEventFilter(watch) if app is not None else None)
    action = drag.exec(Qt.DropAction.MoveAction)
    scroller.stop()
    if app is not None:
        app.removeEventFilter(watch)
    if action != Qt.DropAction.IgnoreAction:
        return DragEnd.DROPPED
    still_held = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
    return DragEnd.CANCELLED if watch.pressed or still_held else DragEnd.OUTSIDE
