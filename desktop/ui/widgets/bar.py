"""How far something is, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.painted import Painted

_HEIGHT = 6


def draw_track(
    painter: QPainter, theme: Theme, rect: QRectF, share: float, *, tinted: bool, rtl: bool
) -> None:
    """Paint a bar whose part `share` (0 to 1) is filled, from the side where reading begins."""
    radius = rect.height() / 2
    border = theme.color("control") if theme.high_contrast else NOTHING
    light = tinted and not theme.high_contrast
    draw_box(painter, rect, radius, theme.color("accent-line" if light else "pressed"), border)
    if share <= 0:
        return
    width = max(rect.height(), rect.width() * min(share, 1.0))
    left = rect.right() - width if rtl else rect.left()
    draw_box(painter, QRectF(left, rect.top(), width, rect.height()), radius, theme.color("accent"))


class Bar(Painted):
    """A thin bar, as wide as its place; `tinted` for the suggested card."""

    def __init__(
        self, theme: Theme, width: int = 160, *, tinted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._wide, self._tinted = width, tinted
        self._share = Tween(theme, self, 240, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set(self, fraction: float) -> None:
        """Fill the part `fraction` (0 to 1)."""
        self._share.to(min(max(fraction, 0.0), 1.0))

    def extent(self) -> QSize:
        return QSize(self._wide, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        draw_track(
            QPainter(self), self._theme, place, self._share.value, tinted=self._tinted, rtl=self._rtl()
        )
