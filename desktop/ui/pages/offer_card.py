"""A card that offers one thing to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label


class OfferCard(Card):
    """A caption, a title, some sentences and one button; the recommended one is tinted."""

    taken = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._caption = Label(theme, "", "caption", "text-3", wrap=True)
        self._words = Label(theme, "", "body", "text-2", wrap=True)
        self.button = Button(theme, "")
        self.button.clicked.connect(self.taken)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._caption)
        self._column.addSpacing(4)
        self._column.addWidget(Label(theme, title, "h2", wrap=True))
        self._column.addSpacing(6)
        self._column.addWidget(self._words)
        self._column.addSpacing(18)
        self._column.addStretch(1)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_room(Room())

    def say(self, caption: str, sentences: str, action: str, *, recommended: bool) -> None:
        """Offer it in these words."""
        self.set_look("suggested" if recommended else "card")
        self._caption.set_text(caption)
        self._caption.set_color("accent" if recommended else "text-3")
        self._words.set_text(sentences)
        self.button.set_text(action)
        self.button.set_look("primary" if recommended else "plain")

    def set_room(self, room: Room) -> None:
        """Take less margin where there is little room."""
        if room.compact:
            self._column.setContentsMargins(21, 17, 21, 19)
        else:
            self._column.setContentsMargins(25, 21, 25, 23)
