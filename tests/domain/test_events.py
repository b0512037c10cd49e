"""Moments: the study day runs from four to four by the learner's clock."""

from datetime import UTC, datetime

import pytest

from desktop.domain.events import Moment


def utc_ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("utc", "offset", "day"),
    [
        ("2025-03-10T12:00:00", 0, "2025-03-10"),
        ("2025-03-10T03:59:59", 0, "2025-03-09"),
        ("2025-03-10T04:00:00", 0, "2025-03-10"),
        ("2025-03-10T02:00:00", 120, "2025-03-10"),
        ("2025-03-10T02:00:00", -300, "2025-03-09"),
        ("2025-03-10T22:30:00", 330, "2025-03-11"),
        ("2025-01-01T01:00:00", 0, "2024-12-31"),
    ],
)
def test_the_study_day_is_local_and_begins_at_four(utc: str, offset: int, day: str) -> None:
    assert Moment(utc_ms(utc), offset).study_day == day


def test_moments_are_ordered_by_time() -> None:
    assert Moment(1, 60) < Moment(2, -60)
