"""A line of a card: what it is about, how it stands, and at the end a value or a control."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label


class OptionRow(QWidget):
    """Title and detail, one below the other; a hairline parts it from the row above."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        end: QWidget | None = None,
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._first = theme, first
        self._detail = Label(theme, "", "small", "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, title, "body-strong"))
        words.addWidget(self._detail)
        words.addStretch(1)
        row.addLayout(words, 1)
        if end is not None:
            row.addWidget(end)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @property
    def detail(self) -> str:
        """How it stands, in words."""
        return self._detail.text()

    def set_detail(self, words: str) -> None:
        """Say how it stands."""
        self._detail.set_text(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            border = self._theme.border()
            QPainter(self).fillRect(border, 0, self.width() - 2 * border, border, self._theme.color("line"))

    def _take_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(64))
        self.update()
