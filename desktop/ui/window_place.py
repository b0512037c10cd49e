"""Size and place of the window, as plain values that the settings file keeps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(800, 440)
FIRST = QSize(1200, 800)
_VISIBLE = QSize(160, 60)
"""How much of a remembered window must lie on a screen for its place to be taken again."""


def place_of(window: QWidget) -> dict[str, object]:
    """Where the window is, or would be were it not maximised."""
    rect = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    # A window is moved by the corner of its frame, which lies outside its own geometry.
    frame = window.geometry().topLeft() - window.frameGeometry().topLeft()
    return {
        "x": rect.x() - frame.x(),
        "y": rect.y() - frame.y(),
        "width": rect.width(),
        "height": rect.height(),
        "maximized": window.isMaximized(),
    }


def put(window: QWidget, place: Mapping[str, object]) -> None:
    """Put the window where it was; whatever of `place` makes no sense here is left out."""
    room = window.screen().availableGeometry()
    x, y, width, height = (place.get(key) for key in ("x", "y", "width", "height"))
    if not (isinstance(width, int) and isinstance(height, int)):
        window.resize(_first_size(room.size()))
        return
    window.resize(QSize(width, height).expandedTo(SMALLEST).boundedTo(room.size()))
    if isinstance(x, int) and isinstance(y, int):
        rect = QRect(x, y, window.width(), window.height())
        if any(_shows(rect, screen.availableGeometry()) for screen in QGuiApplication.screens()):
            window.move(x, y)
    if place.get("maximized") is True:
        window.showMaximized()


def _first_size(room: QSize) -> QSize:
    """1200 by 800, or nine tenths of a screen that is smaller."""
    return QSize(min(FIRST.width(), room.width() * 9 // 10), min(FIRST.height(), room.height() * 9 // 10))


def _shows(rect: QRect, screen: QRect) -> bool:
    seen = rect.intersected(screen)
    return (
        seen.width() >= _VISIBLE.width() and seen.height() >= _VISIBLE.height() and rect.y() >= screen.y() - 8
    )
