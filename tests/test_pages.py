"""Every screen that `make screenshots` draws fits, in every size, and speaks the language it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain import markup
from desktop.gallery.desk import DATA, VERSIONS
from desktop.gallery.library import SceneLibrary
from desktop.gallery.scene import Courses
from desktop.gallery.variants import LIGHT, Variant
from desktop.ui.fonts import load_fonts
from desktop.ui.resources import resource_folder
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.scroll_area import ScrollArea
from tests.page_walk import StrayWindows, lesson_texts, misfits, untranslated

ROOT = Path(__file__).resolve().parents[1]
WALKED = (
    LIGHT,
    Variant("900x640", 900, 640),
    Variant("800x440", 800, 440),
    Variant("text200", text=2.0),
    Variant("text200-800x440", 800, 440, text=2.0),
    Variant("pseudo", pseudo=True),
)
WALKED_WHOLLY = ("light", "text200-800x440", "pseudo")
"""In these the sample tasks are walked over too. The other sizes lie between them: `make walk` takes them."""
NAMES = {name for pair in VERSIONS for name in pair} | {
    str(DATA).strip("/"),
    "Python",
    "YAML",
    "JSON",
    "TOML",
    "Bash",
}
NAMES |= {"SQL", "Dockerfile", "INI", "reports", "2026-10-14-183012.txt", "Clozeline"}
"""Names of products, languages and files, which no language changes."""


@pytest.fixture(scope="module")
def library(qapp) -> Iterator[SceneLibrary]:
    load_fonts(resource_folder() / "fonts")
    library = SceneLibrary(ROOT / "lessons", ROOT / "tests" / "courses")
    yield library
    library.close()


@pytest.fixture(scope="module")
def theme(qapp) -> Iterator[Theme]:
    theme = Theme()
    yield theme
    theme.apply("light", 1.0, reduced_motion=True)


@pytest.fixture(scope="module")
def words_of_lessons(library) -> dict[Courses, set[str]]:
    return {courses: lesson_texts(library.shelf(courses)) for courses in Courses}


@pytest.fixture
def strays(qapp, request) -> Iterator[StrayWindows]:
    """What shows itself as a window; seeing each event takes time, and one size is like the others."""
    strays = StrayWindows()
    if getattr(request.node, "callspec", None) is None or request.getfixturevalue("variant") is LIGHT:
        qapp.installEventFilter(strays)
    yield strays
    qapp.removeEventFilter(strays)


@pytest.mark.parametrize(
    "variant",
    [
        pytest.param(one, id=one.name, marks=() if one.name in WALKED_WHOLLY else pytest.mark.torture)
        for one in WALKED
    ],
)
def test_every_screen_fits(library, theme, strays, words_of_lessons, variant) -> None:
    found: list[str] = []
    with variant.worn(theme):
        for scene in library.scenes(samples=variant.name in WALKED_WHOLLY):
            with library.on_stage(theme, scene, variant) as desk:
                known = words_of_lessons[scene.courses]
                found += [f"{scene.name}: {fault}" for fault in strays.taken()]
                for window in (desk.window, *desk.dialogs()):
                    found += [f"{scene.name}: {fault}" for fault in misfits(window, known)]
                    if variant.pseudo and scene.ours:
                        found += [f"{scene.name}: {fault}" for fault in untranslated(window, known | NAMES)]
    assert not found, "\n".join(found)


# The walk itself: each fault, planted on an empty window, is found.


@pytest.fixture
def window(qtbot, theme) -> QWidget:
    window = QWidget()
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    return window


def plant(  # noqa: PLR0917
    window: QWidget, widget: QWidget, x: int, y: int, width: int = 0, height: int = 0
) -> None:
    """Put a widget into the window, in its own size where none is given."""
    widget.setParent(window)
    hint = widget.sizeHint()
    widget.setGeometry(x, y, width or hint.width(), height or hint.height())
    widget.show()


def test_a_fitting_window_has_no_faults(window, theme) -> None:
    plant(window, Label(theme, "Three words here"), 0, 0)
    plant(window, Button(theme, "Check"), 0, 40)
    assert list(misfits(window)) == []


def test_a_clipped_label_is_found(window, theme) -> None:
    plant(window, Label(theme, "Three words here"), 0, 0, width=60)
    assert [fault for fault in misfits(window) if "is 60 wide and needs" in fault]


def test_a_label_that_ends_in_dots_is_found_unless_a_lesson_says_it(window, theme) -> None:
    plant(window, Label(theme, "Three words here", elide=True), 0, 0, width=60)
    assert list(misfits(window)) == ["Label 'Three words here' ends in dots"]
    assert list(misfits(window, {"Three words here"})) == []


def test_a_text_without_room_for_all_its_lines_is_found(window, theme) -> None:
    plant(window, MarkupLabel(theme, markup.parse("One line. " * 20)), 0, 0, width=200, height=40)
    assert [fault for fault in misfits(window) if "is 40 high and needs" in fault]


def test_a_broken_word_is_found(window, theme) -> None:
    plant(window, Label(theme, "Reproducibility", wrap=True), 0, 0, width=40, height=100)
    assert [fault for fault in misfits(window) if "breaks a word" in fault]


def test_a_clipped_button_is_found(window, theme) -> None:
    plant(window, Button(theme, "Check"), 0, 0, width=30)
    assert [fault for fault in misfits(window) if fault.startswith("Button 'Check' is 30 wide")]


def test_an_overlap_is_found(window, theme) -> None:
    plant(window, Label(theme, "One"), 0, 0)
    plant(window, Button(theme, "Two"), 10, 10)
    assert [fault for fault in misfits(window) if "Label 'One' and Button 'Two' overlap" in fault]


def test_a_control_outside_the_window_is_found(window, theme) -> None:
    plant(window, Button(theme, "Check"), 380, 0)
    assert [fault for fault in misfits(window) if "lies outside" in fault]


def test_a_control_is_found_where_no_scrolling_leads(window, theme) -> None:
    area, wide = ScrollArea(theme), QWidget()
    wide.setMinimumSize(500, 800)
    area.setWidget(wide)
    plant(window, area, 0, 0, 400, 300)
    assert [fault for fault in misfits(window) if "lies outside" in fault]


@pytest.mark.parametrize("words", ["Check", "⟦Check lo⟧ now", "Chip A, ⟦used⟧"])
def test_an_untranslated_word_is_found(window, theme, words) -> None:
    plant(window, Label(theme, words), 0, 0)
    assert list(untranslated(window, {"name"}))


def test_a_part_that_is_a_window_for_a_moment_is_found(window, theme, strays) -> None:
    label = Label(theme, "One")
    label.show()
    plant(window, label, 0, 0)
    assert strays.taken() == ["Label 'One' is shown as a window"]
    assert strays.taken() == []


def test_an_untranslated_name_is_found(window, theme) -> None:
    control = QWidget()
    control.setAccessibleName("Blank 2 of 3")
    plant(window, control, 0, 0, 40, 40)
    assert list(untranslated(window, set())) == ["QWidget 'Blank 2 of 3' says 'Blank 2 of 3'"]


@pytest.mark.parametrize("words", ["⟦Check lo⟧", "name, ⟦in {2} lo⟧", "⟦Blank ⟦one⟧ lo⟧", "12 %", "Ctrl"])
def test_translated_words_and_those_of_lessons_are_fine(window, theme, words) -> None:
    plant(window, Label(theme, words), 0, 0)
    assert list(untranslated(window, {"name"})) == []
