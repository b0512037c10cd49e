"""Happenings as the engine tells them, and random histories of them."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.domain.events import EventKind, Happening, Moment

START = 1_767_225_600_000
"""2026-01-01 00:00 UTC; the study day is still the day before."""
NOON = START + 12 * 3_600_000
DAY = 86_400_000


def answer(
    task: str = "c/l/t",
    *,
    right: bool = True,
    content_hash: str = "h",
    day: int = 0,
    run: str = "r",
    mode: str = "fill",
) -> Happening:
    """An answer on the n-th day of 2026."""
    body = {"run": run, "mode": mode, "attempt": 1, "right": right, "answer": {"1": "x"}}
    return Happening(EventKind.ANSWERED, task, Moment(NOON + day * DAY), content_hash, body)


def hint(task: str = "c/l/t") -> Happening:
    """The first hint of a task."""
    return Happening(EventKind.HINT_SHOWN, task, Moment(NOON), "h", {"run": "r", "number": 1})


def read(section: str = "c/l/read/s") -> Happening:
    """A section was read to its end."""
    return Happening(EventKind.SECTION_READ, section, Moment(NOON), "", {"mode": "read", "run": "r"})


def finished(lesson: str = "c/l", *, points: int = 8, day: int = 0, run: str = "") -> Happening:
    """A mixed test of ten, done on the n-th day."""
    body = {"run": run or f"test{day}", "level": "mixed", "right": points, "total": 10, "points": points}
    return Happening(EventKind.TEST_FINISHED, lesson, Moment(NOON + day * DAY), "", body)


def retraction(uid: str, place: str = "c/l") -> Happening:
    """The event with this id never happened."""
    return Happening(EventKind.RETRACTED, place, Moment(NOON), "", {"uid": uid})


moments = st.builds(
    Moment, st.integers(START - 3 * DAY, START + 3 * DAY), st.sampled_from([-720, -90, 0, 60, 345, 840])
)
tasks = st.sampled_from(["c/l/a", "c/l/b", "c/l2/a", "c/l-x/a", "c2/l/a"])
runs = st.sampled_from(["r1", "r2", "r3"])
hashes = st.sampled_from(["h1", "h2"])
answers = st.builds(
    lambda task, at, one, right, mode, run: Happening(
        EventKind.ANSWERED, task, at, one, {"right": right, "mode": mode, "run": run}
    ),
    tasks,
    moments,
    hashes,
    st.booleans(),
    st.sampled_from(["fill", "choose", "test"]),
    runs,
)
others = st.builds(
    lambda kind, task, at, one, run: Happening(kind, task, at, one, {"run": run}),
    st.sampled_from([EventKind.HINT_SHOWN, EventKind.REVEALED, EventKind.SKIPPED, EventKind.SECTION_READ]),
    tasks,
    moments,
    hashes,
    runs,
)
finishes = st.builds(
    lambda task, at, level, points, run: Happening(
        EventKind.TEST_FINISHED,
        task.rpartition("/")[0],
        at,
        "",
        {"run": run, "level": level, "right": points, "total": 10, "points": points},
    ),
    tasks,
    moments,
    st.sampled_from(["easy", "mixed", "adaptive", "hard"]),
    st.integers(0, 10),
    runs,
)
undoings = st.integers(0, 40)
"""Stands for a retraction of the n-th event so far."""
histories = st.lists(st.lists(st.one_of(answers, others, finishes, undoings), max_size=4), max_size=12)
