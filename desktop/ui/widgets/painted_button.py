"""What all buttons have in common that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.second_press import SecondPress

# Qt's buttons take every arrow key, although with these held it means something to the page.
_OF_THE_PAGE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class PaintedButton(QAbstractButton):
    """A button that follows the theme, glides when hovered, and is pressed by Enter as by the space bar."""

    enter_presses = True

    def __init__(self, theme: Theme, radius: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hover = Tween(theme, self, 90, self.update)
        self._second_press = SecondPress(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", radius)
        theme.changed.connect(self._take_theme)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover.to(float(self.isEnabled()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.to(0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._second_press.note_first(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._second_press.is_meant(event):
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.enter_presses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.modifiers() & _OF_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _take_theme(self) -> None:
        self.updateGeometry()
        self.update()
