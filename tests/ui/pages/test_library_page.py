"""The Library lists courses, and says of a broken lesson where and why."""

from dataclasses import replace
from pathlib import PurePath

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.domain.shelf import Shelf, ShelfCourse, ShelfLesson
from desktop.ui.pages.library_page import LibraryPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from tests.study.lessons import practice

PROBLEM = Problem(
    "cloud/rollouts.toml",
    42,
    "blank {n} has no answer",
    {"n": 2},
    'tasks[3] "limit"',
    excerpt=tuple((n, f"line {n}") for n in range(40, 45)),
)
FURTHER = tuple(replace(PROBLEM, line=n, excerpt=()) for n in range(50, 57))
GOOD = ShelfLesson("cloud", "good", "Regions", 9, PurePath("cloud/good.toml"), practice(1))
BROKEN = ShelfLesson("cloud", "bad", "Roll-outs", 9, PurePath("cloud/rollouts.toml"), None, (PROBLEM,))
FOLDER = PurePath("cloud")
CLOUD = ShelfCourse("cloud", "Cloud basics", "", "1.1", "en", FOLDER, (GOOD, BROKEN))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> LibraryPage:
    page = LibraryPage(theme)
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show()
    page.show_shelf(Shelf((CLOUD,)))
    return page


def words(page: LibraryPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_a_course_says_its_size_its_version_and_what_is_not_ready(page: LibraryPage) -> None:
    assert {"Cloud basics", "2 lessons, version 1.1", "1 not ready"} <= set(words(page))


def test_a_sound_course_is_ready(page: LibraryPage) -> None:
    page.show_shelf(Shelf((replace(CLOUD, lessons=(GOOD,)),)))
    assert {"1 lesson, version 1.1", "Ready"} <= set(words(page))
    assert page.cards == []


def test_a_broken_lesson_names_file_line_and_cause_with_the_lines_around(page: LibraryPage) -> None:
    (card,) = page.cards
    assert "“Roll-outs” cannot be opened" in words(page)
    (cause,) = card.findChildren(MarkupLabel)
    assert cause.plain_text() == (
        "In cloud/rollouts.toml, line 42: Blank 2 has no answer. Everything else works as before."
    )
    assert len(card.findChildren(CodePanel)) == 1
    assert "Line 42" in words(page)


def test_further_problems_are_listed_and_the_rest_counted(page: LibraryPage) -> None:
    page.show_shelf(Shelf((replace(CLOUD, lessons=(replace(BROKEN, problems=(PROBLEM, *FURTHER)),)),)))
    said = words(page)
    assert "Line 50: Blank 2 has no answer." in said
    assert any(text.startswith("3 more") for text in said)


def test_the_message_is_copied_with_all_problems(page: LibraryPage) -> None:
    page.show_shelf(Shelf((replace(CLOUD, lessons=(replace(BROKEN, problems=(PROBLEM, FURTHER[0])),)),)))
    page.cards[0].copy.click()
    assert QApplication.clipboard().text() == (
        'cloud/rollouts.toml:42: tasks[3] "limit": blank 2 has no answer\n'
        'cloud/rollouts.toml:50: tasks[3] "limit": blank 2 has no answer'
    )


def test_try_again_asks_to_read_anew(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.reload_wanted):
        page.cards[0].again.click()


@pytest.mark.parametrize("opens", [True, False])
def test_a_file_that_nothing_opens_is_told(
    page: LibraryPage, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: opens)
    told: list[object] = []
    page.troubled.connect(told.append)
    page.cards[0].show_file.click()
    assert len(told) == (not opens)


def test_a_broken_course_file_has_a_card_of_its_own(page: LibraryPage) -> None:
    page.show_shelf(Shelf((replace(CLOUD, lessons=(GOOD,), problems=(PROBLEM,)),)))
    assert "“Cloud basics” cannot be opened" in words(page)


def test_only_one_button_is_filled_however_many_lessons_are_broken(page: LibraryPage) -> None:
    page.show_shelf(Shelf((replace(CLOUD, lessons=(BROKEN,) * 30),)))
    assert len(page.cards) == 20
    assert [card.again._look for card in page.cards] == ["primary", *["plain"] * 19]


def test_no_course_gives_one_sentence_and_one_button(page: LibraryPage, qtbot: QtBot) -> None:
    page.show_shelf(Shelf())
    (button,) = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    with qtbot.waitSignal(page.reload_wanted):
        button.click()
