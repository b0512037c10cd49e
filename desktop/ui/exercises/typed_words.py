"""What a typing task says: names for screen readers, why an entry is not right, the answer to type again."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain import markup
from desktop.domain.exercises.grade import Remark
from desktop.domain.exercises.typed import TypeAnswer, TypeTask
from desktop.domain.markup import Block, CodeBlock, Paragraph, Span
from desktop.domain.round import Entry, Stand
from desktop.domain.typed_difference import Difference
from desktop.ui.exercises.closing_words import opening_notes, worked_notes
from desktop.ui.exercises.fill_words import not_right_yet, numbered_blocks, was_not_right
from desktop.ui.exercises.view import NoteText
from desktop.ui.widgets.code_panel import language_name
from desktop.ui.words import tr


def entry_name(shown: int, of: int, line: int, mark: str) -> str:
    """The name of a text field: "Blank 2 of 3, line 10, wrong"; its text is read by itself."""
    values = {"n": shown, "of": of, "line": line}
    if mark == "right":
        return tr("Blank {n} of {of}, line {line}, right", **values)
    if mark == "wrong":
        return tr("Blank {n} of {of}, line {line}, wrong", **values)
    return tr("Blank {n} of {of}, line {line}", **values)


def verdict(blanks: Sequence[int]) -> str:
    """The verdict in one sentence."""
    return tr("{verdict}.", verdict=not_right_yet(blanks)) if blanks else tr("Right.")


def wrong_note(task: TypeTask, title: str, remarks: Sequence[Remark]) -> NoteText:
    """Why some blanks are not right; each paragraph begins with its blank where there are several."""
    blocks: list[Block] = []
    for remark in remarks:
        reason = markup.parse(remark.text) if remark.text else _difference(task, remark)
        shown = task.shown_number(int(remark.part))
        blocks.extend(numbered_blocks(shown, reason) if len(remarks) > 1 else reason)
    return NoteText("wrong", title, tuple(blocks))


def closing_notes(task: TypeTask, entry: Entry, *, again: bool = True) -> list[NoteText]:
    """What is said when the task is over; after a miss, save in a test, the answer to type `again`."""
    last = entry.answers[-1] if entry.answers else None
    remarks = task.grade(last).remarks if isinstance(last, TypeAnswer) else ()
    wrong = None
    if remarks:
        shown = sorted(task.shown_number(int(remark.part)) for remark in remarks)
        wrong = wrong_note(task, was_not_right(shown), remarks)
    notes = opening_notes(task, entry, wrong)
    if again and entry.stand is not Stand.RIGHT:
        open_ = [int(remark.part) for remark in remarks] or list(task.numbers)
        notes.insert(-1, NoteText("plain", tr("Type it once more"), _answers(task, open_)))
    if task.blanks:
        lines = [
            block
            for number, text in sorted(task.blanks.items())
            for block in numbered_blocks(task.shown_number(number), markup.parse(text))
        ]
        notes.append(NoteText("plain", tr("What each blank does"), tuple(lines)))
    if others := _other_answers(task):
        notes.append(NoteText("plain", tr("Also right"), others))
    return notes + worked_notes(task)


def _answers(task: TypeTask, blanks: Sequence[int]) -> tuple[Block, ...]:
    """The right texts of some blanks, each with its number where the task has several."""
    several = len(task.numbers) > 1
    return tuple(
        block for number in blanks for block in _shown(task, number, task.key[number], numbered=several)
    )


def _other_answers(task: TypeTask) -> tuple[Block, ...]:
    several = len(task.numbers) > 1
    return tuple(
        block
        for number in task.numbers
        for text in task.answers[number][1:]
        for block in _shown(task, number, text, numbered=several)
    )


def _shown(task: TypeTask, blank: int, text: str, *, numbered: bool) -> tuple[Block, ...]:
    """A text as code, in a line or in a block."""
    stripped = text.strip("\n")
    code: Block = (
        CodeBlock(stripped, task.language) if "\n" in stripped else Paragraph((Span(stripped, "code"),))
    )
    return numbered_blocks(task.shown_number(blank), (code,)) if numbered else (code,)


def _difference(task: TypeTask, remark: Remark) -> tuple[Block, ...]:
    """How an entry differs, in plain words."""
    found, reason = task.what_differs(int(remark.part), remark.given)
    if found is Difference.UNREADABLE:
        values = {"language": language_name(task.language), "reason": reason}
        words = tr("{language} cannot read this: {reason}.", **values) if reason else ""
        return _plain(words or tr("{language} cannot read this.", **values))
    return _plain(_words(found))


def _words(found: Difference) -> str:
    return {
        Difference.EMPTY: tr("Something belongs here."),
        Difference.NOT_COMPARABLE: tr("This is too long or too deeply nested to be compared."),
        Difference.CASE: tr("Capital and small letters are not the same here."),
        Difference.ORDER: tr("The words are right, their order is not."),
        Difference.SIGNS: tr("The words are right, the signs between them are not."),
        Difference.MISSING: tr("What is there is right, but something is missing."),
        Difference.MORE: tr("There is more here than is needed."),
        Difference.SPELLING: tr("Very close: a letter or two differ."),
    }.get(found, tr("This does something other than what is asked for."))


def _plain(words: str) -> tuple[Block, ...]:
    return (Paragraph((Span(words),)),)
