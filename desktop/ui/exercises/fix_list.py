"""The fixes of a debugging task, which unfold once a line is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.choice_row import ChoiceRow, State
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_UNBOUND = 16_777_215
_MARGIN = 12


class FixList(QWidget):
    """Rows of code with letters under a heading such as "Line 4 becomes".

    Signals:
        picked: a fix was pressed (its place in the list).
    """

    picked = Signal(int)

    def __init__(self, theme: Theme, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(theme, "", "caption", "text-2")
        self._fold = Tween(theme, self, 200, self._show_opening)
        self._follows = False  # whether to scroll once more when all is unfolded
        self.rows = [
            ChoiceRow(theme, chr(ord("A") + place), text, code=True) for place, text in enumerate(texts)
        ]
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        for place, row in enumerate(self.rows):
            row.picked.connect(lambda at=place: self.picked.emit(at))
            column.addWidget(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._content)
        self._content.hide()

    @property
    def open(self) -> bool:
        """Whether the fixes are shown."""
        return not self._content.isHidden()

    def unfold(self, line: int) -> None:
        """Show the fixes for a line."""
        self._heading.set_text(tr("Line {n} becomes", n=line))
        if not self.open:
            self._content.show()
            self._fold.jump(0.0)
            self._fold.to(1.0)

    def fold(self) -> None:
        """Show nothing."""
        self._fold.jump(0.0)
        self._content.hide()

    def show_states(self, states: Sequence[tuple[State, str]]) -> None:
        """Mark the rows."""
        for row, (state, words) in zip(self.rows, states, strict=True):
            row.set_state(state, words)

    def scroll_into_sight(self) -> None:
        """Scroll what it lies in so that it can be seen; as long as it unfolds there is no room for all."""
        self._follows = self.open and self._fold.value < 1.0
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            room = around.viewport().height()
            around.ensureWidgetVisible(self.rows[-1], 0, _MARGIN)
            if self.height() + 2 * _MARGIN > room:
                around.ensureWidgetVisible(self._heading, 0, _MARGIN)

    def _show_opening(self) -> None:
        """One step of the unfolding: the room grows, the rows stay as they are."""
        share = self._fold.value
        if not self.open or share >= 1.0:
            self.setMaximumHeight(_UNBOUND)
            if self._follows:
                QTimer.singleShot(0, self, self.scroll_into_sight)  # once it has its height
            return
        self.setMaximumHeight(max(1, round(self._content.sizeHint().height() * share)))
