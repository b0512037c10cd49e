"""Visualize: steps through a program or a process, with the values and a picture bound to them."""

from __future__ import annotations

import ast
import math
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.diagram import Diagram
from desktop.domain.exercises.task import CodeFile, Difficulty, difficulty
from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused

FEWEST_STEPS = 2
MOST_STEPS = 120
MOST_VALUES = 12
LONGEST_VALUE = 120

Value = Annotated[str, Field(max_length=LONGEST_VALUE)]
Name = Annotated[str, Field(pattern=r"^[^\s=]{1,40}$")]


class VisualStep(Strict):
    """What has just happened: the line that ran and the values after it, or the nodes at work."""

    line: Annotated[int, Field(ge=1, le=200)] | None = None
    values: Annotated[dict[Name, Value], Field(max_length=MOST_VALUES)] = Field(default_factory=dict)
    """Names with their values as Python writes them, in the order in which they were set."""
    raised: Value | None = None
    """The error that the line ended in."""
    note: Prose | None = None
    active: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(max_length=12)] = ()
    """Nodes of the diagram at work in this step."""


class Trace(Strict):
    """Says that the steps come from a real run, and of what."""

    python: Annotated[str, Field(pattern=r"^3\.\d{1,2}$")]
    file: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}\.py$")]


class Series(Strict):
    """One row of numbers of a chart: a traced list, or a traced number as it was at each step."""

    name: Title
    value: Name


def _kind(value: Any) -> Any:
    if value not in ("bars", "line"):
        raise refused("chart", "expected bars or line")
    return value


class Chart(Strict):
    """Bars or a line, bound to traced values."""

    kind: Annotated[Literal["bars", "line"], BeforeValidator(_kind)]
    title: Title
    series: Annotated[tuple[Series, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=3)]
    labels: Annotated[tuple[Title, ...], BeforeValidator(as_tuple), Field(max_length=24)] = ()
    """Under the bars, in order."""
    highlight: Name | None = None
    """A traced whole number: the bar, from 0, that the step is about."""


class Visual(Strict):
    """One thing to step through."""

    id: Slug
    title: Title
    difficulty: Annotated[Difficulty, BeforeValidator(difficulty)]
    concepts: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=3)]
    intro: Prose | None = None
    code: CodeFile | None = None
    trace: Trace | None = None
    steps: Annotated[tuple[VisualStep, ...], BeforeValidator(as_tuple)] = ()
    chart: Chart | None = None
    diagram: Diagram | None = None

    @model_validator(mode="after")
    def _whole(self) -> Visual:
        """There is something to step through, and the steps name only what is there."""
        if self.code is None and self.diagram is None:
            raise refused("visual", "expected code or a diagram to step through")
        if self.trace is not None and self.code is None:
            raise refused("visual", "a trace needs the code that it is of", at=("trace",))
        if self.trace is not None and self.code is not None and self.code.language != "python":
            message = "only Python is traced, found {language}"
            raise refused("visual", message, at=("code", "language"), language=self.code.language)
        if self.chart is not None and self.diagram is not None:
            raise refused("visual", "expected either a chart or a diagram, not both", at=("diagram",))
        self._has_steps()
        lines = self.code.text.count("\n") + 1 if self.code else 0
        nodes = {node.id for node in self.diagram.nodes} if self.diagram else set()
        for i, step in enumerate(self.steps):
            self._names_what_is_there(i, step, lines, nodes)
        self._chart_is_bound()
        return self

    def _has_steps(self) -> None:
        found = len(self.steps)
        if found > MOST_STEPS:
            message = "expected at most {most} steps, found {n}"
            raise refused("steps", message, at=("steps", MOST_STEPS), most=MOST_STEPS, n=found)
        if not found and self.trace:
            raise refused("steps", "there are no steps yet; clozeline trace writes them", at=("trace",))
        if found < FEWEST_STEPS:
            message = "expected at least {least} steps, found {n}"
            raise refused("steps", message, at=("steps",), least=FEWEST_STEPS, n=found)

    def _names_what_is_there(self, i: int, step: VisualStep, lines: int, nodes: set[str]) -> None:
        if step.line is not None and step.line > lines:
            message = "step {n} names line {line}, but the code has {lines}"
            at = ("steps", i, "line")
            raise refused("visual", message, at=at, n=i + 1, line=step.line, lines=lines)
        if self.code is not None and step.line is None:
            message = "step {n} lacks the line that has run"
            raise refused("visual", message, at=("steps", i), n=i + 1)
        if self.code is None and step.note is None:
            message = "step {n} lacks a note that says what happens"
            raise refused("visual", message, at=("steps", i), n=i + 1)
        for k, name in enumerate(step.active):
            if name not in nodes:
                message = "step {n} names the node {id}, which the diagram lacks"
                raise refused("no_node", message, at=("steps", i, "active", k), n=i + 1, id=name)

    def _chart_is_bound(self) -> None:
        """What a chart shows has a value in some step, and only values that it can draw."""
        if self.chart is None:
            return
        for i, series in enumerate(self.chart.series):
            self._is_drawable(series.value, ("chart", "series", i, "value"), whole=False)
        drawn = {one.value for one in self.chart.series}
        values = [text for step in self.steps for name, text in step.values.items() if name in drawn]
        if self.chart.kind == "line" and len(set(map(is_list, values))) > 1:
            message = "expected either lists or single numbers in a line, found both"
            raise refused("visual", message, at=("chart", "series"))
        if self.chart.highlight:
            self._is_drawable(self.chart.highlight, ("chart", "highlight"), whole=True)

    def _is_drawable(self, name: str, at: tuple[str | int, ...], *, whole: bool) -> None:
        found = [step.values[name] for step in self.steps if name in step.values]
        if not found:
            raise refused("visual", "the chart shows {name}, which no step has a value of", at=at, name=name)
        for value in found:
            if whole and (numbers_in(value) is None or not value.isdecimal()):
                message = "expected the number of a bar, counted from 0, but {name} is {value} in a step"
                raise refused("visual", message, at=at, name=name, value=value)
            if numbers_in(value) is None:
                message = "expected numbers to draw, but {name} is {value} in a step"
                raise refused("visual", message, at=at, name=name, value=value)


@lru_cache(maxsize=4096)
def numbers_in(value: str) -> tuple[float, ...] | None:
    """The numbers that a traced value holds: one, or those of a list; `None` where it holds others."""
    try:
        found = ast.literal_eval(value)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    numbers = tuple(found) if isinstance(found, list | tuple) else (found,)
    if all(isinstance(one, int | float) and math.isfinite(one) for one in numbers):
        return tuple(float(one) for one in numbers)
    return None


def is_list(value: str) -> bool:
    """Whether a traced value is a list."""
    return value[:1] in ("[", "(")
