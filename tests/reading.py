"""Small texts to read, as TOML has them, for tests to change one thing at a time."""

from typing import Any


def check_content(**changes: Any) -> dict[str, Any]:
    """A question with one right option, "yes"."""
    options = [
        {"text": text, "right": text == "yes", "why": f"Because {text}."} for text in ("yes", "no", "so")
    ]
    return {"question": "Is it so?", "options": options, **changes}


def section_content(name: str, **changes: Any) -> dict[str, Any]:
    """A section; a change to `None` leaves a field out."""
    content = {"id": name, "title": name.title(), "text": f"The text of {name}.", **changes}
    return {key: value for key, value in content.items() if value is not None}


def story_content(**changes: Any) -> dict[str, Any]:
    """A story with two cases."""
    content = {
        "title": "A story",
        "story": "Once it was so.",
        "before": {"title": "Then", "text": "It was slow.", "points": ["No owner."]},
        "after": {"title": "Now", "text": "It is quick."},
        "cost": "A week.",
        "changes": "A day is enough.",
        "cases": [
            {
                "id": name,
                "title": f"Case {name}",
                "text": "It happened.",
                "source": {"title": f"Source {name}"},
            }
            for name in ("a", "b")
        ],
        "question": check_content(question="What would you do?"),
        "answer": "Do it **now**.",
        **changes,
    }
    return {key: value for key, value in content.items() if value is not None}
