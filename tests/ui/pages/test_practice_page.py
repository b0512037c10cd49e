"""A round on screen: what is written, what is shown, and what the keys do."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StudyError
from desktop.domain.round import Round, Stand
from desktop.study import session
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.choice_row import ChoiceRow
from tests.study.lessons import NOW, fill_task, lesson
from tests.ui.pages.conftest import open_page

KEY = "course/small/choose"


def option(page: QWidget, text: str) -> ChoiceRow:
    rows = [row for row in page.findChildren(ChoiceRow) if row.isVisible()]
    return next(row for row in rows if f", {text}" in row.accessibleName())


def button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.words() == text)


def shown_buttons(page: QWidget) -> list[str]:
    return [one.words() for one in page.findChildren(Button) if one.isVisible()]


def notes(page) -> list[str]:
    return [note.title for note in page.notes.texts]


def choose(qtbot, page, text: str) -> None:
    qtbot.mouseClick(option(page, text), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Check"), Qt.MouseButton.LeftButton)


def test_check_waits_until_an_option_is_chosen(qtbot, page):
    assert not button(page, "Check").isEnabled()
    qtbot.mouseClick(option(page, "no"), Qt.MouseButton.LeftButton)
    assert button(page, "Check").isEnabled()
    assert page.round.entry.attempts == 0


def test_an_answer_is_on_disk_before_its_verdict_is_shown(qtbot, page, store, monkeypatch):
    seen = []
    view = page.view()
    monkeypatch.setattr(
        view,
        "show_feedback",
        lambda *_: seen.append([row.answered for row in store.task_rows("course/small").values()]),
    )
    choose(qtbot, page, "yes")
    assert seen == [[1]]


def test_a_wrong_answer_costs_an_attempt_and_says_why(qtbot, page):
    choose(qtbot, page, "no")
    assert notes(page) == ["Not right yet"]
    assert page.foot.words.text() == "1 attempt left"
    assert "not this one" in option(page, "no").accessibleName()
    assert not button(page, "Check").isEnabled()


def test_the_last_miss_opens_the_solution_and_says_when_the_task_returns(qtbot, page):
    choose(qtbot, page, "no")
    choose(qtbot, page, "so")
    assert page.round.entry.stand is Stand.REVEALED
    assert page.foot.words.text() == "Comes back after 2 more tasks"
    assert "The worked answer" in notes(page)
    assert shown_buttons(page) == ["Hide solution", "Try again", "Next"]


def test_a_concept_met_for_the_first_time_shows_its_worked_example_until_it_was_answered(qtbot, page):
    assert [(note.title, note.end) for note in page.notes.texts] == [("two", "new here")]
    choose(qtbot, page, "yes")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert notes(page) == []


def test_a_hint_stays_below_the_feedback_and_is_an_event(qtbot, page, store):
    qtbot.mouseClick(button(page, "Hint"), Qt.MouseButton.LeftButton)
    choose(qtbot, page, "no")
    assert notes(page) == ["Not right yet", "Hint"]
    assert "Hint" not in shown_buttons(page)
    (row,) = store.task_rows("course/small").values()
    assert row.hints == 1


def test_the_round_ends_with_a_summary_and_leaves_no_draft(qtbot, page, store):
    for _ in range(3):
        choose(qtbot, page, "yes")
        qtbot.mouseClick(
            next(b for b in page.findChildren(Button) if b.isVisible() and b.words() in ("Next", "Finish")),
            Qt.MouseButton.LeftButton,
        )
    assert "3 of 3 tasks were right at the first try." in [
        label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert store.draft(KEY) is None
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_finished_round_can_be_done_again(qtbot, page):
    for _ in range(3):
        choose(qtbot, page, "yes")
        qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.again_wanted):
        qtbot.mouseClick(button(page, "Do it again"), Qt.MouseButton.LeftButton)


def test_the_whole_round_goes_by_keyboard_alone(qtbot, page):
    for _ in range(3):
        letter = option(page, "yes").accessibleName()[0]
        qtbot.keyClick(page, letter.lower())
        qtbot.keyClick(page, Qt.Key.Key_Return)
        assert page.round.entry.stand is Stand.RIGHT
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.round.finished


def test_escape_leaves_and_keeps_what_was_chosen(  # noqa: PLR0917
    qtbot, theme, page, store, clock, questions, tmp_path
):
    qtbot.mouseClick(option(page, "so"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    draft = store.draft(KEY)
    again = open_page(qtbot, theme, store, clock, questions, Round.model_validate_json(draft.body), tmp_path)
    assert option(again, "so").isChecked()
    assert draft.beads == ("now", "todo", "todo")


def test_what_is_half_done_is_written_within_a_second(qtbot, page, store):
    qtbot.mouseClick(option(page, "so"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: json.loads(store.draft(KEY).body)["entries"][0]["placement"] is not None, timeout=1000
    )


def test_undo_and_redo_go_back_to_the_last_check(qtbot, page):
    qtbot.mouseClick(option(page, "so"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(option(page, "or"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert option(page, "so").isChecked()
    qtbot.keyClick(
        page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert option(page, "or").isChecked()


def test_skip_puts_the_task_at_the_end(qtbot, page):
    first = page.round.entry.task
    qtbot.mouseClick(button(page, "Skip"), Qt.MouseButton.LeftButton)
    assert page.round.entries[-1].task == first
    assert page.round.entry.task != first


def test_a_done_task_can_be_looked_at_and_tried_again(qtbot, page):
    choose(qtbot, page, "yes")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.foot.words.text() == "Right at the first try"
    qtbot.keyClick(page, Qt.Key.Key_R)
    assert page.round.entry.stand is Stand.OPEN
    assert page.foot.words.text() == "2 attempts left"


def test_an_answer_that_cannot_be_written_shows_no_verdict(qtbot, page, store, monkeypatch):
    def full(*_args, **_named):
        raise StudyError("The disk is full.")

    monkeypatch.setattr(store, "record", full)
    with qtbot.waitSignal(page.troubled) as told:
        choose(qtbot, page, "yes")
    assert told.args[0].title == "The disk is full."
    assert page.round.entry.attempts == 0
    assert notes(page) == ["two"]  # the example of its concept, as before
    assert option(page, "yes").isChecked()


def test_the_round_names_each_answer_in_the_history(qtbot, page, store):
    choose(qtbot, page, "no")
    choose(qtbot, page, "yes")
    (row,) = store.task_rows("course/small").values()
    assert (row.answered, row.solved, row.last_right) == (2, True, True)


@pytest.mark.parametrize(
    ("size", "scale"), [((1200, 800), 1.0), ((900, 640), 1.0), ((800, 440), 1.0), ((800, 440), 2.0)]
)
def test_top_bar_and_buttons_never_leave_the_window(qtbot, theme, page, size, scale):
    theme.apply("light", scale, reduced_motion=True)
    page.resize(*size)
    choose(qtbot, page, "no")
    for part in (page.top.leave, button(page, "Check"), page.foot.dots):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert page.rect().contains(corner)
    assert page.foot.isAncestorOf(button(page, "Check"))
    assert page.body.height() > 0


def test_skip_is_offered_as_long_as_there_is_a_task_to_go_to(qtbot, page):
    for _ in range(2):
        assert not button(page, "Skip").isHidden()
        choose(qtbot, page, "yes")
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert button(page, "Skip").isHidden()


def test_the_way_through_the_lesson_goes_on_from_the_summary(qtbot, page):
    page.onward_words = lambda: "Next: Debug"
    for _ in range(3):
        choose(qtbot, page, "yes")
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert "Next: Debug" in shown_buttons(page)
    with qtbot.waitSignal(page.onward_wanted), qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_hint_comes_into_sight_where_notes_are_docked(qtbot, theme, page):
    theme.apply("light", 2.0, reduced_motion=True)
    page.resize(800, 440)
    choose(qtbot, page, "no")
    qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.notes.newest.visibleRegion().isEmpty(), timeout=1000)
    assert page.notes.newest.accessibleName() == "Hint"


@pytest.mark.parametrize(("width", "height", "scale"), [(900, 640, 1.0), (800, 440, 1.0), (800, 440, 2.0)])
def test_a_docked_tray_is_in_sight_when_a_task_opens_whatever_its_note_says(  # noqa: PLR0917
    qtbot, theme, store, clock, tmp_path, width, height, scale
):
    chips = ["yes", "no", "so", "or", "if"]
    blanks = lesson([fill_task("one", chips=chips), fill_task("two", chips=chips)])
    long = blanks.concepts[0].model_copy(update={"example": "Many words. " * 60})
    blanks = blanks.model_copy(update={"concepts": (long, *blanks.concepts[1:])})
    round_ = session.start("course", blanks, "fill", blanks.practice(), Random(5), NOW)
    page: Any = open_page(qtbot, theme, store, clock, blanks, round_, tmp_path)
    theme.apply("light", scale, reduced_motion=True)
    page.resize(width, height)
    first = page.view().tray.findChildren(Chip)[0]
    qtbot.waitUntil(lambda: first.visibleRegion().boundingRect().height() == first.height(), timeout=1000)
    qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.notes.newest.visibleRegion().isEmpty(), timeout=1000)
    page.flush()
