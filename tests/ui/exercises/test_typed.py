"""Type: text fields in the code, what keys do there, and typing the answer once more after a miss."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.exercises.typed import TypeAnswer
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.typed import TypeView
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_entry import CodeEntry, LineEntry, LinesEntry
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.slot_look import SlotState
from tests.domain.builders import typed

LINES = {"code": "def f(a):\n    [[1]]\n", "answers": {"1": "if a:\n    b()"}, "misconceptions": None}


class Page(QWidget):
    """Stands for the page: notes the keys that no text field wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


class Hands:
    """A view in a window, and what a learner can do with it."""

    def __init__(self, theme: Theme, *, exam: bool = False, **changes: Any) -> None:
        self.task = typed(**changes)
        self.view = TypeView(theme, self.task, 3, exam=exam)
        self.said: list[str] = []
        self.checks = 0
        self.view.announced.connect(self.said.append)
        self.view.submitted.connect(self._count)
        self.page = Page()
        column = QVBoxLayout(self.page)
        assert self.view.tray is not None
        column.addWidget(self.view.work)
        column.addWidget(self.view.tray)
        self.page.resize(720, 500)
        self.page.show()
        self.page.activateWindow()
        QApplication.processEvents()

    def _count(self) -> None:
        self.checks += 1

    def field(self, number: int) -> CodeEntry:
        return self.view.canvas.entries[number]

    def type(self, number: int, text: str) -> None:
        self.field(number).setFocus()
        QTest.keyClicks(self.field(number), text)

    def key(self, number: int, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.field(number).setFocus()
        QTest.keyClick(self.field(number), key, held)

    def check(self) -> Feedback:
        given = self.view.answer()
        grade = self.task.grade(given)
        stand = Stand.RIGHT if grade.right else Stand.REVEALED
        feedback = Feedback(grade, 1, 0, stand)
        self.view.show_feedback(feedback, self.entry(given, stand=stand))
        return feedback

    def entry(self, *answers: TypeAnswer, **fields: Any) -> Entry:
        return Entry(task="write", content_hash="x", seed=3, answers=answers, attempts=len(answers), **fields)

    def states(self) -> list[SlotState]:
        canvas = self.view.canvas
        return [canvas._state(place, again=False) for place in canvas.sheet.places]

    def names(self) -> list[str]:
        return [entry.accessibleName() for entry in self.view.canvas.entries.values()]


@pytest.fixture
def make(qtbot, theme):
    def build(**options: Any) -> Hands:
        hands = Hands(theme, **options)
        qtbot.addWidget(hands.page)
        return hands

    return build


def test_letters_and_digits_belong_to_the_text_field(make):
    hands = make()
    hands.type(1, "n > 12ab")
    assert hands.view.answer().typed == {1: "n > 12ab", 2: ""}
    assert hands.page.keys == []


def test_every_blank_has_to_be_filled(make):
    hands = make()
    hands.type(1, "n")
    assert not hands.view.complete
    hands.type(2, "append")
    assert hands.view.complete


def test_tab_goes_on_and_enter_asks_for_a_check(make):
    hands = make()
    hands.key(1, Qt.Key.Key_Tab)
    assert hands.field(2).hasFocus()
    hands.key(2, Qt.Key.Key_Return)
    assert hands.checks == 1


@pytest.mark.parametrize("changes", [{}, LINES], ids=["line", "lines"])
def test_the_keys_of_the_page_go_through_a_text_field(make, changes):
    hands = make(**changes)
    hands.key(1, Qt.Key.Key_Escape)
    hands.key(1, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    hands.key(1, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wanted = {Qt.Key.Key_Control, Qt.Key.Key_Alt}
    assert [key for key in hands.page.keys if key not in wanted] == [
        Qt.Key.Key_Escape,
        Qt.Key.Key_H,
        Qt.Key.Key_Left,
    ]


def test_undo_belongs_to_the_text(make):
    hands = make()
    hands.type(1, "abc")
    hands.key(1, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.field(1).entered() == ""
    assert Qt.Key.Key_Z not in hands.page.keys
    hands.view.redo()
    assert hands.field(1).entered() == "abc"


@pytest.mark.parametrize("changes", [{}, LINES], ids=["line", "lines"])
def test_nothing_is_corrected_or_completed(make, changes):
    hands = make(**changes)
    hints = hands.field(1).inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert hints & Qt.InputMethodHint.ImhNoAutoUppercase


def test_up_and_down_go_from_blank_to_blank(make):
    hands = make()
    hands.type(1, "n")
    down = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert hands.view.key_pressed(down)
    assert hands.field(2).hasFocus()


def test_all_slots_are_as_wide_and_the_code_does_not_move_while_typing(make):
    hands = make(answers={"1": "x", "2": "y"}, misconceptions=None)
    before = [place.rect for place in hands.view.canvas.sheet.places]
    assert len({rect.width() for rect in before}) == 1
    cell = hands.view._theme.metrics("code").horizontalAdvance("0")
    assert hands.field(1).width() >= 8 * cell
    hands.type(1, "a long entry that does not fit into its slot")
    assert [place.rect for place in hands.view.canvas.sheet.places] == before


def test_several_lines_are_typed_with_their_indentation(make):
    hands = make(**LINES)
    assert isinstance(hands.field(1), LinesEntry)
    hands.type(1, "if a:")
    hands.key(1, Qt.Key.Key_Return)
    hands.type(1, "b()")
    hands.key(1, Qt.Key.Key_Return)
    hands.key(1, Qt.Key.Key_Backspace)
    hands.type(1, "c()")
    assert hands.field(1).entered() == "if a:\n    b()\nc()"
    assert hands.checks == 0
    hands.key(1, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hands.checks == 1


def test_tab_leaves_several_lines_too(make):
    hands = make(code="[[1]]\nout.[[2]](n)", answers={"1": "a\nb", "2": "append"}, misconceptions=None)
    assert isinstance(hands.field(2), LineEntry)
    hands.key(1, Qt.Key.Key_Tab)
    assert hands.field(2).hasFocus()


def test_names_tell_number_line_and_mark(make):
    hands = make()
    assert hands.names() == ["Blank 1 of 2, line 2", "Blank 2 of 2, line 3"]
    hands.type(1, "n<0")
    hands.type(2, "append")
    hands.check()
    assert hands.names() == ["Blank 1 of 2, line 2", "Blank 2 of 2, line 3, right"]


def test_a_right_answer_is_ticked_and_locked(make):
    hands = make()
    hands.type(1, "0<n")
    hands.type(2, "append")
    feedback = hands.check()
    assert hands.view.verdict_words(feedback) == "Right."
    assert hands.states() == [SlotState.RIGHT, SlotState.RIGHT]
    assert hands.field(1).isReadOnly()
    assert not hands.view.lingers


def test_after_a_miss_the_answer_opens_and_is_typed_once_more(make):
    hands = make()
    hands.type(1, "n < 0")
    hands.type(2, "append")
    feedback = hands.check()
    assert hands.view.lingers
    assert hands.view.verdict_words(feedback) == "Blank 1 is not right yet. Type it once more."
    assert hands.states()[1] is SlotState.RIGHT
    assert hands.field(1).entered() == ""
    assert hands.view.first_focus() is hands.field(1)
    changes: list[None] = []
    hands.view.changed.connect(lambda: changes.append(None))
    hands.type(1, "n > ")
    hands.key(1, Qt.Key.Key_Return)
    assert hands.said == ["Blank 1 is not right yet"]
    assert hands.checks == 0
    hands.type(1, "0")
    assert hands.said[-1] == "Blank 1 is right now."
    assert hands.states() == [SlotState.RIGHT, SlotState.RIGHT]
    assert changes == []
    hands.key(1, Qt.Key.Key_Return)
    assert hands.checks == 1


def test_the_notes_after_a_miss_say_why_and_then_what_to_type(make):
    hands = make()
    given = TypeAnswer(typed={1: "n < 0", 2: "push"})
    notes = hands.view.closing_notes(hands.entry(given, stand=Stand.REVEALED))
    assert [note.title for note in notes] == [
        "Blanks 1 and 2 were not right",
        "Type it once more",
        "The worked answer",
        "Also right",
    ]
    said = [span.text for block in notes[0].blocks for span in block.spans]
    assert "It keeps the negative ones." in said
    assert "This does something other than what is asked for." in said


def test_the_legend_speaks_of_blanks_while_they_are_typed_once_more(make, qtbot):
    hands = make()
    hands.type(1, "n < 0")
    hands.type(2, "push")
    hands.check()
    with qtbot.assertNotEmitted(hands.view.settled):
        assert [item.words for item in hands.view.legend()] == ["goes to the next blank"]
        hands.type(1, "n > 0")
        assert hands.view.legend() == []
    with qtbot.waitSignal(hands.view.settled):
        hands.type(2, "append")


def test_a_test_asks_for_nothing_to_be_typed_once_more(make):
    hands = make(exam=True)
    given = TypeAnswer(typed={1: "n < 0", 2: "push"})
    titles = [note.title for note in hands.view.closing_notes(hands.entry(given, stand=Stand.REVEALED))]
    assert titles == ["Blanks 1 and 2 were not right", "The worked answer", "Also right"]


def test_what_python_cannot_read_is_said_in_its_words(make):
    hands = make()
    hands.type(1, "f(n")
    hands.type(2, "append")
    (note,) = hands.view.feedback_notes(hands.check())
    assert note.blocks[0].spans[0].text == "Python cannot read this: '(' was never closed."


def test_a_placement_is_put_back_and_what_no_longer_fits_is_left_out(make):
    hands = make()
    hands.view.restore({"typed": {"1": "n > 0", "2": 7, "9": "x"}})
    assert hands.view.placement() == {"typed": {"1": "n > 0"}}
    hands.view.restore({"typed": [1]})
    assert hands.view.placement() == {"typed": {}}


def test_reset_empties_the_blanks_and_can_be_undone(make):
    hands = make()
    hands.type(1, "n > 0")
    hands.view.reset()
    assert hands.field(1).entered() == ""
    hands.view.undo()
    assert hands.field(1).entered() == "n > 0"


def test_a_done_task_is_looked_at_as_it_was_left(make):
    hands = make()
    given = TypeAnswer(typed={1: "n > 0", 2: "append"})
    hands.view.show_entry(hands.entry(given, stand=Stand.RIGHT))
    assert hands.view.answer() == given
    assert hands.states() == [SlotState.RIGHT, SlotState.RIGHT]


def test_after_a_test_what_was_typed_is_marked_and_the_right_code_shown(make):
    hands = make(exam=True)
    hands.view.show_result(TypeAnswer(typed={1: "n < 0", 2: "append"}))
    assert hands.states() == [SlotState.WRONG, SlotState.RIGHT]
    assert hands.field(1).isReadOnly()
    assert not hands.view.lingers
    assert hands.view.tray is not None
    (panel,) = hands.view.tray.findChildren(CodePanel)
    assert "if n > 0:" in panel._lines._text


def test_the_other_slots_of_a_blank_show_what_is_typed_into_the_first(make):
    hands = make(code="a = [[1]]\nb = [[1]]", answers={"1": "x"}, misconceptions=None)
    hands.type(1, "y")
    first, second = hands.view.canvas.sheet.places
    assert hands.view.canvas._state(first, again=False) is SlotState.ACTIVE
    assert hands.view.canvas._state(second, again=True) is SlotState.TWIN
    assert len(hands.view.canvas.entries) == 1
