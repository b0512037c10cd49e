"""Something that is on or off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import draw_box, mixed
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.painted_button import PaintedButton

_WIDTH, _HEIGHT, _KNOB, _INSET = 40, 24, 14, 4.5


class Switch(PaintedButton):
    """Moves its knob when pressed and says so by `toggled`; a check box to a screen reader."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, 100, parent)
        self._place = Tween(theme, self, 140, self.update)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.toggled.connect(self._move)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, share = self._theme, QPainter(self), self._place.value
        ground = mixed(theme.color("surface"), theme.color("fill"), share)
        border = mixed(theme.color("control"), theme.color("fill"), share)
        knob = mixed(theme.color("control"), theme.color("on-fill"), share)
        if not self.isEnabled():
            ground, border, knob = theme.color("hover"), theme.color("disabled"), theme.color("disabled")
        radius = self.height() / 2
        draw_box(painter, QRectF(self.rect()), radius, ground, border, width=1.5 * theme.border())
        edge, inset = theme.px(_KNOB), _INSET * theme.scale
        travel = (self.width() - 2 * inset - edge) * (1 - share if self._rtl() else share)
        draw_box(painter, QRectF(inset + travel, (self.height() - edge) / 2, edge, edge), edge / 2, knob)

    def _move(self, on: bool) -> None:
        self._place.to(float(on))
