"""A place whose content may be higher than itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.scroll_thumb import ROOM, ScrollThumb


class ScrollArea(QScrollArea):
    """Scrolls up and down, by wheel, thumb and keys; its thumb lies over the content, which never shifts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # One of our own: to name Qt's, PySide would first prepare every widget it knows, for 12 ms.
        viewport = QWidget()
        viewport.setAutoFillBackground(False)
        viewport.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setViewport(viewport)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setProperty("ring_radius", 4)
        self.setProperty("ring_gap", -2)
        self._scrolls = False
        self._thumb = ScrollThumb(theme, self.verticalScrollBar(), self)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().rangeChanged.connect(self._take_range)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802 -- Qt's name
        super().setWidget(widget)
        # QScrollArea paints the ground of its widget unless told otherwise.
        widget.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_thumb()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_thumb()

    def _place_thumb(self) -> None:
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - ROOM
        self._thumb.setGeometry(left, 0, ROOM, self.height())
        self._thumb.raise_()

    def _take_range(self, low: int, high: int) -> None:
        """A content that scrolls must be reachable by keys, even where nothing in it takes the focus."""
        if (high > low) == self._scrolls:
            return
        self._scrolls = high > low
        content = self.widget()
        inside = content.findChildren(QWidget) if content is not None else []
        stops = any(child.focusPolicy() & Qt.FocusPolicy.TabFocus for child in inside)
        needed = self._scrolls and not stops
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if needed else Qt.FocusPolicy.NoFocus)
