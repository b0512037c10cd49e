"""The place of tasks: what is worked on can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect

from desktop.domain.exercises.choose import ChooseTask
from desktop.ui.exercises.choose import ChooseView
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.theme import Theme
from tests.study.lessons import choose_task, lesson


@pytest.mark.parametrize("size", [(800, 250), (800, 440), (900, 640)])
def test_a_place_of_the_work_comes_into_sight_in_whatever_room_there_is(
    qtbot, theme: Theme, tmp_path: Path, size: tuple[int, int]
) -> None:
    theme.apply("light", 2.0, reduced_motion=True)
    shell, task = FocusShell(theme, "Title"), lesson([choose_task("q")]).tasks[0]
    assert isinstance(task, ChooseTask)
    qtbot.addWidget(shell)
    view = ChooseView(theme, task, 1)
    shell.show_task(task, view, tmp_path)
    view.work.setMinimumHeight(3000)
    shell.resize(*size)
    shell.show()
    port = shell.body.viewport()
    for top in (1500, 2000, 1000, 40, 2900):
        shell.reveal(QRect(0, top, 100, 48))
        seen = view.work.mapTo(port, QPoint(0, top)).y()
        assert 0 <= seen <= port.height() - 48
