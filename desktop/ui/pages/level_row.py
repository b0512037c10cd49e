"""A level of a test, as a row to choose it by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.domain.progress import Level
from desktop.ui.pages.test_levels import level_words
from desktop.ui.theme import Theme
from desktop.ui.widgets.radio_row import RadioRow


class LevelRow(RadioRow):
    """A radio row that leaves Enter to the page, where it starts the test.

    Signals:
        stepped: an arrow key asks for the level above (-1) or below (1).
    """

    enter_presses = False

    stepped = Signal(int)

    def __init__(self, theme: Theme, level: Level) -> None:
        words = level_words(level)
        super().__init__(theme, words.name, words.detail, words.mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.key() in steps:
            self.stepped.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)
