"""The history of a learner: what happened, when, and to which task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

DAY_STARTS_AT_HOUR = 4
"""A study day runs from 04:00 to 04:00 local time, so that a late evening counts as one day."""


class EventKind(StrEnum):
    """What can happen."""

    ANSWERED = "answered"
    HINT_SHOWN = "hint shown"
    REVEALED = "revealed"
    SKIPPED = "skipped"
    SECTION_READ = "section read"
    TEST_STARTED = "test started"
    TEST_FINISHED = "test finished"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time as the learner's clock showed it."""

    utc_ms: int
    """Milliseconds since 1970-01-01 UTC."""
    offset_minutes: int = 0
    """Local time minus UTC, in minutes."""

    @property
    def study_day(self) -> str:
        """The local day, from 04:00 to 04:00, as an ISO date."""
        local = datetime.fromtimestamp(self.utc_ms / 1000, UTC) + timedelta(minutes=self.offset_minutes)
        return (local - timedelta(hours=DAY_STARTS_AT_HOUR)).date().isoformat()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something the engine says has happened; the store makes an `Event` of it."""

    kind: EventKind
    place: str
    """`course/lesson/task`, or `course/lesson` for what concerns a whole lesson."""
    at: Moment
    content_hash: str = ""
    """Of the task as it was answered; empty for a lesson."""
    body: Mapping[str, Any] = field(default_factory=dict)
    """Details as JSON values; their keys are listed beside the function that makes them."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the history as it is kept: a happening, numbered and sealed."""

    uid: str
    device: str
    seq: int
    utc_ms: int
    offset_minutes: int
    study_day: str
    kind: EventKind
    place: str
    content_hash: str
    body: str
    """Canonical JSON: sorted keys, no spaces."""
    crc: int
    """CRC-32 over all other fields; see `desktop.storage.progress_store`."""
