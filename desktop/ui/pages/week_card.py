"""How many days of this week were days of learning."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.ring import Ring
from desktop.ui.words import tr, tr_n

GOAL_DAYS = 4
FIRST_ANSWERS = 10


class WeekCard(Card):
    """The goal is four days a week, never minutes: a day counts once ten tasks were answered first."""

    def __init__(self, theme: Theme, days: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        ring = Ring(theme, 64, 5)
        ring.set(days / GOAL_DAYS, text=str(days))
        if days <= GOAL_DAYS:
            count = tr("{n} of {of} days", n=days, of=GOAL_DAYS)
        else:
            count = tr_n("{n} day this week", "{n} days this week", days)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(20)
        self._row.addWidget(ring)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(Label(theme, tr("Your week"), "h3", wrap=True))
        texts.addWidget(Label(theme, count, "body:tnum", "text-2", wrap=True))
        rule = tr("{n}\u00a0first\u00a0answers make\u00a0a\u00a0day", n=FIRST_ANSWERS)
        texts.addWidget(Label(theme, rule, "small", "text-3", wrap=True))
        texts.addStretch(1)
        self._row.addLayout(texts, 1)
        self.set_room(Room())

    def set_room(self, room: Room) -> None:
        """Take less margin where there is little room."""
        around = (21, 17) if room.compact else (25, 21)
        self._row.setContentsMargins(around[0], around[1], around[0], around[1])
