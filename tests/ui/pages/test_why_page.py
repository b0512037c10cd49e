"""Why on screen: a story that is read to its end, and a question with a worked answer."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt

from desktop.domain.exercises.task import Source
from desktop.study import reading
from desktop.ui.pages.story_case import source_lines
from desktop.ui.pages.why_page import WhyPage
from tests.domain.builders import fill_content, lesson
from tests.reading import story_content
from tests.ui.pages.test_read_page import LONG, button, option, words

PLACE = "course/small"
STORY = (f"{PLACE}/why/story", "")


@pytest.fixture
def page(qtbot, theme, store, clock) -> WhyPage:
    """A story longer than its window."""
    text = lesson(fill_content(), why=story_content(story=LONG))
    page = WhyPage(theme, store, clock, PLACE, text, reading.start(text, "why", (), Random(3)))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.take_focus()
    qtbot.waitUntil(lambda: page.body.verticalScrollBar().maximum() > 0)
    return page


def to_the_end(page: WhyPage) -> None:
    page.body.verticalScrollBar().setValue(page.body.verticalScrollBar().maximum())


def test_all_parts_of_the_story_are_there(page):
    said = words(page)
    for text in ("A story", "Then", "Now", "A week.", "A day is enough.", "Case a", "Case b", "Source b"):
        assert text in said
    assert any("No owner." in text for text in said)


def test_it_counts_as_read_at_its_end_and_not_before(page, store):
    assert STORY not in store.task_rows(PLACE)
    to_the_end(page)
    assert store.task_rows(PLACE)[STORY].solved


def test_enter_reads_on_and_at_the_end_goes_on(qtbot, page, store):
    bar = page.body.verticalScrollBar()
    while bar.value() < bar.maximum():
        before = bar.value()
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert bar.value() > before
    with qtbot.waitSignal(page.onward_wanted):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert store.task_rows(PLACE)[STORY].answered == 1


def test_the_right_answer_unfolds_the_worked_one(qtbot, page, store):
    to_the_end(page)
    qtbot.mouseClick(option(page, "no"), Qt.MouseButton.LeftButton)
    assert "Because no." in words(page)
    assert "The worked answer" not in words(page)
    qtbot.mouseClick(option(page, "yes"), Qt.MouseButton.LeftButton)
    assert {"Because yes.", "The worked answer", "Do it now."} <= set(words(page))
    assert page.foot.words.text() == "Right on attempt 2"


def test_the_worked_answer_can_be_shown_without_answering(qtbot, page):
    to_the_end(page)
    qtbot.mouseClick(button(page, "Show the worked answer"), Qt.MouseButton.LeftButton)
    assert "Do it now." in words(page)


def test_a_letter_brings_the_question_into_sight_before_it_answers(qtbot, page):
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_A)
    assert page._visit.tried == {}
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_A)
    assert len(page._visit.tried["story"]) == 1


def test_escape_leaves(qtbot, page):
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)


def test_a_story_that_fits_the_window_counts_as_read_when_it_is_left(qtbot, page, store):
    page.resize(2000, 6000)
    qtbot.waitUntil(lambda: page.body.verticalScrollBar().maximum() == 0)
    assert STORY not in store.task_rows(PLACE)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert STORY in store.task_rows(PLACE)


def test_a_source_is_cited_with_its_remark_and_address():
    whole = Source(
        title="A Book", author="A. Author", year=2015, address="https://a.org/b", note="not re-read"
    )
    assert source_lines(whole) == ("A. Author, 2015: A Book (not re-read)", "https://a.org/b")
    assert source_lines(Source(title="A Book")) == ("A Book",)
    assert source_lines(Source(title="A Book", year=2015)) == ("A Book, 2015",)
    assert source_lines(Source(title="A Book", author="A. Author")) == ("A. Author: A Book",)
