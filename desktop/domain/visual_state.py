"""What is to be seen at one step of a visual: values with what they were, and the numbers of its chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.visual import Chart, Series, Visual, is_list, numbers_in


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A name with its value after a step."""

    name: str
    value: str
    was: str | None
    """What it was before, where it was known."""

    @property
    def changed(self) -> bool:
        """Whether the step gave it another value, or its first."""
        return self.value != self.was


@dataclass(frozen=True, slots=True)
class Numbers:
    """One row of numbers of a chart, as far as they are known."""

    name: str
    values: tuple[float, ...]
    start: int = 0
    """The place of the first one: a number that is followed over the steps is unknown at the first."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much room the numbers of all steps need, so that nothing shifts between two of them."""

    low: float
    high: float
    count: int


def values_at(visual: Visual, index: int) -> tuple[ShownValue, ...]:
    """The values after the step at `index`, in the order in which they were set."""
    before: dict[str, str] = {}
    for step in visual.steps[:index]:
        before |= step.values
    step = visual.steps[index]
    return tuple(ShownValue(name, value, before.get(name)) for name, value in step.values.items())


def in_table(visual: Visual, index: int) -> tuple[ShownValue, ...]:
    """The values that need a line of their own: lists that the chart draws do not."""
    drawn = {series.value for series in visual.chart.series} if visual.chart else set()
    shown = values_at(visual, index)
    return tuple(one for one in shown if one.name not in drawn or not is_list(one.value))


def numbers_at(visual: Visual, chart: Chart, index: int) -> tuple[Numbers, ...]:
    """What the chart shows at a step: lists as they are then; in a line, a number as it was at each step."""
    return tuple(_numbers(visual, chart, one, index) for one in chart.series)


def highlighted_at(visual: Visual, chart: Chart, index: int) -> int | None:
    """The bar that the step is about."""
    if chart.highlight is None:
        return None
    found = visual.steps[index].values.get(chart.highlight)
    return None if found is None else int(found)


def extent_of(visual: Visual, chart: Chart) -> Extent:
    """The least and the greatest number of all steps, with 0, and the most numbers of one row."""
    every = [numbers_at(visual, chart, index) for index in range(len(visual.steps))]
    values = [value for rows in every for row in rows for value in row.values]
    count = max(row.start + len(row.values) for rows in every for row in rows)
    low, high = min(0.0, *values), max(0.0, *values)
    return Extent(low, high if high > low else low + 1.0, max(1, count, len(chart.labels)))


def _numbers(visual: Visual, chart: Chart, series: Series, index: int) -> Numbers:
    known = list(_known(visual, series.value, index))
    found = [value for value in known if value is not None]
    if not found:
        return Numbers(series.name, ())
    if chart.kind == "bars" or is_list(found[-1]):
        return Numbers(series.name, numbers_in(found[-1]) or ())
    values = tuple(number for value in found for number in numbers_in(value) or ())
    return Numbers(series.name, values, known.index(found[0]))


def _known(visual: Visual, name: str, index: int) -> Iterator[str | None]:
    """The value that a name has after each step up to one: the last it was given, where it was."""
    last: str | None = None
    for step in visual.steps[: index + 1]:
        last = step.values.get(name, last)
        yield last
