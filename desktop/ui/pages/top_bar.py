"""The bar at the top of exercises and tests: leave, what it is, how far, and which task."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.beads import Beads
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_BEADS_FROM = 900
"""A narrow bar has room for beads from this width in pixels."""


class TopBar(QWidget):
    """Leave, title, beads and count.

    Signals:
        left: the learner wants to leave.
        stepped: the learner wants to look at the task before (-1) or after (1).
    """

    left = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = self._narrow = self._beads_wanted = False
        self.leave = IconButton(theme, "x", tr("Leave"))
        self.title = Label(theme, title, "body-strong", elide=True)
        self.beads = Beads(theme)
        self.middle = Label(theme, "", "small", "text-2")
        self.count = Label(theme, "", "small:tnum", "text-2")
        self.before = IconButton(theme, "chevron-left", tr("Task before"))
        self.after = IconButton(theme, "chevron-right", tr("Task after"))
        self.extra = QHBoxLayout()
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.leave.clicked.connect(self.left)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.show_steps(None)
        self.middle.hide()
        theme.changed.connect(self._take_theme)
        self._take_theme()

    def show_steps(self, around: tuple[bool, bool] | None) -> None:
        """Offer the steps to the tasks before and after, each where there is one; `None` offers none."""
        for button, there in zip((self.before, self.after), around or (False, False), strict=True):
            button.setVisible(around is not None)
            button.setEnabled(there)

    def set_beads(self, states: Sequence[str]) -> None:
        """Show one bead a task: "done", "now" or "todo"; none hides them."""
        self._beads_wanted = bool(states)
        self.beads.set(states)
        self._show_beads()

    def set_middle(self, words: str) -> None:
        """Show words in place of the beads."""
        self.middle.set_text(words)
        self.middle.setVisible(bool(words))

    def show_in_middle(self, widget: QWidget) -> None:
        """Show a widget where the beads would stand."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def set_compact(self, compact: bool, narrow: bool) -> None:
        """Take less room where there is little."""
        self._compact = compact
        self.beads.set_compact(compact)
        self._narrow = narrow
        self._show_beads()
        self._take_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(
            0,
            self.height() - self._theme.border(),
            self.width(),
            self._theme.border(),
            self._theme.color("line"),
        )

    def _show_beads(self) -> None:
        self.beads.setVisible(self._beads_wanted and (not self._narrow or self.width() >= _BEADS_FROM))

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(12)
        start, end = QHBoxLayout(), QHBoxLayout()
        start.setSpacing(12)
        end.setSpacing(4)
        start.addWidget(self.leave)
        start.addWidget(self.title, 1)
        end.addStretch(1)
        end.addLayout(self.extra)
        end.addWidget(self.before)
        end.addWidget(self.count)
        end.addWidget(self.after)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addLayout(start, 1)
        row.addWidget(self.beads)
        row.addWidget(self.middle)
        row.addLayout(end, 1)

    def _take_theme(self) -> None:
        self.setMinimumHeight(max(52 if self._compact else 56, self._theme.px(32) + 12))
        edge = (12, 24) if self._compact else (16, 24)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge[0], 0, edge[1], 1)
