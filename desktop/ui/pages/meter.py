"""How many of some questions were right, as a bar between its name and its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_bars import LevelBars
from desktop.ui.words import tr

_HEIGHT, _BAR, _VALUE = 32, 112, 52


class Meter(QWidget):
    """A name, a bar and "3 of 4"; with `level` the bars of that level stand before the name."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        right: int,
        asked: int,
        *,
        level: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = Bar(theme)
        self._value = Label(theme, _words(right, asked), "small:tnum", "text-2")
        self._value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if level:
            row.addWidget(LevelBars(theme, level))
        row.addWidget(Label(theme, name, "body", wrap=True), 1)
        row.addWidget(self._bar)
        row.addSpacing(2)
        row.addWidget(self._value)
        self._bar.set(right / asked)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def _take_theme(self) -> None:
        self.setMinimumHeight(self._theme.px(_HEIGHT))
        self._bar.setFixedWidth(self._theme.px(_BAR))
        longest = self._theme.metrics("small:tnum").horizontalAdvance(_words(10, 10)) + 1
        self._value.setFixedWidth(max(self._theme.px(_VALUE), longest))


def _words(right: int, asked: int) -> str:
    return tr("{right} of {total}", right=right, total=asked)
