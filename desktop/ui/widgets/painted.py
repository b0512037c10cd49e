"""What all small painted parts have in common."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme


class Painted(QWidget):
    """A part of fixed size that follows the theme. Subclasses give `extent` and paint themselves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._take_theme)

    def extent(self) -> QSize:
        """The size of the part in the present theme."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return self.extent()

    def minimumSizeHint(self) -> QSize:
        return self.extent()

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _take_theme(self) -> None:
        self.updateGeometry()
        self.update()
