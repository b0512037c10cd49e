"""Long texts to read and copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.scroll_thumb import ROOM, ScrollThumb
from desktop.ui.words import tr

_HEIGHT, _RADIUS = 220, 8


class LicenceText(QPlainTextEdit):
    """Plain text at a height of its own, with the thin thumb of the other pages."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Licences"))
        self.setFont(theme.font("code-caption"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ring_radius", _RADIUS)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text-2"))
        self.setPalette(palette)
        self.setViewportMargins(12, 8, ROOM, 8)
        self.setFixedHeight(theme.px(_HEIGHT))
        self._thumb = ScrollThumb(theme, self.verticalScrollBar(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - ROOM
        self._thumb.setGeometry(left, 4, ROOM, self.height() - 8)
        self._thumb.raise_()
