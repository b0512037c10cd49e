"""Boxes whose borders are whole device pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.boxes import NOTHING, draw_box, mixed

GROUND, BORDER, PAPER = QColor("white"), QColor("black"), QColor("red")


def named(color: QColor) -> str:
    """The colour that is meant: arithmetic of transforms may leave a trace of another."""
    near = (GROUND, BORDER, PAPER)
    return next((other.name() for other in near if abs(color.lightness() - other.lightness()) < 8), "blurred")


def middle_row(ratio: float, left: float, width: float) -> list[QColor]:
    """The pixels across a box 20 wide that begins at `left`, on a device of this ratio."""
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(PAPER)
    painter = QPainter(image)
    draw_box(painter, QRectF(left, 5, 20, 20), 4, GROUND, BORDER, width=width)
    painter.end()
    return [image.pixelColor(x, round(15 * ratio)) for x in range(image.width())]


@pytest.mark.parametrize("left", [5, 6, 7, 8])
@pytest.mark.parametrize("width", [1, 2])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_a_border_is_crisp_at_every_ratio_and_place(qapp, ratio, width, left):
    row = [named(color) for color in middle_row(ratio, left, width)]
    assert set(row) == {GROUND.name(), BORDER.name(), PAPER.name()}
    assert row.count(BORDER.name()) == 2 * int(width * ratio)


def test_a_box_without_border_fills_to_its_edge(qapp):
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    draw_box(painter, QRectF(0, 0, 10, 10), 0, GROUND)
    painter.end()
    assert image.pixelColor(0, 0) == image.pixelColor(9, 9) == GROUND


@pytest.mark.parametrize(("share", "red"), [(0.0, 0), (0.5, 128), (1.0, 255)])
def test_colours_blend(share, red):
    assert mixed(QColor("black"), QColor("white"), share).red() == red


def test_a_colour_fades_in_from_nothing_in_its_own_hue():
    half = mixed(NOTHING, QColor("white"), 0.5)
    assert (half.red(), half.alpha()) == (255, 128)
