"""Parts that show one state each: a slot as it is painted, a control with its ring, a picture of a chip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip_look import chip_pixmap
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.slot_look import SlotState, draw_slot
from desktop.ui.widgets.slot_size import slot_size, wrapped

_WITH_TEXT = {SlotState.FILLED, SlotState.TARGET, SlotState.TWIN, SlotState.WRONG, SlotState.RIGHT}
_RING_ROOM = 4


class SlotSample(QWidget):
    """A slot, painted by what paints it in a sheet."""

    def __init__(self, theme: Theme, state: SlotState) -> None:
        super().__init__()
        self._theme, self._state = theme, state

    def sizeHint(self) -> QSize:
        size = slot_size(self._theme, [("name", self._theme.font("code"))], ["1"])
        return QSize(round(size.width), round(size.height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        font = theme.font("code")
        size = slot_size(theme, [("name", font)], ["1"])
        text = wrapped("name", font, size.text, theme.px(20)) if self._state in _WITH_TEXT else None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rect = QRectF(0, 0, size.width, size.height)
        draw_slot(QPainter(self), theme, rect, size, "1", self._state, text, rtl=rtl)


class Ringed(QWidget):
    """A control with the ring it has while the keyboard is on it."""

    def __init__(self, theme: Theme, control: QWidget) -> None:
        super().__init__()
        self._theme, self._control = theme, control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(control)
        self.setContentsMargins(*[_RING_ROOM] * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        own = self._control.property("ring_radius")
        radius = (own if isinstance(own, int) else 8) + _RING_ROOM
        place = QRectF(self._control.geometry()).adjusted(*[-_RING_ROOM] * 2, *[_RING_ROOM] * 2)
        draw_box(QPainter(self), place, radius, NOTHING, self._theme.color("accent"), width=2)


class ChipInHand(QWidget):
    """A chip as it hangs on the pointer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        return self._picture().deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(QPoint(0, 0), self._picture())

    def _picture(self) -> QPixmap:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return chip_pixmap(self._theme, "A", "name", "code", self.devicePixelRatioF(), rtl=rtl)


class Swatch(QWidget):
    """A colour of the theme."""

    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme, self._token = theme, token

    def sizeHint(self) -> QSize:
        return QSize(64, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color
        draw_box(QPainter(self), QRectF(self.rect()), 6, color(self._token), color("line"))


def hovered(widget: QWidget) -> QWidget:
    """The widget as if the pointer were over it."""
    middle = widget.rect().center().toPointF()
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))
    return widget


def captioned(theme: Theme, widget: QWidget, words: str) -> QWidget:
    """A part with the name of its state below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
    column.addWidget(Label(theme, words, "caption", "text-3"))
    column.addStretch(1)
    return holder
