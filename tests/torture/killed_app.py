"""Kills the real application while somebody answers, starts it again, and compares."""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.events import Event, EventKind
from desktop.paths import Paths
from desktop.storage import history
from desktop.storage.progress_store import ProgressStore

DRIVER = Path(__file__).with_name("restless_learner.py")
SOURCE = DRIVER.parents[2]
PATIENCE = 60.0

Verdict = tuple[str, str, int, bool]
"""The round, the task, the attempt, and whether it was right."""


@dataclass(frozen=True, slots=True)
class Life:
    """One start of the application, until it was killed."""

    round: str
    """The round that was opened first."""
    held: int
    """How many answers that round held then."""
    shown: list[Verdict]
    finished: bool
    """Whether the last verdict shown was the end of its round."""


@dataclass(slots=True)
class Story:
    """What was shown and what was written, life after life."""

    lives: list[Life] = field(default_factory=list)
    written: list[list[Verdict]] = field(default_factory=list)
    """The whole history after each life."""
    half_done: list[str] = field(default_factory=list)
    """The round that was left in the middle after each life; empty for none."""

    def figures(self) -> str:
        """In one line."""
        shown = sum(len(life.shown) for life in self.lives)
        begun = len(self.written[-1]) - shown
        return f"{len(self.lives)} kills, {shown} verdicts shown, all kept; {begun} written and not yet shown"


def kill_often(data: Path, kills: int, seed: int) -> Story:
    """Let the application live and be killed this many times."""
    dice, story = random.Random(seed), Story()
    for _ in range(kills):
        story.lives.append(_live(data, dice.uniform(0.0, 0.4)))
        store = ProgressStore.open(Paths.find(data).database)
        try:
            assert store.damaged_events() == 0
            events = [
                e for e in history.all_events(store._database.connection) if e.kind == EventKind.ANSWERED
            ]
            bodies = [(event.place, json.loads(event.body)) for event in events]
            story.written.append([(b["run"], p.split("/")[2], b["attempt"], b["right"]) for p, b in bodies])
            drafts = store.drafts()
            story.half_done.append(json.loads(drafts[0].body)["uid"] if drafts else "")
        finally:
            store.close()
    return story


def _live(data: Path, seconds: float) -> Life:
    """Start the application and kill it so many seconds after it began to answer."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(SOURCE)}
    process = subprocess.Popen([sys.executable, DRIVER, data], stdout=subprocess.PIPE, env=environment)
    try:
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        assert ready, "the application did not begin to answer"
        first = json.loads(process.stdout.readline() or '["the application ended by itself", 0]')
        time.sleep(seconds)
        process.kill()
        rest = process.stdout.read().splitlines()
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    told = [json.loads(line) for line in rest]
    return Life(first[0], first[1], [tuple(one[:4]) for one in told], bool(told) and told[-1][4])


def _verdict(event: Event) -> Verdict:
    body = json.loads(event.body)
    return body["run"], event.place.split("/")[2], body["attempt"], body["right"]
