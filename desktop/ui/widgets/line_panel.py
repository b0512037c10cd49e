"""The panel that a list of lines lies in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.line_list import LineList


class LinePanel(QWidget):
    """A bar with the file's name and how far it is, and the list below it."""

    def __init__(self, theme: Theme, title: str, lines: LineList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.lines = theme, lines
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(Label(theme, title, "code-caption", "text-2", elide=True), 1)
        self._count = Label(theme, "", "caption", "text-3")
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(lines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def count(self) -> str:
        """How far it is, as the bar says."""
        return self._count.text()

    def set_count(self, words: str) -> None:
        """Say how far it is."""
        self._count.set_text(words)

    def set_compact(self, compact: bool) -> None:
        """Do without the bar where there is little room."""
        self._bar.setVisible(not compact)
        self.refit()

    def refit(self) -> None:
        """Take the height that the list needs now."""
        self.lines.lay_out(self.lines.width())
        self.setFixedHeight(self._bar_height() + self.lines.height())
        self.updateGeometry()

    def place_of(self, rect: QRect) -> QRect:
        """Where a part of the list stands in this panel."""
        return QRect(self.lines.mapTo(self, rect.topLeft()), rect.size())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bar_height() + self.lines.height_in(width - 2)

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lines.resize(self.width() - 2, self.lines.height())
            self.lines.lay_out(self.width() - 2)
            self.refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        line, width = theme.color("line"), theme.border()
        draw_box(painter, QRectF(self.rect()), 12, theme.color("sunken"), line, width=width)
        if not self._bar.isHidden():
            painter.fillRect(QRectF(0, self._bar.geometry().bottom(), self.width(), width), line)

    def _bar_height(self) -> int:
        return 0 if self._bar.isHidden() else self._bar.height()

    def _take_theme(self) -> None:
        self._bar.setFixedHeight(self._theme.px(40))
        self.refit()
        self.update()
