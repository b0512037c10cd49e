"""A chip on its way to where it lands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme

DURATION = 140


class Flight(QWidget):
    """Shows a pixmap gliding over the window from one point to another, then goes away."""

    def __init__(self, theme: Theme, pixmap: QPixmap, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._pixmap = theme, pixmap
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(pixmap.deviceIndependentSize().toSize())
        self._animation = QVariantAnimation(self)

    def fly(self, start: QPoint, end: QPoint, landed: Callable[[], object]) -> None:
        """Glide between two points of the screen; `landed` is called at the end."""
        window = self.window()  # not kept: a child that holds its window crashes when Python lets go of it
        animation = self._animation
        animation.setStartValue(window.mapFromGlobal(start))
        animation.setEndValue(window.mapFromGlobal(end))
        animation.setDuration(self._theme.ms(DURATION))
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.valueChanged.connect(self.move)
        animation.finished.connect(landed)
        animation.finished.connect(self.close)
        self.move(animation.startValue())
        self.show()
        self.raise_()
        animation.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._pixmap)
