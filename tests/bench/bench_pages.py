"""Times what follows a click in the real application, beside the repaint of a bare window.

A click on a lesson, a click on a way to practise it, the step to another task, and Check: each until
what it leads to has been painted. The answers go to a real disk before their verdicts are shown.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.domain.round import Stand
from desktop.paths import Paths
from desktop.storage.progress_store import ProgressStore
from desktop.storage.settings_file import SettingsFile
from desktop.ui.pages.home_page import HomePage
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.slot_place import SlotPlace
from tests.bench.figures import head, percentiles
from tests.bench.screen import Screen, repaints, settle

TIMES = 200


class Learner:
    """Clicks and types in the application, and takes the time."""

    def __init__(self, clozeline: app.Clozeline) -> None:
        self._app, self._screen, self._dice = clozeline, Screen(), random.Random(0)

    def open_lesson(self) -> float:
        """From a click on the lesson in Home until its page has been painted."""
        home = self._app.window.browse.pages["learn"]
        assert isinstance(home, HomePage)
        return self._screen.seconds(home.cards[0].rows[0].click, lambda: self._lesson)

    def open_task(self) -> float:
        """From a click on a way to practise until the task has been painted."""
        tile = self._lesson.tiles[self._dice.choice(("fill", "choose"))]
        return self._screen.seconds(tile.click, lambda: self._practice)

    def step(self) -> float:
        """From a click on the arrow until the task beside this one has been painted."""
        before = self._practice.round.at == len(self._practice.round.entries) - 1
        step = -1 if before else 1
        return self._screen.seconds(lambda: self._practice.top.stepped.emit(step), lambda: self._practice)

    def check(self) -> float | None:
        """From Enter until the verdict has been painted; `None` where there was nothing new to check."""
        page = self._practice
        self._fill_in(page)
        settle()
        answered = page.round.entry.attempts
        seconds = self._screen.seconds(lambda: QTest.keyClick(page, Qt.Key.Key_Return), lambda: page)
        return seconds if page.round.entry.attempts > answered else None

    def go_on(self) -> None:
        """Open the next task once this one is over, and the round once more at its end."""
        page = self._practice
        if page.round.finished:
            QTest.keyClick(page, Qt.Key.Key_Return)
            QTest.keyClick(self._practice, Qt.Key.Key_R)
        elif page.round.entry.stand is not Stand.OPEN:
            QTest.keyClick(page, Qt.Key.Key_Return)
        settle()

    def go_home(self) -> None:
        """Back to Home, without taking the time."""
        self._app.navigator.leave_focus()
        self._app.navigator.open_home()
        settle()

    @property
    def _lesson(self) -> LessonPage:
        page = self._app.window.browse.pages["lesson"]
        assert isinstance(page, LessonPage)
        return page

    @property
    def _practice(self) -> PracticePage:
        page = self._app.window.focus_page()
        assert isinstance(page, PracticePage)
        return page

    def _fill_in(self, page: PracticePage) -> None:
        view = page.view()
        assert view is not None
        chips = view.tray.findChildren(Chip) if view.tray is not None else []
        for place in view.work.findChildren(SlotPlace):
            QTest.keyClicks(page, place.accessibleName().split()[1])
            QTest.keyClicks(page, self._dice.choice(chips).accessibleName().split()[1].strip(","))
        rows = view.work.findChildren(ChoiceRow)
        if rows:
            QTest.keyClicks(page, self._dice.choice(rows).accessibleName()[0])


def measured(learner: Learner) -> dict[str, list[float]]:
    """Each time, often enough for a 99th percentile."""
    lessons: list[float] = []
    tasks: list[float] = []
    steps: list[float] = []
    checks: list[float] = []
    for _ in range(TIMES):
        learner.go_home()
        lessons.append(learner.open_lesson())
        settle()
        tasks.append(learner.open_task())
        settle()
        steps.append(learner.step())
    while len(checks) < TIMES:
        seconds = learner.check()
        if seconds is not None:
            checks.append(seconds)
        learner.go_on()
    return {
        "lesson, from the click": lessons,
        "task, from the click": tasks,
        "task to task": steps,
        "verdict, from Check": checks,
    }


def in_the_application(use: Callable[[app.Clozeline], None]) -> None:
    """Run the real application on a data folder of its own."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        paths = Paths.find(Path(folder))
        theme = Theme(app.make_application(paths))
        app.wear(theme, {})
        store = ProgressStore.open(paths.database)
        clozeline = app.Clozeline(paths, theme, SettingsFile(paths.settings), store)
        clozeline.start()
        clozeline.shelf()
        settle(20)
        use(clozeline)
        clozeline.window.close()
        clozeline.close()
        clozeline.failures.uninstall()
        QApplication.processEvents()


def main() -> None:
    """Print each time beside its floor."""
    floor: list[float] = []
    found: dict[str, list[float]] = {}

    def use(clozeline: app.Clozeline) -> None:
        found.update(measured(Learner(clozeline)))
        floor.extend(repaints(TIMES))

    in_the_application(use)
    head("pages, ms", "bare repaint")
    for what, times in found.items():
        percentiles(what, times, floor, "50 ms")


if __name__ == "__main__":
    main()
