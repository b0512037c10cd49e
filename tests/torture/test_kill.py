"""The real application is killed at many moments of answering."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_kill import assert_nothing_is_lost
from tests.torture.killed_app import kill_often


@pytest.mark.torture
def test_no_verdict_of_fifty_lives_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = kill_often(tmp_path / "data", kills=50, seed=2)
    assert_nothing_is_lost(story)
    with capsys.disabled():
        print(f"\n{story.figures()}")
