"""The ten ways to practise a lesson."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to practise: the key that drafts and events name it by, and how it is shown."""

    key: str
    name: str
    icon: str
    line: str
    """What one does in it, in a few words."""


MODES: tuple[Mode, ...] = (
    Mode("read", "Read", "file-text", "The idea in short"),
    Mode("why", "Why", "circle-question-mark", "Reasons to care"),
    Mode("visualize", "Visualize", "eye", "Step through it"),
    Mode("fill", "Fill", "rectangle-ellipsis", "Place the pieces"),
    Mode("choose", "Choose", "circle-dot", "Pick one answer"),
    Mode("arrange", "Arrange", "list-ordered", "Put lines in order"),
    Mode("debug", "Debug", "bug", "Find the fault"),
    Mode("type", "Type", "keyboard", "Write it yourself"),
    Mode("review", "Review", "repeat", "What you missed"),
    Mode("test", "Test", "clipboard-check", "Ten mixed questions"),
)


def mode(key: str) -> Mode:
    """The mode with this key; KeyError when there is none."""
    found = next((one for one in MODES if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
