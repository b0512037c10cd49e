"""A line of the history as a row of the table: canonical, and sealed with a checksum over all of it."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.events import Event, EventKind, Happening

COLUMNS = "uid, device, seq, utc_ms, offset_minutes, study_day, kind, place, content_hash, body, crc"
KIND = COLUMNS.split(", ").index("kind")
AS_BYTES = (
    "CAST(uid AS BLOB), CAST(device AS BLOB), seq, utc_ms, offset_minutes, CAST(study_day AS BLOB),"
    " CAST(kind AS BLOB), CAST(place AS BLOB), CAST(content_hash AS BLOB), CAST(body AS BLOB), crc"
)
"""The columns without decoding, because one flipped bit can make text that is no UTF-8."""
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


def sealed(happening: Happening, device: str, seq: int) -> Event:
    """The happening as event number `seq` of this device, with an id that no other event has."""
    at = happening.at
    fields = (
        os.urandom(16).hex(),
        device,
        seq,
        at.utc_ms,
        at.offset_minutes,
        at.study_day,
        happening.kind,
        happening.place,
        happening.content_hash,
        canonical(happening.body),
    )
    return Event(*fields, checksum(fields))


def canonical(body: Mapping[str, Any]) -> str:
    """JSON that is the same for the same content: sorted keys, no spaces, nothing beyond ASCII.

    Escaping keeps what SQLite's text cannot hold, such as half a surrogate pair or a zero character.
    """
    return _CANONICAL.encode(body)


def checksum(fields: Sequence[Any]) -> int:
    """CRC-32 over all fields before it, in the order of the columns."""
    return zlib.crc32(_CANONICAL.encode(fields).encode("ascii"))


def row_of(event: Event) -> tuple[Any, ...]:
    """The event as values for `COLUMNS`."""
    return (
        event.uid,
        event.device,
        event.seq,
        event.utc_ms,
        event.offset_minutes,
        event.study_day,
        event.kind,
        event.place,
        event.content_hash,
        event.body,
        event.crc,
    )


def event_of(row: tuple[Any, ...]) -> Event | None:
    """The event in a row of `AS_BYTES`; `None` when a bit of it has changed since it was written."""
    *stored, crc = row
    try:
        fields: list[Any] = [one.decode() if isinstance(one, bytes) else one for one in stored]
    except UnicodeDecodeError:
        return None
    if checksum(fields) != crc:
        return None
    fields[KIND] = EventKind(fields[KIND])
    return Event(*(*fields, crc))
