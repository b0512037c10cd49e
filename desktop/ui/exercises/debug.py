"""Debug: a program, what it printed, and the fixes for the line that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.exercises.debug import FIX, LINE, NO_LINE, DebugAnswer, DebugTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises import debug_words as words
from desktop.ui.exercises.fix_list import FixList
from desktop.ui.exercises.view import LegendItem, NoteText, TaskView
from desktop.ui.theme import Theme
from desktop.ui.widgets.choice_row import State
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.line_picker import LineMark, LinePicker
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen: a line, 0 for none, and a fix as the author counts them."""

    line: int = NO_LINE
    fix: int | None = None


class DebugView(TaskView):
    """Code and console are `work`; the fixes are `tray`, so that they stay in sight of the code."""

    def __init__(
        self, theme: Theme, task: DebugTask, seed: int, parent: QObject | None = None, *, exam: bool = False
    ) -> None:
        super().__init__(parent)
        self._task, self._exam = task, exam
        self._order = Random(seed).sample(range(len(task.fixes)), len(task.fixes))
        self._choice = Choice()
        self._tried_lines: set[int] = set()
        self._tried_fixes: set[int] = set()
        self._locked = False  # whether the fault was found
        self._over = False
        self._checked: DebugAnswer | None = None
        self._result: DebugAnswer | None = None
        self._steps: list[Choice] = []
        self._undone: list[Choice] = []
        self._lines = LinePicker(theme, task.code, task.language)
        self._fixes = FixList(theme, [task.fixes[i].text for i in self._order])
        self._panels = (
            CodePanel(theme, task.code, task.language, task.file, lines=self._lines),
            CodePanel(theme, task.console, "console", tr("Output"), tight=True),
        )
        self.work, self.tray = self._lay_out()
        self._lines.picked.connect(self._pick_line)
        self._lines.submitted.connect(self.submitted)
        self._lines.line_reached.connect(self._follow_line)
        self._fixes.picked.connect(lambda place: self._pick_fix(self._order[place]))
        self._show()

    @property
    def complete(self) -> bool:
        return bool(self._choice.line) and self._choice.fix is not None

    @property
    def changed_since_check(self) -> bool:
        return self.complete  # after a check the part that was wrong is no longer chosen

    def answer(self) -> DebugAnswer:
        return DebugAnswer(line=self._choice.line, fix=self._choice.fix)

    def placement(self) -> dict[str, Any]:
        return {"line": self._choice.line, "fix": self._choice.fix}

    def restore(self, placement: dict[str, Any]) -> None:
        line, fix = placement.get("line"), placement.get("fix")
        if self._locked or line not in self._open_lines():
            line = self._choice.line
        fits = bool(line) and fix in self._order and fix not in self._tried_fixes
        self._choice = Choice(line, fix if fits else None)
        self._show()

    def show_entry(self, entry: Entry) -> None:
        self._over = entry.stand is not Stand.OPEN
        for given in entry.answers:
            if isinstance(given, DebugAnswer):
                self._take_in(given)
        if entry.placement and not self._over:
            self.restore(entry.placement)
        self._show()

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        self._over = feedback.stand is not Stand.OPEN
        self._take_in(self.answer())
        self._show()
        if self._fixes.open and not self._over:
            QTimer.singleShot(0, self._fixes, self._bring_into_sight)

    def show_result(self, answer: AnyAnswer | None) -> None:
        self._over = True
        self._result = answer if isinstance(answer, DebugAnswer) else DebugAnswer(line=NO_LINE)
        self._show()

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        if not feedback.grade.remarks or self._checked is None:
            return []
        return [words.wrong_note(self._task, self._checked.line, feedback.grade)]

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        letters = [self._letter(i) for i in range(len(self._order))]
        return words.closing_notes(self._task, entry, letters)

    def verdict_words(self, feedback: Feedback) -> str:
        answer = self._checked or DebugAnswer(line=NO_LINE)
        return words.verdict(self._task, answer, self._letter(answer.fix or 0))

    def reset(self) -> None:
        self._choose(Choice(self._task.fault if self._locked else NO_LINE))

    def undo(self) -> None:
        if self._steps and not self._over:
            self._undone.append(self._choice)
            self._take(self._steps.pop())

    def redo(self) -> None:
        if self._undone and not self._over:
            self._steps.append(self._choice)
            self._take(self._undone.pop())

    def legend(self) -> Sequence[LegendItem]:
        if self._over:
            return []
        keys = [LegendItem(("A", "–", self._letter(self._order[-1])), tr("choose a fix"))]
        return keys if self._locked else [LegendItem(("↑", "↓"), tr("pick a line")), *keys]

    def key_pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if step := steps.get(Qt.Key(event.key()), 0):
            self._lines.step(step)
            return True
        place = ord(event.text().upper()) - ord("A") if len(event.text()) == 1 else -1
        if not 0 <= place < len(self._order) or not self._fixes.open:
            return False
        self._fixes.rows[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._pick_fix(self._order[place])
        return True

    def cancel(self) -> bool:
        return False

    def set_compact(self, compact: bool) -> None:
        self._panels[0].set_bar_shown(not compact)  # the other's bar says that it is no code

    def first_focus(self) -> QWidget:
        if self._locked and not self._over:
            place = next(p for p, i in enumerate(self._order) if i not in self._tried_fixes)
            return self._fixes.rows[place]
        open_lines = sorted(self._open_lines())
        return self._lines.stop(self._choice.line or (open_lines or list(self._lines.numbers))[0])

    def _lay_out(self) -> tuple[QWidget, QWidget]:
        work, tray = QWidget(), QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for panel in self._panels:
            column.addWidget(panel)
        below = QVBoxLayout(tray)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._fixes)
        return work, tray

    def _take_in(self, given: DebugAnswer) -> None:
        """Keep what a checked answer has shown; what was wrong is no longer chosen."""
        self._checked = given
        self._steps.clear()
        self._undone.clear()
        parts = self._task.grade(given).parts
        self._locked = self._locked or parts[LINE]
        if not parts[LINE]:
            self._tried_lines.add(given.line)
        elif not parts[FIX] and given.fix is not None:
            self._tried_fixes.add(given.fix)
        self._choice = Choice(self._task.fault if self._locked else NO_LINE)

    def _pick_line(self, line: int) -> None:
        """Choose a line; the fix that was chosen for another one is let go."""
        if line != self._choice.line:
            self._choose(Choice(line))

    def _pick_fix(self, fix: int) -> None:
        """Choose a fix, or take the choice back."""
        if self._choice.line and fix not in self._tried_fixes:
            self._choose(Choice(self._choice.line, None if fix == self._choice.fix else fix))

    def _choose(self, choice: Choice) -> None:
        if self._over or choice == self._choice:
            return
        self._steps.append(self._choice)
        self._undone.clear()
        self._take(choice)

    def _take(self, choice: Choice) -> None:
        unfolds = not self._choice.line and bool(choice.line)
        self._choice = choice
        self._show()
        self.changed.emit()
        if unfolds:
            last = self._letter(self._order[-1])
            self.announced.emit(tr("Line {n} chosen. Choose a fix, A to {last}.", n=choice.line, last=last))
            QTimer.singleShot(0, self._fixes, self._bring_into_sight)  # once all is laid out

    def _bring_into_sight(self) -> None:
        """Scroll to the line and then to the fixes: they may lie in one area, or in two."""
        if self._choice.line:
            self._follow_line(self._lines.line_rect(self._choice.line))
        self._fixes.scroll_into_sight()

    def _follow_line(self, line: QRect) -> None:
        self.active_moved.emit(QRect(self._lines.mapTo(self.work, line.topLeft()), line.size()))

    def _open_lines(self) -> frozenset[int]:
        """The lines that can be chosen now."""
        if self._over or self._locked:
            return frozenset()
        return frozenset(self._lines.numbers) - self._tried_lines

    def _letter(self, fix: int) -> str:
        return chr(ord("A") + self._order.index(fix))

    def _show(self) -> None:
        """Bring code, marks and fixes in line with what is chosen and what was checked."""
        solved = self._over and self._result is None
        code = self._task.solved_code() if solved else self._task.code
        self._lines.show_text(code)
        marks = self._line_marks()
        self._lines.mark_lines(marks, self._open_lines())
        texts = code.split("\n")
        self._lines.name_lines(
            {n: words.line_name(n, texts[n - 1], marks.get(n, "")) for n in self._lines.numbers}
        )
        line = self._task.fault if self._over else self._choice.line
        if line:
            self._fixes.unfold(line)
        else:
            self._fixes.fold()
        self._fixes.show_states([self._fix_state(i) for i in self._order])

    def _line_marks(self) -> dict[int, LineMark]:
        marks: dict[int, LineMark] = {}
        if self._result is not None and self._result.line:
            marks[self._result.line] = "wrong"
        if not self._over:
            marks = dict.fromkeys(self._tried_lines, "wrong")
            if self._choice.line:
                marks[self._choice.line] = "chosen"
        if self._over or self._locked:
            marks[self._task.fault] = "right"
        return marks

    def _fix_state(self, fix: int) -> tuple[State, str]:
        """A row's state and the words on its far side."""
        if not self._over:
            if fix in self._tried_fixes:
                return "wrong", tr("Not this one")
            return ("chosen", "") if fix == self._choice.fix else ("idle", "")
        if fix == self._task.right_fix:
            return "right", tr("Right answer")
        if self._result is not None and fix == self._result.fix:
            return "wrong", tr("Your answer")
        return ("wrong", tr("Not this one")) if fix in self._tried_fixes else ("rest", "")
