"""Choosing a test before it starts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.lesson import Lesson
from desktop.domain.progress import TestRow
from desktop.ui.announce import announce
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.test_form import TestForm
from desktop.ui.pages.test_levels import level_words
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.words import tr, tr_n


class TestSetupPage(FocusShell):
    """Level and timer, then the test; where one is half done, going on with it comes first.

    Signals:
        start_wanted: a new test is to start, with this `Level` and with or without the timer.
        continue_wanted: the half-done test is to go on.
        left: the learner goes back to the lesson.
    """

    __test__ = False

    start_wanted = Signal(object, bool)
    continue_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        lesson: Lesson,
        taken: Sequence[TestRow],
        today: str,
        parent: QWidget | None = None,
        *,
        half_done: bool = False,
    ) -> None:
        super().__init__(theme, lesson.title, parent)
        self._half_done = half_done
        self.form = TestForm(theme, lesson, taken, today)
        self.top.set_beads(())
        self.top.set_middle(tr("New test"))
        self.cancel = self.foot.add_button(Button(theme, tr("Cancel"), "ghost", "x" if half_done else None))
        look = "plain" if half_done else "primary"
        words = tr("Start a new test") if half_done else tr("Start test")
        icon = "rotate-ccw" if half_done else None
        self.start = self.foot.add_button(Button(theme, words, look, icon, big=True))  # type: ignore[arg-type]
        self.go_on = self.foot.add_button(Button(theme, tr("Continue your test"), "primary", big=True))
        self._connect()
        self._show_foot()
        self.show_page(self.form)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard focus on the level that is chosen, or on going on."""
        row = self.form.rows[self.form.level]
        (self.go_on if self._half_done else row).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.go_on if self._half_done else self.start).click()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.form.timer.toggle()
            announce(self, tr("Timer on") if self.form.timer.isChecked() else tr("Timer off"))
        elif key in steps:
            self.form.step(steps[key])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.top.left.connect(self.left)
        self.cancel.clicked.connect(self.left)
        self.start.clicked.connect(self._start)
        self.go_on.clicked.connect(self.continue_wanted)
        self.form.level_chosen.connect(self._tell_level)

    def _show_foot(self) -> None:
        self.foot.show_only(self.cancel, self.start, *([self.go_on] if self._half_done else []))
        self.start.setEnabled(self.form.questions > 0)
        self.foot.show_legend(
            [
                LegendItem(("↑", "↓"), tr("change the level")),
                LegendItem(("T",), tr("turns the timer on or off")),
                LegendItem(("Enter",), tr("continues") if self._half_done else tr("starts")),
                LegendItem(("Esc",), tr("back to the lesson")),
            ]
        )
        self._sum_up()

    def _sum_up(self) -> None:
        """Questions and time in the foot."""
        count = self.form.questions
        minutes = max(1, round(level_words(self.form.level).minutes * count / 10))
        questions = tr_n("{n} question", "{n} questions", count)
        self.foot.show_words(tr("{questions}, about {n} min", questions=questions, n=minutes), "clock")

    def _tell_level(self) -> None:
        self.body.ensureWidgetVisible(self.form.rows[self.form.level], 0, self._theme.px(12))
        self._sum_up()
        announce(self, self.form.in_words)

    def _start(self) -> None:
        """Start at once, unless a half-done test would be lost."""
        if not self._half_done:
            self._start_now()
            return
        dialog = ConfirmDialog(
            self._theme,
            tr("Start a new test?"),
            tr("The test you have begun is thrown away, and its answers do not count."),
            tr("Start a new test"),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._start_now)
        dialog.open()

    def _start_now(self) -> None:
        self.start_wanted.emit(self.form.level, self.form.timer.isChecked())
