"""Debug: picking a line and a fix by mouse and keys, marks, names, and what is said."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.exercises.debug import DebugAnswer
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.debug import DebugView
from desktop.ui.theme import Theme
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.code_lines import CodeLines
from tests.domain.builders import debug


class Hands:
    """A view in a window, and what a learner can do with it."""

    def __init__(self, theme: Theme, *, exam: bool = False, **changes: Any) -> None:
        self.task = debug(**changes)
        self.view = DebugView(theme, self.task, 3, exam=exam)
        self.said: list[str] = []
        self.view.announced.connect(self.said.append)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        for part in (self.view.work, self.view.tray):
            assert part is not None
            column.addWidget(part)
        column.addStretch(1)
        self.window.resize(720, 700)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.lines, self.fixes = self.view._lines, self.view._fixes

    def click_line(self, number: int) -> None:
        at = self.lines.line_rect(number).center()
        QTest.mouseClick(self.lines, Qt.MouseButton.LeftButton, pos=QPoint(60, at.y()))
        QApplication.processEvents()

    def row(self, fix: int) -> ChoiceRow:
        return self.fixes.rows[self.view._order.index(fix)]

    def click_fix(self, fix: int) -> None:
        QTest.mouseClick(self.row(fix), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, text: str = "") -> bool:
        """A key that nothing else wanted, as the page hands it on."""
        return self.view.key_pressed(
            QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        )

    def check(self, attempt: int = 1) -> Feedback:
        """Check what is chosen, as the page does."""
        given = self.view.answer()
        grade = self.task.grade(given)
        left = self.task.attempts - attempt
        stand = Stand.RIGHT if grade.right else Stand.OPEN if left else Stand.REVEALED
        feedback = Feedback(grade, attempt, left, stand)
        self.view.show_feedback(feedback, self.entry(given, stand=stand, attempts=attempt))
        return feedback

    def entry(self, *answers: DebugAnswer, **fields: Any) -> Entry:
        return Entry(
            task="mend", content_hash="x", seed=3, answers=answers, **{"attempts": len(answers), **fields}
        )

    def names(self) -> list[str]:
        return [self.lines.stop(number).accessibleName() for number in self.lines.numbers]

    def code(self) -> str:
        return self.lines._text

    def chosen(self) -> tuple[int, int | None]:
        answer = self.view.answer()
        return answer.line, answer.fix


def focused_widget() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def make(qtbot, theme):
    def build(**options: Any) -> Hands:
        hands = Hands(theme, **options)
        qtbot.addWidget(hands.window)
        return hands

    return build


def test_a_click_on_a_line_unfolds_the_fixes_for_it(make):
    hands = make()
    assert not hands.fixes.open
    hands.click_line(3)
    assert hands.fixes.open
    assert hands.fixes._heading.text() == "Line 3 becomes"
    assert hands.said == ["Line 3 chosen. Choose a fix, A to C."]
    assert hands.names()[1] == "Line 3, c = a, chosen"


def test_an_empty_line_cannot_be_picked(make):
    hands = make()
    hands.click_line(2)
    assert hands.chosen() == (0, None)
    assert [name.split(",")[0] for name in hands.names()] == ["Line 1", "Line 3", "Line 4"]


def test_line_and_fix_are_both_needed(make):
    hands = make()
    hands.click_line(4)
    assert not hands.view.complete
    hands.click_fix(1)
    assert hands.view.complete
    assert hands.chosen() == (4, 1)


def test_another_line_lets_the_fix_go(make):
    hands = make()
    hands.click_line(4)
    hands.click_fix(1)
    hands.click_line(3)
    assert hands.chosen() == (3, None)


def test_arrows_go_from_line_to_line_as_one_tab_stop(make):
    hands = make()
    hands.view.first_focus().setFocus()
    focused = [hands.lines.stop(n) for n in hands.lines.numbers]
    assert [stop.focusPolicy() & Qt.FocusPolicy.TabFocus != Qt.FocusPolicy.NoFocus for stop in focused] == [
        True,
        False,
        False,
    ]
    QTest.keyClick(focused[0], Qt.Key.Key_Down)
    assert hands.chosen() == (1, None)
    QTest.keyClick(focused[0], Qt.Key.Key_Down)
    assert hands.chosen() == (3, None)
    QTest.keyClick(focused_widget(), Qt.Key.Key_Down)
    QTest.keyClick(focused_widget(), Qt.Key.Key_Down)
    assert hands.chosen() == (4, None)
    QTest.keyClick(focused_widget(), Qt.Key.Key_Up)
    assert hands.chosen() == (3, None)
    assert hands.lines.stop(3).hasFocus()


def test_the_space_bar_picks_the_line_that_has_the_keyboard_and_enter_asks_for_a_check(make, qtbot):
    hands = make()
    hands.view.first_focus().setFocus()
    QTest.keyClick(focused_widget(), Qt.Key.Key_Space)
    assert hands.chosen() == (1, None)
    with qtbot.waitSignal(hands.view.submitted):
        QTest.keyClick(focused_widget(), Qt.Key.Key_Return)


def test_letters_choose_a_fix_once_the_fixes_are_there(make):
    hands = make()
    assert not hands.press(Qt.Key.Key_A, "a")
    hands.press(Qt.Key.Key_Down)
    assert hands.press(Qt.Key.Key_B, "b")
    assert hands.chosen() == (1, hands.view._order[1])
    assert not hands.press(Qt.Key.Key_D, "d")


def test_fixes_are_shuffled_by_the_seed(theme, qtbot):
    orders = {tuple(DebugView(theme, debug(), seed)._order) for seed in range(20)}
    assert len(orders) == 6


def test_a_wrong_line_says_why_it_is_fine_and_nothing_of_the_fix(make):
    hands = make()
    hands.click_line(3)
    hands.click_fix(1)
    feedback = hands.check()
    (note,) = hands.view.feedback_notes(feedback)
    assert note.title == "Line 3 is not the fault"
    assert note.blocks[0].spans[0].text == "It is not used."
    assert hands.view.verdict_words(feedback) == "Line 3 is not the fault."
    assert hands.names()[1] == "Line 3, c = a, not the fault"
    assert not hands.fixes.open
    assert {row.state for row in hands.fixes.rows} == {"idle"}


def test_a_wrong_line_without_a_text_gets_a_plain_sentence(make):
    hands = make()
    hands.click_line(1)
    hands.click_fix(0)
    (note,) = hands.view.feedback_notes(hands.check())
    assert note.blocks[0].spans[0].text.startswith("This line does what it should.")


def test_a_line_that_was_wrong_is_not_picked_again(make):
    hands = make()
    hands.click_line(3)
    hands.click_fix(1)
    hands.check()
    hands.click_line(3)
    assert hands.chosen() == (0, None)
    hands.click_line(1)
    QTest.keyClick(hands.lines.stop(1), Qt.Key.Key_Down)
    assert hands.chosen() == (4, None)


def test_the_right_line_locks_and_the_wrong_fix_says_what_it_does(make):
    hands = make()
    hands.click_line(4)
    hands.click_fix(1)
    feedback = hands.check()
    (note,) = hands.view.feedback_notes(feedback)
    assert note.title == "Line 4 is right, the fix not yet"
    assert note.blocks[0].spans[0].text == "It subtracts the other way round."
    letter = hands.view._letter(1)
    assert hands.view.verdict_words(feedback) == f"Line 4 is the fault. Fix {letter} is not right yet."
    assert hands.names()[2] == "Line 4, return a - b, right"
    assert hands.row(1).state == "wrong"
    hands.click_line(1)
    hands.click_fix(1)
    assert hands.chosen() == (4, None)
    hands.click_fix(0)
    assert hands.chosen() == (4, 0)


def test_the_mended_code_is_shown_when_it_is_right(make):
    hands = make()
    hands.click_line(4)
    hands.click_fix(0)
    feedback = hands.check()
    assert hands.view.verdict_words(feedback) == "Right."
    assert hands.code().endswith("    return a + b")
    assert hands.names()[2] == "Line 4, return a + b, right"
    assert hands.row(0).state == "right"


def test_the_mended_code_is_shown_after_the_last_miss(make):
    hands = make()
    hands.click_line(3)
    hands.click_fix(1)
    hands.check(attempt=3)
    assert hands.code().endswith("    return a + b")
    notes = hands.view.closing_notes(
        hands.entry(DebugAnswer(line=3, fix=1), stand=Stand.REVEALED, attempts=3)
    )
    assert [note.title for note in notes] == [
        "Line 3 is not the fault",
        "The worked answer",
        "Why line 4 changes",
        *(f"Fix {letter} does not mend it" for letter in sorted(map(hands.view._letter, (1, 2)))),
    ]
    assert hands.view.legend() == []


def test_a_wrong_fix_of_the_last_attempt_is_explained_once(make):
    hands = make()
    given = DebugAnswer(line=4, fix=1)
    notes = hands.view.closing_notes(hands.entry(given, stand=Stand.REVEALED, attempts=3))
    chosen, other = map(hands.view._letter, (1, 2))
    assert [note.title for note in notes] == [
        f"Line 4 was right, fix {chosen} was not",
        "The worked answer",
        "Why line 4 changes",
        f"Fix {other} does not mend it",
    ]


def test_undo_goes_back_to_the_last_check_and_no_further(make):
    hands = make()
    hands.click_line(4)
    hands.click_fix(1)
    hands.check()
    hands.click_fix(2)
    hands.click_fix(0)
    hands.view.undo()
    assert hands.chosen() == (4, 2)
    hands.view.redo()
    assert hands.chosen() == (4, 0)
    for _ in range(4):
        hands.view.undo()
    assert hands.chosen() == (4, None)


def test_reset_keeps_the_line_that_is_right(make):
    hands = make()
    hands.click_line(4)
    hands.click_fix(1)
    hands.check()
    hands.click_fix(2)
    hands.view.reset()
    assert hands.chosen() == (4, None)
    hands.view.undo()
    assert hands.chosen() == (4, 2)


@pytest.mark.parametrize(
    ("placement", "kept"),
    [
        ({"line": 3, "fix": 1}, {"line": 3, "fix": 1}),
        ({"line": 2, "fix": 1}, {"line": 0, "fix": None}),
        ({"line": 99, "fix": 1}, {"line": 0, "fix": None}),
        ({"line": 3, "fix": 9}, {"line": 3, "fix": None}),
        ({"line": "3", "fix": [1]}, {"line": 0, "fix": None}),
        ({}, {"line": 0, "fix": None}),
    ],
)
def test_a_placement_is_put_back_and_what_no_longer_fits_is_left_out(make, placement, kept):
    hands = make()
    hands.view.restore(placement)
    assert hands.view.placement() == kept


def test_an_open_entry_shows_what_was_tried_and_what_was_found(make):
    hands = make()
    tried = (DebugAnswer(line=3, fix=1), DebugAnswer(line=4, fix=1))
    hands.view.show_entry(hands.entry(*tried, placement={"line": 4, "fix": 2}))
    assert hands.names()[1:] == ["Line 3, c = a, not the fault", "Line 4, return a - b, right"]
    assert hands.chosen() == (4, 2)
    assert hands.row(1).state == "wrong"
    assert hands.view.first_focus() in hands.fixes.rows


def test_an_exam_shows_no_marks(make):
    hands = make(exam=True)
    hands.click_line(3)
    hands.click_fix(1)
    assert hands.names()[1] == "Line 3, c = a, chosen"
    assert {row.state for row in hands.fixes.rows} == {"idle", "chosen"}


def test_after_a_test_the_answer_and_the_right_one_are_marked(make):
    hands = make(exam=True)
    hands.view.show_result(DebugAnswer(line=3, fix=1))
    assert hands.names()[1:] == ["Line 3, c = a, not the fault", "Line 4, return a - b, right"]
    assert [hands.row(i).state for i in range(3)] == ["right", "wrong", "rest"]
    assert hands.fixes._heading.text() == "Line 4 becomes"


def test_a_question_without_an_answer_shows_the_right_one(make):
    hands = make(exam=True)
    hands.view.show_result(None)
    assert [name.split(", ")[-1] for name in hands.names()] == ["b):", "c = a", "right"]


def test_the_output_stands_below_the_code_with_a_name_of_its_own(make):
    hands = make()
    shown = [part.accessibleName() for part in hands.view.work.findChildren(CodeLines)]
    assert shown == ["Code, sum.py", "Code, Output"]


def test_the_fixes_are_scrolled_into_sight(make, qtbot):
    hands = make()
    area = QScrollArea()
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.setWidget(hands.window)
    area.resize(720, 260)
    area.show()
    hands.click_line(1)
    QApplication.processEvents()
    QApplication.processEvents()
    last = hands.fixes.rows[-1]
    bottom = last.mapTo(area.viewport(), QPoint(0, last.height())).y()
    assert bottom <= area.viewport().height()


def test_the_fixes_are_still_in_sight_when_they_have_unfolded(theme, make, qtbot):
    theme.apply("light", 1.0, reduced_motion=False)
    hands = make()
    area = QScrollArea()
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.setWidget(hands.window)
    area.resize(720, 260)
    area.show()
    hands.click_line(1)
    last = hands.fixes.rows[-1]

    def in_sight() -> None:
        bottom = last.mapTo(area.viewport(), QPoint(0, last.height())).y()
        assert 0 < bottom <= area.viewport().height()

    qtbot.wait_until(lambda: hands.fixes.maximumHeight() > 10_000)
    qtbot.wait_until(in_sight)
