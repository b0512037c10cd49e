"""The small painted parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.attempt_dots import AttemptDots
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.beads import Beads
from desktop.ui.widgets.level_bars import LevelBars
from desktop.ui.widgets.node import Node
from desktop.ui.widgets.ring import Ring


def drawn(qtbot, widget: QWidget) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def count(image: QImage, color: QColor) -> int:
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == color for x, y in pixels)


@pytest.mark.parametrize(("n", "text", "hidden"), [(0, "", True), (12, "12", False), (100, "99+", False)])
def test_a_badge_counts_to_99(theme, qtbot, n, text, hidden):
    badge = Badge(theme)
    qtbot.addWidget(badge)
    badge.set_count(n)
    assert (badge.text(), badge.isHidden()) == (text, hidden)


def test_bars_of_a_level_differ_in_number_not_in_colour(theme, qtbot):
    dark = [count(drawn(qtbot, LevelBars(theme, name)), theme.color("text-2")) for name in ("easy", "hard")]
    assert 0 < dark[0] < dark[1]


def test_a_used_attempt_is_a_hollow_dot(theme, qtbot):
    filled = []
    for left in (3, 2, 0):
        dots = AttemptDots(theme)
        dots.set(left, 3)
        filled.append(count(drawn(qtbot, dots), theme.color("text-2")))
    assert filled[0] > filled[1] > filled[2] == 0


def test_a_bar_fills_from_where_reading_begins(theme, qtbot):
    bar = Bar(theme, 100)
    bar.set(0.3)
    row = [drawn(qtbot, bar).pixelColor(x, 3) for x in range(100)]
    assert row[15] == theme.color("accent")
    assert row[60] == theme.color("pressed")
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = [drawn(qtbot, bar).pixelColor(x, 3) for x in range(100)]
    assert row[15] == theme.color("pressed")
    assert row[85] == theme.color("accent")


def test_beads_are_full_half_and_empty(theme, qtbot):
    beads = Beads(theme)
    beads.set(["done", "now", "todo"])
    image = drawn(qtbot, beads)
    seen = [image.pixelColor(x, 2) for x in (20, 50, 80, 120)]
    tokens = ("accent", "accent", "accent-line", "pressed")
    assert seen == [theme.color(token) for token in tokens]


def test_above_twelve_tasks_beads_are_one_bar(theme, qtbot):
    many, few = Beads(theme), Beads(theme)
    many.set(["done"] * 6 + ["todo"] * 7)
    few.set(["todo"] * 12)
    for beads in (many, few):
        qtbot.addWidget(beads)
    assert many.sizeHint().width() < few.sizeHint().width()


def test_a_ring_fills_and_ends_in_a_tick(theme, qtbot):
    part, done = Ring(theme, 24), Ring(theme, 24)
    part.set(0.25)
    done.set(1.0, done=True)
    image = drawn(qtbot, part)
    assert image.pixelColor(22, 9) == theme.color("accent")
    assert image.pixelColor(1, 14) == theme.color("pressed")
    assert drawn(qtbot, done).pixelColor(12, 3) == theme.color("fill")


@pytest.mark.parametrize(
    ("state", "middle"), [("new", "surface"), ("part", "surface"), ("due", "notice"), ("strong", "fill")]
)
def test_states_of_a_lesson_differ_in_shape(theme, qtbot, state, middle):
    node = Node(theme)
    node.set(state, 0.4)
    assert drawn(qtbot, node).pixelColor(10, 8) == theme.color(middle)


def test_parts_grow_with_the_text(theme, qtbot):
    parts = [Node(theme), Ring(theme, 20), LevelBars(theme, "easy")]
    before = [part.sizeHint().width() for part in parts]
    theme.apply("light", 2.0, reduced_motion=True)
    assert [part.sizeHint().width() for part in parts] == [2 * width for width in before]
    for part in parts:
        qtbot.addWidget(part)
