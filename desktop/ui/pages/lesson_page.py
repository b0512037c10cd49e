"""A lesson: its test, its beginning, and the ten ways to practise it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from desktop.domain.lesson import Lesson
from desktop.domain.listing import LessonState
from desktop.domain.modes import MODES, mode
from desktop.domain.progress import TaskRow, TestRow
from desktop.domain.verdict import verdict
from desktop.study.path import next_mode, shares
from desktop.ui.pages.browse_page import BrowsePage
from desktop.ui.pages.crumb import Crumb
from desktop.ui.pages.mode_tile import ModeTile
from desktop.ui.pages.offer_card import OfferCard
from desktop.ui.pages.test_history import TestHistory
from desktop.ui.theme import Theme
from desktop.ui.verdict_words import verdict_words
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.tag import Tag
from desktop.ui.words import tr

REVIEW, TEST = "review", "test"
Rows = Mapping[tuple[str, str], TaskRow]


class LessonPage(BrowsePage):
    """Everything a lesson offers; nothing is locked.

    `mode_chosen` names a mode other than the test, which is `test_wanted`; `learn_wanted` begins all of
    practice, `back_wanted` leads to the courses, and `result_wanted` names a test by its uid.
    """

    mode_chosen = Signal(str)
    learn_wanted = Signal()
    test_wanted = Signal()
    back_wanted = Signal()
    result_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._place = ""
        self.crumb = Crumb(theme)
        self.crumb.clicked.connect(self.back_wanted)
        self._title = Label(theme, "", "h1", wrap=True)
        self._tags = QWidget()
        self._tag_flow = FlowLayout(8, self._tags)
        self.test_card = OfferCard(theme, tr("Test this topic"))
        self.test_card.taken.connect(self.test_wanted)
        self.learn_card = OfferCard(theme, tr("Start learning"))
        self.learn_card.taken.connect(self.learn_wanted)
        self.tiles = {one.key: ModeTile(theme, one) for one in MODES}
        for key, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, key=key: self._choose(key))
        self.history = TestHistory(theme)
        self.history.result_wanted.connect(self.result_wanted)
        self._lay_out()
        self.take_room()

    def show_lesson(  # noqa: PLR0917 - a lesson and all that is known of it
        self,
        lesson: Lesson,
        course_title: str,
        place: str,
        rows: Rows,
        tests: Sequence[TestRow],
        half_done: Collection[str],
        today: str = "",
    ) -> None:
        """Show a lesson (`place` is `course/lesson`) with how its tasks and tests went so far.

        `half_done` names the modes that were left in the middle, `today` the study day.
        """
        self.is_new = self.is_new or place != self._place
        self._place = place
        self.crumb.set_text(course_title)
        self._title.set_text(lesson.title)
        self._show_tags(lesson)
        self._offer_test(lesson, tests, today, continues=TEST in half_done)
        self._offer_learning(lesson, place, rows, half_done)
        self._show_progress(lesson, place, rows, half_done)
        taken, offered = min(1, len(tests)), min(1, len(lesson.bank))
        self.tiles[TEST].show_progress(taken, offered, half_done=TEST in half_done)
        self.history.show_tests(tests)

    def take_room(self) -> None:
        room = self._room
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(down if room.narrow else across)
        self._pair.setContentsMargins(0, 20 if room.compact else 28, 0, 0)
        for card in (self.test_card, self.learn_card):
            card.set_room(room)
        columns = 1 if room.narrow else 2 if room.compact else 5
        for number, tile in enumerate(self.tiles.values()):
            self._grid.removeWidget(tile)
            tile.set_room(room)
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _lay_out(self) -> None:
        column = self._column
        start = QHBoxLayout()
        start.addWidget(self.crumb)
        start.addStretch(1)
        column.addLayout(start)
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addSpacing(12)
        column.addWidget(self._tags)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self.test_card, 145)
        self._pair.addWidget(self.learn_card, 100)
        column.addLayout(self._pair)
        column.addSpacing(32)
        column.addWidget(Label(self._theme, tr("Ways to practise"), "h3"))
        column.addSpacing(12)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self.history)
        column.addStretch(1)

    def _show_tags(self, lesson: Lesson) -> None:
        while (item := self._tag_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for topic in lesson.topics:
            self._tag_flow.addWidget(Tag(self._theme, topic))
        self._tag_flow.addWidget(Tag(self._theme, tr("~{n} min", n=lesson.minutes), "clock"))

    def _offer_test(self, lesson: Lesson, tests: Sequence[TestRow], today: str, *, continues: bool) -> None:
        """Recommend the test, and say what the tests so far have shown."""
        self.test_card.button.setEnabled(bool(lesson.bank))
        if not lesson.bank:
            words, action = tr("This lesson has no test yet."), tr("Start test")
            self.test_card.say(tr("Later"), words, action, recommended=False)
            return
        found = verdict(tests)
        said = verdict_words(found, today)
        what = tr("10 questions across easy, medium and hard.")
        words = what if found.state is None else f"{said.reason} {said.next_step}"
        caption = tr("Recommended") if found.state is None else said.word
        action = tr("Continue test") if continues else tr("Start test")
        known = found.state is LessonState.STRONG
        self.test_card.say(caption, words, action, recommended=not known)

    def _offer_learning(self, lesson: Lesson, place: str, rows: Rows, half_done: Collection[str]) -> None:
        """Offer the way through the modes: from its beginning, or where it was left."""
        found = shares(lesson, place, rows)
        offered = any(share.total for mode, share in found.items() if mode != REVIEW)
        self.learn_card.button.setEnabled(offered)
        following = next_mode(lesson, place, rows)
        begun = any(share.done for share in found.values()) or bool(set(half_done) - {TEST})
        if begun and following is not None:
            words = tr("Next on your way through the lesson: {mode}.", mode=tr(mode(following).name))
            self.learn_card.say(tr("On your way"), words, tr("Continue"), recommended=False)
            return
        if found["read"].total:
            words = tr("Read the idea first. Then practise it in a few short exercises.")
        else:
            words = tr("Practise it in a few short exercises. Each answer is explained.")
        caption = tr("All done once") if begun else tr("From the beginning")
        action = tr("Start again") if begun else tr("Start learning")
        self.learn_card.say(caption, words, action, recommended=offered and not lesson.bank)

    def _show_progress(self, lesson: Lesson, place: str, rows: Rows, half_done: Collection[str]) -> None:
        for key, share in shares(lesson, place, rows).items():
            self.tiles[key].show_progress(share.done, share.total, half_done=key in half_done)

    def _choose(self, key: str) -> None:
        if key == TEST:
            self.test_wanted.emit()
        else:
            self.mode_chosen.emit(key)
