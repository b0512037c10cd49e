"""Study days in words."""

from desktop.ui.dates import day_words


def test_a_day_is_written_out_and_what_is_no_day_stays() -> None:
    assert [day_words("2026-11-03"), day_words("soon")] == ["3 November 2026", "soon"]
