"""Code to read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from desktop.ui.widgets.code_lines import CodeLines
from desktop.ui.widgets.code_panel import CodePanel, language_name
from desktop.ui.widgets.label import Label

CODE = 'def area(x):\n    """Say\n    more."""\n    return x != 1\n'


def lines(panel: CodePanel) -> CodeLines:
    return panel._lines


def has(image: QImage, color: QColor) -> bool:
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == color for x, y in pixels)


@pytest.mark.parametrize(("tight", "step"), [(False, 28), (True, 24)])
def test_lines_have_the_height_of_the_design(theme, qtbot, tight, step):
    panel = CodePanel(theme, CODE, "python", "area.py", tight=tight)
    qtbot.addWidget(panel)
    assert lines(panel).sizeHint().height() == 12 + 4 * step + 12
    assert panel.sizeHint().height() == 1 + 40 + 12 + 4 * step + 12 + 1


def test_keywords_have_their_colour_and_plain_text_has_none(theme, qtbot):
    theme.apply("light", 2.0, reduced_motion=True)
    code, text = CodePanel(theme, "return x", "python"), CodePanel(theme, "return x", "text")
    for panel in (code, text):
        qtbot.addWidget(panel)
        panel.resize(500, 200)
    keyword = theme.color("kw")
    assert has(code.grab().toImage(), keyword)
    assert not has(text.grab().toImage(), keyword)


def test_a_string_over_several_lines_is_coloured_on_each(theme, qtbot):
    panel = CodePanel(theme, CODE, "python")
    qtbot.addWidget(panel)
    assert [(s.start, s.length) for s in lines(panel)._spans_of(1)] == [(4, 6)]
    assert [(s.start, s.length, s.token) for s in lines(panel)._spans_of(2)] == [(0, 12, "co")]


def test_the_bar_shows_file_and_language(theme, qtbot):
    panel = CodePanel(theme, CODE, "python", "area.py")
    qtbot.addWidget(panel)
    assert [label.text() for label in panel.findChildren(Label)] == ["area.py", "Python"]


@pytest.mark.parametrize(("key", "name"), [("yaml", "YAML"), ("python", "Python"), ("console", "Console")])
def test_languages_have_the_names_people_use(qapp, key, name):
    assert language_name(key) == name


def test_a_marked_line_has_a_ground_and_an_edge(theme, qtbot):
    panel = CodePanel(theme, CODE, "python")
    qtbot.addWidget(panel)
    panel.resize(400, panel.sizeHint().height())
    panel.set_current_line(1)
    panel.set_error_line(4)
    image = lines(panel).grab().toImage()
    tokens = ("accent", "accent-soft", "wrong", "wrong-soft")
    seen = [image.pixelColor(x, y) for y in (12 + 14, 12 + 3 * 28 + 14) for x in (1, 380)]
    assert seen == [theme.color(token) for token in tokens]


def test_a_long_line_scrolls_sideways_by_keys(theme, qtbot):
    panel = CodePanel(theme, "x" * 300, "text")
    qtbot.addWidget(panel)
    area = lines(panel)
    area.resize(300, 60)
    qtbot.keyClick(area, Qt.Key.Key_Right)
    assert area._bar.value() == 24
    qtbot.keyClick(area, Qt.Key.Key_Left)
    assert area._bar.value() == 0


def test_a_line_of_millions_is_painted_in_part(theme, qtbot):
    panel = CodePanel(theme, "█" * 5_000_000, "python")
    qtbot.addWidget(panel)
    panel.resize(400, 120)
    assert has(panel.grab().toImage(), theme.color("text"))
    assert lines(panel)._layouts == {}


def test_all_is_copied_at_once(theme, qtbot):
    panel = CodePanel(theme, CODE, "python")
    qtbot.addWidget(panel)
    qtbot.keyClick(lines(panel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == CODE.rstrip("\n")


def test_code_stays_left_to_right(theme, qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    panel = CodePanel(theme, "x", "text")
    qtbot.addWidget(panel)
    panel.resize(400, 60)
    image = lines(panel).grab().toImage()
    inked = [x for x in range(image.width()) if image.pixelColor(x, 30) == theme.color("text")]
    assert all(x < 70 for x in inked)


def test_name_and_code_are_heard(theme, qtbot):
    panel = CodePanel(theme, CODE, "python", "area.py")
    qtbot.addWidget(panel)
    assert lines(panel).accessibleName() == "Code, area.py"
    assert lines(panel).accessibleDescription() == CODE
