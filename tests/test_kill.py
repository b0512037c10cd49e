"""Whoever has seen a verdict finds the answer again, however the application ended."""

from __future__ import annotations

from pathlib import Path

from tests.torture.killed_app import Story, Verdict, kill_often


def assert_nothing_is_lost(story: Story) -> None:
    """Each life adds to the history what it showed, once, and at most one answer whose verdict was next."""
    before: list[Verdict] = []
    half_done = ""
    for life, written, left in zip(story.lives, story.written, story.half_done, strict=True):
        assert written[: len(before)] == before
        new = written[len(before) :]
        assert new[: len(life.shown)] == life.shown
        assert len(new) <= len(life.shown) + 1
        if half_done:
            assert life.round == half_done
        assert life.held == sum(run == life.round for run, *_ in before)
        assert left or life.finished or len(new) > len(life.shown)
        before, half_done = written, left
    assert sum(len(life.shown) for life in story.lives) > len(story.lives)


def test_no_verdict_of_five_lives_is_lost(tmp_path: Path) -> None:
    assert_nothing_is_lost(kill_often(tmp_path / "data", kills=5, seed=1))
