"""What has just happened, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_flow import MarkupFlow
from desktop.ui.widgets.markup_label import MarkupLabel

_STYLE, _MEASURED = "body", 4


class StepNote(Card):
    """The line that has run as a title, and a note below it; keeps the height of the longest note.

    `gone_on` says that the learner goes on from the last step.
    """

    gone_on = Signal()

    def __init__(self, theme: Theme, notes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", parent)
        longest = sorted(set(notes), key=len)[-_MEASURED:]
        self._longest = [MarkupFlow(theme, markup.parse(note), _STYLE) for note in longest]
        self._width = -1
        self.icon = Icon(theme, "arrow-right", color="accent")
        self.title = Label(theme, "", "h3", wrap=True)
        self.text = MarkupLabel(theme, (), _STYLE, "text-2")
        self.next = Button(theme, "", "plain")
        self.next.clicked.connect(self.gone_on)
        self.next.hide()
        self._lay_out()
        theme.changed.connect(self._forget)

    def show_note(self, title: str, note: str, icon: str, ink: str, *, onward: str = "") -> None:
        """Say what has happened; `onward` is written on the button that leads away from the last step."""
        self.icon.set_icon(icon)
        self.icon.set_color(ink)
        self.title.set_text(title)
        self.text.set_blocks(markup.parse(note))
        self.text.setVisible(bool(note))
        if onward:
            self.next.set_text(onward)
        self.next.setVisible(bool(onward))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.text.width() != self._width:
            self._keep_height()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addLayout(column, 1)

    def _keep_height(self) -> None:
        self._width = self.text.width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        heights = (flow.lay_out(self._width, rtl) for flow in self._longest)
        self.text.setMinimumHeight(max(heights, default=0))

    def _forget(self) -> None:
        for flow in self._longest:
            flow.forget()
        self._width = -1
