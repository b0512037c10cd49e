"""A round of practice on screen: one task after the other, with attempts, hints and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.domain import markup
from desktop.domain.errors import StudyError
from desktop.domain.events import Happening, Moment
from desktop.domain.exercises import AnyTask
from desktop.domain.lesson import Lesson
from desktop.domain.progress import Draft
from desktop.domain.round import Round, Stand
from desktop.study import session
from desktop.study.ports import ProgressStore
from desktop.study.session import Feedback
from desktop.ui.announce import announce
from desktop.ui.exercises import view_of
from desktop.ui.exercises.view import LegendItem, NoteText
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.practice_words import attempt_words, closing_words, count_words, spoken_place
from desktop.ui.pages.round_summary import RoundSummary
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.words import tr, tr_n

_SAVE_AFTER_MS = 300


class PracticePage(FocusShell):
    """Leads through a round.

    Signals:
        left: the learner goes back to the lesson; everything is kept.
        again_wanted: the finished round is to be done once more.
        troubled: something could not be written; a `StudyError`.
        onward_wanted: the round is done; what comes next on the way through the lesson is to be opened.
    """

    left = Signal()
    again_wanted = Signal()
    troubled = Signal(object)
    onward_wanted = Signal()

    def __init__(  # noqa: PLR0917 - what a round needs, handed down
        self,
        theme: Theme,
        store: ProgressStore,
        clock: Callable[[], Moment],
        random: Random,
        lesson: Lesson,
        round_: Round,
        folder: Path,
        parent: QWidget | None = None,
        *,
        concepts_met: Collection[str] = (),
    ) -> None:
        super().__init__(theme, lesson.title, parent)
        self._store, self._clock, self._random = store, clock, random
        self._lesson, self._round, self._folder = lesson, round_, folder
        self._met = set(concepts_met)
        self.onward_words: Callable[[], str] = str
        """What the way on is called once the round is done; empty where there is none."""
        self._summary: RoundSummary | None = None
        self._hint = self.foot.make_button(tr("Hint"), "ghost", "lightbulb", self._show_hint)
        self._skip = self.foot.make_button(tr("Skip"), "ghost", "skip-forward", self._skip_task)
        self._reset = self.foot.make_button(tr("Reset"), "ghost", "undo-2", self._reset_task)
        self._fold = self.foot.make_button(tr("Hide solution"), "ghost", "eye", self._toggle_solution)
        self._again = self.foot.make_button(tr("Try again"), "ghost", "rotate-ccw", self._try_again)
        self._redo = self.foot.make_button(
            tr("Do it again"), "plain", "rotate-ccw", self.again_wanted.emit, big=True
        )
        self._check = self.foot.make_button(tr("Check"), "primary", None, self._check_answer, big=True)
        arrow = "arrow-right"
        self._next = self.foot.make_button(
            tr("Next"), "primary", None, self._go_on, big=True, icon_right=arrow
        )
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.flush)
        self.top.left.connect(self._leave)
        self.top.stepped.connect(self._step)
        self._save()
        self._open_task()

    @property
    def round(self) -> Round:
        """The round as it stands."""
        return self._round

    def flush(self) -> None:
        """Write what is half-done; nothing happens when it is written already."""
        self._saving.stop()
        view = self.view()
        if view is None or self._round.entry.stand is not Stand.OPEN:
            return
        placement = view.placement()
        if placement != self._round.entry.placement:
            self._round = session.place(self._round, placement)
            self._save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    @property
    def _task(self) -> AnyTask:
        task = self._lesson.task(self._round.entry.task)
        if task is None:  # resume() leaves out what is gone
            raise KeyError(self._round.entry.task)
        return task

    def _open_task(self) -> None:
        """Show the task of the round's open entry as it stands."""
        entry, task = self._round.entry, self._task
        view = view_of(self._theme, task, entry.seed, self)
        self._summary = None
        self.show_task(task, view, self._folder)
        view.show_entry(entry)
        view.changed.connect(self._placed)
        view.submitted.connect(self._submit)
        view.announced.connect(self._announce)
        view.active_moved.connect(self.reveal)
        view.settled.connect(self._show_closing_legend)
        untouched = entry.stand is Stand.OPEN and not entry.attempts and not entry.hints
        self.show_notes(self._notes(None), tray_in_sight=untouched)
        self._show_state(None)
        view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(spoken_place(self._round, task))

    def _notes(self, feedback: Feedback | None) -> list[NoteText]:
        """Feedback first, hints below it, the newest on top; or what is said when the task is over."""
        view, entry = self.view(), self._round.entry
        if view is None:
            return []
        if entry.stand is not Stand.OPEN:
            return list(view.closing_notes(entry))
        if feedback is None and entry.answers:
            last = entry.answers[-1]
            grade = self._task.grade(last)
            left = self._task.attempts - entry.attempts
            feedback = Feedback(grade, entry.attempts, left, entry.stand)
        notes = list(view.feedback_notes(feedback)) if feedback else []
        if not entry.attempts:
            notes += self._new_concept()
        hints = self._task.hints[: entry.hints]
        return notes + [NoteText("hint", tr("Hint"), markup.parse(hint)) for hint in reversed(hints)]

    def _new_concept(self) -> list[NoteText]:
        """The worked example of what the task is mainly about, when that is met for the first time."""
        name = self._task.concepts[0]
        if name in self._met:
            return []
        concept = self._lesson.concept(name)
        blocks = markup.parse(f"{concept.sentence}\n\n{concept.example}")
        return [NoteText("plain", concept.name, blocks, tr("new here"))]

    def _show_state(self, feedback: Feedback | None) -> None:
        """Bring bars, buttons and legend in line with the round."""
        entry, count = self._round.entry, len(self._round.entries)
        over = entry.stand is not Stand.OPEN
        beads = list(session.beads(self._round))
        beads[self._round.at] = "done" if over else "now"
        self.top.set_beads(beads)
        self.top.set_middle("")
        self.top.count.set_text(count_words(self._round))
        self.top.show_steps((self._round.at > 0, self._round.at < count - 1))
        self.tray_left_dock(over)
        if over:
            self._show_over(feedback)
        else:
            self._show_open()

    def _show_open(self) -> None:
        task, entry, view = self._task, self._round.entry, self.view()
        left = task.attempts - entry.attempts
        words = tr_n("{n} attempt left", "{n} attempts left", left)
        self.foot.show_attempts(left, task.attempts, words)
        shown = [self._reset, self._check]
        if session.can_skip(self._round):
            shown.insert(0, self._skip)
        if entry.hints < len(task.hints):
            self._hint.set_text(tr("Next hint") if entry.hints else tr("Hint"))
            shown.insert(0, self._hint)
        self.foot.show_only(*shown)
        if view is not None:
            self.foot.show_legend([*view.legend(), LegendItem(("Enter",), tr("checks"))])
        self._allow_check()

    def _show_over(self, feedback: Feedback | None) -> None:
        view = self.view()
        icon, words = closing_words(self._round, feedback)
        self.foot.show_words(words, icon)
        self._next.set_text(tr("Finish") if self._round.finished else tr("Next"))
        shown = [self._again, self._next]
        if view is not None and view.has_solution:
            shown.insert(0, self._fold)
            self._fold.set_text(tr("Hide solution"))
        self.foot.show_only(*shown)
        self._show_closing_legend()

    def _show_closing_legend(self, *, solution: bool = True) -> None:
        """The keys that act once the task is over; letters are text while something is still typed."""
        view = self.view()
        if view is not None and view.lingers:
            self.foot.show_legend([*view.legend(), LegendItem(("Esc",), tr("leaves"))])
            return
        legend = [LegendItem(("Enter",), tr("goes on")), LegendItem(("R",), tr("tries again"))]
        if view is not None and view.has_solution:
            words = tr("hides the solution") if solution else tr("shows the solution")
            legend.append(LegendItem(("S",), words))
        self.foot.show_legend(legend)

    def _allow_check(self) -> None:
        view = self.view()
        ready = view is not None and view.complete and view.changed_since_check
        self._check.setEnabled(ready)

    def _placed(self) -> None:
        self._allow_check()
        self._saving.start()

    def _submit(self) -> None:
        if self._round.entry.stand is not Stand.OPEN:
            self._go_on()
        elif self._check.isEnabled():
            self._check_answer()

    def _check_answer(self) -> None:
        """Grade what stands there, write it, and only then show the verdict."""
        view = self.view()
        if view is None or not self._check.isEnabled():
            return
        self._saving.stop()
        after, feedback, happenings = session.answer(
            self._round, self._task, view.answer(), self._clock(), self._random
        )
        if not self._write(after, happenings):
            return
        self._met.add(self._task.concepts[0])
        view.show_feedback(feedback, self._round.entry)
        self.show_notes(self._notes(feedback))
        self._show_state(feedback)
        over = feedback.stand is not Stand.OPEN
        goes_on = over and not view.lingers
        (self._next if goes_on else view.first_focus()).setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(" ".join([view.verdict_words(feedback), attempt_words(feedback)]).strip())

    def _show_hint(self) -> None:
        after, happenings = session.hint(self._round, self._task, self._clock())
        if happenings and self._write(after, happenings):
            self.show_notes(self._notes(None))
            self._show_open()
            self._announce(markup.plain(self._task.hints[self._round.entry.hints - 1]))

    def _skip_task(self) -> None:
        self.flush()
        after, happenings = session.skip(self._round, self._task, self._clock())
        if happenings and self._write(after, happenings):
            self._open_task()

    def _reset_task(self) -> None:
        if (view := self.view()) is not None:
            view.reset()
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_solution(self) -> None:
        view = self.view()
        if view is not None and (open_ := view.toggle_solution()) is not None:
            self._fold.set_text(tr("Hide solution") if open_ else tr("Show solution"))
            self._show_closing_legend(solution=open_)

    def _try_again(self) -> None:
        self._round = session.try_again(self._round, self._task, self._random)
        self._save()
        self._open_task()

    def _go_on(self) -> None:
        if self._summary is not None:
            if self.onward_words():
                self.onward_wanted.emit()
            else:
                self._leave()
        elif self._round.finished:
            self._show_summary()
        else:
            self.flush()
            self._round = session.advance(self._round)
            self._save()
            self._open_task()

    def _step(self, by: int) -> None:
        """Look at the task before or after."""
        index = self._round.at + by
        if self._summary is None and 0 <= index < len(self._round.entries):
            self._look_at(index)

    def _look_at(self, index: int) -> None:
        self.flush()
        self._round = session.look_at(self._round, index)
        if not self._round.finished:
            self._save()
        self._open_task()

    def _show_summary(self) -> None:
        """The end of the round: what it came to, and each task to look at again."""
        self._summary = RoundSummary(self._theme, self._lesson, self._round)
        self._summary.entry_chosen.connect(self._look_at)
        self.show_notes(())
        self.show_page(self._summary)
        self.top.set_beads(["done"] * len(self._round.entries))
        self.top.count.set_text("")
        self.top.show_steps(None)
        self.foot.show_words("")
        onward = self.onward_words()
        self._next.set_text(onward or tr("Back to the lesson"))
        self.foot.show_only(self._redo, self._next)
        legend = [LegendItem(("Enter",), tr("goes on") if onward else tr("back to the lesson"))]
        legend.append(LegendItem(("R",), tr("does it again")))
        if onward:
            legend.append(LegendItem(("Esc",), tr("back to the lesson")))
        self.foot.show_legend(legend)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(self._summary.in_words)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _draft(self, round_: Round) -> Draft:
        key = f"{round_.place}/{round_.mode}"
        body = round_.model_dump_json()
        return Draft(key, body, self._clock().utc_ms, round_.at + 1, session.beads(round_))

    def _write(self, after: Round, happenings: list[Happening]) -> bool:
        """Write what happened with the round as it is then; whether it is on disk."""
        draft = self._draft(after)
        try:
            if after.finished:
                self._store.record(happenings, drop=draft.key)
            else:
                self._store.record(happenings, draft=draft)
        except StudyError as error:
            self.troubled.emit(error)
            return False
        self._round = after
        return True

    def _save(self) -> None:
        """Keep the round as a draft; a finished one needs none."""
        if self._round.finished:
            return
        try:
            self._store.save_draft(self._draft(self._round))
        except StudyError as error:
            self.troubled.emit(error)

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
            return self._hint_key(key)
        elif self._summary is not None or self._round.entry.stand is not Stand.OPEN:
            return self._closing_key(key)
        else:
            return view is not None and view.key_pressed(event)
        return True

    def _enter(self) -> None:
        """Press the focused button, else check or go on."""
        focused = self.focusWidget()
        if isinstance(focused, Button | IconButton) and focused.isEnabled():
            focused.click()
        elif self._summary is not None:
            self._go_on()
        else:
            self._submit()

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

    def _hint_key(self, key: int) -> bool:
        if key != Qt.Key.Key_H or self._hint.isHidden():
            return False
        self._show_hint()
        return True

    def _closing_key(self, key: int) -> bool:
        if key == Qt.Key.Key_R:
            self._redo.click() if self._summary is not None else self._try_again()
        elif key == Qt.Key.Key_S and not self._fold.isHidden():
            self._toggle_solution()
        else:
            return False
        return True
