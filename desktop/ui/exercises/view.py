"""What the view of a task offers to the page around it, whatever the kind of task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.exercises import AnyAnswer
from desktop.domain.markup import Block
from desktop.domain.round import Entry
from desktop.study.session import Feedback

Tone = Literal["wrong", "right", "hint", "plain"]


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a note beside the work says."""

    tone: Tone
    title: str
    blocks: tuple[Block, ...]
    end: str = ""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """Keys and what they do, as the legend at the foot shows it."""

    keys: tuple[str, ...]
    """Key caps; a "–" between two stands for a range."""
    words: str


class TaskView(QObject):
    """One task to work on: `work` goes into the work column, `tray` below it or into the dock.

    Signals:
        changed: something was placed, taken away or chosen; by hand or by undo.
        submitted: Enter on the work itself asks for a check.
        announced: words for a screen reader.
        active_moved: the part of `work` that should be in sight, in its coordinates.
        settled: what was still to be done by hand after the end is done.
    """

    changed = Signal()
    submitted = Signal()
    announced = Signal(str)
    active_moved = Signal(QRect)
    settled = Signal()

    work: QWidget
    tray: QWidget | None = None
    aside: QWidget | None = None
    """What belongs under the prompt, such as a table of what is given."""

    @property
    def complete(self) -> bool:
        """Whether there is enough to check: every blank filled or left empty, an option chosen."""
        raise NotImplementedError

    @property
    def changed_since_check(self) -> bool:
        """Whether another check could say anything new."""
        raise NotImplementedError

    def answer(self) -> AnyAnswer:
        """What stands there now, to be graded."""
        raise NotImplementedError

    def placement(self) -> dict[str, Any]:
        """What stands there now, as JSON values, for `restore`."""
        raise NotImplementedError

    def restore(self, placement: dict[str, Any]) -> None:
        """Put back what `placement` gave; values that no longer fit are left out."""
        raise NotImplementedError

    def show_entry(self, entry: Entry) -> None:
        """Show how the task stands: what was checked, what is locked, whether it is over.

        Called when the task opens, after resuming, and when a done task is looked at again.
        """
        raise NotImplementedError

    def show_feedback(self, feedback: Feedback, entry: Entry) -> None:
        """Show the verdict on what was just checked; `entry` already holds that answer."""
        raise NotImplementedError

    def show_result(self, answer: AnyAnswer | None) -> None:
        """Show a question after its test: what was answered, and the right answer beside it."""
        raise NotImplementedError

    def feedback_notes(self, feedback: Feedback) -> Sequence[NoteText]:
        """Why it is not right yet, newest first; at most one coloured note."""
        raise NotImplementedError

    def closing_notes(self, entry: Entry) -> Sequence[NoteText]:
        """What is said when the task is over: the explanation, each part, common mistakes."""
        raise NotImplementedError

    def verdict_words(self, feedback: Feedback) -> str:
        """The verdict as it is announced, without the number of attempts."""
        raise NotImplementedError

    def reset(self) -> None:
        """Take back everything that is not locked; can be undone."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back the last step since the last check."""
        raise NotImplementedError

    def redo(self) -> None:
        """Do it again."""
        raise NotImplementedError

    @property
    def lingers(self) -> bool:
        """Whether something is still to be done by hand although the task is over."""
        return False

    def legend(self) -> Sequence[LegendItem]:
        """The keys of this kind of task."""
        raise NotImplementedError

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Use a key that no text field wanted; whether it was used."""
        raise NotImplementedError

    def cancel(self) -> bool:
        """End a drag or a half-made choice (a chip picked up by click); whether there was one."""
        raise NotImplementedError

    def set_compact(self, compact: bool) -> None:
        """Take less room where the window is small."""

    @property
    def has_solution(self) -> bool:
        """Whether there is a worked solution that can be folded away."""
        return False

    def toggle_solution(self) -> bool | None:
        """Fold the worked solution away or open; whether it is open now, `None` where there is none."""
        return None

    def first_focus(self) -> QWidget:
        """Where keyboard focus belongs when the task opens."""
        return self.work
