"""A text of a lesson."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.markup import Block
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_flow import MarkupFlow
from desktop.ui.words import tr


class MarkupLabel(Label):
    """Shows parsed blocks of text; the mouse selects, Ctrl+C copies. Never interprets HTML."""

    def __init__(
        self,
        theme: Theme,
        blocks: Sequence[Block],
        style: str = "read",
        color: str = "text-2",
        parent: QWidget | None = None,
    ) -> None:
        self._flow = MarkupFlow(theme, blocks, style)
        self._anchor = self._caret = 0
        super().__init__(theme, self._flow.text, style, color, wrap=True, parent=parent)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setProperty("ring_radius", -1)

    def plain_text(self) -> str:
        """The words without their marks."""
        return self._flow.text

    def selected_text(self) -> str:
        """The part of the words that is selected."""
        return self._flow.part(*self._selection())

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Show another text."""
        self._flow = MarkupFlow(self._theme, blocks, self._style)
        self._anchor = self._caret = 0
        self.set_text(self._flow.text)

    def set_style(self, style: str) -> None:
        """Take another type style."""
        self._flow.set_style(style)
        super().set_style(style)

    def sizeHint(self) -> QSize:
        width = min(self._natural_width(), self._theme.measure(self._style))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.line_height(self._style))

    def heightForWidth(self, width: int) -> int:
        return self._flow.lay_out(self._text_width(width), self._rtl())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._flow.lay_out(self._text_width(self.width()), self._rtl())
        painter = QPainter(self)
        self._flow.draw(painter, self._origin(), self._theme.color(self._color), self._selection())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._anchor = self._caret = self._flow.hit(event.position() - self._origin())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._caret = self._flow.hit(event.position() - self._origin())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Only a selection takes the focus, so that a mere click leaves the exercise its keys.
        if self.selected_text():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._flow.hit(event.position() - self._origin())
        self._anchor, self._caret = self._flow.word_at(place)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            self._copy()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._anchor = self._caret = 0
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected_text():
            event.ignore()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy"), self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected_text())

    def _selection(self) -> tuple[int, int]:
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _text_width(self, width: int) -> int:
        return min(width, self._theme.measure(self._style)) if self._style == "read" else width

    def _origin(self) -> QPointF:
        spare = self.width() - self._text_width(self.width())
        return QPointF(spare if self._rtl() else 0, 0)

    def _natural_width(self) -> int:
        if self._natural < 0:
            self._natural = self._flow.natural_width()
        return self._natural

    def _forget(self) -> None:
        self._flow.forget()
        super()._forget()
