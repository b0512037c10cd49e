"""Small sound tasks and lessons as TOML has them, for tests to change one thing at a time."""

from typing import Any

from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.typed import TypeTask
from desktop.domain.lesson import Lesson


def fill_content(**changes: Any) -> dict[str, Any]:
    """A fill task with two blanks; a change to `None` leaves a field out."""
    content: dict[str, Any] = {
        "kind": "fill",
        "id": "sum",
        "title": "Sum",
        "difficulty": "easy",
        "concepts": ["names"],
        "use": "practice",
        "prompt": "Add the two numbers that the user gave.",
        "language": "python",
        "file": "sum.py",
        "code": "print([[1]] + [[2]])",
        "chips": ["a", "b", "c", "d", "e"],
        "answers": {"1": "a", "2": "b"},
        "explanation": "The sum of both.",
    }
    return _changed(content, changes)


def choose_content(**changes: Any) -> dict[str, Any]:
    """A choice of four with one right."""
    content: dict[str, Any] = {
        "kind": "choose",
        "id": "pick",
        "title": "Pick",
        "difficulty": "medium",
        "concepts": ["names"],
        "use": "test",
        "prompt": "Which of these numbers is even?",
        "options": [
            {"text": "two", "right": True, "why": "It is twice one."},
            {"text": "one", "why": "It leaves one over."},
            {"text": "three", "why": "It leaves one over."},
            {"text": "five", "why": "It leaves one over."},
        ],
        "explanation": "Even means divisible by two.",
    }
    return _changed(content, changes)


def arrange_content(**changes: Any) -> dict[str, Any]:
    """A function of four lines, and a line that is not needed."""
    content: dict[str, Any] = {
        "kind": "arrange",
        "id": "order",
        "title": "Order",
        "difficulty": "easy",
        "concepts": ["names"],
        "use": "practice",
        "prompt": "Put the lines of the function into order.",
        "language": "python",
        "file": "mean.py",
        "code": "def mean(rows):\n    total = sum(rows)\n\n    if rows:\n        return total / len(rows)\n",
        "distractors": [{"line": "total = 0", "why": "It forgets the sum.", "concept": "names"}],
        "misplaced": [{"line": 2, "text": "The sum is needed first.", "concept": "names"}],
        "explanation": "A mean is a sum through a count.",
    }
    return _changed(content, changes)


def debug_content(**changes: Any) -> dict[str, Any]:
    """A program of four lines, one of them empty, with a fault in the last."""
    content: dict[str, Any] = {
        "kind": "debug",
        "id": "mend",
        "title": "Mend",
        "difficulty": "easy",
        "concepts": ["names"],
        "use": "practice",
        "prompt": "Find the line that is wrong, and mend it.",
        "language": "python",
        "file": "sum.py",
        "code": "def add(a, b):\n\n    c = a\n    return a - b\n",
        "console": "-1\n",
        "fault": 4,
        "fixes": [
            {"text": "return a + b", "right": True, "why": "It adds."},
            {"text": "return b - a", "why": "It subtracts the other way round."},
            {"text": "return c", "why": "It gives the first.", "concept": "names"},
        ],
        "suspects": [{"line": 3, "text": "It is not used.", "concept": "names"}],
        "explanation": "A sum is made with a plus.",
    }
    return _changed(content, changes)


def type_content(**changes: Any) -> dict[str, Any]:
    """Code with two blanks to type into."""
    content: dict[str, Any] = {
        "kind": "type",
        "id": "write",
        "title": "Write",
        "difficulty": "easy",
        "concepts": ["names"],
        "use": "practice",
        "prompt": "Write what is missing in the loop.",
        "language": "python",
        "file": "loop.py",
        "code": "for n in ns:\n    if [[1]]:\n        out.[[2]](n)\n",
        "answers": {"1": ["n > 0", "0 < n"], "2": "append"},
        "misconceptions": [
            {"typed": "n < 0", "blank": 1, "text": "It keeps the negative ones.", "concept": "names"},
            {"typed": "insert", "blank": 2, "text": "It wants a place, too."},
            {"typed": "None", "text": "Nothing is no value."},
        ],
        "explanation": "Only what is above zero is kept.",
    }
    return _changed(content, changes)


def lesson_content(*tasks: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A lesson with one concept and the given tasks."""
    content: dict[str, Any] = {
        "id": "small",
        "title": "Small",
        "topics": ["Tests"],
        "category": "Samples",
        "minutes": 5,
        "concepts": [{"id": "names", "name": "Names", "sentence": "They stand.", "example": "`a`"}],
        "tasks": list(tasks),
    }
    return _changed(content, changes)


def _changed(content: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (content | changes).items() if value is not None}


def fill(**changes: Any) -> FillTask:
    """The model of `fill_content`."""
    return FillTask.model_validate(fill_content(**changes))


def choose(**changes: Any) -> ChooseTask:
    """The model of `choose_content`."""
    return ChooseTask.model_validate(choose_content(**changes))


def arrange(**changes: Any) -> ArrangeTask:
    """The model of `arrange_content`."""
    return ArrangeTask.model_validate(arrange_content(**changes))


def debug(**changes: Any) -> DebugTask:
    """The model of `debug_content`."""
    return DebugTask.model_validate(debug_content(**changes))


def typed(**changes: Any) -> TypeTask:
    """The model of `type_content`."""
    return TypeTask.model_validate(type_content(**changes))


def lesson(*tasks: dict[str, Any], **changes: Any) -> Lesson:
    """The model of `lesson_content`."""
    return Lesson.model_validate(lesson_content(*tasks, **changes))
