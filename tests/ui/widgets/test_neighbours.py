"""Arrows among things in rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt

from desktop.ui.widgets.neighbours import neighbour

# 0 1 2
#   3
ROWS = [QRectF(x, y, 40, 20) for x, y in ((0, 0), (50, 0), (100, 0), (60, 30))]


@pytest.mark.parametrize(
    ("at", "key", "rtl", "to"),
    [
        (0, Qt.Key.Key_Right, False, 1),
        (2, Qt.Key.Key_Right, False, 3),
        (3, Qt.Key.Key_Right, False, 3),
        (0, Qt.Key.Key_Left, False, 0),
        (0, Qt.Key.Key_Left, True, 1),
        (0, Qt.Key.Key_Down, False, 3),
        (3, Qt.Key.Key_Up, False, 1),
        (3, Qt.Key.Key_Down, False, 3),
        (1, Qt.Key.Key_Up, False, 1),
    ],
)
def test_an_arrow_leads_to_the_neighbour(at: int, key: Qt.Key, rtl: bool, to: int) -> None:
    assert neighbour(ROWS, at, key, rtl=rtl) == to
