"""A question of a finished test, as a row that opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.study.past_test import PastQuestion
from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_bars import LevelBars
from desktop.ui.widgets.level_pill import level_word
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_HEIGHT, _NUMBER, _LEVEL, _MARK, _GAP = 44, 20, 54, 54, 8


class QuestionRow(PaintedButton):
    """Number, title, level and mark; its name is the row in words. One that has changed since cannot open."""

    def __init__(
        self, theme: Theme, number: int, question: PastQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, 8, parent)
        mark = tr("Right") if question.right else tr("Wrong")
        color = "right" if question.right else "wrong"
        words = question.title or tr("Question {n}", n=number)
        level = question.level.value
        changed = tr("Changed since") if question.changed else ""
        named = [tr("{n}. {title}", n=number, title=words), level_word(level), mark, changed]
        self.setAccessibleName(", ".join(part for part in named if part))
        self.setEnabled(not question.changed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("ring_gap", -2)
        self._number = Label(theme, str(number), "small:tnum", "text-3")
        self._number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._title = Label(theme, words, "body", "text", wrap=True)
        self._changed = Label(theme, changed, "small", "text-3")
        self._bars = LevelBars(theme, level)
        self._level = Label(theme, level_word(level), "small", "text-3")
        self._icon = Icon(theme, "circle-check" if question.right else "circle-x", color=color)
        self._mark = Label(theme, mark, "small-strong", "text-2" if question.right else color)
        self._lay_out()
        theme.changed.connect(self._fit)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out the level where there is little room; the heading of the question tells it."""
        self._bars.setVisible(not narrow)
        self._level.setVisible(not narrow)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled() and (self._hover.value or self.isDown()):
            color = self._theme.color
            ground = color("pressed") if self.isDown() else mixed(NOTHING, color("hover"), self._hover.value)
            draw_box(QPainter(self), QRectF(self.rect()), 8, ground)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(14)
        level, mark = QHBoxLayout(), QHBoxLayout()
        for part, icon, label in ((level, self._bars, self._level), (mark, self._icon, self._mark)):
            part.setSpacing(_GAP)
            part.addWidget(icon)
            part.addWidget(label)
        row.addWidget(self._number)
        row.addWidget(self._title, 1)
        row.addWidget(self._changed)
        row.addLayout(level)
        row.addLayout(mark)
        self._changed.setVisible(bool(self._changed.text()))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _fit(self) -> None:
        """Keep the columns of all rows in line: wide enough for the longest word of each."""
        words = max(self._advance("small-strong", word) for word in (tr("Right"), tr("Wrong")))
        levels = max(self._advance("small", level_word(one)) for one in ("easy", "medium", "hard"))
        self.setMinimumHeight(self._theme.px(_HEIGHT))
        self._number.setFixedWidth(self._theme.px(_NUMBER))
        self._level.setFixedWidth(max(self._theme.px(_LEVEL), levels + 1))
        self._mark.setFixedWidth(max(self._theme.px(_MARK), words + 1))

    def _advance(self, style: str, text: str) -> int:
        return self._theme.metrics(style).horizontalAdvance(text)
