"""All questions of a test by number, to go to any of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.sitting import Question, Sitting
from desktop.ui.pages.question_number import QuestionNumber, State
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_GAP = 4


class QuestionStrip(QWidget):
    """One number a question. It is one stop for the Tab key; arrow keys go along the numbers.

    Signals:
        question_chosen: the index of the question to show.
    """

    question_chosen = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self.numbers = [QuestionNumber(theme, index + 1) for index in range(count)]
        for index, number in enumerate(self.numbers):
            row.addWidget(number)
            number.clicked.connect(lambda _=False, i=index: self.question_chosen.emit(i))
            number.stepped.connect(lambda by, i=index: self._step(i + by))

    def show_sitting(self, sitting: Sitting) -> None:
        """Show how far each question is."""
        for index, (number, question) in enumerate(zip(self.numbers, sitting.questions, strict=True)):
            here = index == sitting.at
            number.show_state(_state(question), marked=question.marked, here=here)
            number.setAccessibleName(question_name(index, len(self.numbers), question))

    def _step(self, index: int) -> None:
        if 0 <= index < len(self.numbers):
            self.numbers[index].setFocus(Qt.FocusReason.TabFocusReason)


def question_name(index: int, count: int, question: Question) -> str:
    """Such as "Question 3 of 10, answered, marked"."""
    states = {"open": tr("open"), "part": tr("partly answered"), "answered": tr("answered")}
    parts = [tr("Question {n} of {count}", n=index + 1, count=count), states[_state(question)]]
    return ", ".join([*parts, tr("marked")] if question.marked else parts)


def _state(question: Question) -> State:
    if question.complete:
        return "answered"
    return "open" if question.answer is None else "part"
