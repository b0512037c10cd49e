"""`clozeline schema`: complete, described, and the same each time."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.authoring.schema import SAID
from desktop.cli.schema import run
from tests.domain.builders import choose_content, fill_content, lesson_content
from tests.schema_check import breaches


@pytest.fixture
def schema(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run([]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in (schema["course"], schema["lesson"]):
        for one in (table, *table["$defs"].values()):
            yield from one.get("properties", {}).items()


def test_it_is_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    run([])
    first = capsys.readouterr().out
    run([])
    assert capsys.readouterr().out == first


def test_every_field_is_described_and_nothing_else(schema: dict[str, Any]) -> None:
    found = dict(properties(schema))
    assert all(field["description"] for field in found.values())
    assert set(SAID) == set(found)


def test_it_speaks_of_nothing_that_toml_lacks(schema: dict[str, Any]) -> None:
    assert '"null"' not in json.dumps(schema)


@pytest.mark.parametrize(
    "changes",
    [
        {"use": ["practice", "test"]},
        {"answers": {"1": ["a", "c"], "2": "b"}},
        {"language": None},
        {"use": "test"},
    ],
)
def test_what_the_models_take_the_schema_takes(schema: dict[str, Any], changes: dict[str, Any]) -> None:
    content = lesson_content(fill_content(**changes), choose_content())
    assert list(breaches(content, schema["lesson"], schema["lesson"])) == []


@pytest.mark.parametrize(
    "changes",
    [{"use": "exam"}, {"answers": {"1": 3}}, {"prompt": None}, {"price": 1}, {"chips": []}, {"id": "A"}],
)
def test_what_the_models_refuse_the_schema_refuses(schema: dict[str, Any], changes: dict[str, Any]) -> None:
    content = lesson_content(fill_content(**changes))
    assert list(breaches(content, schema["lesson"], schema["lesson"]))
