"""The table of what is known, under the prompt of a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.exercises.choose import Given
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr


class GivenTable(Card):
    """Names on one side, values on the other, a line between rows."""

    def __init__(self, theme: Theme, rows: Sequence[Given], parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Label(theme, tr("Given"), "caption", "text-3")
        head.setContentsMargins(16, 8, 16, 8)
        column.addWidget(head)
        for row in rows:
            column.addWidget(_Row(theme, row))


class _Row(QWidget):
    """One name and its value."""

    def __init__(self, theme: Theme, given: Given) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Label(theme, given.name, "body", wrap=True), 1)
        row.addWidget(Label(theme, given.value, "body-strong:tnum"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), self._theme.border()
        painter.fillRect(0, 0, self.width(), line, self._theme.color("line"))
