"""What a debugging task says: names for screen readers, notes beside the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain import markup
from desktop.domain.exercises.debug import LINE, DebugAnswer, DebugTask
from desktop.domain.exercises.grade import Grade
from desktop.domain.round import Entry
from desktop.ui.exercises.closing_words import opening_notes, worked_notes
from desktop.ui.exercises.view import NoteText
from desktop.ui.words import tr


def line_name(number: int, text: str, mark: str) -> str:
    """The name of a line: "Line 4, if gain > min_gain:, chosen"."""
    values = {"n": number, "text": text.strip()}
    match mark:
        case "chosen":
            return tr("Line {n}, {text}, chosen", **values)
        case "right":
            return tr("Line {n}, {text}, right", **values)
        case "wrong":
            return tr("Line {n}, {text}, not the fault", **values)
    return tr("Line {n}, {text}", **values)


def verdict(task: DebugTask, answer: DebugAnswer, letter: str) -> str:
    """The verdict in a sentence or two; `letter` is that of the fix."""
    grade = task.grade(answer)
    if grade.right:
        return tr("Right.")
    if not grade.parts[LINE]:
        return tr("Line {n} is not the fault.", n=answer.line)
    found = tr("Line {n} is the fault.", n=answer.line)
    return " ".join([found, tr("Fix {letter} is not right yet.", letter=letter)])


def wrong_note(task: DebugTask, line: int, grade: Grade) -> NoteText:
    """Why the line is fine, or why the fix does not mend it."""
    remark = grade.remarks[0]
    if remark.part == LINE:
        title = tr("Line {n} is not the fault", n=line)
        plain = tr("This line does what it should. Follow what the console shows back to where it begins.")
        return NoteText("wrong", title, markup.parse(remark.text or plain))
    title = tr("Line {n} is right, the fix not yet", n=task.fault)
    return NoteText("wrong", title, markup.parse(remark.text))


def closing_notes(task: DebugTask, entry: Entry, letters: Sequence[str]) -> list[NoteText]:
    """What is said when the task is over; `letters` are those of the fixes, as the author wrote them."""
    last = entry.answers[-1] if entry.answers else None
    grade = task.grade(last) if isinstance(last, DebugAnswer) else None
    wrong, said = None, {task.right_fix}
    if isinstance(last, DebugAnswer) and grade is not None and grade.remarks:
        wrong = wrong_note(task, last.line, grade)
        if last.fix is not None and grade.parts[LINE]:
            values = {"n": task.fault, "letter": letters[last.fix]}
            wrong = replace(wrong, title=tr("Line {n} was right, fix {letter} was not", **values))
            said.add(last.fix)
    notes = opening_notes(task, entry, wrong)
    title = tr("Why line {n} changes", n=task.fault)
    notes.append(NoteText("plain", title, markup.parse(task.fixes[task.right_fix].why)))
    others = sorted((letters[i], fix.why) for i, fix in enumerate(task.fixes) if i not in said)
    for letter, why in others:
        notes.append(NoteText("plain", tr("Fix {letter} does not mend it", letter=letter), markup.parse(why)))
    return notes + worked_notes(task)
