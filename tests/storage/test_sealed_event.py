"""A row of the history is read back as it was written, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.events import EventKind, Happening, Moment
from desktop.storage.sealed_event import COLUMNS, canonical, event_of, row_of, sealed
from tests.storage.histories import NOON

NAMES = COLUMNS.split(", ")
HAPPENING = Happening(EventKind.ANSWERED, "c/l/t", Moment(NOON, 60), "h", {"right": True})


def as_stored(row: tuple[Any, ...]) -> list[Any]:
    return [one.encode() if isinstance(one, str) else one for one in row]


def test_an_event_comes_back_from_its_row() -> None:
    event = sealed(HAPPENING, "device", 7)
    assert event_of(tuple(as_stored(row_of(event)))) == event


@pytest.mark.parametrize("column", range(len(NAMES)), ids=NAMES)
def test_a_change_in_any_column_is_noticed(column: int) -> None:
    row = as_stored(row_of(sealed(HAPPENING, "device", 7)))
    row[column] = row[column] + 1 if isinstance(row[column], int) else row[column] + b"x"
    assert event_of(tuple(row)) is None


def test_text_that_is_no_text_any_more_is_noticed() -> None:
    row = as_stored(row_of(sealed(HAPPENING, "device", 7)))
    row[NAMES.index("body")] = b'{"right":tr\xf5e}'
    assert event_of(tuple(row)) is None


def test_the_same_content_is_written_the_same_way() -> None:
    assert canonical({"b": [1, None], "a": "\u00e9"}) == canonical({"a": "\u00e9", "b": [1, None]})
    assert canonical({"b": [1, None], "a": "\u00e9"}) == r'{"a":"\u00e9","b":[1,null]}'


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"share": float("nan")})


def test_no_two_events_have_the_same_id() -> None:
    assert len({sealed(HAPPENING, "device", 7).uid for _ in range(1000)}) == 1000
