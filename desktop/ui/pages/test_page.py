"""A test on screen: ten questions, one attempt each, and nothing said before the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.errors import StudyError
from desktop.domain.events import Moment
from desktop.domain.exercises import AnyTask
from desktop.domain.progress import Draft
from desktop.domain.sitting import Sitting
from desktop.study import test as tests
from desktop.study.ports import ProgressStore
from desktop.study.test import Picker
from desktop.ui.announce import announce
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.exercises import view_of
from desktop.ui.exercises.fill_words import listed
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.test_bars import TestBars, place_words
from desktop.ui.pages.time_spent import TimeSpent
from desktop.ui.stopwatch import Stopwatch
from desktop.ui.theme import Theme
from desktop.ui.words import tr, tr_n

_SAVE_AFTER_MS = 300
_SAVE_TIME_EVERY = 30
"""Seconds of a test that a crash may take back; answers are saved at once."""


class TestPage(FocusShell):
    """Leads through a test. What is half-done is kept at every moment: chips, marks and time.

    Signals:
        left: the learner goes back to the lesson; the test can be continued.
        finished: the test is over and written; its id.
        troubled: something could not be written; a `StudyError`.
    """

    __test__ = False

    left = Signal()
    finished = Signal(str)
    troubled = Signal(object)

    def __init__(  # noqa: PLR0917 - what a page needs, handed on
        self,
        theme: Theme,
        store: ProgressStore,
        clock: Callable[[], Moment],
        picker: Picker,
        sitting: Sitting,
        folder: Path,
        parent: QWidget | None = None,
        stopwatch: Stopwatch | None = None,
    ) -> None:
        super().__init__(theme, picker.lesson.title, parent)
        self._store, self._clock, self._picker, self._folder = store, clock, picker, folder
        self._sitting = sitting
        self._saved: Sitting | None = None
        self._untouched: dict[str, Any] = {}
        self._over = False
        self.bars = TestBars(theme, self.top, self.foot, sitting)
        self.spent = TimeSpent(self, stopwatch or Stopwatch(sitting.seconds))
        self._saving = QTimer(self)
        self._connect()
        self._save()
        self._open_question()

    @property
    def sitting(self) -> Sitting:
        """The test as it stands."""
        return self._sitting

    def flush(self) -> None:
        """Write what is half-done; nothing happens once the test is over."""
        self._saving.stop()
        if not self._over:
            self._take_in()
            self._save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.spent.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.spent.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def _connect(self) -> None:
        self.top.left.connect(self._leave)
        bars = self.bars
        bars.strip.question_chosen.connect(self._go_to)
        bars.mark.clicked.connect(self._toggle_mark)
        bars.empty.clicked.connect(self._next_adaptive)
        bars.before.clicked.connect(lambda: self._step(-1))
        bars.finish.clicked.connect(self._ask_to_finish)
        bars.next.clicked.connect(self._go_on)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.flush)
        self.spent.ticked.connect(self._tick)
        self._theme.changed.connect(self._fit_bars)

    # The question that is shown

    @property
    def _task(self) -> AnyTask:
        task = self._picker.lesson.task(self._sitting.question.task)
        if task is None:  # resume() leaves out what is gone
            raise KeyError(self._sitting.question.task)
        return task

    def _open_question(self) -> None:
        """Show the question the test stands at, as far as it was answered."""
        question = self._sitting.question
        view = view_of(self._theme, self._task, question.seed, self, exam=True)
        self.show_task(self._task, view, self._folder)
        self._untouched = view.placement()
        if question.placement is not None:
            view.restore(question.placement)
        view.changed.connect(self._placed)
        view.submitted.connect(self._go_on)
        view.announced.connect(self._announce)
        view.active_moved.connect(self.reveal)
        self._show_state()
        view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(f"{place_words(self._sitting)}. {self._task.title}")

    def _placed(self) -> None:
        """Something was placed or chosen: take it in now, write it soon."""
        self._take_in()
        self._show_state()
        if not self._saving.isActive():
            self._saving.start()

    def _take_in(self) -> None:
        """Bring the test in line with what stands on screen."""
        view = self.view()
        if view is not None:
            placement = view.placement()
            answer = view.answer() if placement != self._untouched else None
            self._sitting = tests.give(self._sitting, answer, placement, complete=view.complete)
        self._sitting = self._sitting.model_copy(update={"seconds": self.spent.seconds})

    def _show_state(self) -> None:
        view = self.view()
        self.bars.show_sitting(self._sitting, view.legend() if view is not None else ())

    def _fit_bars(self) -> None:
        self.bars.set_room(self.room)

    # Going on

    def _go_to(self, index: int) -> None:
        """Show another question, where the test is free to move."""
        if self._sitting.adaptive or not 0 <= index < len(self._sitting.questions):
            return
        self._take_in()
        self._sitting = tests.go_to(self._sitting, index)
        self._save()
        self._open_question()

    def _step(self, by: int) -> None:
        self._go_to(self._sitting.at + by)

    def _go_on(self) -> None:
        """The next question, or the end after the last one."""
        if self._sitting.adaptive:
            if self._sitting.question.complete:
                self._next_adaptive()
        elif self._sitting.at == self._sitting.total - 1:
            self._ask_to_finish()
        else:
            self._step(1)

    def _next_adaptive(self) -> None:
        """Ask what the answer calls for; there is no way back."""
        self._take_in()
        after = tests.next_adaptive(self._sitting, self._picker)
        went_on = after.at > self._sitting.at
        self._sitting = after
        if went_on:
            self._save()
            self._open_question()
        else:
            self._finish()

    def _toggle_mark(self) -> None:
        self._take_in()
        marked = not self._sitting.question.marked
        self._sitting = tests.mark(self._sitting, marked)
        self._save()
        self._show_state()
        self._announce(tr("Marked for later") if marked else tr("Mark removed"))

    def _ask_to_finish(self) -> None:
        """End the test; where questions are not answered, ask before."""
        self._take_in()
        missing = [i + 1 for i, question in enumerate(self._sitting.questions) if not question.complete]
        if not missing:
            self._finish()
            return
        title = tr_n("{n} question is not answered", "{n} questions are not answered", len(missing))
        text = tr_n(
            "Question {numbers} counts as wrong if you finish now.",
            "Questions {numbers} count as wrong if you finish now.",
            len(missing),
            numbers=listed(missing),
        )
        dialog = ConfirmDialog(self._theme, title, text, tr("Finish test"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._finish)
        dialog.open()

    def _finish(self) -> None:
        """Write the test, and only then say that it is over."""
        self._saving.stop()
        self._take_in()
        _, happenings = tests.finish(self._sitting, self._picker.lesson, self._clock())
        try:
            self._store.record(happenings, drop=self._key)
        except StudyError as error:
            self.troubled.emit(error)
            return
        self._over = True
        self.spent.end()
        self.finished.emit(self._sitting.uid)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    # What is kept

    @property
    def _key(self) -> str:
        return f"{self._sitting.place}/test"

    def _save(self) -> None:
        """Keep the test as a draft, when anything is new."""
        sitting = self._sitting
        if sitting == self._saved:
            return
        body, beads = sitting.model_dump_json(), tests.beads(sitting)
        try:
            self._store.save_draft(Draft(self._key, body, self._clock().utc_ms, sitting.at + 1, beads))
        except StudyError as error:
            self.troubled.emit(error)
            return
        self._saved = sitting

    def _tick(self) -> None:
        seconds = self.spent.seconds
        self.bars.show_time(seconds)
        if seconds - self._sitting.seconds >= _SAVE_TIME_EVERY:
            self.flush()

    # Keys

    def _announce(self, words: str) -> None:
        announce(self, words)

    def _use_key(self, event: QKeyEvent) -> bool:
        """Keys that act wherever the focus is; whether this was one."""
        key, view = event.key(), self.view()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            if view is None or not view.cancel():
                self._leave()
        elif event.matches(QKeySequence.StandardKey.Undo) and view is not None:
            view.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) and view is not None:
            view.redo()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._step_key(key) or self._upright_key(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._mark_key(key)
        else:
            return view is not None and view.key_pressed(event)
        return True

    def _enter(self) -> None:
        """Press the focused button of a bar, else go on."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and any(bar.isAncestorOf(focused) for bar in self.bars.lines):
            focused.click()
        else:
            self._go_on()

    def _upright_key(self, event: QKeyEvent) -> bool:
        """Alt with up or down belongs to the task, which may move a line with it."""
        view = self.view()
        upright = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return upright and view is not None and view.key_pressed(event)

    def _step_key(self, key: int) -> bool:
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if key not in steps:
            return False
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._step(-steps[key] if mirrored else steps[key])
        return True

    def _mark_key(self, key: int) -> bool:
        if key != Qt.Key.Key_M or self._sitting.adaptive:
            return False
        self._toggle_mark()
        return True
