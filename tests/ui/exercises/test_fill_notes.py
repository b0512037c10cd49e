"""What is said after a check of a fill task, and when it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.markup import Block, block_text
from desktop.domain.round import Stand
from desktop.ui.exercises.view import NoteText
from tests.ui.exercises.fill_tasks import Hands, entry, fill_task

Make = Callable[..., Hands]


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(**fields: Any) -> Hands:
        hands = Hands(theme, fill_task(**fields))
        qtbot.addWidget(hands.window)
        return hands

    return build


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block_text(block) for block in blocks]


def notes_on(hands: Hands, *chips: str) -> list[NoteText]:
    for chip in chips:
        hands.letter(chip)
    return list(hands.view.feedback_notes(hands.check()))


def test_one_wrong_blank_is_named_with_the_reason_behind_its_chip(make: Make) -> None:
    (note,) = notes_on(make(), "name", ">", "append")
    assert (note.tone, note.title) == ("wrong", "Blank 2 is not right yet")
    assert words(note.blocks) == ["With > the list collects the features that help most."]


def test_several_wrong_blanks_have_a_paragraph_each(make: Make) -> None:
    (note,) = notes_on(make(), "<", ">", "append")
    assert note.title == "Blanks 1 and 2 are not right yet"
    assert words(note.blocks) == [
        "1  < does not belong here.",
        "2  With > the list collects the features that help most.",
    ]


def test_three_wrong_blanks_are_listed(make: Make) -> None:
    (note,) = notes_on(make(), "<", "append", "name")
    assert note.title == "Blanks 1, 2 and 3 are not right yet"


def test_an_empty_answer_without_a_reason_is_told_so(make: Make) -> None:
    (note,) = notes_on(make(leave_empty=True), "name", "<", "Leave empty")
    assert words(note.blocks) == ["Something belongs here."]


def test_a_right_answer_closes_with_explanation_blanks_solution_and_mistakes(make: Make) -> None:
    hands = make(
        solution=[{"text": "Compare.", "code": "a < b"}],
        common_mistakes=["Turning the sign round."],
        blanks={1: "is left out", 2: "keeps small gains", 3: "adds a name"},
    )
    wrong, right = {1: "name", 2: ">", 3: "append"}, {1: "name", 2: "<", 3: "append"}
    notes = hands.view.closing_notes(entry(hands.task, [wrong, right], Stand.RIGHT))
    assert [(note.tone, note.title, note.end) for note in notes] == [
        ("right", "Right", "on attempt 2"),
        ("plain", "What each blank does", ""),
        ("plain", "Worked solution", ""),
        ("plain", "Common mistakes", ""),
    ]
    assert words(notes[1].blocks) == ["is left out\nkeeps small gains\nadds a name"]
    assert words(notes[2].blocks) == ["Compare. a < b"]


def test_at_the_first_attempt_the_attempt_is_not_counted(make: Make) -> None:
    hands = make()
    done = entry(hands.task, [{1: "name", 2: "<", 3: "append"}], Stand.RIGHT)
    assert hands.view.closing_notes(done)[0].end == ""


def test_a_revealed_task_says_first_why_the_last_was_wrong_and_then_the_worked_answer(make: Make) -> None:
    hands = make()
    over = entry(hands.task, [{1: "name", 2: ">", 3: "append"}] * 3, Stand.REVEALED)
    notes = hands.view.closing_notes(over)
    assert [(note.tone, note.title) for note in notes[:2]] == [
        ("wrong", "Blank 2 was not right"),
        ("plain", "The worked answer"),
    ]


def test_blanks_explained_in_part_keep_the_numbers_of_their_badges(make: Make) -> None:
    hands = make(blanks={2: "keeps gains below the limit"})
    done = entry(hands.task, [{1: "name", 2: "<", 3: "append"}], Stand.RIGHT)
    assert words(hands.view.closing_notes(done)[1].blocks) == ["2  keeps gains below the limit"]
