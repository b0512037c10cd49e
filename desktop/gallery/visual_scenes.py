"""Visualize: a traced program with bars and with a line, a process, and the end of one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.gallery.desk import Desk, settle
from desktop.gallery.scene import Courses, Scene
from desktop.ui.pages.visualize_page import VisualizePage

_LESSON = "/every-visual"


def _at(desk: Desk, visual: int, step: int) -> None:
    """The visual of that number, at a step counted from 1."""
    place = next(place for place in desk.places if place.endswith(_LESSON))
    desk.navigator.open_mode(place, "visualize")
    for _ in range(visual):
        desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        settle()
    page = desk.page()
    assert isinstance(page, VisualizePage)
    page.player.go_to(step - 1)


SCENES = (
    Scene("visualize-first", lambda desk: _at(desk, 0, 1), Courses.BOTH),
    Scene("visualize-bars", lambda desk: _at(desk, 0, 14), Courses.BOTH),
    Scene("visualize-bars-end", lambda desk: _at(desk, 0, 22), Courses.BOTH),
    Scene("visualize-raised", lambda desk: _at(desk, 1, 13), Courses.BOTH),
    Scene("visualize-process", lambda desk: _at(desk, 2, 3), Courses.BOTH),
    Scene("visualize-by-hand", lambda desk: _at(desk, 3, 2), Courses.BOTH),
)
