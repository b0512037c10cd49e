"""A small word about a thing, such as its topic or its length."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.pill import Pill

_PADDING, _GAP, _ICON = 10, 6, 14


class Tag(Pill):
    """A word in a grey pill, with or without an icon before it."""

    def __init__(
        self, theme: Theme, text: str, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        self._icon = icon
        super().__init__(theme, text, "caption", parent)

    def extent(self) -> QSize:
        return QSize(self._advance() + self._icon_room() + 2 * _PADDING, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        border = theme.color("control") if theme.high_contrast else NOTHING
        draw_box(
            painter,
            QRectF(self.rect()),
            self.height() / 2,
            theme.color("hover"),
            border,
            width=theme.border(),
        )
        ink = theme.color("text-2")
        if self._icon:
            edge = theme.px(_ICON)
            left = self.width() - _PADDING - edge if self._rtl() else _PADDING
            draw_icon(painter, theme, self._icon, QPointF(left, (self.height() - edge) / 2), ink, size=_ICON)
        self._draw_words(painter, _PADDING + (0 if self._rtl() else self._icon_room()), ink)

    def _icon_room(self) -> int:
        return self._theme.px(_ICON) + _GAP if self._icon else 0
