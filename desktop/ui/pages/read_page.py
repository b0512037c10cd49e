"""Read on screen: one section after the other, with a question between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StudyError
from desktop.domain.events import Happening, Moment
from desktop.domain.lesson import READ, Lesson
from desktop.domain.progress import Draft
from desktop.domain.reading import Section, Visit
from desktop.study import reading
from desktop.study.ports import ProgressStore
from desktop.ui.announce import announce
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.reading_end import ReadingEnd
from desktop.ui.pages.reveal import reveal
from desktop.ui.pages.section_sheet import SectionSheet
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.words import tr

_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}


class ReadPage(FocusShell):
    """Leads through the sections of a lesson; a section counts as read when the learner goes on.

    Signals:
        left: the learner goes back to the lesson; the place is kept.
        onward_wanted: all was read, and the learner goes on to what comes next.
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
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lesson.title, parent)
        self.onward_words: Callable[[], str] = str
        """What comes next, where the navigator leads through the modes."""
        self._store, self._clock, self._place = store, clock, place
        self._lesson, self._visit, self._folder = lesson, visit, folder
        self._known = reading.already_read(lesson, place, READ, store.task_rows(place))
        self._sheet: SectionSheet | None = None
        self._end: ReadingEnd | None = None
        self._back = self.foot.make_button(tr("Back"), "ghost", "chevron-left", lambda: self._step(-1))
        self._again = self.foot.make_button(tr("Read again"), "ghost", "rotate-ccw", self._read_again)
        self._lesson_button = self.foot.make_button(
            tr("Back to the lesson"), "plain", None, self._leave, big=True
        )
        arrow = "arrow-right"
        self._next = self.foot.make_button(
            tr("Next"), "primary", None, self._go_on, big=True, icon_right=arrow
        )
        self.top.left.connect(self._leave)
        self.top.before.setAccessibleName(tr("Section before"))
        self.top.after.setAccessibleName(tr("Section after"))
        self.top.stepped.connect(self._step)
        self._open_section()

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self._visit

    def take_focus(self) -> None:
        shown = self._sheet or self._end
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    @property
    def _index(self) -> int:
        return self._lesson.parts(READ).index(self._visit.at)

    @property
    def _section(self) -> Section:
        return self._lesson.read[self._index]

    def _open_section(self) -> None:
        section = self._section
        self._end = None
        self._sheet = SectionSheet(self._theme, section, self._folder, self._visit.seed + self._index)
        question = self._sheet.question
        if question is not None:
            question.picked.connect(self._answer)
            question.wanted.connect(lambda: reveal(self.body, question, self._theme))
            question.show_tried(self._visit.tried.get(section.id, ()), at_once=True)
        self.show_page(self._sheet)
        self._show_state()
        self.take_focus()
        announce(self, f"{self._count_words()}. {section.title}")

    def _count_words(self) -> str:
        return tr("Section {n} of {count}", n=self._index + 1, count=len(self._lesson.read))

    def _show_state(self) -> None:
        """Bring bars, buttons and legend in line with the section."""
        last = len(self._lesson.read) - 1
        self.top.set_beads(reading.beads(self._visit, self._lesson, READ, self._known))
        self.top.count.set_text(self._count_words())
        self.top.show_steps((self._index > 0, self._index < last))
        question = self._sheet.question if self._sheet is not None else None
        asks = question is not None and not question.solved
        self._next.set_text(tr("Next") if self._index < last else tr("Finish"))
        self._next.set_look("plain" if asks else "primary")
        self.foot.show_only(*([self._back] if self._index > 0 else []), self._next)
        self._show_words()
        goes = tr("next section") if self._index < last else tr("finishes")
        legend = [LegendItem(("Enter",), goes), LegendItem(("Alt", "←", "→"), tr("go to another"))]
        if asks and question is not None:
            legend.insert(0, question.legend())
        self.foot.show_legend([*legend, LegendItem(("Esc",), tr("leaves"))])

    def _show_words(self) -> None:
        question = self._sheet.question if self._sheet is not None else None
        if question is None:
            self.foot.show_words("")
        elif not question.solved:
            self.foot.show_words(tr("Answer the question, or go on"))
        elif question.tries == 1:
            self.foot.show_words(tr("Right at the first try"), "circle-check")
        else:
            self.foot.show_words(tr("Right on attempt {n}", n=question.tries), "circle-check")

    def _answer(self, option: int) -> None:
        """Write the answer, and only then say whether it is right."""
        question, check = (self._sheet.question if self._sheet else None), self._section.check
        if question is None or check is None:
            return
        after, happenings = reading.answer(self._visit, self._place, READ, check, option, self._clock())
        if not self._write(after, happenings):
            question.show_tried(self._visit.tried.get(self._visit.at, ()), at_once=True)
            return
        question.show_tried(self._visit.tried[self._visit.at])
        self._show_state()
        reveal(self.body, question.note, self._theme)
        announce(self, question.words())

    def _go_on(self) -> None:
        """The section was read: open the next one, or the end."""
        if self._end is not None:
            self.onward_wanted.emit() if self._onward() else self._leave()
            return
        visit, happenings = reading.finish_part(self._visit, self._place, READ, self._clock())
        finished = self._index == len(self._lesson.read) - 1
        if not finished:
            visit = reading.go_to(visit, self._lesson.read[self._index + 1].id)
        if self._write(visit, happenings, drop=finished):
            self._show_end() if finished else self._open_section()

    def _step(self, by: int) -> None:
        """Look at the section before, or go on to the one after."""
        if by > 0 and self._end is None:
            if self._index < len(self._lesson.read) - 1:
                self._go_on()
        elif by < 0 and (self._end is not None or self._index > 0):
            there = self._visit.at if self._end is not None else self._lesson.read[self._index - 1].id
            if self._write(reading.go_to(self._visit, there), []):
                self._open_section()

    def _read_again(self) -> None:
        if self._write(reading.go_to(self._visit, self._lesson.read[0].id), []):
            self._open_section()

    def _show_end(self) -> None:
        self._sheet = None
        self._end = ReadingEnd(self._theme, self._lesson.read, self._visit)
        self.show_page(self._end)
        self.top.set_beads(["done"] * len(self._lesson.read))
        self.top.count.set_text("")
        self.top.show_steps(None)
        self.foot.show_words("")
        onward = self._onward()
        self._next.set_text(onward or tr("Back to the lesson"))
        self._next.set_look("primary")
        self.foot.show_only(self._again, *([self._lesson_button] if onward else []), self._next)
        words = tr("goes on") if onward else tr("back to the lesson")
        self.foot.show_legend([LegendItem(("Enter",), words), LegendItem(("Esc",), tr("leaves"))])
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._end.in_words)

    def _onward(self) -> str:
        """Where the last button leads; empty where there is nothing more than the lesson's page."""
        return self.onward_words() or (tr("Start practising") if self._lesson.practice() else "")

    def _leave(self) -> None:
        self.left.emit()

    def _write(self, visit: Visit, happenings: list[Happening], *, drop: bool = False) -> bool:
        """Write what happened with the place where the learner is then; whether it is on disk."""
        beads = reading.beads(visit, self._lesson, READ, self._known)
        index = self._lesson.parts(READ).index(visit.at)
        key = f"{self._place}/{READ}"
        draft = Draft(key, visit.model_dump_json(), self._clock().utc_ms, index + 1, beads)
        try:
            if drop:
                self._store.record(happenings, drop=key)
            else:
                self._store.record(happenings, draft=draft)
        except StudyError as error:
            self.troubled.emit(error)
            return False
        self._visit = visit
        return True

    def _take_room(self) -> None:
        super()._take_room()
        if self._sheet is not None:
            self._sheet.set_compact(self.room.compact)

    def _use_key(self, event: QKeyEvent) -> bool:
        """Keys that act wherever the focus is; whether this was one."""
        key, question = event.key(), self._sheet.question if self._sheet is not None else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if key not in _STEPS:
                return False
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._step(-_STEPS[key] if mirrored else _STEPS[key])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        else:
            return question is not None and question.key_pressed(event)
        return True

    def _enter(self) -> None:
        """Press the focused button, else go on."""
        focused = self.focusWidget()
        if isinstance(focused, Button | IconButton) and focused.isEnabled():
            focused.click()
        else:
            self._go_on()
