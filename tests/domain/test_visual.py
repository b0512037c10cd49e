"""Visuals: what one is refused for, and what is to be seen at each of its steps."""

from typing import Any

import pytest
from pydantic import ValidationError

from desktop.domain.visual import Visual, numbers_in
from desktop.domain.visual_state import extent_of, highlighted_at, in_table, numbers_at, values_at
from tests.domain.builders import lesson

CODE = {
    "language": "python",
    "file": "sum.py",
    "text": "total = 0\nfor i, n in enumerate(ns):\n    total += n",
}
NODES = [{"id": "a", "label": "A", "at": [0, 0]}, {"id": "b", "label": "B", "at": [1, 0]}]
DIAGRAM = {"title": "Flow", "describe": "From A to B.", "nodes": NODES}
STEPS: list[dict[str, Any]] = [
    {"line": 1, "values": {"total": "0"}},
    {"line": 2, "values": {"total": "0", "i": "0", "ns": "[1, 2]"}},
    {"line": 3, "values": {"total": "1", "i": "0", "ns": "[1, 2]"}},
]
FLOW: list[dict[str, Any]] = [{"note": "It begins.", "active": ["a"]}, {"note": "It ends.", "active": ["b"]}]
BARS = {"kind": "bars", "title": "Numbers", "series": [{"name": "ns", "value": "ns"}], "highlight": "i"}
LINE = {"kind": "line", "title": "Total", "series": [{"name": "total", "value": "total"}]}


def visual(**changes: Any) -> Visual:
    content: dict[str, Any] = {
        "id": "sum",
        "title": "A sum",
        "difficulty": "easy",
        "concepts": ["names"],
        "code": CODE,
        "steps": STEPS,
    }
    content.update(changes)
    return Visual.model_validate({name: value for name, value in content.items() if value is not None})


@pytest.mark.parametrize(
    ("changes", "at", "message"),
    [
        ({"code": None}, (), "expected code or a diagram to step through"),
        ({"chart": BARS, "diagram": DIAGRAM}, ("diagram",), "expected either a chart or a diagram, not both"),
        ({"steps": STEPS[:1]}, ("steps",), "expected at least {least} steps, found {n}"),
        ({"steps": [STEPS[0]] * 121}, ("steps", 120), "expected at most {most} steps, found {n}"),
        (
            {"steps": (), "trace": {"python": "3.11", "file": "sum.py"}},
            ("trace",),
            "there are no steps yet; clozeline trace writes them",
        ),
        (
            {"steps": [*STEPS, {"line": 4}]},
            ("steps", 3, "line"),
            "step {n} names line {line}, but the code has {lines}",
        ),
        ({"steps": [*STEPS, {"note": "?"}]}, ("steps", 3), "step {n} lacks the line that has run"),
        (
            {"code": None, "diagram": DIAGRAM, "steps": [FLOW[0], {"active": ["a"]}]},
            ("steps", 1),
            "step {n} lacks a note that says what happens",
        ),
        (
            {"code": None, "diagram": DIAGRAM, "steps": [FLOW[0], {"note": "?", "active": ["a", "ghost"]}]},
            ("steps", 1, "active", 1),
            "step {n} names the node {id}, which the diagram lacks",
        ),
        (
            {"chart": {**BARS, "series": [{"name": "x", "value": "ghost"}]}},
            ("chart", "series", 0, "value"),
            "the chart shows {name}, which no step has a value of",
        ),
        (
            {"chart": {**BARS, "highlight": "ns"}},
            ("chart", "highlight"),
            "expected the number of a bar, counted from 0, but {name} is {value} in a step",
        ),
        (
            {"chart": BARS, "steps": [*STEPS, {"line": 3, "values": {"ns": "['a']"}}]},
            ("chart", "series", 0, "value"),
            "expected numbers to draw, but {name} is {value} in a step",
        ),
        (
            {"chart": {**LINE, "series": [*LINE["series"], *BARS["series"]]}},
            ("chart", "series"),
            "expected either lists or single numbers in a line, found both",
        ),
        (
            {"code": {**CODE, "language": "bash"}, "trace": {"python": "3.11", "file": "sum.py"}},
            ("code", "language"),
            "only Python is traced, found {language}",
        ),
    ],
)
def test_it_is_refused_where_it_is_wrong(
    changes: dict[str, Any], at: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        visual(**changes)
    context = caught.value.errors()[0]["ctx"]
    assert (context["at"], context["template"]) == (at, message)


def test_a_changed_value_says_what_it_was_and_a_new_one_was_nothing() -> None:
    found = {one.name: (one.value, one.was, one.changed) for one in values_at(visual(), 2)}
    assert found == {"total": ("1", "0", True), "i": ("0", "0", False), "ns": ("[1, 2]", "[1, 2]", False)}
    assert [one.was for one in values_at(visual(), 0)] == [None]


def test_a_list_that_the_chart_draws_has_no_line_of_its_own() -> None:
    assert [one.name for one in in_table(visual(chart=BARS), 2)] == ["total", "i"]
    assert [one.name for one in in_table(visual(chart=LINE), 2)] == ["total", "i", "ns"]


def test_bars_show_a_list_as_it_is_and_stay_when_its_name_is_gone() -> None:
    shown = visual(chart=BARS, steps=[*STEPS, {"line": 1, "values": {"total": "1"}}])
    assert shown.chart is not None
    assert [numbers_at(shown, shown.chart, n)[0].values for n in range(4)] == [(), (1, 2), (1, 2), (1, 2)]
    assert [highlighted_at(shown, shown.chart, n) for n in range(4)] == [None, 0, 0, None]


def test_a_line_follows_a_number_over_the_steps_from_where_it_is_known() -> None:
    shown = visual(chart=LINE, steps=[{"line": 2}, *STEPS])
    assert shown.chart is not None
    found = numbers_at(shown, shown.chart, 3)[0]
    assert (found.start, found.values) == (1, (0, 0, 1))


def test_a_chart_leaves_room_for_the_numbers_of_all_steps() -> None:
    shown = visual(chart=BARS)
    assert shown.chart is not None
    extent = extent_of(shown, shown.chart)
    assert (extent.low, extent.high, extent.count) == (0, 2, 2)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("1", (1,)),
        ("[0.5, -2]", (0.5, -2)),
        ("(1,)", (1,)),
        ("[]", ()),
        ("'a'", None),
        ("[None]", None),
        ("nan", None),
        ("f(", None),
        ("{1: 2}", None),
    ],
)
def test_numbers_are_read_from_what_python_writes(value: str, numbers: tuple[float, ...] | None) -> None:
    assert numbers_in(value) == numbers


def content(**changes: Any) -> dict[str, Any]:
    return {**visual().model_dump(exclude_none=True, mode="json"), **changes}


@pytest.mark.parametrize(
    ("visuals", "at"),
    [
        ([content(), content()], ("visuals", 1, "id")),
        ([content(concepts=["ghost"])], ("visuals", 0, "concepts", 0)),
    ],
)
def test_a_lesson_refuses_visuals_of_one_name_and_concepts_it_lacks(
    visuals: list[dict[str, Any]], at: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        lesson(visuals=visuals)
    assert caught.value.errors()[0]["ctx"]["at"] == at


def test_the_parts_of_visualize_are_the_visuals() -> None:
    assert lesson(visuals=[content()]).parts("visualize") == ("sum",)
    assert lesson().parts("visualize") == ()
