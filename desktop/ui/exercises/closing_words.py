"""What is said at the end of a task, whatever its kind."""

from __future__ import annotations

from desktop.domain import markup
from desktop.domain.exercises.task import Task
from desktop.domain.markup import Bullets, Numbered, Span
from desktop.domain.round import Entry, Stand
from desktop.ui.exercises.view import NoteText
from desktop.ui.words import tr


def opening_notes(task: Task, entry: Entry, wrong: NoteText | None = None) -> list[NoteText]:
    """The explanation, green; or why the last answer was `wrong`, and then the worked answer."""
    explanation = markup.parse(task.explanation)
    if entry.stand is Stand.RIGHT:
        end = tr("on attempt {n}", n=entry.attempts) if entry.attempts > 1 else ""
        return [NoteText("right", tr("Right"), explanation, end)]
    answer = NoteText("plain", tr("The worked answer"), explanation)
    return [answer] if wrong is None else [wrong, answer]


def worked_notes(task: Task) -> list[NoteText]:
    """The worked solution, the quick check and common mistakes, as far as there are any."""
    notes: list[NoteText] = []
    if task.solution:
        steps = tuple(
            (*markup.inline(step.text), *((Span(" "), Span(step.code, "code")) if step.code else ()))
            for step in task.solution
        )
        notes.append(NoteText("plain", tr("Worked solution"), (Numbered(steps),)))
    if task.quick_check:
        notes.append(NoteText("plain", tr("Quick check"), markup.parse(task.quick_check)))
    if task.common_mistakes:
        mistakes = tuple(markup.inline(text) for text in task.common_mistakes)
        notes.append(NoteText("plain", tr("Common mistakes"), (Bullets(mistakes),)))
    return notes
