"""Small lessons for the tests of the engine."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.events import Moment
from desktop.domain.exercises.fill import FillAnswer
from desktop.domain.lesson import Lesson

NOW = Moment(1_790_000_000_000, 60)
RIGHT = FillAnswer(placed={1: "yes"})
WRONG = FillAnswer(placed={1: "no"})


def fill_task(name: str, **fields: object) -> dict[str, object]:
    return {
        "id": name,
        "kind": "fill",
        "title": name.title(),
        "difficulty": "easy",
        "concepts": ["one"],
        "use": ["practice"],
        "prompt": "Fill the blank.",
        "explanation": "So it is.",
        "hints": ["First.", "Second."],
        "language": "python",
        "file": "a.py",
        "code": "x = [[1]]",
        "chips": ["yes", "no"],
        "answers": {"1": "yes"},
        "misconceptions": [{"chip": "no", "text": "It is not.", "concept": "two"}],
        **fields,
    }


def choose_task(name: str, **fields: object) -> dict[str, object]:
    options = [
        {"text": text, "why": "Because.", "right": text == "yes"} for text in ("yes", "no", "so", "or")
    ]
    return {
        "id": name,
        "kind": "choose",
        "title": name.title(),
        "difficulty": "easy",
        "concepts": ["two"],
        "use": ["test"],
        "prompt": "Which?",
        "explanation": "So it is.",
        "options": options,
        **fields,
    }


def lesson(tasks: Sequence[dict[str, object]]) -> Lesson:
    concepts = [
        {"id": name, "name": name, "sentence": "A sentence.", "example": "An example."}
        for name in ("one", "two")
    ]
    return Lesson.model_validate(
        {
            "id": "small",
            "title": "Small",
            "topics": ["Testing"],
            "category": "Testing",
            "minutes": 5,
            "concepts": concepts,
            "tasks": list(tasks),
        }
    )


def practice(count: int) -> Lesson:
    return lesson([fill_task(f"task-{n}", code=f"x{n} = [[1]]") for n in range(1, count + 1)])


def bank(easy: int = 10, medium: int = 10, hard: int = 18) -> Lesson:
    """A bank in which a third of each level is choice."""
    tasks = []
    for level, count in (("easy", easy), ("medium", medium), ("hard", hard)):
        for n in range(count):
            make = choose_task if n % 3 == 0 else fill_task
            extra = {} if n % 3 == 0 else {"code": f"{level}_{n} = [[1]]"}
            tasks.append(make(f"{level}-{n}", difficulty=level, use=["test"], **extra))
    return lesson(tasks)
