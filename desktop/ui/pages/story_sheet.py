"""The story of a problem on one page that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.story import Story
from desktop.ui.pages.mode_heading import ModeHeading
from desktop.ui.pages.question_in_place import QuestionInPlace
from desktop.ui.pages.story_case import StoryCase
from desktop.ui.pages.story_side import StorySide
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.words import tr

_WIDTH, _GAP = 880, 16


class StorySheet(QWidget):
    """Story, before and after, cost, change, cases, and the question whose worked answer unfolds."""

    def __init__(self, theme: Theme, story: Story, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._story = theme, story
        self.answer: Card | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setMaximumWidth(max(_WIDTH, theme.measure("read")))
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._pairs: list[QBoxLayout] = []
        self.question = QuestionInPlace(theme, "", story.question, seed)
        self._lay_out()
        self.setProperty("ring_radius", -1)
        self.setAccessibleName(story.title)
        self.setAccessibleDescription(markup.plain(story.story))

    def set_compact(self, compact: bool) -> None:
        """Put what stands side by side below each other."""
        direction = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(direction)

    def unfold_answer(self) -> Card:
        """Show the worked answer below the question."""
        if self.answer is None:
            self.answer = Card(self._theme)
            box = QVBoxLayout(self.answer)
            box.setContentsMargins(20, 16, 20, 20)
            box.setSpacing(8)
            box.addWidget(Label(self._theme, tr("The worked answer"), "h3"))
            box.addWidget(MarkupLabel(self._theme, markup.parse(self._story.answer)))
            self._column.insertWidget(self._column.count() - 1, self.answer)
            self.answer.show()
        return self.answer

    def _lay_out(self) -> None:
        theme, story, column = self._theme, self._story, self._column
        column.addWidget(ModeHeading(theme, "why"))
        column.addSpacing(8)
        column.addWidget(Label(theme, story.title, "h2", wrap=True))
        column.addWidget(MarkupLabel(theme, markup.parse(story.story)))
        column.addSpacing(12)
        self._add_pair(
            StorySide(theme, tr("Before"), story.before), StorySide(theme, tr("After"), story.after)
        )
        column.addSpacing(16)
        self._add_pair(
            self._part(tr("What it cost"), story.cost), self._part(tr("What changes"), story.changes)
        )
        column.addSpacing(16)
        column.addWidget(Label(theme, tr("Where it really happened"), "h3"))
        column.addSpacing(4)
        cases = [StoryCase(theme, case) for case in story.cases]
        for start in range(0, len(cases), 2):
            self._add_pair(*cases[start : start + 2])
            column.addSpacing(8)
        column.addSpacing(8)
        column.addWidget(Label(theme, tr("What would you do?"), "h3"))
        column.addSpacing(4)
        column.addWidget(self.question)
        column.addStretch(1)

    def _add_pair(self, *widgets: QWidget) -> None:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(_GAP)
        for widget in widgets:
            pair.addWidget(widget, 1)
        self._pairs.append(pair)
        self._column.addLayout(pair)

    def _part(self, title: str, text: str) -> QWidget:
        """A heading with its words."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(self._theme, title, "h3", wrap=True))
        column.addWidget(MarkupLabel(self._theme, markup.parse(text)))
        column.addStretch(1)
        return part
