"""The colours of a box that changes its state: they glide from one look to the next."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, mixed
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween

Look = tuple[str, ...]


class Fade:
    """Holds a tuple of colour tokens ("" is no colour) and blends them into the next one."""

    def __init__(self, theme: Theme, owner: QWidget, look: Look, ms: int = 140) -> None:
        self._theme = theme
        self._from = self._look = look
        self._shift = Tween(theme, owner, ms, owner.update, value=1.0)

    def to(self, look: Look) -> None:
        """Glide to another look."""
        if look == self._look:
            return
        self._from, self._look = self._look, look
        self._shift.jump(0.0)
        self._shift.to(1.0)

    def colors(self) -> list[QColor]:
        """The colours at this moment."""
        share = self._shift.value
        if share >= 1.0:
            return [self._color(token) for token in self._look]
        pairs = zip(self._from, self._look, strict=True)
        return [mixed(self._color(a), self._color(b), share) for a, b in pairs]

    def _color(self, token: str) -> QColor:
        return self._theme.color(token) if token else NOTHING
