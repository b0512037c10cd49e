"""The one table from kind of task to its view; a new kind is one file here and its line below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.typed import TypeTask
from desktop.ui.exercises.arrange import ArrangeView
from desktop.ui.exercises.choose import ChooseView
from desktop.ui.exercises.debug import DebugView
from desktop.ui.exercises.fill import FillView
from desktop.ui.exercises.typed import TypeView
from desktop.ui.exercises.view import TaskView
from desktop.ui.theme import Theme

VIEWS: dict[type[Any], type[Any]] = {
    FillTask: FillView,
    ChooseTask: ChooseView,
    ArrangeTask: ArrangeView,
    DebugTask: DebugView,
    TypeTask: TypeView,
}


def view_of(
    theme: Theme, task: AnyTask, seed: int, parent: QObject | None = None, *, exam: bool = False
) -> TaskView:
    """The view for a task; `exam` shows no marks, as in a test."""
    view: TaskView = VIEWS[type(task)](theme, task, seed, parent, exam=exam)
    return view
