"""The small line above a title that names the mode."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.modes import mode
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr


class ModeHeading(QWidget):
    """The icon and the name of a mode."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = mode(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(theme, kind.icon))
        row.addWidget(Label(theme, tr(kind.name), "small-strong", "text-2"))
        row.addStretch(1)
