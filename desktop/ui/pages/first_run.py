"""What Home shows while there is no course."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.painted import Painted
from desktop.ui.words import tr

# Left, top and width of the grey lines of the drawing; all are 12 high.
_LINES = ((20, 24, 72), (104, 24, 44), (44, 82, 52), (216, 82, 64), (44, 126, 96), (152, 126, 36))


class _Drawing(Painted):
    """A chip on its way into a blank."""

    def extent(self) -> QSize:
        return QSize(304, 148)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._theme.color
        for left, top, width in _LINES:
            draw_box(painter, QRectF(left, top, width, 12), 6, color("pressed"))
        blank = QRectF(108, 68, 96, 40)
        draw_box(painter, blank, 9, color("surface"), color("control"), width=1.5, dashed=True)
        draw_box(painter, QRectF(166, 36, 96, 40), 10, color("fill"), NOTHING)
        cap = QColor(color("on-fill"))
        cap.setAlphaF(0.22)
        draw_box(painter, QRectF(174, 44, 24, 24), 6, cap)
        draw_box(painter, QRectF(210, 51, 38, 10), 5, color("on-fill"))


class FirstRun(QWidget):
    """One way forward: to the Library, which says what was found and what was not."""

    library_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_Drawing(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        why = tr("The course that comes with Clozeline was not found. The Library says what went wrong.")
        self._say(column, Label(theme, tr("No course is installed"), "h1", wrap=True))
        column.addSpacing(10)
        self._say(column, Label(theme, why, "read", "text-2", wrap=True))
        column.addSpacing(28)
        self.button = Button(theme, tr("Open the Library"), "primary", big=True)
        self.button.clicked.connect(self.library_wanted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        local = tr("Nothing you do here leaves this computer.")
        self._say(column, Label(theme, local, "small", "text-3", wrap=True))
        column.addStretch(1)
        middle = self._middle = QWidget()
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 48)
        row.addStretch(1)
        row.addWidget(middle, 10_000)
        row.addStretch(1)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(440))

    def _say(self, column: QVBoxLayout, label: Label) -> None:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
