"""Visualize on screen: one step after the other, by keys, by the player, or by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StudyError
from desktop.domain.events import Moment
from desktop.domain.lesson import VISUALIZE, Lesson
from desktop.domain.reading import Visit
from desktop.domain.visual import Visual
from desktop.study import reading
from desktop.study.ports import ProgressStore
from desktop.ui.announce import announce
from desktop.ui.exercises.view import LegendItem
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.pages.visual_sheet import VisualSheet
from desktop.ui.pages.visual_words import step_spoken
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.step_player import StepPlayer
from desktop.ui.words import tr

_ABOVE, _BELOW = 24, 20
_LEAST_HEIGHT = 360


class VisualizePage(FocusShell):
    """Steps through the visuals of a lesson; one counts as done once its last step was seen.

    Signals:
        left: the learner goes back to the lesson.
        onward_wanted: all was seen, and the learner goes on to what comes next.
        troubled: something could not be written; a `StudyError`.
    """

    left = Signal()
    onward_wanted = Signal()
    troubled = Signal(object)

    def __init__(  # noqa: PLR0917 - what the page needs, handed down
        self,
        theme: Theme,
        store: ProgressStore,
        clock: Callable[[], Moment],
        place: str,
        lesson: Lesson,
        visit: Visit,
        parent: QWidget | None = None,
    ) -> None:
        self.sheet: VisualSheet | None = None
        super().__init__(theme, lesson.title, parent)
        self.onward_words: Callable[[], str] = str
        """What comes next, where the navigator leads through the modes."""
        self._store, self._clock, self._place = store, clock, place
        self._lesson, self._visit = lesson, visit
        self._legend_of_last: bool | None = None
        self._known = reading.already_read(lesson, place, VISUALIZE, store.task_rows(place))
        self.player = StepPlayer(theme)
        self.foot.hold(self.player)
        self.player.stepped.connect(self._show_step)
        self.top.left.connect(self.left)
        self.body.installEventFilter(self.player)
        self._open_visual()

    @property
    def visit(self) -> Visit:
        """The visit as it stands."""
        return self._visit

    def take_focus(self) -> None:
        self.player.scrubber.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._use_key(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.pause()

    @property
    def _index(self) -> int:
        return self._lesson.parts(VISUALIZE).index(self._visit.at)

    @property
    def _visual(self) -> Visual:
        return self._lesson.visuals[self._index]

    def _open_visual(self) -> None:
        count = len(self._lesson.visuals)
        if self.sheet is not None:
            self.sheet.note.hide()
            self.sheet.note.deleteLater()
        sheet = self.sheet = VisualSheet(self._theme, self._visual, self._index, count)
        sheet.chosen.connect(self._choose)
        sheet.gone_on.connect(self._go_on)
        self.player.set_steps(len(self._visual.steps))
        self.show_page(sheet)
        self._show_step(0, spoken=False)
        self.take_focus()
        announce(self, f"{self._visual.title}. {step_spoken(self._visual, 0)}")

    def _show_step(self, index: int, *, spoken: bool = True) -> None:
        visual = self._visual
        last = index == len(visual.steps) - 1
        assert self.sheet is not None
        self.sheet.show_step(index, self._onward() if last else "")
        self.top.count.set_text(tr("Step {n} of {count}", n=index + 1, count=len(visual.steps)))
        if last:
            self._note_seen()
        if last is not self._legend_of_last:
            self._show_legend(last=last)
        if len(self._lesson.visuals) > 1:
            self.top.set_beads(reading.beads(self._visit, self._lesson, VISUALIZE, self._known))
        self._settle()
        if (layout := self.layout()) is not None:
            layout.activate()  # at once: the dock may have grown, and the line is to be seen above it
        self._reveal_line(index)
        if spoken:
            announce(self, step_spoken(visual, index))

    def _onward(self) -> str:
        if self._index < len(self._lesson.visuals) - 1:
            return tr("Next example")
        return self._following() or tr("Back to the lesson")

    def _following(self) -> str:
        """What comes after the last visual, in words."""
        return self.onward_words() or (tr("Start practising") if self._lesson.practice() else "")

    def _show_legend(self, *, last: bool) -> None:
        legend = [
            LegendItem(("←", "→"), tr("step")),
            LegendItem((tr("Space"),), tr("plays")),
            LegendItem((tr("Home"),), tr("first step")),
            LegendItem((tr("End"),), tr("last step")),
        ]
        if len(self._lesson.visuals) > 1:
            legend.append(LegendItem(("Alt", "←", "→"), tr("go to another")))
        self._legend_of_last = last
        if last:
            legend.insert(0, LegendItem(("Enter",), tr("goes on")))
        self.foot.show_legend(legend)

    def _reveal_line(self, index: int) -> None:
        """Where the code is higher than the window, keep the line that has run in sight."""
        sheet, bar = self.sheet, self.body.verticalScrollBar()
        place = sheet.place_of_line(index) if sheet is not None else None
        if sheet is None or sheet.code is None or place is None or bar.maximum() == 0:
            return
        code = sheet.code
        top = code.mapTo(self._content, code.rect().topLeft()).y()
        seen = range(bar.value(), bar.value() + self.body.viewport().height())
        if top + code.height() < seen.start or top > seen.stop:
            return  # the learner looks at something else
        line = sheet.mapTo(self._content, place.topLeft()).y()
        if line < seen.start:
            bar.setValue(line - place.height())
        elif line + place.height() > seen.stop:
            bar.setValue(line + 2 * place.height() - self.body.viewport().height())

    def _note_seen(self) -> None:
        """The last step was seen: write it, once a visit."""
        visit, happenings = reading.finish_part(self._visit, self._place, VISUALIZE, self._clock())
        if not happenings:
            return
        try:
            self._store.record(happenings)
        except StudyError as error:
            self.troubled.emit(error)
            return
        self._visit = visit

    def _choose(self, by: int) -> None:
        index = self._index + by
        if 0 <= index < len(self._lesson.visuals):
            self._visit = reading.go_to(self._visit, self._lesson.visuals[index].id)
            self._open_visual()

    def _go_on(self) -> None:
        if self._index < len(self._lesson.visuals) - 1:
            self._choose(1)
        elif self._following():
            self.onward_wanted.emit()
        else:
            self.left.emit()

    def _take_room(self) -> None:
        super()._take_room()
        margins = self._content_box.contentsMargins()
        self._content_box.setContentsMargins(margins.left(), _ABOVE, margins.right(), _BELOW)
        if self.sheet is not None:
            self.player.set_compact(self.room.narrow)
            docked = self._keeps_note()
            self.sheet.set_room(self.room, without_note=docked)
            if docked:
                self._dock.hold(self.sheet.note)
            self.foot.set_room(compact=self.room.compact, short=self.room.short, docked=docked)
            self._fit_dock()

    def _keeps_note(self) -> bool:
        """Whether the note is in the dock: where all stands below each other, and height allows it."""
        return self.room.narrow and self.height() >= self._theme.px(_LEAST_HEIGHT)

    def _fit_dock(self) -> None:
        """The dock holds the note, or nothing."""
        if self.sheet is None or not self._keeps_note():
            super()._fit_dock()
            return
        self._dock.show()
        self.sheet.note.show()
        self._dock.fit(self.height() // 3, self.width())

    def _use_key(self, event: QKeyEvent) -> bool:
        """Keys that act wherever the focus is; whether this was one."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
            if key in steps:
                self._choose(steps[key])
            return key in steps
        return self.player.use_key(event)

    def _enter(self) -> bool:
        """Press the focused button, else go on from the last step."""
        focused = self.focusWidget()
        if isinstance(focused, Button | IconButton) and focused.isEnabled():
            focused.click()
        elif self.player.at == self.player.count - 1:
            self._go_on()
        else:
            return False
        return True
