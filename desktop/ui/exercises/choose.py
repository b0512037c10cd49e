"""Choose: the options of a question, and its solution once it is over."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.closing_words import opening_notes
from desktop.ui.exercises.given_table import GivenTable
from desktop.ui.exercises.solution_panel import Mistake, Solution, SolutionPanel
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.choice_row import ChoiceRow, State
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.words import tr, tr_n

_LONG = 32
"""An option with more characters than this puts all options into one column."""
_WIDE = 186
"""So does one wider than this."""


class ChooseView(TaskView):
    """Options as rows or in two columns, lettered after shuffling."""

    def __init__(
        self, theme: Theme, task: ChooseTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._task, self._exam = theme, task, exam
        self._order = Random(seed).sample(range(len(task.options)), len(task.options))
        self._chosen: set[int] = set()
        self._tried: set[int] = set()
        self._over = False
        self._steps: list[frozenset[int]] = []
        self._undone: list[frozenset[int]] = []
        self._rows = {index: self._row(place, index) for place, index in enumerate(self._order)}
        self._solution = SolutionPanel(theme, self._worked())
        self._one_column = any(self._is_long(markup.plain(option.text)) for option in task.options)
        self._grid = QGridLayout()
        self.work = self._lay_out()
        self.aside = GivenTable(theme, task.given) if task.given else None
        self._show_marks()

    @property
    def complete(self) -> bool:
        return bool(self._chosen)

    @property
    def changed_since_check(self) -> bool:
        return bool(self._chosen)

    def answer(self) -> ChooseAnswer:
        return ChooseAnswer(chosen=tuple(sorted(self._chosen)))

    def placement(self) -> dict[str, Any]:
        return {"chosen": sorted(self._chosen)}

    def restore(self, placement: dict[str, Any]) -> None:
        fits = {i for i in placement.get("chosen", ()) if i in self._rows and i not in self._tried}
        self._chosen = fits if self._task.several else set(sorted(fits)[:1])
        self._show_marks()

    def show_entry(self, entry: Entry) -> None:
        self._over = entry.stand is not Stand.OPEN
        self._tried = _wrong_in(self._task, entry.answers)
        last = entry.answers[-1] if entry.answers else None
        self._chosen = set(last.chosen) if self._over and isinstance(last, ChooseAnswer) else set()
        if entry.placement and not self._over:
            self.restore(entry.placement)
        self._show_marks()
        if self._over:
            self._solution.unfold(at_once=True)

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._steps.clear()
        self._undone.clear()
        self._over = feedback.stand is not Stand.OPEN
        if not self._over:
            self._tried |= self._chosen - self._task.right_options
            self._chosen = self._chosen & self._task.right_options if self._task.several else set()
        self._show_marks()
        if self._over:
            self._solution.unfold()

    def show_result(self, answer: AnyAnswer | None) -> None:
        self._over = True
        self._chosen = set(answer.chosen) if isinstance(answer, ChooseAnswer) else set()
        self._show_marks()
        self._solution.unfold(at_once=True)

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        texts = [f"{self._begin(remark.part)}{remark.text}" for remark in feedback.grade.remarks]
        if not texts:
            words = tr("What you chose is right, but more than this is right.")
            return [NoteText("wrong", tr("Not all of it yet"), markup.parse(words))]
        return [NoteText("wrong", tr("Not right yet"), markup.parse("\n\n".join(texts)))]

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        last = entry.answers[-1] if entry.answers else None
        remarks = self._task.grade(last).remarks if isinstance(last, ChooseAnswer) else ()
        texts = [f"{self._begin(remark.part)}{remark.text}" for remark in remarks]
        reasons = markup.parse("\n\n".join(texts))
        wrong = NoteText("wrong", tr("Your answer was not right"), reasons) if texts else None
        return opening_notes(self._task, entry, wrong)

    def verdict_words(self, feedback: Feedback) -> str:
        if feedback.grade.right:
            return tr("Right.")
        letters = [self._letter(int(remark.part)) for remark in feedback.grade.remarks]
        if not letters:
            return tr("Not all of it yet.")
        one, many = "{letters} is not right yet.", "{letters} are not right yet."
        return tr_n(one, many, len(letters), letters=", ".join(letters))

    def reset(self) -> None:
        self._choose(frozenset())

    def undo(self) -> None:
        if self._steps:
            self._undone.append(frozenset(self._chosen))
            self._take(self._steps.pop())

    def redo(self) -> None:
        if self._undone:
            self._steps.append(frozenset(self._chosen))
            self._take(self._undone.pop())

    def legend(self) -> Sequence[LegendItem]:
        last = chr(ord("A") + len(self._order) - 1)
        words = tr("choose options") if self._task.several else tr("choose an option")
        return [LegendItem(("A", "–", last), words)]

    def key_pressed(self, event: QKeyEvent) -> bool:
        place = ord(event.text().upper()) - ord("A") if len(event.text()) == 1 else -1
        if 0 <= place < len(self._order):
            self._rows[self._order[place]].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._pick(self._order[place])
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self._move_focus(step)
        return bool(step)

    def cancel(self) -> bool:
        return False

    def set_compact(self, compact: bool) -> None:
        self._solution.set_narrow(compact)

    @property
    def has_solution(self) -> bool:
        return True

    def toggle_solution(self) -> bool | None:
        if not self._over:
            return None
        if self._solution.open:
            self._solution.fold()
        else:
            self._solution.unfold()
        return self._solution.open

    def first_focus(self) -> QWidget:
        return next(
            (self._rows[i] for i in self._order if self._rows[i].isEnabled()), self._rows[self._order[0]]
        )

    def _row(self, place: int, index: int) -> ChoiceRow:
        option = self._task.options[index]
        blocks = option.text if option.code else markup.parse(option.text)
        row = ChoiceRow(
            self._theme, chr(ord("A") + place), blocks, code=option.code, several=self._task.several
        )
        row.picked.connect(lambda: self._pick(index))
        return row

    def _is_long(self, text: str) -> bool:
        """Whether an option would wrap in half the width, beside the words of its mark."""
        width = self._theme.metrics("body").horizontalAdvance(text)
        return len(text) > _LONG or width > self._theme.px(_WIDE)

    def _lay_out(self) -> QWidget:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for block in self._task.blocks:
            column.addWidget(CodePanel(self._theme, block.text, block.language, block.file, tight=True))
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        columns = 1 if self._one_column else 2
        for place, index in enumerate(self._order):
            self._grid.addWidget(self._rows[index], place // columns, place % columns)
        for i in range(columns):
            self._grid.setColumnStretch(i, 1)
        column.addLayout(self._grid)
        column.addWidget(self._solution)
        column.addStretch(1)
        return work

    def _worked(self) -> Solution:
        """The solution with the letters that the options have now."""
        task = self._task
        right = [
            tr("{letter}, {text}", letter=self._letter(i), text=task.options[i].text)
            for i in self._order
            if i in task.right_options
        ]
        mistakes = [
            Mistake(self._letter(i), task.options[i].mistake or task.options[i].why)
            for i in self._order
            if i not in task.right_options
        ]
        general = [Mistake("", text) for text in task.common_mistakes]
        return Solution(task.solution, "\n\n".join(right), task.quick_check or "", [*mistakes, *general])

    def _letter(self, index: int) -> str:
        return chr(ord("A") + self._order.index(index))

    def _begin(self, part: str) -> str:
        """The letter before a reason, where there are several reasons."""
        return f"**{self._letter(int(part))}** " if self._task.several else ""

    def _pick(self, index: int) -> None:
        """Choose an option, or take the choice back."""
        if self._over or index in self._tried:
            return
        if self._task.several or index in self._chosen:
            self._choose(frozenset(self._chosen ^ {index}))
        else:
            self._choose(frozenset({index}))

    def _choose(self, chosen: frozenset[int]) -> None:
        if self._over or chosen == self._chosen:
            return
        self._steps.append(frozenset(self._chosen))
        self._undone.clear()
        self._take(chosen)

    def _take(self, chosen: frozenset[int]) -> None:
        self._chosen = set(chosen)
        self._show_marks()
        self.changed.emit()

    def _move_focus(self, step: int) -> None:
        """Go to the next option, from the last to the first."""
        focused = next((place for place, i in enumerate(self._order) if self._rows[i].hasFocus()), None)
        place = (0 if step > 0 else len(self._order) - 1) if focused is None else focused + step
        self._rows[self._order[place % len(self._order)]].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_marks(self) -> None:
        for index, row in self._rows.items():
            row.set_state(*self._mark(index))

    def _mark(self, index: int) -> tuple[State, str]:
        """A row's state and the words on its far side."""
        if not self._over:
            if index in self._tried:
                return "wrong", tr("Not this one")
            return ("chosen", "") if index in self._chosen else ("idle", "")
        if index in self._task.right_options:
            return "right", tr("Right answer")
        return ("wrong", tr("Your answer")) if index in self._chosen else ("rest", "")


def _wrong_in(task: ChooseTask, answers: Sequence[AnyAnswer]) -> set[int]:
    """Every wrong option that was checked."""
    given = {i for answer in answers if isinstance(answer, ChooseAnswer) for i in answer.chosen}
    return given - task.right_options
