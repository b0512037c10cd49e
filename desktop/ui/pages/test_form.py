"""What can be chosen before a test: its level, and whether the time is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.lesson import Lesson
from desktop.domain.progress import VERDICT_LEVELS, Level, TestRow
from desktop.domain.verdict import counted
from desktop.study import test as tests
from desktop.ui.pages.level_row import LevelRow
from desktop.ui.pages.option_row import OptionRow
from desktop.ui.pages.test_levels import level_words
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.switch import Switch
from desktop.ui.words import tr, tr_n

_WIDTH = 640


class TestForm(QWidget):
    """Five levels as rows; below them how many questions, whether a verdict follows, and the timer.

    Signals:
        level_chosen: another level is chosen; a `Level`.
    """

    __test__ = False

    level_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        lesson: Lesson,
        taken: Sequence[TestRow],
        today: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._lesson = theme, lesson
        self._counted_today = any(test.day == today for test in counted(taken))
        self.rows = {level: self._row(level) for level in Level}
        self.timer = Switch(theme, tr("Timer"))
        self._count = Label(theme, str(self.questions), "body:tnum", "text-2")
        self._questions = OptionRow(theme, tr("Questions"), self._count, first=True)
        self._verdict = OptionRow(theme, tr("Verdict"))
        self._timer = OptionRow(theme, tr("Timer"), self.timer)
        self._column = QWidget()
        self._lay_out()
        self.timer.toggled.connect(self._show_timer)
        theme.changed.connect(self._take_theme)
        self.rows[Level.MIXED].setChecked(True)
        self._show_timer(on=False)
        self._take_theme()

    @property
    def questions(self) -> int:
        """How many questions the test will have: ten, or fewer where the bank holds fewer."""
        return min(tests.QUESTIONS, len(self._lesson.bank))

    @property
    def level(self) -> Level:
        """The level that is chosen."""
        return next(level for level, row in self.rows.items() if row.isChecked())

    @property
    def in_words(self) -> str:
        """What is known of the chosen level: questions and verdict."""
        return f"{self._questions.detail} {self._verdict.detail}"

    def step(self, by: int) -> None:
        """Choose the level so many rows below."""
        levels = list(self.rows)
        row = self.rows[levels[(levels.index(self.level) + by) % len(levels)]]
        row.setChecked(True)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, level: Level) -> LevelRow:
        row = LevelRow(self._theme, level)
        row.setAccessibleDescription(f"{level_words(level).detail}. {self._on_verdict(level)}")
        row.toggled.connect(lambda on: self._show_level(level) if on else None)
        row.stepped.connect(self.step)
        return row

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(0)
        outer.addWidget(self._column, 1)
        outer.addStretch(0)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self._theme, tr("Set up your test"), "h1"))
        column.addSpacing(28)
        column.addWidget(Label(self._theme, tr("Level"), "h3"))
        column.addSpacing(10)
        levels, options = Card(self._theme), Card(self._theme)
        rows = QVBoxLayout(levels)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(0)
        for row in self.rows.values():
            rows.addWidget(row)
        below = QVBoxLayout(options)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for option in (self._questions, self._verdict, self._timer):
            below.addWidget(option)
        column.addWidget(levels)
        column.addSpacing(20)
        column.addWidget(options)
        column.addStretch(1)

    def _show_level(self, level: Level) -> None:
        self._questions.set_detail(self._on_questions(level))
        self._verdict.set_detail(self._on_verdict(level))
        self.level_chosen.emit(level)

    def _on_questions(self, level: Level) -> str:
        """How many there are to draw from, and whether that is few."""
        there = tests.available(self._lesson, level)
        words = tr_n("{n} is available at this level.", "{n} are available at this level.", there)
        if there < self.questions:
            words += " " + tr("The others come from the nearest level.")
        if tests.repeats_likely(self._lesson, level):
            words += " " + tr("Repeats are likely.")
        return words

    def _on_verdict(self, level: Level) -> str:
        if level not in VERDICT_LEVELS:
            return tr("This level tells your score, without a verdict.")
        if self.questions < tests.QUESTIONS:
            return tr("Fewer than ten questions lead to no verdict.")
        if self._counted_today:
            return tr("Today’s first test counts; another one is practice.")
        return tr("This level leads to a verdict.")

    def _show_timer(self, on: bool) -> None:
        self._timer.set_detail(
            tr("On: shows the time, without a limit") if on else tr("Off: take all the time you need")
        )

    def _take_theme(self) -> None:
        self._column.setMaximumWidth(self._theme.px(_WIDTH))
