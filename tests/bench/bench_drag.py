"""Times one frame of a drag: a chip is moved on, and everything that changes is painted.

Beside it, the repaint of a rectangle as large as a blank in a bare widget.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.app import make_application
from desktop.domain.exercises.fill import FillTask
from desktop.paths import Paths
from desktop.ui.exercises.fill import FillView
from desktop.ui.theme import Theme
from desktop.ui.widgets.drag import ChipLoad
from desktop.ui.widgets.slot_canvas import SlotCanvas
from desktop.ui.widgets.slot_place import SlotPlace
from tests.bench.figures import head, percentiles
from tests.bench.screen import settle

FRAMES = 1000
MOVE = Qt.DropAction.MoveAction


def task(blanks: int, places: int) -> FillTask:
    """A task with so many blanks, each standing in some places."""
    lines = [
        "    ".join(f"[[{1 + (line * 2 + at) % blanks}]]" for at in range(2)) for line in range(places // 2)
    ]
    return FillTask.model_validate(
        {
            "id": "many",
            "title": "Many blanks",
            "kind": "fill",
            "difficulty": "hard",
            "concepts": ["many"],
            "use": "practice",
            "prompt": "Fill them all.",
            "hints": ["One after the other."],
            "explanation": "There are many.",
            "solution": [{"text": "One after the other."}],
            "language": "python",
            "file": "many.py",
            "code": "\n".join(lines),
            "chips": [f"value_{number}" for number in range(1, 19)],
            "reuse": True,
            "answers": {str(number): f"value_{1 + number % 18}" for number in range(1, blanks + 1)},
        }
    )


def drag(theme: Theme, what: FillTask) -> list[float]:
    """Seconds of each frame while a chip is moved over all blanks."""
    window = QWidget()
    row = QHBoxLayout(window)
    view = FillView(theme, what, seed=1)
    row.addWidget(view.work)
    assert view.tray is not None
    row.addWidget(view.tray)
    window.resize(1200, 800)
    window.show()
    settle()
    canvas = view.work.findChild(SlotCanvas)
    assert canvas is not None
    places = [place.geometry().center() for place in canvas.findChildren(SlotPlace)]
    load = ChipLoad(canvas._owner, 0)
    mime = load.mime()
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(places[0], MOVE, mime, buttons, keys)
    QApplication.sendEvent(canvas, enter)
    settle()
    times: list[float] = []
    for frame in range(FRAMES):
        # Half of the moves stay within a blank, half go on to another.
        point = places[(frame // 2) % len(places)] + QPoint(frame % 2 * 3, 0)
        began = perf_counter()
        QApplication.sendEvent(canvas, QDragMoveEvent(QPointF(point).toPoint(), MOVE, mime, buttons, keys))
        QApplication.processEvents()
        times.append(perf_counter() - began)
    window.close()
    return times


def bare() -> list[float]:
    """The floor: seconds to repaint a rectangle of a bare widget."""
    window = QWidget()
    window.resize(1200, 800)
    window.show()
    settle()
    times: list[float] = []
    for frame in range(FRAMES):
        began = perf_counter()
        window.update(QRect(100 + frame % 500, 100, 200, 28))
        QApplication.processEvents()
        times.append(perf_counter() - began)
    window.close()
    return times


def main() -> None:
    """Print each time beside its floor."""
    theme = Theme(make_application(Paths.find(Path.cwd() / "build" / "bench")))
    theme.apply("light", 1.0, reduced_motion=False)
    floor = bare()
    head("one frame of a drag, ms", "bare repaint")
    percentiles("over 12 blanks", drag(theme, task(12, 12)), floor, "4 ms")
    percentiles("over 200 places of 20 blanks", drag(theme, task(20, 200)), floor, "8 ms")


if __name__ == "__main__":
    main()
