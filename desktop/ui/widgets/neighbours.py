"""Where an arrow key leads among things that stand in rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def neighbour(rects: Sequence[QRectF], at: int, key: Qt.Key, *, rtl: bool = False) -> int:
    """The index that an arrow key leads to from `at`; `at` itself where there is none.

    Left and right follow the order of reading, over the ends of rows; up and down stay nearest below.
    """
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        forward = (key == Qt.Key.Key_Right) != rtl
        return min(max(at + (1 if forward else -1), 0), len(rects) - 1)
    here = rects[at].center()
    sign = 1 if key == Qt.Key.Key_Down else -1
    ahead = [
        (sign * (rect.center().y() - here.y()), abs(rect.center().x() - here.x()), index)
        for index, rect in enumerate(rects)
        if sign * (rect.center().y() - here.y()) > rects[at].height() / 2
    ]
    return min(ahead)[2] if ahead else at
