"""Visualize: steps through a program or a process, with the values and a picture bound to them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.diagram import Diagram
from desktop.domain.exercises.task import CodeFile, Difficulty, difficulty
from desktop.domain.text import Prose, Slug, Strict, Title, as_tuple, refused

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


class Chart(Strict):
    """Bars or a line, bound to traced values."""

    kind: Literal["bars", "line"]
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
    steps: Annotated[
        tuple[VisualStep, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=MOST_STEPS)
    ]
    chart: Chart | None = None
    diagram: Diagram | None = None

    @model_validator(mode="after")
    def _whole(self) -> Visual:
        """There is something to step through, and the steps name only what is there."""
        if self.code is None and self.diagram is None:
            raise refused("visual", "expected code or a diagram to step through")
        if self.chart is not None and self.diagram is not None:
            raise refused("visual", "expected either a chart or a diagram, not both")
        lines = self.code.text.count("\n") + 1 if self.code else 0
        nodes = {node.id for node in self.diagram.nodes} if self.diagram else set()
        for number, step in enumerate(self.steps, 1):
            if step.line is not None and step.line > lines:
                raise refused(
                    "visual", "step {n} names line {line}, but the code has {lines}",
                    n=number, line=step.line, lines=lines,
                )  # fmt: skip
            unknown = next((name for name in step.active if name not in nodes), None)
            if unknown is not None:
                raise refused(
                    "no_node", "step {n} names the node {id}, which the diagram lacks", n=number, id=unknown
                )
        self._chart_is_bound()
        return self

    def _chart_is_bound(self) -> None:
        names = {name for step in self.steps for name in step.values}
        wanted = [one.value for one in self.chart.series] if self.chart else []
        if self.chart and self.chart.highlight:
            wanted.append(self.chart.highlight)
        missing = next((name for name in wanted if name not in names), None)
        if missing is not None:
            raise refused("visual", "the chart shows {name}, which no step has a value of", name=missing)
