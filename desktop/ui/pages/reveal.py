"""Brings what has just opened into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.theme import Theme

_MARGIN, _OPENING_MS = 24, 220


def reveal(area: QScrollArea, widget: QWidget | None, theme: Theme) -> None:
    """Scroll until a widget of `area` is seen: now, and once more when it has opened to its full height."""
    if widget is None:
        return

    def show() -> None:
        content = area.widget()
        if content is None or not content.isAncestorOf(widget):
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
        QTimer.singleShot(theme.ms(_OPENING_MS), widget, show)  # it may have gone by then
