"""A lesson in the list of its course."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.domain.listing import LessonRow, LessonState
from desktop.ui.boxes import draw_box, mixed
from desktop.ui.pages.words_of_states import state_words
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.node import Node
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_COLOURS = {LessonState.NEW: "text-3", LessonState.PART: "accent"}
# A ring never shows less than the verdict says, although a test can be passed without any practice.
_LEAST = {LessonState.NOT_YET: 0.15, LessonState.GETTING_THERE: 0.6, LessonState.STRONG_SO_FAR: 0.85}
_PADDING = 12


class LessonButton(PaintedButton):
    """The whole row is one button; one thin line joins the nodes of a course."""

    def __init__(
        self,
        theme: Theme,
        row: LessonRow,
        *,
        here: bool = False,
        first: bool = False,
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, 8, parent)
        self.row = row
        self._here, self._first, self._last = here, first, last
        words = tr("Cannot be opened") if row.trouble else state_words(row.state)
        minutes = tr("{n} min", n=row.minutes) if row.minutes else ""
        self.setAccessibleName(", ".join(part for part in (row.title, words, minutes) if part))
        self.setProperty("ring_gap", -2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        faded = bool(row.trouble)
        color = "text-3" if faded else _COLOURS.get(row.state, "text-2")
        self._node = self._make_node()
        self._title = Label(theme, row.title, "body-strong", "text-3" if faded else "text", wrap=True)
        self._state = Label(theme, words, "small", color)
        self._minutes = Label(theme, minutes, "small:tnum", "text-3")
        self._minutes.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        for part in (self._node, self._title, self._state, self._minutes):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.set_room(Room())

    def widths(self) -> tuple[int, int]:
        """The room that state and minutes need, so that all rows of a course can give the same."""
        state, minutes = self._theme.metrics("small"), self._theme.metrics("small:tnum")
        return (
            max(self._theme.px(108), state.horizontalAdvance(self._state.text()) + 1),
            max(self._theme.px(52), minutes.horizontalAdvance(self._minutes.text()) + 1),
        )

    def set_room(self, room: Room, widths: tuple[int, int] = (0, 0)) -> None:
        """Put state and minutes beside the title, this wide, or below it where there is little width."""
        grid, middle = self._grid, Qt.AlignmentFlag.AlignVCenter
        for part in (self._node, self._title, self._state, self._minutes):
            grid.removeWidget(part)
        gap = 8 if room.narrow else 4
        grid.setContentsMargins(_PADDING, gap, _PADDING, gap)
        grid.addWidget(self._node, 0, 0, middle)
        if room.narrow:
            grid.addWidget(self._title, 0, 1, 1, 3)
            grid.addWidget(self._state, 1, 1)
            grid.addWidget(self._minutes, 1, 3)
        else:
            grid.addWidget(self._title, 0, 1, middle)
            grid.addWidget(self._state, 0, 2, middle)
            grid.addWidget(self._minutes, 0, 3, middle)
        for part, width in zip((self._state, self._minutes), widths, strict=True):
            part.setMinimumWidth(0 if room.narrow else width)
        self.setMinimumHeight(self._theme.px(38 if room.compact else 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        rest = theme.color("accent-soft" if self._here else "surface")
        share = 1.0 if self.isDown() else self._hover.value
        ground = mixed(rest, theme.color("hover"), 0.0 if self._here else share)
        draw_box(painter, QRectF(self.rect()), 8, ground)
        painter.fillRect(self._line(), theme.color("line"))

    def _line(self) -> QRect:
        """The part of the course's line that runs through this row."""
        node = self._node.geometry()
        middle = node.center().y() + 1
        top = middle if self._first else 0
        bottom = middle if self._last else self.height()
        return QRect(node.center().x(), top, 2, bottom - top)

    def _make_node(self) -> Node:
        node, row = Node(self._theme), self.row
        if row.state is LessonState.STRONG:
            node.set("strong")
        elif row.state is not LessonState.NEW:
            node.set("part", max(row.fraction, _LEAST.get(row.state, 0.0)))
        node.set_ground("accent-soft" if self._here else "surface")
        return node
