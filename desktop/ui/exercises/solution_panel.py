"""The worked solution of a task: numbered steps, the final answer, a quick check and common mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.exercises.task import Step
from desktop.ui.boxes import NOTHING, draw_box
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.painted import Painted
from desktop.ui.words import tr

_STEP_MS = 200


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common mistake and the letter of the option it belongs to; no letter for a general one."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Solution:
    """What the panel shows; empty parts are left out."""

    steps: Sequence[Step]
    final: str = ""
    quick_check: str = ""
    mistakes: Sequence[Mistake] = ()


class SolutionPanel(QWidget):
    """Folds open step by step; nothing is shown before `unfold`."""

    def __init__(self, theme: Theme, solution: Solution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if solution.steps or solution.final:
            column.addWidget(self._card(solution))
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        if solution.quick_check:
            self._pair.addWidget(self._quick_check(solution.quick_check), 10)
        if solution.mistakes:
            self._pair.addWidget(self._mistakes(solution.mistakes), 15)
        column.addLayout(self._pair)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)
        self.hide()

    @property
    def open(self) -> bool:
        """Whether it is unfolded."""
        return not self.isHidden()

    def unfold(self, *, at_once: bool = False) -> None:
        """Open, one part after the other; all at once where motion is reduced."""
        self.show()
        pause = 0 if at_once else self._theme.ms(_STEP_MS)
        for part in self._parts:
            part.setVisible(not pause)
        if pause:
            self._show_next()
            self._timer.start(pause)

    def fold(self) -> None:
        """Close."""
        self._timer.stop()
        self.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Put the quick check above the mistakes rather than beside them."""
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _show_next(self) -> None:
        hidden = next((part for part in self._parts if part.isHidden()), None)
        if hidden is None:
            self._timer.stop()
        else:
            hidden.show()

    def _card(self, solution: Solution) -> Card:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        column.addWidget(Label(self._theme, tr("Worked solution"), "h3"))
        for number, step in enumerate(solution.steps, 1):
            column.addWidget(self._part(_StepRow(self._theme, number, step)))
        if solution.final:
            column.addWidget(self._part(_FinalRow(self._theme, solution.final)))
        return card

    def _part(self, widget: QWidget) -> QWidget:
        self._parts.append(widget)
        return widget

    def _quick_check(self, text: str) -> QWidget:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addWidget(Label(self._theme, tr("Quick check"), "title"))
        column.addWidget(MarkupLabel(self._theme, markup.parse(text), "note"))
        column.addStretch(1)
        return self._part(card)

    def _mistakes(self, mistakes: Sequence[Mistake]) -> QWidget:
        card = Card(self._theme)
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 16)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.addWidget(Label(self._theme, tr("Common mistakes"), "title"), 0, 0, 1, 2)
        lettered = any(one.letter for one in mistakes)
        for row, one in enumerate(mistakes, 1):
            text = MarkupLabel(self._theme, markup.parse(one.text), "small")
            if lettered:
                letter = Label(self._theme, one.letter, "small-strong")
                grid.addWidget(letter, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1 if lettered else 0)
        grid.setColumnStretch(1 if lettered else 0, 1)
        grid.setRowStretch(len(mistakes) + 1, 1)
        return self._part(card)


class _Number(Painted):
    """A step's number in a circle."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme)
        self._number = number

    def extent(self) -> QSize:
        edge = self._theme.px(22)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        box = QRectF(self.rect())
        draw_box(painter, box, box.height() / 2, NOTHING, theme.color("control"))
        painter.setPen(theme.color("text-2"))
        painter.setFont(theme.font("key"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class _StepRow(QWidget):
    """One step: number, words, and its line of code."""

    def __init__(self, theme: Theme, number: int, step: Step) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addWidget(_Number(theme, number), 0, Qt.AlignmentFlag.AlignTop)
        words = MarkupLabel(theme, markup.parse(step.text), "body", "text")
        if len(step.code) > 32:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(words)
            column.addWidget(Label(theme, step.code, "code-tight", wrap=True))
            row.addLayout(column, 1)
            return
        row.addWidget(words, 1)
        if step.code:
            row.addWidget(Label(theme, step.code, "code-tight"), 0, Qt.AlignmentFlag.AlignTop)


class _FinalRow(QWidget):
    """The final answer on its green ground."""

    def __init__(self, theme: Theme, answer: str) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(Icon(theme, "circle-check", color="right"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, tr("Final answer"), "title", "right"), 0, Qt.AlignmentFlag.AlignTop)
        words = MarkupLabel(theme, markup.parse(answer), "title", "right")
        row.addStretch(1)
        row.addWidget(words)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), QRectF(self.rect()), 8, self._theme.color("right-soft"))
