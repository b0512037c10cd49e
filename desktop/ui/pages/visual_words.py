"""What Visualize says of a step, to be read and to be heard."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain import markup
from desktop.domain.visual import Visual
from desktop.domain.visual_state import values_at
from desktop.ui.widgets.value_table import ValueRow
from desktop.ui.words import tr


def step_title(visual: Visual, index: int) -> str:
    """The line that has just run."""
    step = visual.steps[index]
    if step.line is None:
        return tr("Step {n}", n=index + 1)
    if step.raised:
        return tr("Line {line} raised {error}", line=step.line, error=step.raised)
    return tr("Line {line} has just run", line=step.line)


def step_note(visual: Visual, index: int) -> str:
    """The author's note; where there is none, what has changed."""
    note = visual.steps[index].note
    if note:
        return note
    said = "; ".join(_changes(visual, index, _as_code))
    return f"{said}." if said else tr("No value changes here.")


def step_spoken(visual: Visual, index: int) -> str:
    """A step as it is announced."""
    step, count = visual.steps[index], len(visual.steps)
    if step.line is None:
        place = tr("Step {n} of {count}", n=index + 1, count=count)
    else:
        place = tr("Step {n} of {count}, line {line}", n=index + 1, count=count, line=step.line)
    said = [step.raised] if step.raised else []
    said += _changes(visual, index)
    start = f"{place}: {'; '.join(said)}" if said else place
    return f"{start}. {markup.plain(step.note)}" if step.note else start


def _changes(visual: Visual, index: int, written: Callable[[str], str] = str) -> list[str]:
    """What the step changed, each name and value written in a certain way."""
    rows = (
        ValueRow(written(one.name), written(one.value), written(one.was) if one.was else None, changed=True)
        for one in values_at(visual, index)
        if one.changed
    )
    return [row.in_words() for row in rows]


def _as_code(text: str) -> str:
    """A value in the markup of notes; what it holds is no markup."""
    return "`" + text.replace("`", "'") + "`"
