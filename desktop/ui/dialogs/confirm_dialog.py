"""Asks before something is lost."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import Theme
from desktop.ui.words import tr


class ConfirmDialog(Dialog):
    """One question with two answers. "Cancel" has the focus, so that Enter by accident loses nothing."""

    def __init__(
        self, theme: Theme, title: str, text: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent)
        self.say(text)
        self.action = self.button(action, closes=False)
        self.action.clicked.connect(self.accept)
        self.cancel = self.button(tr("Cancel"), "primary", default=True)
