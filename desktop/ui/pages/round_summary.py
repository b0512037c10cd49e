"""The end of a round: what it came to, task by task."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.lesson import Lesson
from desktop.domain.round import Entry, Round, Stand
from desktop.study import session
from desktop.ui.pages.outcome_row import OutcomeRow
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr, tr_n

_WIDTH = 640


class RoundSummary(QWidget):
    """Says how many tasks were right at the first try, and lists them all.

    Signals:
        entry_chosen: the learner wants to look at this entry again.
    """

    entry_chosen = Signal(int)

    def __init__(self, theme: Theme, lesson: Lesson, round_: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setMaximumWidth(theme.px(_WIDTH))
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.in_words = _words(session.summary(round_))
        column.addWidget(Label(theme, tr("Round finished"), "h1"))
        column.addWidget(Label(theme, self.in_words, "read", "text-2", wrap=True))
        column.addSpacing(16)
        card = Card(theme)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.setSpacing(0)
        for index, entry in enumerate(round_.entries):
            task = lesson.task(entry.task)
            if task is not None:
                right, words = _mark(entry)
                level = task.difficulty.value
                row = OutcomeRow(theme, index + 1, task.title, level, right=right, words=words)
                row.clicked.connect(lambda _=False, i=index: self.entry_chosen.emit(i))
                rows.addWidget(row)
        column.addWidget(card)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _words(result: session.Summary) -> str:
    """The round in one or two sentences."""
    parts = [
        tr_n(
            "{first} of {n} task was right at the first try.",
            "{first} of {n} tasks were right at the first try.",
            result.tasks,
            first=result.first_try,
        )
    ]
    if result.later:
        parts.append(tr_n("{n} more was right in the end.", "{n} more were right in the end.", result.later))
    if result.shown:
        parts.append(tr_n("{n} is for another day.", "{n} are for another day.", result.shown))
    return " ".join(parts)


def _mark(entry: Entry) -> tuple[bool, str]:
    """Whether an entry ended right, and how in words."""
    if entry.stand is not Stand.RIGHT:
        return False, tr("Answer shown")
    if entry.returned:
        return True, tr("Right, when it came back")
    return True, tr("First try") if entry.attempts == 1 else tr("Attempt {n}", n=entry.attempts)
