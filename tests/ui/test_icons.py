"""The icons."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.ui.icons import Icon, icon_pixmap

RED = QColor("red")


def ink(image: QImage) -> int:
    """How many pixels have any colour."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).alpha() > 0 for x, y in pixels)


@pytest.mark.parametrize(("ratio", "edge"), [(1.0, 18), (1.25, 22), (1.5, 27), (2.0, 36)])
def test_an_icon_has_a_pixel_for_each_of_the_device(qapp, ratio, edge):
    pixmap = icon_pixmap("check", 18, RED, ratio)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (edge, ratio)


def test_an_icon_takes_the_colour_it_is_given(qapp):
    image = icon_pixmap("circle-x", 32, RED, 1.0).toImage()
    solid = [c for x in range(32) if (c := image.pixelColor(x, 16)).alpha() == 255]
    assert solid
    assert all(color == RED for color in solid)


def test_a_wider_stroke_gives_more_ink(qapp):
    thin, wide = (icon_pixmap("x", 48, RED, 1.0, stroke).toImage() for stroke in (1.0, 4.0))
    assert ink(wide) > ink(thin) * 2


def test_the_same_icon_is_drawn_once(qapp):
    assert icon_pixmap("x", 18, RED, 1.0).cacheKey() == icon_pixmap("x", 18, RED, 1.0).cacheKey()


def test_an_icon_grows_with_the_text(theme, qtbot):
    icon = Icon(theme, "lightbulb")
    qtbot.addWidget(icon)
    theme.apply("light", 2.0, reduced_motion=True)
    assert icon.width() == 36
