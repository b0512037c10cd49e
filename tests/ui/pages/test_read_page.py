"""Read on screen: section by section, with questions answered in place."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StudyError
from desktop.domain.lesson import Lesson
from desktop.domain.reading import Visit
from desktop.study import reading
from desktop.ui.pages.read_page import ReadPage
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.label import Label
from tests.domain.builders import fill_content, lesson
from tests.reading import check_content, section_content

PLACE = "course/small"
KEY = f"{PLACE}/read"
LONG = "\n\n".join(
    f"Paragraph {n} of a long text that needs more room than a small window has." for n in range(30)
)


def text_of(*tasks) -> Lesson:
    """Three sections, the first two with questions."""
    sections = [section_content(name, check=check_content()) for name in ("one", "two")]
    return lesson(*tasks, read=[*sections, section_content("three")])


@pytest.fixture
def open_page(qtbot, theme, store, clock, tmp_path):
    pages = []

    def open_(text: Lesson, visit: Visit | None = None) -> ReadPage:
        known = reading.already_read(text, PLACE, "read", store.task_rows(PLACE))
        visit = visit or reading.start(text, "read", known, Random(3))
        page = ReadPage(theme, store, clock, PLACE, text, visit, tmp_path)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        page.take_focus()
        pages.append(page)
        return page

    return open_


@pytest.fixture
def page(open_page):
    return open_page(text_of(fill_content()))


def option(page: QWidget, text: str) -> ChoiceRow:
    rows = [row for row in page.findChildren(ChoiceRow) if row.isVisible()]
    return next(row for row in rows if f", {text}" in row.accessibleName())


def button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.isVisible() and one.words() == text)


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def read_so_far(store) -> set[str]:
    return {place.rpartition("/")[2] for (place, hash_), row in store.task_rows(PLACE).items() if not hash_}


def press(qtbot, page: ReadPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def test_a_section_counts_as_read_when_the_learner_goes_on(qtbot, page, store):
    assert read_so_far(store) == set()
    qtbot.mouseClick(button(page, "Next"), Qt.MouseButton.LeftButton)
    assert read_so_far(store) == {"one"}
    assert "Section 2 of 3" in words(page)


def test_an_option_says_at_once_why_it_is_wrong_and_another_may_be_tried(qtbot, page):
    qtbot.mouseClick(option(page, "no"), Qt.MouseButton.LeftButton)
    assert "not this one" in option(page, "no").accessibleName()
    assert "Because no." in words(page)
    assert page.foot.words.text() == "Answer the question, or go on"
    qtbot.mouseClick(option(page, "yes"), Qt.MouseButton.LeftButton)
    assert "Because yes." in words(page)
    assert "Because no." not in words(page)
    assert page.foot.words.text() == "Right on attempt 2"


def test_each_answer_is_in_the_history(qtbot, page, store):
    qtbot.mouseClick(option(page, "no"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(option(page, "yes"), Qt.MouseButton.LeftButton)
    check = text_of().read[0].check
    assert check is not None
    row = store.task_rows(PLACE)[f"{PLACE}/read/one", check.content_hash]
    assert (row.answered, row.solved) == (2, True)


def test_an_answer_that_cannot_be_written_says_nothing(qtbot, page, store, monkeypatch):
    def full(*_args, **_named):
        raise StudyError("The disk is full.")

    monkeypatch.setattr(store, "record", full)
    with qtbot.waitSignal(page.troubled):
        qtbot.mouseClick(option(page, "yes"), Qt.MouseButton.LeftButton)
    assert "Because yes." not in words(page)
    assert option(page, "yes").state == "idle"


def test_the_whole_text_goes_by_keyboard_alone(qtbot, page, store):
    for _ in range(2):
        letter = option(page, "yes").accessibleName()[0]
        press(qtbot, page, Qt.Key(ord(letter)))
        assert page.foot.words.text() == "Right at the first try"
        press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_Return)
    assert read_so_far(store) == {"one", "two", "three"}
    assert store.draft(KEY) is None
    assert any("2 of 2 questions were right at the first try." in text for text in words(page))
    with qtbot.waitSignal(page.onward_wanted):
        press(qtbot, page, Qt.Key.Key_Return)


def test_alt_and_arrows_go_to_the_sections_beside(qtbot, page):
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(option(page, "yes"), Qt.Key.Key_Right, alt)
    assert page.visit.at == "two"
    qtbot.keyClick(page, Qt.Key.Key_Left, alt)
    assert page.visit.at == "one"
    qtbot.keyClick(page, Qt.Key.Key_Left, alt)
    assert page.visit.at == "one"


def test_one_comes_back_to_where_one_was_with_what_was_tried(qtbot, page, store, open_page):
    press(qtbot, page, Qt.Key.Key_Return)
    qtbot.mouseClick(option(page, "so"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.left):
        press(qtbot, page, Qt.Key.Key_Escape)
    draft = store.draft(KEY)
    assert (draft.position, draft.beads) == (2, ("done", "now", "todo"))
    again = open_page(text_of(), Visit.model_validate_json(draft.body))
    letters = {text: option(again, text).accessibleName()[0] for text in ("yes", "no", "so")}
    assert letters == {text: option(page, text).accessibleName()[0] for text in ("yes", "no", "so")}
    assert "not this one" in option(again, "so").accessibleName()


def test_without_anything_to_practise_the_end_leads_back(qtbot, open_page):
    page = open_page(lesson(read=[section_content("one")]))
    press(qtbot, page, Qt.Key.Key_Return)
    assert "Read to the end" in words(page)
    with qtbot.waitSignal(page.left):
        qtbot.mouseClick(button(page, "Back to the lesson"), Qt.MouseButton.LeftButton)


def test_the_end_names_what_comes_next_and_the_text_can_be_read_again(qtbot, page):
    page.onward_words = lambda: "Next: Why"
    press(qtbot, page, *[Qt.Key.Key_Return] * 3)
    assert button(page, "Next: Why").isVisible()
    qtbot.mouseClick(button(page, "Read again"), Qt.MouseButton.LeftButton)
    assert page.visit.at == "one"


def test_a_letter_answers_nothing_that_is_out_of_sight(qtbot, open_page):
    page = open_page(lesson(read=[section_content("one", text=LONG, check=check_content())]))
    page.resize(820, 440)
    qtbot.waitUntil(lambda: not page._sheet.question.in_sight)
    press(qtbot, page, Qt.Key.Key_A)
    assert page.visit.tried == {}
    assert page.body.verticalScrollBar().value() > 0
    press(qtbot, page, Qt.Key.Key_A)
    assert len(page.visit.tried["one"]) == 1


def test_no_line_of_the_text_is_longer_than_72_characters(qtbot, theme, open_page):
    page = open_page(lesson(read=[section_content("one", text=LONG)]))
    for width in (820, 1200, 2400):
        page.resize(width, 700)
        label = next(one for one in page.findChildren(Label) if one.text().startswith("Paragraph"))
        assert label._text_width(label.width()) <= theme.measure("read")


def test_words_stand_beside_the_question_and_above_it_in_a_narrow_window(page):
    beside = option(page, "yes").mapTo(page, option(page, "yes").rect().topLeft())
    page.resize(900, 640)
    page._settle()
    below = option(page, "yes").mapTo(page, option(page, "yes").rect().topLeft())
    assert beside.x() > 480 > below.x()
