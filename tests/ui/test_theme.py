"""The theme: contrast, type, sizes, speeds, and what the system decides."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Theme
from desktop.ui.tokens import COLOURS, TYPE

ALL = ("window", "sidebar", "surface", "sunken", "hover", "pressed", "accent-soft")
QUIET = tuple(ground for ground in ALL if ground != "pressed")
CODE = ("surface", "sunken", "accent-soft", "wrong-soft")
CARDS = ("window", "surface", "accent-soft")

# The table of the design: token, the grounds it is used on, the lowest ratio in light and in dark.
CONTRASTS = [
    ("text", ALL, 13.3, 10.5),
    ("text-2", ALL, 6.2, 6.1),
    ("text-3", QUIET, 4.8, 4.8),
    ("accent", (*ALL, "accent-tint"), 5.3, 5.2),
    ("on-fill", ("fill",), 6.8, 5.0),
    ("right", ("window", "surface", "right-soft"), 5.4, 7.5),
    ("wrong", ("window", "surface", "wrong-soft"), 5.5, 7.3),
    ("notice", CARDS, 5.6, 7.2),
    ("surface", ("right", "wrong"), 6.1, 7.6),
    ("control", ("window", "surface"), 3.4, 4.0),
    ("kw", CODE, 6.0, 6.3),
    ("st", CODE, 5.5, 7.1),
    ("nu", CODE, 5.6, 7.0),
    ("co", CODE, 4.8, 4.8),
    ("fn", CODE, 6.5, 6.6),
]


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("row", CONTRASTS, ids=[row[0] for row in CONTRASTS])
def test_contrast_is_that_of_the_design(theme, mode, row):
    token, grounds, light, dark = row
    theme.apply(mode, 1.0, reduced_motion=True)
    lowest = min(contrast(theme.color(token), theme.color(ground)) for ground in grounds)
    assert round(lowest, 1) == (light if mode == "light" else dark)
    assert lowest >= (3.0 if token == "control" else 4.5)


def test_the_label_on_a_hovered_button_is_legible(theme):
    for mode in ("light", "dark"):
        theme.apply(mode, 1.0, reduced_motion=True)
        assert contrast(theme.color("on-fill"), theme.color("fill-hover")) >= 4.5


@pytest.mark.parametrize("style", TYPE)
def test_each_style_uses_a_bundled_font_in_the_size_of_the_design(theme, style):
    font = theme.font(style)
    assert QFontInfo(font).family().startswith(TYPE[style].family)
    assert (font.pixelSize(), font.weight()) == (TYPE[style].size, TYPE[style].weight)


def test_type_and_heights_grow_with_the_text_size(theme):
    theme.apply("light", 1.5, reduced_motion=True)
    assert (theme.px(36), theme.font("body").pixelSize(), theme.line_height("body")) == (54, 21, 30)


@pytest.mark.parametrize(("wanted", "given"), [(0.2, 1.0), (1.3, 1.3), (9.0, 2.0)])
def test_the_text_size_stays_within_its_bounds(theme, wanted, given):
    theme.apply("light", wanted, reduced_motion=True)
    assert theme.scale == given


def test_code_has_no_ligatures(theme):
    plain = QFont(theme.font("code"))
    plain.unsetFeature(QFont.Tag("calt"))
    assert theme.font("code").featureValue(QFont.Tag("calt")) == 0
    assert plain.featureTags() == []


def test_tabular_figures_are_equally_wide(theme):
    metrics = QFontMetrics(theme.font("body:tnum"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")
    assert theme.metrics("body").horizontalAdvance("1111") != theme.metrics("body").horizontalAdvance("8888")


def test_a_line_that_is_read_has_at_most_72_characters(theme):
    line = "Each pass leaves one feature out and trains again, so that what adds nothing is dropped"
    assert theme.metrics("read").horizontalAdvance(line) > theme.measure("read")


def test_reduced_motion_takes_no_time(theme):
    theme.apply("light", 1.0, reduced_motion=True)
    assert theme.ms(240) == 0
    theme.apply("light", 1.0, reduced_motion=False)
    assert theme.ms(240) == 240


def test_a_change_is_told_once(theme, qtbot):
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.apply("dark", 1.0, reduced_motion=True)
    assert told == [True]


def test_palette_and_font_are_set_on_the_application(theme, qapp):
    theme.apply("dark", 1.15, reduced_motion=True)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    assert qapp.font().pixelSize() == 16
    assert "@" not in qapp.styleSheet()
    assert not re.search(r"\ddp", qapp.styleSheet())


def test_every_colour_is_opaque_and_known_in_both_themes(theme):
    for mode in ("light", "dark"):
        theme.apply(mode, 1.0, reduced_motion=True)
        assert all(theme.color(token).alpha() == 255 for token in COLOURS)


class Evening(Theme):
    """A theme on a system that may turn dark."""

    late = False

    def prefers_dark(self) -> bool:
        return self.late


@pytest.mark.parametrize(("mode", "follows"), [("system", True), ("light", False)])
def test_only_the_theme_of_the_system_follows_the_system(fonts, qapp, mode, follows):
    theme = Evening()
    theme.apply(mode, 1.0, reduced_motion=True)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.late = True
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == [True] * follows
    assert theme.dark is follows


class Contrast(Theme):
    """A theme on a system that asks for high contrast."""

    def prefers_contrast(self) -> bool:
        return True


def test_high_contrast_takes_the_colours_of_the_system_and_heavy_borders(fonts, qapp):
    theme = Contrast()
    theme.apply("light", 1.0, reduced_motion=True)
    system = QApplication.palette()
    assert theme.color("window") == system.color(QPalette.ColorRole.Window)
    assert theme.color("text-3") == theme.color("line") == system.color(QPalette.ColorRole.WindowText)
    assert theme.color("fill") == system.color(QPalette.ColorRole.Highlight)
    assert (theme.border(), theme.border(2)) == (2, 2)


def test_usual_contrast_comes_back_with_its_own_colours(fonts, qapp):
    Contrast().apply("light", 1.0, reduced_motion=True)
    theme = Theme()
    theme.apply("light", 1.0, reduced_motion=True)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    assert theme.border() == 1
