"""Brings what has just opened into sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.theme import Theme

_MARGIN, _OPENING_MS = 24, 220


def reveal(area: QScrollArea, which: Callable[[], QWidget | None], theme: Theme) -> None:
    """Scroll until a widget of `area` is seen: now, and once more when it has opened to its full height."""

    def show() -> None:
        widget, content = which(), area.widget()
        if widget is None or content is None or not content.isAncestorOf(widget):
            return
        parent: QWidget | None = widget.parentWidget()
        while parent is not None and parent is not area.viewport():
            if (layout := parent.layout()) is not None:
                layout.activate()
            parent = parent.parentWidget()
        QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))
        area.ensureWidgetVisible(widget, 0, _MARGIN)

    show()
    if theme.ms(_OPENING_MS):
        QTimer.singleShot(theme.ms(_OPENING_MS), area, show)
