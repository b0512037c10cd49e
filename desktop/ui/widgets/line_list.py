"""A list of lines that are put into order by dragging, by buttons and by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.drag import ChipLoad, load_of
from desktop.ui.widgets.line_look import EDGE, HEIGHT, STEP
from desktop.ui.widgets.line_row import LineRow
from desktop.ui.widgets.next_place import NextPlace
from desktop.ui.widgets.row_tools import RowTools

PAD = 10
_BEFORE_NEXT = 6


@dataclass(frozen=True, slots=True)
class Sideways:
    """How far sideways a line is dragged, in levels."""

    steps: int
    """From where it stood, for a line of the list."""
    column: int
    """Of the list, under the pointer; for a line from elsewhere."""


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a line would land: before which of the other rows, how deep, and where the mark stands."""

    at: int
    indent: int
    y: int


class LineList(QWidget):
    """Rows from the top, then the place of the next one; a line shows where a dragged one will land.

    Code is read from left to right in every language, so the list is never mirrored.

    Signals:
        dropped: a line was dropped (ChipLoad, its place among the other rows, its level).
    """

    dropped = Signal(object, int, int)

    def __init__(  # noqa: PLR0917 - a list is made of just these
        self,
        theme: Theme,
        owner: str,
        rows: Mapping[int, LineRow],
        tools: RowTools,
        depth: Callable[[ChipLoad, int, Sideways], int],
        use_key: Callable[[QKeyEvent], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._owner, self.rows, self.tools = theme, owner, dict(rows), tools
        self._depth, self._use_key = depth, use_key
        self.next = NextPlace(theme, self)
        self._order: tuple[int, ...] = ()
        self._indents: tuple[int, ...] = ()
        self._free = 0
        self._from_x: int | None = None
        self._aimed: tuple[ChipLoad, _Target] | None = None
        self._mark = _DropMark(theme, self)
        for row in self.rows.values():
            row.setParent(self)
            row.hide()
        tools.setParent(self)
        tools.hide()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(True)

    # --- what it shows

    def show_rows(self, order: Sequence[int], indents: Sequence[int], *, free: int, more: bool) -> None:
        """Show these rows from the top; `free` pixels at their end stay without text."""
        self._order, self._indents, self._free = tuple(order), tuple(indents), free
        self.next.setVisible(more)
        for line, row in self.rows.items():
            row.setVisible(line in self._order)
        self.lay_out(self.width())

    def show_tools(self, line: int | None) -> None:
        """Put the buttons onto a row, or away."""
        self.tools.setVisible(line is not None)
        if line is not None:
            size, row = self.tools.sizeHint(), self.rows[line].geometry()
            middle = row.top() + self._theme.px(HEIGHT) // 2
            corner = QPoint(row.right() + 1 - EDGE - size.width(), middle - size.height() // 2)
            self.tools.setGeometry(QRect(corner, size))
            self.tools.raise_()

    def tools_width(self) -> int:
        """The room that the buttons take."""
        return self.tools.sizeHint().width()

    def height_in(self, width: int) -> int:
        """How high the list is at a width."""
        return self._walk(width, move=False)

    def lay_out(self, width: int) -> None:
        """Put every row where it belongs."""
        self.setFixedHeight(self._walk(width, move=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out(self.width())

    def _walk(self, width: int, *, move: bool) -> int:
        top, inner = PAD, width - 2 * PAD
        for line, indent in zip(self._order, self._indents, strict=True):
            row = self.rows[line]
            row.keep_free(self._free)
            height = row.height_in(inner, indent)
            if move:
                row.setGeometry(PAD, top, inner, height)
                row.place_blanks()
            top += height
        if not self.next.isHidden():
            top += _BEFORE_NEXT if self._order else 0
            height = self._theme.px(HEIGHT)
            if move:
                self.next.setGeometry(PAD, top, inner, height)
            top += height
        return top + PAD

    # --- drag

    def begin_drag(self, from_x: int | None) -> None:
        """A line hangs on the pointer; one of the list was taken at `from_x`, in the list's pixels."""
        self._from_x = from_x

    def end_drag(self) -> None:
        """No line hangs on the pointer any more."""
        self._from_x = None
        self._aim(None)

    def aim_at(self, pointer: QPoint) -> None:
        """The list has scrolled under the pointer, which stands there on the screen."""
        if self._aimed is not None:
            load = self._aimed[0]
            self._aim((load, self._target(load, self.mapFromGlobal(pointer))))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        load = load_of(event.mimeData(), self._owner)
        if load is None or load.chip not in self.rows:
            event.ignore()
            return
        if self._from_x is None and load.origin:
            self._from_x = event.position().toPoint().x()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        load = load_of(event.mimeData(), self._owner)
        if load is None or load.chip not in self.rows:
            event.ignore()
            return
        self._aim((load, self._target(load, event.position().toPoint())))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        load = load_of(event.mimeData(), self._owner)
        if load is None or load.chip not in self.rows:
            event.ignore()
            return
        target = self._target(load, event.position().toPoint())
        self.end_drag()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(load, target.at, target.indent)

    def _target(self, load: ChipLoad, point: QPoint) -> _Target:
        others = [line for line in self._order if line != load.chip]
        at = sum(self.rows[line].geometry().center().y() < point.y() for line in others)
        first = self.rows[self._order[0]].text_left(0) if self._order else EDGE
        from_x = self._from_x if load.origin and self._from_x is not None else point.x()
        steps = int((point.x() - from_x) / STEP)
        column = max(0, (point.x() - PAD - first) // STEP)
        indent = self._depth(load, at, Sideways(steps, column))
        return _Target(at, indent, self._edge_above(others, at, load.chip))

    def _edge_above(self, others: Sequence[int], at: int, line: int) -> int:
        """Where the mark stands: between two rows, or above the line that stays where it is."""
        here = self._order.index(line) if line in self._order else None
        if here is not None and here == at:
            return self.rows[line].geometry().top()
        if at < len(others):
            return self.rows[others[at]].geometry().top()
        return self.rows[others[-1]].geometry().bottom() + 1 if others else PAD

    def _aim(self, aimed: tuple[ChipLoad, _Target] | None) -> None:
        if aimed == self._aimed:
            return
        self._aimed = aimed
        if aimed is None:
            self._mark.hide()
            self.next.set_target(False)
            return
        load, target = aimed
        row = self.rows[load.chip]
        left = PAD + row.text_left(target.indent)
        self._mark.lie_at(left, self.width() - PAD - left, target.y)
        self.next.set_target(target.at == len([line for line in self._order if line != load.chip]))

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            event.ignore()


class _DropMark(QWidget):
    """The line that shows where a row will land."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_at(self, left: int, width: int, y: int) -> None:
        """Show itself across the list at a height."""
        self.setGeometry(left, y - 1, width, 2)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 1, self._theme.color("accent"))
