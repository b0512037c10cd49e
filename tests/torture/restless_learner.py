"""Answers tasks in the real application as fast as it lets it, until the process is killed.

One line a verdict, written no later than its first pixel: the round, the task, the attempt, whether it
was right, and whether the round is over. The first line tells how many answers the round already holds.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from desktop import app
from desktop.domain.round import Entry, Stand
from desktop.ui.pages.lesson_page import LessonPage
from desktop.ui.pages.practice_page import PracticePage
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.slot_place import SlotPlace


class RestlessLearner(app.Clozeline):
    """The application, and somebody who answers without thinking."""

    def start(self) -> None:
        super().start()
        self._dice = random.Random(os.getpid())
        self._unseen: Entry | None = None
        QTimer.singleShot(0, self, self._open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell a verdict when its page is about to be painted."""
        if self._unseen is not None and event.type() == QEvent.Type.Paint:
            entry, self._unseen = self._unseen, None
            round_ = self._page.round
            right = entry.stand is Stand.RIGHT
            tell(round_.uid, entry.task, entry.attempts, right, round_.finished)
            QTimer.singleShot(0, self, self._go_on)
        return False

    @property
    def _page(self) -> PracticePage:
        page = self.window.focus_page()
        assert isinstance(page, PracticePage)
        return page

    def _open(self) -> None:
        """Press what Home suggests: go on with what is half-done, or begin to practise the lesson."""
        card = self.navigator._home.suggested
        assert card is not None
        assert card.button is not None
        card.button.click()
        lesson = self.window.browse.pages.get("lesson")
        if self.window.focus_page() is None and isinstance(lesson, LessonPage):
            lesson.tiles[self._dice.choice(("fill", "choose"))].click()
        answers = sum(len(entry.answers) for entry in self._page.round.entries)
        tell(self._page.round.uid, answers)
        self._answer()

    def _answer(self) -> None:
        """Answer the open task somehow."""
        page, before = self._page, self._page.round.entry
        view = page.view()
        assert view is not None
        for place in view.work.findChildren(SlotPlace):
            chips = view.tray.findChildren(Chip) if view.tray is not None else []
            self._type(place.accessibleName().split()[1], letter(self._dice.choice(chips)))
        rows = view.work.findChildren(ChoiceRow)
        if rows:
            self._type(letter(self._dice.choice(rows)))
        self._type("\r")
        if page.round.entry.attempts > before.attempts:
            self._unseen = page.round.entry
            page.foot.installEventFilter(self)
            page.foot.update()
        else:  # the same answer as before is not checked again
            QTimer.singleShot(0, self, self._answer)

    def _go_on(self) -> None:
        """Go to the next task, or do the whole round again."""
        if self._page.round.finished:
            self._type("\r")
            self._type("r")
        elif self._page.round.entry.stand is not Stand.OPEN:
            self._type("\r")
        QTimer.singleShot(0, self, self._answer)

    def _type(self, *keys: str) -> None:
        for key in keys:
            if key == "\r":
                QTest.keyClick(self._page, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self._page, key)


def letter(control: Chip | ChoiceRow) -> str:
    """The letter of a chip or an option, by its accessible name."""
    words = control.accessibleName().split()
    return words[1].strip(",") if isinstance(control, Chip) else words[0].strip(",")


def tell(*words: object) -> None:
    """Write one line past every buffer."""
    os.write(1, json.dumps(words).encode() + b"\n")


if __name__ == "__main__":
    app.Clozeline = RestlessLearner  # type: ignore[misc]
    sys.exit(app.run(Path(sys.argv[1]), ""))
