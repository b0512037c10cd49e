"""What stands above and below the questions of a test."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.sitting import Sitting
from desktop.study import test as tests
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.foot_bar import FootBar
from desktop.ui.pages.question_strip import QuestionStrip
from desktop.ui.pages.times import clock_words
from desktop.ui.pages.top_bar import TopBar
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button, Look
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr


class TestBars:
    """Numbers, time and count in the bar above; in the one below the buttons, by how the test stands."""

    __test__ = False

    def __init__(self, theme: Theme, top: TopBar, foot: FootBar, sitting: Sitting) -> None:
        self._theme, self._top, self._foot = theme, top, foot
        self._sitting, self._seconds, self._tight = sitting, 0, False
        self.mark = self._button(tr("Mark for later"), "ghost", "flag")
        self.empty = self._button(tr("Leave it empty"), "ghost", "skip-forward")
        self.before = self._button(tr("Previous"), "ghost", "chevron-left")
        self.finish = self._button(tr("Finish test"), "plain", "clipboard-check")
        self.next = self._button(tr("Next"), "primary", None)
        self.strip = QuestionStrip(theme, 0 if sitting.adaptive else len(sitting.questions))
        self.time = Label(theme, "", "small:tnum", "text-2")
        top.show_in_middle(self.strip)
        top.extra.addWidget(self.time)
        top.extra.addSpacing(12)
        self.strip.setVisible(not sitting.adaptive)

    @property
    def lines(self) -> tuple[QWidget, QWidget]:
        """The two bars."""
        return self._top, self._foot

    def show_sitting(self, sitting: Sitting, legend: Sequence[LegendItem]) -> None:
        """Show how the test stands; `legend` tells the keys of the question."""
        self._sitting = sitting
        self._top.set_beads(tests.beads(sitting) if sitting.adaptive else ())
        self._top.count.set_text(place_words(sitting))
        if sitting.adaptive:
            self._show_adaptive(sitting)
        else:
            self._show_free(sitting)
        self._show_words()
        self._show_legend(legend)

    def show_time(self, seconds: int) -> None:
        """Show the time spent so far, where the learner wants to see it."""
        self._seconds = seconds
        if self._sitting.timer:
            self.time.set_text(clock_words(seconds))
            self._show_words()

    def set_room(self, room: Room) -> None:
        """In little room the numbers alone tell the place, the time is in the foot; then the title goes."""
        self._tight = room.compact and not self._sitting.adaptive
        self._top.title.setVisible(not room.narrow)
        self._top.count.setVisible(not self._tight)
        self.time.setVisible(self._sitting.timer and not self._tight)
        self._show_words()

    def _button(self, text: str, look: Look, icon: str | None) -> Button:
        right = None if icon else "arrow-right"
        return self._foot.add_button(Button(self._theme, text, look, icon, right, big=look != "ghost"))

    def _show_adaptive(self, sitting: Sitting) -> None:
        complete = sitting.question.complete
        self.next.setEnabled(complete)
        self.next.set_text(tr("Finish test") if _last(sitting) else tr("Next"))
        self._foot.show_only(*([] if complete else [self.empty]), self.next)

    def _show_free(self, sitting: Sitting) -> None:
        self.strip.show_sitting(sitting)
        self.mark.set_text(tr("Remove mark") if sitting.question.marked else tr("Mark for later"))
        self.before.setEnabled(sitting.at > 0)
        self.finish.set_look("primary" if _last(sitting) else "plain")
        shown = [self.mark, self.before, self.finish]
        self._foot.show_only(*shown, *([] if _last(sitting) else [self.next]))

    def _show_words(self) -> None:
        sitting = self._sitting
        if sitting.adaptive:
            self._foot.show_words(tr("Each answer decides the next question"), "arrow-up-down")
            return
        answered = sum(question.complete for question in sitting.questions)
        words = tr("{n} of {count} answered", n=answered, count=sitting.total)
        timed = sitting.timer and self._tight
        self._foot.show_words(f"{clock_words(self._seconds)}, {words}" if timed else words)

    def _show_legend(self, legend: Sequence[LegendItem]) -> None:
        enter = tr("finishes") if _last(self._sitting) else tr("next question")
        items = [*legend, LegendItem(("Enter",), enter)]
        if not self._sitting.adaptive:
            items.append(LegendItem(("Alt", "←", "→"), tr("go to another")))
            items.append(LegendItem(("Ctrl", "M"), tr("marks for later")))
        self._foot.show_legend(items)


def place_words(sitting: Sitting) -> str:
    """Which question of how many is shown."""
    return tr("Question {n} of {count}", n=sitting.at + 1, count=sitting.total)


def _last(sitting: Sitting) -> bool:
    return sitting.at == sitting.total - 1
