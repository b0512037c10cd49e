"""Home shows what to do next, the week, and the courses."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.listing import LessonState, Listing, Unfinished
from desktop.ui.pages.first_run import FirstRun
from desktop.ui.pages.home_page import HomePage
from desktop.ui.pages.suggested_card import next_lesson
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from tests.ui.pages.listings import FRESH, LISTING, MLOPS, TESTING, lesson


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HomePage:
    page = HomePage(theme)
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show_listing(LISTING)
    page.show()
    return page


def words(page: HomePage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def row(page: HomePage, title: str) -> QAbstractButton:
    return next(row for card in page.cards for row in card.rows if row.row.title == title)


def test_the_row_of_a_lesson_is_a_button_whose_name_begins_with_its_title(page: HomePage) -> None:
    rows = [QAccessible.queryAccessibleInterface(row) for row in page.cards[0].rows]
    assert {one.role() for one in rows} == {QAccessible.Role.Button}
    assert [one.text(QAccessible.Text.Name) for one in rows] == [
        "From notebook to service, Strong, 9 min",
        "Technical debt in ML systems, In progress, 10 min",
        "Tests for data and features, Strong so far, 11 min",
        "Spotting data drift, Not started, 12 min",
        "Safe roll-outs, Cannot be opened, 14 min",
    ]


def test_a_course_that_cannot_be_opened_says_so_and_leads_to_the_reason(qtbot: QtBot, page: HomePage) -> None:
    page.show_listing(replace(LISTING, courses=(MLOPS, replace(TESTING, lessons=(), trouble="line 3: no"))))
    page.set_room(Room(compact=True))
    header = page.cards[1].header
    assert header.accessibleName() == "Python testing, Cannot be opened"
    assert "Cannot be opened" in {label.text() for label in header.findChildren(Label) if label.isVisible()}
    with qtbot.waitSignal(page.trouble_chosen) as chosen:
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert chosen.args == ["py"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_lesson_opens_by_key(page: HomePage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.lesson_chosen) as chosen:
        qtbot.keyClick(row(page, "Spotting data drift"), key)
    assert chosen.args == ["mlops/new"]


def test_a_lesson_opens_by_a_click_on_its_title(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.lesson_chosen) as chosen:
        qtbot.mouseClick(row(page, "Technical debt in ML systems"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["mlops/debt"]


def test_a_lesson_with_trouble_leads_elsewhere(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.trouble_chosen) as chosen, qtbot.assertNotEmitted(page.lesson_chosen):
        row(page, "Safe roll-outs").click()
    assert chosen.args == ["mlops/broken"]


def test_what_was_left_is_offered_first(page: HomePage, qtbot: QtBot) -> None:
    assert page.suggested is not None
    assert page.suggested.button is not None
    shown = words(page)
    assert {"Where you left off", "Fill, task 4 of 5"} <= set(shown)
    with qtbot.waitSignal(page.continue_wanted) as wanted:
        page.suggested.button.click()
    assert wanted.args == ["mlops/debt/fill"]


def test_a_test_that_was_left_counts_questions(page: HomePage) -> None:
    left = Unfinished("mlops/debt", "test", "Technical debt", 2, ("done",) + ("now",) + ("todo",) * 8)
    page.show_listing(replace(LISTING, unfinished=left))
    assert "Test, question 2 of 10" in words(page)


def test_a_text_is_gone_on_with_at_its_section(page: HomePage) -> None:
    left = Unfinished("mlops/debt", "read", "Technical debt", 2, ("done", "now", "todo"))
    page.show_listing(replace(LISTING, unfinished=left))
    assert "Read, section 2 of 3" in words(page)


@pytest.mark.parametrize(("mode", "name"), [("learn", "Practice"), ("mistakes", "Mistakes")])
def test_a_round_over_more_than_one_mode_can_be_left_too(page: HomePage, mode: str, name: str) -> None:
    left = Unfinished("mlops/debt", mode, "Technical debt", 2, ("done", "now"))
    page.show_listing(replace(LISTING, unfinished=left))
    assert f"{name}, task 2 of 2" in words(page)


def test_the_first_start_offers_the_first_lesson(page: HomePage, qtbot: QtBot) -> None:
    page.show_listing(FRESH)
    assert "Start here" in words(page)
    assert page.suggested is not None
    assert page.suggested.button is not None
    with qtbot.waitSignal(page.lesson_chosen) as chosen:
        page.suggested.button.click()
    assert chosen.args == ["mlops/debt"]


def test_the_next_lesson_is_the_first_that_opens_and_is_not_known() -> None:
    following = next_lesson((MLOPS,))
    assert following is not None
    assert following.lesson == "debt"
    known = replace(MLOPS, lessons=(lesson("a", "A", state=LessonState.STRONG), MLOPS.lessons[-1]))
    assert next_lesson((known,)) is None


def test_all_strong_is_said(page: HomePage) -> None:
    known = replace(MLOPS, lessons=(lesson("a", "A", state=LessonState.STRONG),))
    page.show_listing(Listing((known,)))
    assert "All lessons strong" in words(page)


def test_a_course_of_broken_lessons_leads_to_the_library(qtbot, page: HomePage) -> None:
    broken = replace(MLOPS, lessons=(lesson("a", "A", trouble="a.toml:1: wrong"),))
    page.show_listing(Listing((broken,)))
    assert page.suggested is not None
    assert page.suggested.button is not None
    with qtbot.waitSignal(page.library_wanted):
        page.suggested.button.click()


@pytest.mark.parametrize(("days", "text"), [(0, "0 of 4 days"), (4, "4 of 4 days"), (6, "6 days this week")])
def test_the_week_is_counted_in_days(page: HomePage, days: int, text: str) -> None:
    page.show_listing(replace(LISTING, days_this_week=days))
    assert text in words(page)


def test_one_course_is_open_and_a_click_opens_another(page: HomePage) -> None:
    page.cards[1].header.click()
    assert [card.opened for card in page.cards] == [False, True]
    page.cards[1].header.click()
    assert [card.opened for card in page.cards] == [False, False]


def test_the_course_that_was_open_stays_open_when_the_listing_changes(page: HomePage) -> None:
    page.cards[1].header.click()
    page.show_listing(replace(LISTING, days_this_week=3))
    assert [card.opened for card in page.cards] == [False, True]


def test_the_course_in_use_is_open_at_first(qtbot: QtBot, theme: Theme) -> None:
    page = HomePage(theme)
    qtbot.addWidget(page)
    page.show_listing(replace(LISTING, courses=(TESTING, MLOPS)))
    assert [card.opened for card in page.cards] == [False, True]


def test_no_course_leads_to_the_library(page: HomePage, qtbot: QtBot) -> None:
    page.show_listing(Listing())
    (first_run,) = page.findChildren(FirstRun)
    with qtbot.waitSignal(page.library_wanted):
        first_run.button.click()


def test_the_way_back_leads_to_the_lesson_that_was_open(page: HomePage) -> None:
    row(page, "Spotting data drift").click()
    page.hide()  # the lesson is shown
    page.show_listing(replace(LISTING, days_this_week=3))
    assert page.focus_target() is row(page, "Spotting data drift")


def test_the_focus_stays_where_it_was_when_the_listing_changes(page: HomePage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    stops = (
        lambda: page.suggested and page.suggested.button,
        lambda: page.cards[1].header,
        lambda: row(page, "Spotting data drift"),
    )
    for days, stop in enumerate(stops):
        button = stop()
        assert button is not None
        button.setFocus()
        page.show_listing(replace(LISTING, days_this_week=days))
        assert QApplication.focusWidget() is stop()


@pytest.mark.parametrize("room", [Room(), Room(compact=True), Room(compact=True, narrow=True)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_row_is_wider_or_lower_than_its_words(
    page: HomePage, theme: Theme, room: Room, scale: float
) -> None:
    theme.apply("light", scale, reduced_motion=True)
    page.set_room(room)
    page.resize(page.minimumSizeHint().width(), 2000)
    QApplication.processEvents()
    for label in (one for one in page.findChildren(Label) if one.isVisible()):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        assert label.width() >= label.minimumSizeHint().width(), label.text()


ROOT = Path(__file__).resolve().parents[3]
HOME_WITHOUT_MODELS = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.ui.theme import Theme
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.home_page import HomePage
from tests.ui.pages.listings import LISTING
theme = Theme()
theme.apply("light", 1.0, True)
window = MainWindow(theme, lambda: [])
home = HomePage(theme)
home.show_listing(LISTING)
window.browse.add("learn", home)
window.browse.open("learn")
window.show()
app.processEvents()
print(sorted({"pydantic", "pygments", "tomli", "PySide6.QtNetwork"} & set(sys.modules)))
"""


def test_home_is_painted_without_models_or_colours_of_code() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOME_WITHOUT_MODELS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
