"""Charts: what they tell, and what they draw."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.domain.visual_state import Extent, Numbers
from desktop.ui.charts.bar_chart import BarChart
from desktop.ui.charts.chart import Chart
from desktop.ui.charts.line_chart import LineChart
from desktop.ui.charts.numbers import number_texts
from desktop.ui.theme import Theme

BASE, SEEN = Numbers("base", (0.25, 0.75)), Numbers("seen", (0.1, 0.9))
LABELS = ("bin 1", "bin 2")


def shown(qtbot: QtBot, chart: Chart) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(480, 152)
    chart.show()
    chart.grab()
    return chart


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([0.25, 0.1], ["0.25", "0.10"]),
        ([1.0, 2.0], ["1", "2"]),
        ([1234.5678, 0.5], ["1234.6", "0.5"]),
        ([1e9, 2.0], ["1e9", "2"]),
        ([], []),
    ],
)
def test_numbers_have_as_many_decimals_as_the_one_that_needs_most(
    values: list[float], texts: list[str]
) -> None:
    assert number_texts(values) == texts


def test_a_chart_tells_its_numbers_and_what_is_marked(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, BarChart(theme, "Share of rows", Extent(0, 0.9, 2), LABELS))
    chart.show_numbers([BASE, SEEN], marked=1)
    assert chart.accessibleName() == "Share of rows"
    assert chart.accessibleDescription() == (
        "base: bin 1 0.25, bin 2 0.75. seen: bin 1 0.10, bin 2 0.90. marked: bin 2"
    )
    chart.show_numbers([Numbers("base", ())])
    assert chart.accessibleDescription() == "base: no value yet"


def ink_in(chart: Chart, token: str, left: float, right: float) -> int:
    """How many points of a part of the chart have the colour of a token; the part in shares of its width."""
    picture = chart.grab().toImage()
    colour = chart._theme.color(token).rgb()
    columns = range(int(left * picture.width()), int(right * picture.width()))
    return sum(picture.pixel(x, y) == colour for x in columns for y in range(picture.height()))


def test_a_larger_number_is_a_higher_bar(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, BarChart(theme, "Share", Extent(0, 0.9, 2)))
    chart.show_numbers([Numbers("share", (0.3, 0.9))])
    low, high = ink_in(chart, "accent", 0, 0.5), ink_in(chart, "accent", 0.5, 1)
    assert high == pytest.approx(3 * low, rel=0.05)


def test_a_bar_stays_where_it_is_while_a_list_grows(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, BarChart(theme, "Share", Extent(0, 0.9, 2)))
    chart.show_numbers([Numbers("share", (0.3,))])
    first = ink_in(chart, "accent", 0, 0.5)
    chart.show_numbers([Numbers("share", (0.3, 0.9))])
    assert ink_in(chart, "accent", 0, 0.5) == first


def test_a_number_below_nothing_hangs_below_the_line(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, BarChart(theme, "Gain", Extent(-1, 1, 2)))
    chart.show_numbers([Numbers("gain", (1, -1))])
    picture, colour = chart.grab().toImage(), theme.color("accent").rgb()
    rows = [
        [y for y in range(picture.height()) if picture.pixel(int(picture.width() * x), y) == colour]
        for x in (0.25, 0.75)
    ]
    assert max(rows[0]) < min(rows[1])


def test_the_marked_group_stands_in_a_frame(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, BarChart(theme, "Share", Extent(0, 0.9, 2), LABELS))
    chart.show_numbers([BASE], marked=1)
    assert ink_in(chart, "accent-soft", 0.5, 1) > 0
    assert ink_in(chart, "accent-soft", 0, 0.5) == 0


def test_a_line_begins_where_its_number_is_known(qtbot: QtBot, theme: Theme) -> None:
    chart = shown(qtbot, LineChart(theme, "Loss", Extent(0, 4, 5)))
    chart.show_numbers([Numbers("loss", (4, 2, 1), start=2)])
    assert ink_in(chart, "accent", 0, 0.4) == 0
    assert ink_in(chart, "accent", 0.45, 1) > 0


@pytest.mark.parametrize("kind", [BarChart, LineChart])
def test_the_pointer_learns_a_number(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, kind: type[Chart]
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: said.append(words))
    chart = shown(qtbot, kind(theme, "Share", Extent(0, 0.9, 2), LABELS))
    chart.show_numbers([SEEN])
    chart.grab()
    spot = chart._spots[1][0].center().toPoint()
    for place in (spot, QPoint(1, 1)):
        chart.event(QHelpEvent(QHelpEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert said == ["bin 2, seen: 0.9", ""]
