"""What all dialogs look like: a title, what they say, and buttons at the end of the last row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button, Look
from desktop.ui.widgets.label import Label

_WIDTH = 440


class Dialog(QDialog):
    """A small window in front of the main one. Esc closes it; `say` and `add` fill it from top to bottom."""

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, width
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(8)
        self._column.addWidget(Label(theme, title, "h2", wrap=True))
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self._column.addLayout(self._body, 1)
        self._column.addSpacing(12)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self.resize(self._fitting())

    def say(self, text: str, color: str = "text-2") -> Label:
        """Add a paragraph."""
        label = Label(self._theme, text, "body", color, wrap=True)
        self._body.addWidget(label)
        self.resize(self._fitting())
        return label

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add any widget below what is there."""
        self._body.addWidget(widget, stretch)

    def button(
        self, text: str, look: Look = "plain", *, closes: bool = True, default: bool = False
    ) -> Button:
        """Add a button at the end of the row; one that closes ends the dialog as rejected."""
        button = Button(self._theme, text, look)
        button.setAutoDefault(False)
        button.setDefault(default)
        if closes:
            button.clicked.connect(self.reject)
        self._row.addWidget(button)
        if default:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button

    def _fitting(self) -> QSize:
        """As wide as the text size asks but never wider than the screen, and as high as the words need."""
        room = self.screen().availableSize()
        width = min(self._theme.px(self._width), room.width() - 40)
        height = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else 0
        return QSize(width, min(max(height, self._column.totalSizeHint().height()), room.height() - 60))
