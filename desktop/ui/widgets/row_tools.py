"""The buttons of the chosen line, so that all can be done without dragging."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.icon_button import IconButton

ICONS = {
    "up": "arrow-up",
    "down": "arrow-down",
    "out": "indent-decrease",
    "in": "indent-increase",
    "back": "minus",
}
_BETWEEN = 2


class RowTools(QWidget):
    """Small buttons in a row; the keyboard does the same by keys, so Tab passes them by.

    Signals:
        wanted: a button was pressed, by its key in ICONS.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, IconButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for key in keys:
            button = IconButton(theme, ICONS[key], "", small=True, ink="accent")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, key=key: self.wanted.emit(key))
            row.addWidget(button)
            self._buttons[key] = button

    def name(self, names: Mapping[str, str]) -> None:
        """Say what each button does to the line that is chosen now."""
        for key, button in self._buttons.items():
            if button.accessibleName() != names[key]:
                button.set_name(names[key])

    def allow(self, keys: set[str], *, wrong: bool) -> None:
        """Let only these buttons be pressed; on a wrong line they take its colour."""
        for key, button in self._buttons.items():
            button.setEnabled(key in keys)
            button.set_ink("wrong" if wrong else "accent")

    def button(self, key: str) -> IconButton:
        """One of the buttons."""
        return self._buttons[key]
