"""A question between parts of a text: each option says at once why it is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.check_question import CheckQuestion
from desktop.ui.exercises.view import LegendItem
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice_row import ChoiceRow, State
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.note import Note, Tone
from desktop.ui.words import tr

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class QuestionInPlace(Card):
    """Options lettered after shuffling; wrong ones stay marked, and another may be tried.

    Signals:
        picked: the learner chose an option, named by its place as the author wrote it. Nothing is shown
            before `show_tried` says that it is kept.
        wanted: the learner means the question, but does not see all of it.
    """

    picked = Signal(int)
    wanted = Signal()

    def __init__(
        self, theme: Theme, title: str, check: CheckQuestion, seed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme, self._check = theme, check
        self._tried: tuple[int, ...] = ()
        count = len(check.options)
        self._order = Random(seed).sample(range(count), count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._column.setSpacing(8)
        if title:
            self._column.addWidget(Label(theme, title, "caption", "text-3"))
        self._column.addWidget(MarkupLabel(theme, markup.parse(check.question), "read", "text"))
        self._column.addSpacing(4)
        self._rows = {index: self._row(place, index) for place, index in enumerate(self._order)}
        self.note: Note | None = None
        self.setAccessibleName(markup.plain(check.question))

    @property
    def solved(self) -> bool:
        """Whether the right option was found."""
        return self._check.right_option in self._tried

    @property
    def tries(self) -> int:
        """How many options were tried."""
        return len(self._tried)

    def show_tried(self, tried: Sequence[int], *, at_once: bool = False) -> None:
        """Mark the options that were tried, and say why the last one is right or wrong."""
        self._tried = tuple(tried)
        for index, row in self._rows.items():
            row.set_state(*self._mark(index))
        self._show_note(at_once=at_once)

    def words(self) -> str:
        """What the last answer came to, as it is announced."""
        if not self._tried:
            return ""
        last = self._check.options[self._tried[-1]]
        verdict = tr("Right.") if last.right else tr("Not right yet.")
        return f"{verdict} {markup.plain(last.why)}"

    def wrong_first(self) -> list[int]:
        """The options as the author wrote them, the right one last."""
        return sorted(self._rows, key=lambda index: index == self._check.right_option)

    def legend(self) -> LegendItem:
        """The keys that answer."""
        return LegendItem(("A", "–", chr(ord("A") + len(self._order) - 1)), tr("answer the question"))

    @property
    def in_sight(self) -> bool:
        """Whether all options can be seen, so that a letter means what the learner reads beside it."""
        rows = self._rows.values()
        return all(row.visibleRegion().boundingRect().height() >= row.height() // 2 for row in rows)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Letters answer, arrows go from option to option; whether the key was one of them.

        While options are out of sight a letter brings them there and answers nothing.
        """
        place = ord(event.text().upper()) - ord("A") if len(event.text()) == 1 else -1
        if 0 <= place < len(self._order):
            row = self._rows[self._order[place]]
            if not self.in_sight:
                self.wanted.emit()
                return True
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            row.click()
            return True
        step = _STEPS.get(Qt.Key(event.key()), 0)
        focused = next((n for n, i in enumerate(self._order) if self._rows[i].hasFocus()), None)
        if not step or focused is None:
            return False
        there = self._rows[self._order[(focused + step) % len(self._order)]]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _row(self, place: int, index: int) -> ChoiceRow:
        blocks = markup.parse(self._check.options[index].text)
        row = ChoiceRow(self._theme, chr(ord("A") + place), blocks)
        row.picked.connect(lambda: self._pick(index))
        self._column.addWidget(row)
        return row

    def _pick(self, index: int) -> None:
        if not self.solved and index not in self._tried:
            self.picked.emit(index)

    def _mark(self, index: int) -> tuple[State, str]:
        if index in self._tried:
            right = self._check.options[index].right
            return ("right", tr("Right answer")) if right else ("wrong", tr("Not this one"))
        return ("rest" if self.solved else "idle"), ""

    def _show_note(self, *, at_once: bool) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        if not self._tried:
            return
        last = self._check.options[self._tried[-1]]
        title = tr("Right") if last.right else tr("Not right yet")
        tone: Tone = "right" if last.right else "wrong"
        self.note = Note(self._theme, tone, title, markup.parse(last.why), parent=self)
        self._column.addWidget(self.note)
        self.note.show()
        if not at_once:
            self.note.appear()
