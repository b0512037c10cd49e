"""What all dialogs look like: a title, what they say, and buttons at the end of the last row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button, Look
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.scroll_area import ScrollArea

_WIDTH, _SIDE = 440, 24
_SCROLLING = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
"""Keys that scroll, whatever has the focus."""


class Dialog(QDialog):
    """A small window in front of the main one. Esc closes it; `say` and `add` fill it from top to bottom."""

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, width
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(0)
        self._title = Label(theme, title, "h2", wrap=True)
        self._title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._content = QWidget()
        self._body = QVBoxLayout(self._content)
        self._body.setContentsMargins(_SIDE, 8, _SIDE, 0)
        self._body.setSpacing(8)
        self._area = ScrollArea(theme)
        self._area.setWidget(self._content)
        self._row = FlowLayout(8)
        self._row.setContentsMargins(_SIDE, 20, _SIDE, 0)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addLayout(self._row)
        column.addLayout(end)
        self._ring = FocusRing(theme, self)

    def say(self, text: str, color: str = "text-2") -> Label:
        """Add a paragraph."""
        label = Label(self._theme, text, "body", color, wrap=True)
        label.setMinimumWidth(1)  # a path is one long word, and breaks anywhere
        self._body.addWidget(label)
        return label

    def add(self, widget: QWidget) -> None:
        """Add any widget below what is there."""
        self._body.addWidget(widget)

    def button(
        self, text: str, look: Look = "plain", *, closes: bool = True, default: bool = False
    ) -> Button:
        """Add a button at the end of the row; one that closes ends the dialog as rejected."""
        button = Button(self._theme, text, look)
        button.setDefault(default)
        if closes:
            button.clicked.connect(self.reject)
        self._row.addWidget(button)
        if default:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self._fitting())
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING:
            self._area.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fitting(self) -> QSize:
        """As wide as the text size asks and as high as the words need, but never larger than the screen."""
        room = self.screen().availableSize()
        width = min(self._theme.px(self._width), room.width() - 40)
        parts = (
            self._title.heightForWidth(width),
            self._body.totalHeightForWidth(width),
            self._row.heightForWidth(width),
        )
        return QSize(width, min(sum(parts) + 40, room.height() - 60))
