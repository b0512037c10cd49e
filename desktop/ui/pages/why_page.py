"""Why on screen: the story of a problem, and what you would do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StudyError
from desktop.domain.events import Happening, Moment
from desktop.domain.lesson import WHY, Lesson
from desktop.domain.reading import Visit
from desktop.domain.story import Story
from desktop.study import reading
from desktop.study.ports import ProgressStore
from desktop.ui.announce import announce
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.reveal import reveal
from desktop.ui.pages.story_sheet import StorySheet
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.words import tr

_NEAR_END = 24


class WhyPage(FocusShell):
    """Shows a story; it counts as read once its end was in sight or its question is answered.

    Signals:
        left: the learner goes back to the lesson.
        onward_wanted: the learner goes on to what comes next.
        troubled: something could not be written; a `StudyError`.
    """

    left = Signal()
    onward_wanted = Signal()
    troubled = Signal(object)

    def __init__(  # noqa: PLR0917 - what reading needs, handed down
        self,
        theme: Theme,
        store: ProgressStore,
        clock: Callable[[], Moment],
        place: str,
        lesson: Lesson,
        visit: Visit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lesson.title, parent)
        self.onward_words: Callable[[], str] = str
        """What comes next, where the navigator leads through the modes."""
        if lesson.why is None:
            raise ValueError("this lesson has no story")
        self._store, self._clock, self._place = store, clock, place
        self._lesson, self._visit = lesson, visit
        self._story: Story = lesson.why
        self._sheet = StorySheet(theme, self._story, visit.seed)
        question = self._sheet.question
        question.picked.connect(self._answer)
        question.wanted.connect(lambda: reveal(self.body, question, theme))
        show = tr("Show the worked answer")
        self._unfold = self.foot.make_button(show, "ghost", "eye", self._show_answer)
        self._lesson_button = self.foot.make_button(
            tr("Back to the lesson"), "plain", None, self._leave, big=True
        )
        self._next = self.foot.make_button(tr("Read on"), "primary", None, self._go_on, big=True)
        self.top.left.connect(self._leave)
        self.show_page(self._sheet)
        bar = self.body.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._scrolled)
        self._show_state()

    def take_focus(self) -> None:
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._story.title)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    @property
    def _at_end(self) -> bool:
        bar = self.body.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_END

    def _scrolled(self) -> None:
        # A page that was not laid out yet has no length, so its end is not in sight either.
        bar = self.body.verticalScrollBar()
        if self.isVisible() and self._at_end and bar.maximum() > 0:
            self._note_read()
        self._show_state()

    def _show_state(self) -> None:
        """Bring buttons and legend in line with how far the story was read."""
        question, ends = self._sheet.question, self._at_end
        onward = self._onward()
        self._next.set_text((onward or tr("Back to the lesson")) if ends else tr("Read on"))
        self._next.set_look("plain" if ends and not question.solved else "primary")
        shown = [self._lesson_button] if ends and onward else []
        if ends and self._sheet.answer is None:
            shown.insert(0, self._unfold)
        self.foot.show_only(*shown, self._next)
        if question.solved:
            first = question.tries == 1
            words = tr("Right at the first try") if first else tr("Right on attempt {n}", n=question.tries)
            self.foot.show_words(words, "circle-check")
        else:
            self.foot.show_words("")
        goes = tr("goes on") if ends else tr("reads on")
        legend = [LegendItem(("Enter",), goes), LegendItem(("Esc",), tr("leaves"))]
        asks = question.in_sight and not question.solved
        self.foot.show_legend([*([question.legend()] if asks else []), *legend])

    def _answer(self, option: int) -> None:
        """Write the answer, and only then say whether it is right; the right one unfolds the worked one."""
        question = self._sheet.question
        check, now = self._story.question, self._clock()
        after, happenings = reading.answer(self._visit, self._place, WHY, check, option, now)
        if not self._write(after, happenings):
            question.show_tried(self._visit.tried.get(self._visit.at, ()), at_once=True)
            return
        question.show_tried(self._visit.tried[self._visit.at])
        if question.solved:
            self._note_read()
            self._sheet.unfold_answer()
        self._show_state()
        reveal(self.body, question.note, self._theme)
        announce(self, question.words())

    def _show_answer(self) -> None:
        self._sheet.unfold_answer()
        self._show_state()
        reveal(self.body, self._sheet.answer, self._theme)
        announce(self, tr("The worked answer is open."))

    def _go_on(self) -> None:
        """Read on by most of a window's height; at the end, go on to practise."""
        bar = self.body.verticalScrollBar()
        if not self._at_end:
            bar.setValue(bar.value() + bar.pageStep() - 2 * self._theme.line_height("read"))
            return
        if self._note_read():
            self.onward_wanted.emit() if self._onward() else self.left.emit()

    def _onward(self) -> str:
        """Where the last button leads; empty where there is nothing more than the lesson's page."""
        return self.onward_words() or (tr("Start practising") if self._lesson.practice() else "")

    def _leave(self) -> None:
        if self.body.verticalScrollBar().maximum() == 0:  # all of it was in sight
            self._note_read()
        self.left.emit()

    def _note_read(self) -> bool:
        """The story was read; whether that is on disk."""
        return self._write(*reading.finish_part(self._visit, self._place, WHY, self._clock()))

    def _write(self, visit: Visit, happenings: list[Happening]) -> bool:
        if happenings:
            try:
                self._store.record(happenings)
            except StudyError as error:
                self.troubled.emit(error)
                return False
        self._visit = visit
        return True

    def _take_room(self) -> None:
        super()._take_room()
        sheet = getattr(self, "_sheet", None)
        if isinstance(sheet, StorySheet):
            sheet.set_compact(self.room.compact)

    def _use_key(self, event: QKeyEvent) -> bool:
        """Keys that act wherever the focus is; whether this was one."""
        held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button | IconButton) and focused.isEnabled():
                focused.click()
            else:
                self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            return not held and self._sheet.question.key_pressed(event)
        return True
