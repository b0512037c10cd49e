"""What the task is: its mode, level, title and prompt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.exercises.task import Task
from desktop.domain.modes import mode
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_pill import LevelPill
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.picture_view import PictureView
from desktop.ui.words import tr


class TaskHeading(QWidget):
    """Eyebrow, title and prompt; in compact the eyebrow stands beside the title."""

    def __init__(
        self, theme: Theme, task: Task, folder: Path, aside: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        kind = mode(task.kind)
        self._eyebrow = QWidget()
        row = QHBoxLayout(self._eyebrow)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(theme, kind.icon))
        row.addWidget(Label(theme, tr(kind.name), "small-strong", "text-2"))
        row.addSpacing(4)
        row.addWidget(LevelPill(theme, task.difficulty.value))
        row.addStretch(1)
        self._title = Label(theme, task.title, "h2", wrap=True)
        self._prompt = MarkupLabel(theme, markup.parse(task.prompt))
        self._below: list[QWidget] = [aside] if aside is not None else []
        if task.picture is not None:
            self._below.append(PictureView(theme, folder / task.picture.file, task.picture.alt))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._compact: bool | None = None
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Stack the parts, or put the eyebrow beside the title."""
        if compact == self._compact:
            return
        self._compact = compact
        grid = self._grid
        for widget in (self._eyebrow, self._title, self._prompt):
            grid.removeWidget(widget)
        if compact:
            grid.addWidget(self._title, 0, 0)
            grid.addWidget(self._eyebrow, 0, 1)
            grid.addWidget(self._prompt, 2, 0, 1, 2)
            grid.setColumnStretch(0, 1)
            grid.setRowMinimumHeight(1, 6)
        else:
            grid.addWidget(self._eyebrow, 0, 0)
            grid.addWidget(self._title, 2, 0)
            grid.addWidget(self._prompt, 4, 0)
            grid.setColumnStretch(0, 1)
            grid.setRowMinimumHeight(1, 16)
        grid.setRowMinimumHeight(3, 0 if compact else 8)
        for index, widget in enumerate(self._below):
            grid.removeWidget(widget)
            grid.setRowMinimumHeight(5 + 2 * index, 12 if compact else 16)
            grid.addWidget(widget, 6 + 2 * index, 0, 1, 2 if compact else 1)
