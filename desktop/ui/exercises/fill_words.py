"""What a fill task says: names for screen readers, captions of the tray, notes beside the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain import markup
from desktop.domain.exercises.fill import NOTHING, FillAnswer, FillTask
from desktop.domain.exercises.grade import Remark
from desktop.domain.markup import Block, Numbered, Paragraph, Span
from desktop.domain.round import Entry
from desktop.ui.exercises.closing_words import opening_notes, worked_notes
from desktop.ui.exercises.fill_placement import ChipFace
from desktop.ui.exercises.spoken import spoken
from desktop.ui.exercises.view import NoteText
from desktop.ui.words import tr, tr_n


def chip_words(text: str) -> str:
    """What a chip shows."""
    return tr("Leave empty") if text == NOTHING else text


def said(text: str) -> str:
    """A chip's text as a screen reader says it."""
    return tr("Leave empty") if text == NOTHING else spoken(text)


def blank_name(shown: int, of: int, line: int, text: str | None, mark: str) -> str:
    """The name of a slot: "Blank 2 of 3, line 10, contains greater-than, wrong"."""
    values = {"n": shown, "of": of, "line": line, "text": "" if text is None else said(text)}
    if text is None and mark == "wrong":
        return tr("Blank {n} of {of}, line {line}, empty, wrong", **values)
    if text is None:
        return tr("Blank {n} of {of}, line {line}, empty", **values)
    if mark == "right":
        return tr("Blank {n} of {of}, line {line}, contains {text}, right", **values)
    if mark == "wrong":
        return tr("Blank {n} of {of}, line {line}, contains {text}, wrong", **values)
    return tr("Blank {n} of {of}, line {line}, contains {text}", **values)


def chip_name(chip: ChipFace, blanks: Sequence[int]) -> str:
    """The name of a chip: "Chip B, less-than", and where it stands."""
    if not blanks:
        return tr("Chip {letter}, {text}", letter=chip.letter, text=said(chip.text))
    where = ", ".join(str(blank) for blank in blanks)
    return tr("Chip {letter}, {text}, in {where}", letter=chip.letter, text=said(chip.text), where=where)


def placed_words(chip: ChipFace, blank: int) -> str:
    """What is announced when a chip has landed."""
    return tr("Chip {letter}, {text}, in blank {n}", letter=chip.letter, text=said(chip.text), n=blank)


def chip_note(blanks: Sequence[int]) -> str:
    """Where a chip stands, as short as it can be said."""
    if not blanks:
        return ""
    if len(blanks) > 2:
        return tr_n("in {n} blank", "in {n} blanks", len(blanks))
    return tr("in {where}", where=", ".join(str(blank) for blank in blanks))


def tried_note(blanks: Sequence[int]) -> str:
    """Where a chip was wrong: two numbers take the room of one, since a cross stands before them."""
    return ", ".join(str(blank) for blank in blanks) if len(blanks) == 2 else chip_note(blanks)


def listed(words: Iterable[object]) -> str:
    """Things one after the other: "2", "2 and 3", "2, 3 and 5"."""
    every = [str(word) for word in words]
    if len(every) < 2:
        return "".join(every)
    return tr("{some} and {last}", some=", ".join(every[:-1]), last=every[-1])


def not_right_yet(blanks: Sequence[int]) -> str:
    """The verdict in one sentence, without its full stop."""
    return tr_n(
        "Blank {all} is not right yet", "Blanks {all} are not right yet", len(blanks), all=listed(blanks)
    )


def was_not_right(blanks: Sequence[int]) -> str:
    """The same once the task is over."""
    return tr_n("Blank {all} was not right", "Blanks {all} were not right", len(blanks), all=listed(blanks))


def same_chip(blank: int, places: int) -> str:
    """What the tray says while a chip is held over a blank that stands several times."""
    if places == 2:
        return tr("Both blanks numbered {blank} take the same chip", blank=blank)
    return tr("All {places} blanks numbered {blank} take the same chip", places=places, blank=blank)


def wrong_note(task: FillTask, title: str, remarks: Sequence[Remark]) -> NoteText:
    """Why some blanks are not right; each paragraph begins with its blank where there are several."""
    blocks: list[Block] = []
    for remark in remarks:
        shown = task.shown_number(int(remark.part))
        reason = _reason(task, remark)
        blocks.extend(numbered_blocks(shown, reason) if len(remarks) > 1 else reason)
    return NoteText("wrong", title, tuple(blocks))


def closing_notes(task: FillTask, entry: Entry) -> list[NoteText]:
    """What is said when a task is over."""
    notes = opening_notes(task, entry, _last_try(task, entry))
    if task.blanks:
        notes.append(NoteText("plain", tr("What each blank does"), _what_blanks_do(task)))
    return notes + worked_notes(task)


def _last_try(task: FillTask, entry: Entry) -> NoteText | None:
    """Why the last answer was not right, when the worked answer stands in its place."""
    last = entry.answers[-1] if entry.answers else None
    remarks = task.grade(last).remarks if isinstance(last, FillAnswer) else ()
    if not remarks:
        return None
    return wrong_note(task, was_not_right([task.shown_number(int(one.part)) for one in remarks]), remarks)


def _what_blanks_do(task: FillTask) -> tuple[Block, ...]:
    """A line for each blank, counted like the badges."""
    lines = [(task.shown_number(number), text) for number, text in sorted(task.blanks.items())]
    if [number for number, _ in lines] == list(range(1, len(lines) + 1)):
        return (Numbered(tuple(markup.inline(text) for _, text in lines)),)
    return tuple(block for number, text in lines for block in numbered_blocks(number, markup.parse(text)))


def _reason(task: FillTask, remark: Remark) -> tuple[Block, ...]:
    if remark.text:
        return markup.parse(remark.text)
    chip = task.text is None
    if not remark.given:
        return (Paragraph((Span(tr("Something belongs here.")),)),)
    before, _, behind = tr("{chip} does not belong here.").partition("{chip}")
    shown = Span(remark.given, "code" if chip else "strong")
    return (Paragraph((Span(before), shown, Span(behind))),)


def numbered_blocks(number: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks that begin with a number: that of their blank or line."""
    head = Span(f"{number}", "strong")
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph((head, Span("  "), *blocks[0].spans)), *blocks[1:])
    return (Paragraph((head,)), *blocks)
