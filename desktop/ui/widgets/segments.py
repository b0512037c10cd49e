"""A choice of a few short values in one row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.boxes import draw_box, mixed
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted_button import PaintedButton

_PAD, _GAP, _RADIUS = 3, 2, 10


class _Segment(PaintedButton):
    """One value; it excludes its neighbours."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, 7, parent)
        self._words = text
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        advance = self._theme.metrics("body-strong:tnum").horizontalAdvance(self._words)
        return QSize(max(self._theme.px(52), advance + 26), self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        ink = mixed(theme.color("text-2"), theme.color("text"), self._hover.value)
        if self.isChecked():
            ink = theme.color("text")
            border = theme.color("accent" if theme.high_contrast else "line-strong")
            draw_box(painter, QRectF(self.rect()), 7, theme.color("surface"), border, width=theme.border())
        painter.setPen(ink)
        painter.setFont(theme.font("body-strong:tnum"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class Segments(QWidget):
    """A few values side by side; `chosen` names the one the learner pressed."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[object, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        row.setSpacing(_GAP)
        self._segments: list[tuple[object, _Segment]] = []
        for value, text in choices:
            segment = _Segment(theme, text, self)
            segment.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            row.addWidget(segment)
            self._segments.append((value, segment))
        theme.changed.connect(self.update)

    def value(self) -> object:
        """The value that is chosen, or None."""
        return next((value for value, segment in self._segments if segment.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose a value without saying so."""
        for other, segment in self._segments:
            if other == value:
                segment.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        border = theme.color("line") if theme.high_contrast else theme.color("hover")
        draw_box(painter, QRectF(self.rect()), _RADIUS, theme.color("hover"), border, width=theme.border())
