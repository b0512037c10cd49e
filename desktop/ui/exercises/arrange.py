"""Arrange: lines of a program to put into order, as the page sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises import arrange_words as words
from desktop.ui.exercises.arrange_board import ArrangeBoard
from desktop.ui.exercises.arrange_placement import answer_of, kept
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr


class ArrangeView(TaskView):
    """The view of an arrange task: the list is `work`, the lines left are `tray`."""

    def __init__(
        self, theme: Theme, task: ArrangeTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._task, self._exam = theme, task, exam
        self.board = board = ArrangeBoard(theme, task, seed, self)
        self._placement, self._stand = board.placement, board.stand
        self._last: ArrangeAnswer | None = None
        self.work = board.panel
        self.tray = QWidget()
        self._column = QVBoxLayout(self.tray)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(board.tray)
        if task.distractors:
            said = words.extra_words(len(task.distractors))
            self.aside = Label(theme, said, "small", "text-3", wrap=True)
        board.changed.connect(self.changed)
        board.announced.connect(self.announced)
        board.active_moved.connect(self.active_moved)

    @property
    def complete(self) -> bool:
        return self._placement.complete

    @property
    def changed_since_check(self) -> bool:
        return self._placement.changed_since_check

    def answer(self) -> ArrangeAnswer:
        return self._placement.answer()

    def placement(self) -> dict[str, Any]:
        return kept(self._placement.answer())

    def restore(self, placement: dict[str, Any]) -> None:
        self._placement.set(answer_of(placement))
        self.board.refresh()

    def show_entry(self, entry: Entry) -> None:
        self._placement.start_over()
        self._stand.over, self._stand.revealed = entry.stand is not Stand.OPEN, False
        self._stand.selected = None
        for given in entry.answers:
            if isinstance(given, ArrangeAnswer):
                self._placement.set(given)
                self._mark(given)
        if entry.stand is Stand.REVEALED:
            self._reveal()
        elif entry.placement is not None and not self._stand.over:
            self._placement.set(answer_of(entry.placement))
        self.board.refresh()

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._mark(self._placement.answer())
        self._stand.over = feedback.stand is not Stand.OPEN
        if feedback.stand is Stand.REVEALED:
            self._reveal()
        self.board.point_at_wrong()

    def show_result(self, answer: AnyAnswer | None) -> None:
        given = answer if isinstance(answer, ArrangeAnswer) else ArrangeAnswer(rows=())
        self._placement.start_over()
        self._placement.set(given)
        shown = self._placement.answer()
        self._mark(shown)
        self._stand.over = True
        self.board.refresh()
        if not self._task.grade(given).right and self._column.count() == 1:
            self._show_right_order(given)

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        given = self._checked()
        if feedback.grade.right:
            return []
        title = words.not_right_yet(self._task, given)
        return [words.wrong_note(self._task, given, title)]

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        return words.closing_notes(self._task, entry)

    def verdict_words(self, feedback: Feedback) -> str:
        if feedback.grade.right:
            return tr("Right.")
        return tr("{verdict}.", verdict=words.not_right_yet(self._task, self._checked()))

    def reset(self) -> None:
        self.board.reset()

    def undo(self) -> None:
        if not self._stand.over:
            self.board.travel(self._placement.undo())

    def redo(self) -> None:
        if not self._stand.over:
            self.board.travel(self._placement.redo())

    def legend(self) -> Sequence[LegendItem]:
        if self._stand.over:
            return []
        last = chr(ord("A") + len(self._placement.tray) - 1)
        items = [
            LegendItem(("A", "–", last), tr("add a line")),
            LegendItem(("↑", "↓"), tr("pick a line")),
            LegendItem(("Alt", "↑", "↓"), tr("move it")),
        ]
        if self._task.indentation:
            items.append(LegendItem(("←", "→"), tr("indent it")))
        return items

    def key_pressed(self, event: QKeyEvent) -> bool:
        return self.board.use_key(event)

    def cancel(self) -> bool:
        return False

    def set_compact(self, compact: bool) -> None:
        self.board.panel.set_compact(compact)
        self.board.tray.show_caption(not compact)

    def first_focus(self) -> QWidget:
        return self.board.first_focus()

    def _checked(self) -> ArrangeAnswer:
        """What the last check was about; after the last miss the list shows the right order instead."""
        return self._last if self._last is not None else self._placement.answer()

    def _mark(self, given: ArrangeAnswer) -> None:
        self._last = given
        marks = zip(given.rows, self._task.marks(given), strict=True)
        self._placement.mark({row.line: mark for row, mark in marks})

    def _reveal(self) -> None:
        """Let the right order stand in the list, with as much as may stay of what was given."""
        given = self._checked()
        solved = self._task.solved_like(given)
        self._placement.set(solved)
        self._mark(solved)
        self._last, self._stand.revealed = given, True

    def _show_right_order(self, given: ArrangeAnswer) -> None:
        """After a test: the right order, below what was given."""
        self.board.tray.hide()
        task, solved = self._task, self._task.solved_like(given)
        code = task.solved_code([row.line for row in solved.rows])
        self._column.addWidget(Label(self._theme, tr("The right answer"), "caption", "text-3"))
        self._column.addWidget(CodePanel(self._theme, code, task.language, task.file, tight=True))
