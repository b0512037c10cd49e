"""The shell of exercises and tests: top bar, body, dock and foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.exercises.task import Task
from desktop.ui.exercises.view import NoteText, TaskView
from desktop.ui.focus_chain import focus_chain
from desktop.ui.pages.foot_bar import FootBar
from desktop.ui.pages.notes_column import NotesColumn
from desktop.ui.pages.task_heading import TaskHeading
from desktop.ui.pages.top_bar import TopBar
from desktop.ui.room import Room, room_in
from desktop.ui.theme import Theme
from desktop.ui.widgets.scroll_area import ScrollArea

_TASK_WIDTH = 344
_GAP = 40
_SPLIT_WIDTH = 1120
_ABOVE_NOTE = 12


class FocusShell(QWidget):
    """Top bar, body with task and work, dock, foot. Only the body scrolls; bars never leave the window."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.room = Room()
        self.top = TopBar(theme, title)
        self.foot = FootBar(theme)
        self.notes = NotesColumn(theme)
        self.notes.hide()
        self.body = ScrollArea(theme)
        self._dock = _Dock(theme)
        self._heading: TaskHeading | None = None
        self._view: TaskView | None = None
        self._page: QWidget | None = None
        self._tray_first = self._tray_sought = False
        self._lay_out()
        theme.changed.connect(self._take_room)

    def show_task(self, task: Task, view: TaskView, folder: Path) -> None:
        """Show a task and its view; the view before is thrown away. Pictures lie in `folder`."""
        self._clear()
        self._view = view
        view.work.setParent(self._work_column)
        self._heading = TaskHeading(self._theme, task, folder, view.aside)
        self._task_box.insertWidget(0, self._heading)
        self._work_box.insertWidget(0, view.work)
        self._split.show()
        self.notes.show_notes(())
        self._take_room()
        view.work.show()
        if view.tray is not None:
            view.tray.show()
        self._settle()
        self._order_stops()
        self.body.verticalScrollBar().setValue(0)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of a task: a set-up, a summary, a result."""
        self._clear()
        self._page = page
        self._split.hide()
        self._content_box.insertWidget(0, page)
        self._take_room()
        page.show()
        self.body.verticalScrollBar().setValue(0)
        self._order_stops()

    def show_notes(self, texts: Sequence[NoteText], *, tray_in_sight: bool = False) -> None:
        """Show these notes beside the work, or in the dock, where the newest or the tray is in sight."""
        self._tray_sought = tray_in_sight
        self.notes.show_notes(texts)
        self._settle()
        self._order_stops()
        QTimer.singleShot(0, self, self._reveal_newest)

    def take_focus(self) -> None:
        """Put the keyboard focus where the work is; called once the page is shown."""
        if self._view is not None:
            self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def put_tray_first(self) -> None:
        """In the dock the tray stands above the notes, as it does when it shows the right answers."""
        self._tray_first = True
        self._take_room()

    def tray_left_dock(self, left: bool) -> None:
        """When a task is over its tray gives its place in the dock to the notes."""
        if self._view is not None and self._view.tray is not None:
            self._view.tray.setVisible(not (left and self.room.compact))
            self._fit_dock()

    def reveal(self, place: QRect) -> None:
        """Scroll the body so that a rectangle of the work can be seen, a line around it where that fits."""
        if self._view is None:
            return
        top = self._view.work.mapTo(self._content, place.topLeft()).y()
        bar, height = self.body.verticalScrollBar(), self.body.viewport().height()
        line = self._theme.px(25 if self.room.compact else 28)
        # Whole lines at a time, so that none is cut at the upper edge.
        first = top - max(0, line - place.height()) // 2
        around = line if height >= place.height() + 2 * line else 0
        if top - around < bar.value():
            bar.setValue(first - around)
        elif top + place.height() + around > bar.value() + height:
            least = top + place.height() + around - height
            bar.setValue(min(first, least + (first - least) % line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _reveal_newest(self) -> None:
        """Bring a note that has just come into sight, or the tray, where the dock is too low for all."""
        tray = self._view.tray if self._view is not None and self._tray_sought else None
        has_tray = tray is not None and tray.isVisible() and tray.sizeHint().height() > 0
        wanted = tray if has_tray else self.notes.newest
        if wanted is not None and self.room.compact:
            self._dock.reveal(wanted)

    def _settle(self) -> None:
        """Lay everything out now; Qt alone would take a turn of the event loop for each nested layout."""
        for widget in (self._task_column, self._work_column, self._split, self._content):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        self._fit_dock()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._content = QWidget()
        self._content_box = QVBoxLayout(self._content)
        self._content_box.setSpacing(0)
        self._split = QWidget()
        self._split.setMaximumWidth(_SPLIT_WIDTH)
        self._split_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._split)
        self._split_box.setContentsMargins(0, 0, 0, 0)
        self._task_column, self._work_column = QWidget(), QWidget()
        self._task_box, self._work_box = QVBoxLayout(self._task_column), QVBoxLayout(self._work_column)
        for box, gap in ((self._task_box, 24), (self._work_box, 16)):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(gap)
            box.addStretch(1)
        self._split_box.addWidget(self._task_column)
        self._split_box.addWidget(self._work_column, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._split, 100_000)  # the sides get what is beyond its widest
        row.addStretch(1)
        self._content_box.addLayout(row)
        self._content_box.addStretch(1)
        self.body.setWidget(self._content)
        for part, stretch in ((self.top, 0), (self.body, 1), (self._dock, 0), (self.foot, 0)):
            column.addWidget(part, stretch)

    def _clear(self) -> None:
        if self._view is not None:
            for widget in (self._view.work, self._view.tray):
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            self._view.deleteLater()
        for old in (self._heading, self._page):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._view = self._heading = self._page = None
        self._tray_first = False

    def _take_room(self) -> None:
        """Put task, work, notes and tray where the window has room for them."""
        room = room_in(self.size(), self._theme.scale)
        if room != self.room and self._tray_sought:
            QTimer.singleShot(0, self, self._reveal_newest)
        self.room, compact = room, room.compact
        self.top.set_compact(compact, room.narrow)
        sides, above, below = (24, 20, 12) if compact else (40, 32, 32)
        self._content_box.setContentsMargins(sides, above, sides, below)
        direction = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._split_box.setDirection(direction)
        self._split_box.setSpacing(12 if compact else _GAP)
        self._split.setMaximumWidth(16_777_215 if compact else _SPLIT_WIDTH)
        self._task_column.setFixedWidth(_TASK_WIDTH) if not compact else self._free_task_column()
        if self._heading is not None:
            self._heading.set_compact(compact)
        if self._view is not None:
            self._view.set_compact(compact)
        self._move_parts(compact)
        self.notes.set_side_by_side(compact)
        docked = compact and self._view is not None
        self.foot.set_room(compact=compact, short=room.short, docked=docked)
        self._fit_dock()

    def _free_task_column(self) -> None:
        self._task_column.setMinimumWidth(0)
        self._task_column.setMaximumWidth(16_777_215)

    def _move_parts(self, compact: bool) -> None:
        """Notes and tray stand in the dock, or below the task and below the code."""
        tray = self._view.tray if self._view is not None else None
        shown = self.notes.isVisibleTo(self) or bool(self.notes.texts)
        if compact:
            self._dock.hold(*((tray, self.notes) if self._tray_first else (self.notes, tray)))
        else:
            self._task_box.insertWidget(1, self.notes)
            if tray is not None:
                self._work_box.insertWidget(1, tray)
        self.notes.setVisible(shown and bool(self.notes.texts))

    def _fit_dock(self) -> None:
        docked = self.room.compact and self._view is not None
        self._dock.setVisible(docked)
        if docked:
            between = self.height() - self.top.sizeHint().height() - self.foot.sizeHint().height()
            self._dock.fit(min(self.height() // 2, between * 6 // 10), self.width())

    def _order_stops(self) -> None:
        """The Tab key goes from the top bar to the task, the work, the tray and the buttons."""
        view = self._view
        shown = (view.work, view.tray) if view is not None else (self._page,)
        beside = (self._heading, self.notes, *shown)
        docked = (self._heading, shown[0], self.notes, *shown[1:])
        parts = [self.top, *(docked if self.room.compact else beside), self.foot]
        stops: list[tuple[int, QWidget]] = []
        for widget in focus_chain(self):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and self.isAncestorOf(widget):
                holds = (i for i, part in enumerate(parts) if part is not None and _holds(part, widget))
                stops.append((next(holds, 1), widget))
        order = [widget for _, widget in sorted(stops, key=lambda stop: stop[0])]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def view(self) -> TaskView | None:
        """The view that is shown."""
        return self._view


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


class _Dock(QWidget):
    """Notes and tray above the buttons, at most half the window high; then they scroll."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._area = ScrollArea(theme)
        self._content = QWidget()
        self._box = QVBoxLayout(self._content)
        self._box.setContentsMargins(24, 12, 24, 0)
        self._box.setSpacing(12)
        self._box.addStretch(1)
        self._area.setWidget(self._content)
        self._content.installEventFilter(self)
        self._room = (0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.border(), 0, 0)
        column.addWidget(self._area)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, *widgets: QWidget | None) -> None:
        """Take these widgets in, from the top."""
        for index, widget in enumerate(w for w in widgets if w is not None):
            self._box.insertWidget(index, widget)

    def fit(self, most: int, width: int) -> None:
        """Be as high as the content needs, at most `most`."""
        self._room = (most, width)
        self._box.activate()
        needed = (
            self._box.heightForWidth(width)
            if self._box.hasHeightForWidth()
            else self._box.sizeHint().height()
        )
        self.setFixedHeight(max(1, min(most, needed + self._theme.border())))

    def reveal(self, widget: QWidget) -> None:
        """Scroll until the top of a widget can be seen, if it is not seen wholly."""
        top, bar = widget.mapTo(self._content, QPoint(0, 0)).y(), self._area.verticalScrollBar()
        if top < bar.value() or top + widget.height() > bar.value() + self._area.viewport().height():
            bar.setValue(top - _ABOVE_NOTE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a new height when something inside unfolds."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit(*self._room)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self._theme.border(), self._theme.color("line"))
