"""What a check shows of an arrangement, what is said, and how a task ends."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication

from desktop.domain.round import Stand
from desktop.ui.exercises.view import NoteText
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.flight import Flight
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.line_look import LineFace
from desktop.ui.widgets.line_row import LineRow
from tests.ui.exercises.arrange_tasks import FADED, SOLVED, ArrangeHands, answer, arrange_task, entry

Make = Callable[..., ArrangeHands]
MIXED = ((3, 0), (1, 0), (2, 1), (4, 0), (6, 1))
"""Line 3 stands too early, line 4 not deep enough, line 6 is not needed, line 5 is missing."""

SIGNS = {"1": {"answers": "<", "choices": ["<", ">"]}}


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(exam: bool = False, width: int = 780, **fields: Any) -> ArrangeHands:
        hands = ArrangeHands(theme, arrange_task(**fields), exam=exam, width=width)
        qtbot.addWidget(hands.window)
        return hands

    return build


def faces(hands: ArrangeHands) -> list[tuple[str, str]]:
    shown = [hands.row(line).face() for line, _ in hands.rows()]
    return [(face.mark, face.words) for face in shown]


def words_of(note: NoteText) -> list[str]:
    """The paragraphs of a note as plain text."""
    return ["".join(span.text for span in block.spans) for block in note.blocks if hasattr(block, "spans")]


def test_only_a_check_marks_and_each_mark_has_words(make: Make) -> None:
    hands = make()
    hands.put(*MIXED)
    assert set(faces(hands)) == {("", "")}
    hands.check()
    assert faces(hands) == [
        ("wrong", "wrong place"),
        ("right", ""),
        ("right", ""),
        ("wrong", "wrong indentation"),
        ("wrong", "not needed"),
    ]


def test_the_first_wrong_line_is_selected_and_every_line_can_still_move(make: Make) -> None:
    hands = make()
    hands.put(*MIXED)
    hands.check()
    assert hands.board.stand.selected == 3
    hands.select(1)
    hands.press(Qt.Key.Key_Up, alt=True)
    assert [line for line, _ in hands.rows()][:2] == [1, 3]
    assert faces(hands)[:2] == [("", ""), ("wrong", "wrong place")]


def test_names_tell_place_text_indentation_and_mark(make: Make) -> None:
    hands = make()
    hands.put(*MIXED)
    hands.check()
    assert hands.names() == [
        "Line 1 of 5, errors = watch(new, minutes=30), indent 0, wrong place",
        "Line 2 of 5, def canary(new, old, share=0.05):, indent 0, right",
        "Line 3 of 5, route(new, share), indent 1, right",
        "Line 4 of 5, if errors > limit(old):, indent 0, wrong indentation",
        "Line 5 of 5, route(old, share), indent 1, not needed",
    ]
    assert hands.chip(5).accessibleName() == f"Chip {hands.chip(5).letter}, route(old, 1.0)"


@pytest.mark.parametrize(("mark", "word"), [(None, "blank"), ("len", "len")])
def test_a_line_with_a_blank_says_its_word(make: Make, mark: str | None, word: str) -> None:
    hands = make(**FADED)
    hands.put((1, 0), (2, 1))
    if mark:
        hands.row(2).blanks[1].chosen.emit(mark)
    assert hands.names()[1] == f"Line 2 of 2, total = {word}(rows), indent 1"


def test_what_is_named_is_found_by_a_screen_reader(make: Make) -> None:
    hands = make()
    hands.put((1, 0), (2, 1))
    hands.select(2)
    shown = [hands.row(2), hands.board.tools.button("up"), hands.lines.next, hands.chip(4)]
    found = [QAccessible.queryAccessibleInterface(widget) for widget in shown]
    assert [(one.role(), one.text(QAccessible.Text.Name)) for one in found] == [
        (QAccessible.Role.Button, "Line 2 of 2, route(new, share), indent 1"),
        (QAccessible.Role.Button, "Move line 2 up"),
        (QAccessible.Role.Button, "Next line"),
        (QAccessible.Role.Button, f"Chip {hands.chip(4).letter}, if errors > limit(old):"),
    ]


def test_the_note_gives_the_reasons_and_a_sentence_for_the_rest(make: Make) -> None:
    hands = make()
    hands.put(*MIXED)
    feedback = hands.check()
    (note,) = hands.view.feedback_notes(feedback)
    assert (note.tone, note.title) == ("wrong", "Lines 1, 4 and 5 are not right yet")
    assert words_of(note) == [
        "1  Traffic must flow before it is watched.",
        "5  The old model serves everyone already.",
        "Line 4 has the right place, but not the right indentation. Ask which block it belongs to.",
        "A line that is needed is not placed.",
    ]
    assert hands.view.verdict_words(feedback) == "Lines 1, 4 and 5 are not right yet."


def test_a_single_wrong_line_needs_no_number(make: Make) -> None:
    hands = make()
    hands.put((3, 1), (1, 0), (2, 1), (4, 1), (5, 2))
    (note,) = hands.view.feedback_notes(hands.check())
    assert note.title == "Line 1 is not right yet"
    assert words_of(note) == ["Traffic must flow before it is watched."]


def test_a_wrong_word_is_marked_in_its_blank(make: Make) -> None:
    hands = make(**FADED)
    hands.put((1, 0), (2, 1), (3, 1))
    hands.row(2).blanks[1].chosen.emit("len")
    (note,) = hands.view.feedback_notes(hands.check())
    assert faces(hands)[1] == ("wrong", "wrong word")
    assert words_of(note) == ["The word chosen in line 2 does not belong there."]
    assert hands.row(2).blanks[1]._wrong


def test_when_it_is_right_nothing_moves_any_more(make: Make) -> None:
    hands = make()
    hands.put(*SOLVED)
    feedback = hands.check(attempt=2)
    assert feedback.grade.right
    assert set(faces(hands)) == {("right", "")}
    assert not hands.row(1).isEnabled()
    assert hands.board.tools.isHidden()
    assert not hands.letter(6)
    assert not hands.press(Qt.Key.Key_Down, alt=True)
    hands.view.undo()
    assert hands.rows() == list(SOLVED)
    assert (hands.tray.caption(), hands.chip(6).isHidden()) == ("Not needed", False)
    notes = hands.view.closing_notes(entry(hands.task, [answer(*SOLVED)], Stand.RIGHT, 2))
    assert [(note.tone, note.title, note.end) for note in notes] == [
        ("right", "Right", "on attempt 2"),
        ("plain", "What each line does", ""),
    ]


def test_after_the_last_miss_the_solved_order_stands_there(make: Make) -> None:
    hands = make()
    hands.put(*MIXED)
    feedback = hands.check(attempt=3)
    assert hands.rows() == list(SOLVED)
    assert set(faces(hands)) == {("right", "")}
    assert hands.view.verdict_words(feedback) == "Lines 1, 4 and 5 are not right yet."
    done = entry(hands.task, [answer(*MIXED)] * 3, Stand.REVEALED)
    titles = [note.title for note in hands.view.closing_notes(done)]
    assert titles == ["Lines 1, 4 and 5 were not right", "The worked answer", "What each line does"]


def test_a_done_task_can_be_looked_at_again(make: Make) -> None:
    hands = make()
    hands.view.show_entry(entry(hands.task, [answer(*MIXED)] * 3, Stand.REVEALED))
    assert hands.rows() == list(SOLVED)
    hands.view.show_entry(entry(hands.task, [answer(*SOLVED)], Stand.RIGHT))
    assert set(faces(hands)) == {("right", "")}
    hands.view.show_entry(entry(hands.task, []))
    assert hands.rows() == []
    assert hands.row(1).isEnabled() or hands.row(1).isHidden()


def test_the_solved_order_is_the_one_that_is_nearest(make: Make) -> None:
    hands = make(needs={"2": [1], "3": [1], "4": [3], "5": [4]})
    hands.put((3, 1), (1, 0), (4, 1), (2, 1), (5, 2))
    hands.check(attempt=3)
    assert [line for line, _ in hands.rows()] == [1, 3, 4, 2, 5]


def test_in_a_test_no_mark_is_shown_and_afterwards_the_right_order_below(make: Make) -> None:
    hands = make(exam=True)
    hands.put(*MIXED)
    assert set(faces(hands)) == {("", "")}
    hands.view.show_result(answer(*MIXED))
    assert faces(hands)[0] == ("wrong", "wrong place")
    assert len(hands.below.findChildren(CodePanel)) == 1
    assert hands.tray.isHidden()


def test_a_right_result_shows_no_second_order_and_an_empty_one_says_so(make: Make) -> None:
    right = make(exam=True)
    right.view.show_result(answer(*SOLVED))
    assert right.below.findChildren(CodePanel) == []
    empty = make(exam=True)
    empty.view.show_result(None)
    assert empty.lines.next.accessibleName() == "No line was placed"
    assert len(empty.below.findChildren(CodePanel)) == 1


def test_how_many_lines_are_not_needed_is_said_under_the_prompt(make: Make) -> None:
    aside = make().view.aside
    assert isinstance(aside, Label)
    assert aside.text() == "One line is not needed."
    assert make(distractors=None).view.aside is None


def test_a_long_line_wraps_and_no_text_lies_under_tools_or_marks(make: Make, theme: Theme) -> None:
    long = "value = combine(" + ", ".join(f"argument_{n}" for n in range(8)) + ")"
    hands = make(code=f"a = 1\n{long}\nb = 2\n", misplaced=None, lines=None, width=640)
    hands.put((2, 0), (1, 0), (3, 0))
    hands.select(2)
    row, tools = hands.row(2), hands.board.tools
    text = row._laid_out(row._room(row.width(), 0))
    widest = max(text.lineAt(n).naturalTextWidth() for n in range(text.lineCount()))
    assert row.height() > hands.row(1).height()
    cross = theme.px(16)
    assert row.text_left(0) + widest + cross <= tools.x() - row.x()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_code_is_never_mirrored(make: Make, direction: Qt.LayoutDirection) -> None:
    QApplication.setLayoutDirection(direction)
    hands = make()
    hands.put(*SOLVED)
    hands.select(5)
    assert hands.row(5).text_at().x() > hands.row(1).text_at().x()
    assert hands.board.tools.x() > hands.lines.width() // 2


def test_a_word_in_a_blank_reads_the_same_in_a_mirrored_window(make: Make) -> None:
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        QApplication.setLayoutDirection(direction)
        hands = make(code="if a [[1]] b:\n    c()\n    d()\n", misplaced=None, lines=None, faded=SIGNS)
        hands.put((1, 0), (2, 1))
        blank = hands.row(1).blanks[1]
        blank.chosen.emit("<")
        pictures.append(blank.grab().toImage())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_state_is_painted_and_no_two_look_alike(make: Make, theme: Theme, mode: Mode) -> None:
    theme.apply(mode, 1.0, reduced_motion=True)
    hands = make()
    hands.put(*SOLVED)
    row = hands.row(2)
    states = [
        LineFace(indent=1),
        LineFace(indent=1, selected=True),
        LineFace(indent=1, mark="right"),
        LineFace(indent=1, mark="wrong", words="wrong place"),
        LineFace(indent=1, mark="wrong", words="wrong place", selected=True, taken=150),
        LineFace(indent=1, gone=True),
        LineFace(indent=2),
    ]
    pictures = [picture(row, face) for face in states]
    assert all(one != other for one, other in combinations(pictures, 2))


def picture(row: LineRow, face: LineFace) -> QImage:
    row.set_face(face, movable=True)
    return row.grab().toImage()


def test_with_motion_a_line_flies_to_its_row_and_then_stands_there(make: Make, theme: Theme, qtbot) -> None:
    theme.apply("light", 1.0, reduced_motion=False)
    hands = make()
    hands.letter(1)
    assert hands.row(1).face().landing
    qtbot.waitUntil(lambda: not hands.row(1).face().landing)
    qtbot.waitUntil(lambda: not hands.window.findChildren(Flight))


def test_a_task_may_go_while_its_line_is_on_the_way(make: Make, theme: Theme, qtbot) -> None:
    theme.apply("light", 1.0, reduced_motion=False)
    hands = make()
    hands.letter(1)
    hands.view.work.deleteLater()
    qtbot.waitUntil(lambda: not hands.window.findChildren(Flight))
