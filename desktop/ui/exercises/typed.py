"""Type: a snippet with text fields in its blanks, as the page sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.typed import TypeAnswer, TypeTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises import typed_words as words
from desktop.ui.exercises.fill_snippet import code_lines
from desktop.ui.exercises.fill_words import not_right_yet
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.entry_canvas import EntryCanvas
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.snippet_panel import SnippetPanel
from desktop.ui.words import tr

_FEWEST_CELLS, _MOST_CELLS = 8, 40


class TypeView(TaskView):
    """The snippet is `work`; after a test the right code stands in `tray`.

    After a miss the wrong blanks are open once more: what is typed then is marked, and not recorded.
    """

    def __init__(
        self, theme: Theme, task: TypeTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._task, self._exam = theme, task, exam
        self._over = self._again = False
        self._right: set[int] = set()
        self._checked: dict[int, str] | None = None
        rows = {number: task.lines_of(number) for number in task.numbers}
        self.canvas = EntryCanvas(theme, {n: count + 1 if count > 1 else 1 for n, count in rows.items()})
        self.work = self._panel = self._make_panel()
        self.tray = QWidget()
        self._column = QVBoxLayout(self.tray)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._last = task.numbers[0]
        self.canvas.edited.connect(self._take_edit)
        self.canvas.submitted.connect(self._submit)
        self.canvas.reached.connect(self._reach)
        self._show()

    @property
    def complete(self) -> bool:
        return all(text.strip() for text in self._typed().values())

    @property
    def changed_since_check(self) -> bool:
        return self._typed() != self._checked

    @property
    def lingers(self) -> bool:
        """Whether the answer is still to be typed once more."""
        return self._again and not self._right.issuperset(self._task.numbers)

    def answer(self) -> TypeAnswer:
        return TypeAnswer(typed=self._typed())

    def placement(self) -> dict[str, Any]:
        return {"typed": {str(number): text for number, text in self._typed().items() if text}}

    def restore(self, placement: dict[str, Any]) -> None:
        typed = placement.get("typed")
        texts = typed if isinstance(typed, dict) else {}
        for number in self._task.numbers:
            text = texts.get(str(number), "")
            self._put(number, text if isinstance(text, str) else "")
        self._show()

    def show_entry(self, entry: Entry) -> None:
        last = entry.answers[-1] if entry.answers else None
        if entry.stand is not Stand.OPEN and isinstance(last, TypeAnswer):
            self._take_in(last, entry.stand)
        elif entry.placement:
            self.restore(entry.placement)

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._take_in(self.answer(), feedback.stand)
        if self.lingers:
            QTimer.singleShot(0, self.canvas, self._follow)  # once the notes have taken their room

    def show_result(self, answer: AnyAnswer | None) -> None:
        given = answer if isinstance(answer, TypeAnswer) else TypeAnswer(typed={})
        self._over = True
        grade = self._task.grade(given)
        self._right = {number for number in self._task.numbers if grade.parts[str(number)]}
        for number in self._task.numbers:
            self._put(number, given.typed.get(number, ""))
        self._show()
        if not grade.right and not self._column.count():
            self._column.addWidget(Label(self._theme, tr("The right answer"), "caption", "text-2"))
            task = self._task
            self._column.addWidget(
                CodePanel(self._theme, task.solved_code(), task.language, task.file, tight=True)
            )

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        remarks = feedback.grade.remarks
        if not remarks:
            return []
        title = not_right_yet(self._blanks(feedback))
        return [words.wrong_note(self._task, title, remarks)]

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        return words.closing_notes(self._task, entry, again=not self._exam)

    def verdict_words(self, feedback: Feedback) -> str:
        verdict = words.verdict(self._blanks(feedback))
        return " ".join([verdict, tr("Type it once more.")]) if self.lingers else verdict

    def reset(self) -> None:
        for number in self._task.numbers:
            if not self.canvas.entries[number].isReadOnly():
                self.canvas.entries[number].clear_by_hand()

    def undo(self) -> None:
        self.canvas.entries[self._last].undo()

    def redo(self) -> None:
        self.canvas.entries[self._last].redo()

    def legend(self) -> Sequence[LegendItem]:
        if self._over and not self.lingers:
            return []
        open_ = set(self._task.numbers) - self._right
        found = [LegendItem(("Tab",), tr("goes to the next blank"))] if len(open_) > 1 else []
        if self._over:
            return found
        if any(self._task.lines_of(number) > 1 for number in self._task.numbers):
            found.append(LegendItem(("Ctrl", "Enter"), tr("checks while writing lines")))
        return found

    def key_pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        numbers = self._task.numbers
        at = numbers.index(self._last) + step
        if not step or not 0 <= at < len(numbers):
            return bool(step)
        self.canvas.entries[numbers[at]].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def cancel(self) -> bool:
        return False

    def set_compact(self, compact: bool) -> None:
        self._panel.set_compact(compact)

    def first_focus(self) -> QWidget:
        numbers = self._task.numbers
        waiting = [n for n in numbers if n not in self._right] if self._over else list(numbers)
        empty = next((n for n in waiting if not self.canvas.entries[n].entered()), None)
        return self.canvas.entries[empty or (waiting or numbers)[0]]

    def _make_panel(self) -> SnippetPanel:
        task = self._task
        rows = {number: count for number, count in self.canvas.rows.items() if count > 1}
        short = [text for n in task.numbers if n not in rows for text in task.answers[n]]
        longest = max(map(len, short), default=0)
        cells = min(max(longest + 2, _FEWEST_CELLS), _MOST_CELLS)

        def texts() -> Sequence[tuple[str, QFont]]:
            return [("0" * cells, self._theme.font("code"))]

        return SnippetPanel(
            self._theme,
            self.canvas,
            tuple(code_lines(task.segments, task.language, rows)),
            texts,
            {number: str(task.shown_number(number)) for number in task.numbers},
            title=task.file,
            language=task.language,
        )

    def _typed(self) -> dict[int, str]:
        return {number: entry.entered() for number, entry in self.canvas.entries.items()}

    def _put(self, number: int, text: str) -> None:
        entry = self.canvas.entries[number]
        entry.blockSignals(True)
        entry.show_text(text)
        entry.blockSignals(False)

    def _take_in(self, given: TypeAnswer, stand: Stand) -> None:
        """Show a checked answer: what is right is locked, what is not is open once more."""
        self._checked, self._over = dict(given.typed), True
        parts = self._task.grade(given).parts
        self._right = {number for number in self._task.numbers if parts[str(number)]}
        self._again = stand is Stand.REVEALED and not self._exam
        for number in self._task.numbers:
            wrong = self._again and number not in self._right
            self._put(number, "" if wrong else given.typed.get(number, ""))
        self._show()

    def _take_edit(self, number: int) -> None:
        if not self._over:
            self.changed.emit()
        elif self._again and self._task.accepts(number, self.canvas.entries[number].entered()):
            self._right.add(number)
            self._show()
            shown = self._task.shown_number(number)
            self.announced.emit(tr("Blank {n} is right now.", n=shown))
            if not self.lingers:
                self.settled.emit()

    def _submit(self, number: int) -> None:
        """Enter: a check, or on to the next blank that is still to be typed once more."""
        if self.lingers:
            self.first_focus().setFocus(Qt.FocusReason.TabFocusReason)
            shown = self._task.shown_number(number)
            if number not in self._right:
                self.announced.emit(tr("Blank {n} is not right yet", n=shown))
        else:
            self.submitted.emit()

    def _follow(self) -> None:
        """Bring the blank with the keyboard in sight."""
        if (place := self.canvas.active) is not None:
            self.active_moved.emit(self._panel.line_of(place))

    def _reach(self, place: int) -> None:
        self._last = self.canvas.sheet.places[place].number
        self._panel.reveal(place)
        self.active_moved.emit(self._panel.line_of(place))

    def _blanks(self, feedback: Feedback) -> list[int]:
        """The numbers of the blanks that are not right."""
        return sorted(self._task.shown_number(int(remark.part)) for remark in feedback.grade.remarks)

    def _show(self) -> None:
        """Bring marks, locks and names in line with what was checked."""
        numbers = self._task.numbers
        marks = dict.fromkeys(self._right, "right")
        if self._over and not self._again:
            marks |= {number: "wrong" for number in numbers if number not in self._right}
        locked = frozenset(self._right) if self._again or not self._over else frozenset(numbers)
        self.canvas.show_marks(marks, locked)
        self.canvas.name_entries(
            {
                n: words.entry_name(
                    self._task.shown_number(n), len(numbers), self.canvas.line_of(n), marks.get(n, "")
                )
                for n in numbers
            }
        )
