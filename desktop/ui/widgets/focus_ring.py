"""The ring around the control that has the keyboard."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.theme import Theme

_LINE, _GAP = 2, 2
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.DynamicPropertyChange,
}
_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}


class FocusRing(QWidget):
    """Lies over a window and draws a ring around its focused control once the keyboard is used.

    A control says how its ring looks by Qt properties: `ring_radius` (its own corner radius, -1 for
    no ring; 8 if it says nothing) and `ring_gap` (pixels between control and ring; negative lies inside).
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._keyboard = False
        self._watched: list[QWidget] = []
        self._handle: object = None
        self._ring = QRectF()
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        theme.changed.connect(self.place)
        self._follow(None, window.focusWidget())

    @property
    def _window(self) -> QWidget:
        """The window it lies over; not kept, for a child that holds its parent keeps both alive for ever."""
        return cast("QWidget", self.parentWidget())

    def place(self) -> None:
        """Put the ring where the focused control is now."""
        target = self._target()
        radius = -1 if target is None else _number(target, "ring_radius", 8)
        if target is None or radius < 0 or not self._keyboard or not target.isVisible():
            self.hide()
            return
        out = _number(target, "ring_gap", _GAP) + _LINE
        corner = target.mapTo(self._window, QPoint(0, 0))
        box = QRect(corner, target.size()).adjusted(-out, -out, out, out)
        seen = box.intersected(self._visible_part(target))
        if seen.isEmpty():
            self.hide()
            return
        self._ring = QRectF(box.translated(-seen.topLeft()))
        self._radius = max(0, min(radius, min(target.width(), target.height()) / 2) + out)
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVES and watched is not self._handle:
            self.place()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            self._take_keyboard(True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._take_keyboard(False)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._ring, self._radius, NOTHING, self._theme.color("accent"), width=_LINE)

    def _take_keyboard(self, keyboard: bool) -> None:
        if keyboard != self._keyboard:
            self._keyboard = keyboard
            self.place()

    def _target(self) -> QWidget | None:
        focused = QApplication.focusWidget()
        return focused if focused is not None and self._window.isAncestorOf(focused) else None

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Watch the control that has the focus now, and all it lies in, for moves and keys."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._keyboard = False
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if now is None:  # nothing has it, or the window is closing and half gone: ask it nothing
            self.hide()
            return
        inner: QWidget | None = now
        while inner is not None and inner is not self._window and self._window.isAncestorOf(inner):
            self._watched.append(inner)
            inner = inner.parentWidget()
        for widget in self._watched:
            widget.installEventFilter(self)
        self._watch_handle()
        self.place()

    def _watch_handle(self) -> None:
        """See the keys and presses that no focused control gets, from the moment the window is on screen.

        Never through the window itself: when Python lets go of it, its last events would reach a filter
        with a window that is half gone, and the process would die.
        """
        handle = cast("QWindow | None", self._window.windowHandle())  # none before it is shown
        if handle is not None and handle != self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _visible_part(self, target: QWidget) -> QRect:
        """The part of the window in which the scroll areas around `target` show it."""
        visible = self._window.rect()
        child, parent = target, target.parentWidget()
        while parent is not None and child is not self._window:
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is child:
                corner = child.mapTo(self._window, QPoint(0, 0))
                visible = visible.intersected(QRect(corner, child.size()))
            child, parent = parent, parent.parentWidget()
        return visible


def _number(widget: QWidget, name: str, usual: int) -> int:
    value = widget.property(name)
    return value if isinstance(value, int) else usual
