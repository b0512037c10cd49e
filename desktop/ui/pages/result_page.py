"""After a test, at once or from the history: the result, and each question with its solution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.exercises import AnyTask
from desktop.domain.lesson import Lesson
from desktop.domain.progress import TestRow
from desktop.domain.round import Entry, Stand
from desktop.study.past_test import PastQuestion, past_test
from desktop.ui.announce import announce
from desktop.ui.exercises import view_of
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.result_sheet import ResultSheet
from desktop.ui.pages.result_words import result_words
from desktop.ui.pages.test_levels import level_words
from desktop.ui.pages.times import duration_words
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button, Look
from desktop.ui.words import tr, tr_n


class ResultPage(FocusShell):
    """Shows a finished test as the history keeps it.

    Signals:
        left: the learner goes back to the lesson.
        retake_wanted: another test is to be set up.
        mistakes_wanted: the ids of the tasks to practise, those that were not answered right.
    """

    left = Signal()
    retake_wanted = Signal()
    mistakes_wanted = Signal(list)

    def __init__(  # noqa: PLR0917 - what a page needs, handed on
        self,
        theme: Theme,
        lesson: Lesson,
        row: TestRow,
        taken: Sequence[TestRow],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lesson.title, parent)
        self._lesson, self._folder = lesson, folder
        self.past = past_test(row, lesson)
        self.words = result_words(self.past, taken, lesson)
        self._sheet: ResultSheet | None = None
        self._at = -1
        self.fold = self._button(tr("Hide solution"), "ghost", "eye", self._toggle_solution)
        self.retake = self._button(tr("Retake"), "plain", "rotate-ccw", self.retake_wanted.emit)
        self.mistakes = self._button(tr("Review mistakes"), "primary", None, self._want_mistakes)
        self.back = self._button("", "primary", None, self._go_back)
        self.top.left.connect(self.left)
        self.top.stepped.connect(self._step)
        self._show_result()

    @property
    def sheet(self) -> ResultSheet | None:
        """The result; `None` while a question is open."""
        return self._sheet

    def take_focus(self) -> None:
        """Put the keyboard focus on what comes next."""
        main = self.back if self.mistakes.isHidden() else self.mistakes
        main.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheet()

    def _button(self, text: str, look: Look, icon: str | None, order: Callable[[], object]) -> Button:
        button = Button(self._theme, text, look, icon, big=look != "ghost")
        button.clicked.connect(lambda _checked: order())
        return self.foot.add_button(button)

    # The result

    def _show_result(self) -> None:
        """Show the result; the question that was open before has the focus again."""
        opened, self._at = self._at, -1
        self._sheet = ResultSheet(self._theme, self.words, self.past, self._lesson)
        self._sheet.question_chosen.connect(self._open_question)
        self.show_notes(())
        self.show_page(self._sheet)
        self._fit_sheet()
        self.top.set_middle(tr("{level} test", level=level_words(self.past.row.level).name))
        self.top.count.set_text(duration_words(self.past.seconds) if self.past.seconds else "")
        self.top.show_steps(None)
        self._show_result_foot()
        if opened >= 0:
            row = self._sheet.rows[opened]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.ensureWidgetVisible(row)
        else:
            self.take_focus()
            self._announce(". ".join([self.words.title, self.words.score, *self.words.sentences]))

    def _show_result_foot(self) -> None:
        count = len(self.past.mistakes)
        self.back.set_text(tr("Back to the lesson"))
        self.foot.show_only(self.retake, self.mistakes if count else self.back)
        words = tr_n("{n} mistake to review", "{n} mistakes to review", count) if count else ""
        self.foot.show_words(words, "repeat" if count else "")
        enter = tr("reviews mistakes") if count else tr("back to the lesson")
        legend = [LegendItem(("Enter",), enter), LegendItem(("R",), tr("retakes"))]
        if count:
            legend.append(LegendItem(("Esc",), tr("back to the lesson")))
        self.foot.show_legend(legend)

    def _fit_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.set_room(self.room)

    def _want_mistakes(self) -> None:
        self.mistakes_wanted.emit(list(self.past.mistakes))

    # One question

    def _open_question(self, index: int) -> None:
        """Show a question with what was answered, the right answer and why."""
        question = self.past.questions[index]
        if question.changed or question.task is None:
            return
        self._sheet, self._at = None, index
        view = view_of(self._theme, question.task, question.seed, self, exam=True)
        self.show_task(question.task, view, self._folder)
        view.show_result(question.answer)
        view.active_moved.connect(self.reveal)
        self.put_tray_first()
        self.show_notes(view.closing_notes(_entry(question, question.task)))
        count = len(self.past.questions)
        place = tr("Question {n} of {count}", n=index + 1, count=count)
        self.top.count.set_text(place)
        self.top.show_steps((self._next_to(-1) is not None, self._next_to(1) is not None))
        mark = tr("Right") if question.right else tr("Wrong")
        self.foot.show_words(mark, "circle-check" if question.right else "circle-x")
        self.back.set_text(tr("Back to the result"))
        self.fold.set_text(tr("Hide solution"))
        self.foot.show_only(*([self.fold] if view.has_solution else []), self.back)
        legend = [LegendItem(("Enter",), tr("back to the result"))]
        legend.append(LegendItem(("Alt", "←", "→"), tr("go to another")))
        if view.has_solution:
            legend.append(LegendItem(("S",), tr("hides the solution")))
        self.foot.show_legend(legend)
        self.take_focus()
        self._announce(f"{place}. {question.task.title}. {mark}")

    def _next_to(self, by: int) -> int | None:
        """The nearest question in a direction that can be opened."""
        index = self._at + by
        while 0 <= index < len(self.past.questions):
            if not self.past.questions[index].changed:
                return index
            index += by
        return None

    def _step(self, by: int) -> None:
        index = self._next_to(by) if self._at >= 0 else None
        if index is not None:
            self._open_question(index)

    def _toggle_solution(self) -> None:
        view = self.view()
        if view is not None and (open_ := view.toggle_solution()) is not None:
            self.fold.set_text(tr("Hide solution") if open_ else tr("Show solution"))

    def _go_back(self) -> None:
        """From a question to the result, from there to the lesson."""
        if self._at >= 0:
            self._show_result()
        else:
            self.left.emit()

    def _announce(self, words: str) -> None:
        announce(self, words)

    # Keys

    def _use_key(self, event: QKeyEvent) -> bool:
        """Keys that act wherever the focus is; whether this was one."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._step_key(key)
        elif key == Qt.Key.Key_R and self._at < 0:
            self.retake_wanted.emit()
        elif key == Qt.Key.Key_S and not self.fold.isHidden():
            self._toggle_solution()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Press the focused button, else the main one."""
        focused = self.focusWidget()
        main = self.back if self.mistakes.isHidden() else self.mistakes
        (focused if isinstance(focused, QAbstractButton) and focused.isVisible() else main).click()

    def _step_key(self, key: int) -> bool:
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if key not in steps or self._at < 0:
            return False
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._step(-steps[key] if mirrored else steps[key])
        return True


def _entry(question: PastQuestion, task: AnyTask) -> Entry:
    """The question as a task that is over, for what is said then."""
    return Entry(
        task=task.id,
        content_hash=task.content_hash,
        seed=question.seed,
        stand=Stand.RIGHT if question.right else Stand.REVEALED,
        attempts=1,
        answers=() if question.answer is None else (question.answer,),
    )
