"""The breakpoints follow the window divided by the text size."""

import pytest
from PySide6.QtCore import QSize

from desktop.ui.room import Room, room_in


@pytest.mark.parametrize(
    ("width", "height", "scale", "room"),
    [
        (1200, 800, 1.0, Room()),
        (1000, 520, 1.0, Room()),
        (999, 520, 1.0, Room(compact=True)),
        (719, 519, 1.0, Room(compact=True, narrow=True, short=True)),
        (1200, 800, 2.0, Room(compact=True, narrow=True, short=True)),
        (2000, 1040, 2.0, Room()),
    ],
)
def test_room(width: int, height: int, scale: float, room: Room) -> None:
    assert room_in(QSize(width, height), scale) == room
