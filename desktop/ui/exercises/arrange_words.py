"""What an arrange task says: names for screen readers, counts, notes beside the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain import markup
from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask, RowMark
from desktop.domain.exercises.fill import MARKER
from desktop.domain.exercises.grade import Remark
from desktop.domain.markup import Block, Numbered, Paragraph, Span
from desktop.domain.round import Entry, Stand
from desktop.ui.exercises.closing_words import opening_notes, worked_notes
from desktop.ui.exercises.fill_words import listed, numbered_blocks
from desktop.ui.exercises.spoken import spoken
from desktop.ui.exercises.view import NoteText
from desktop.ui.words import tr, tr_n

EMPTY = "____"
"""What stands for a blank where nothing can be chosen."""


def mark_words(mark: RowMark) -> str:
    """What is so of a row, in a word or two."""
    return {
        RowMark.RIGHT: tr("right"),
        RowMark.PLACE: tr("wrong place"),
        RowMark.INDENTATION: tr("wrong indentation"),
        RowMark.BLANK: tr("wrong word"),
        RowMark.NOT_NEEDED: tr("not needed"),
    }[mark]


def text_with(task: ArrangeTask, line: int, chosen: Mapping[int, str | None]) -> str:
    """The text of a line with the words that were chosen in its blanks."""

    def fill(number: int, marker: str) -> str:
        return marker if number not in task.faded else chosen.get(number) or EMPTY

    return MARKER.sub(lambda found: fill(int(found[1]), found[0]), task.text_of(line))


def said(text: str) -> str:
    """The text of a line as a screen reader says it."""
    return spoken(text.replace(EMPTY, tr("blank")))


def row_name(at: int, of: int, text: str, indent: int | None, mark: RowMark | None) -> str:
    """The name of a row: "Line 3 of 5, errors = watch(new), indent 1, wrong place"."""
    values = {"n": at + 1, "of": of, "text": said(text), "indent": indent}
    name = tr("Line {n} of {of}, {text}", **values)
    if indent is not None:
        name = tr("Line {n} of {of}, {text}, indent {indent}", **values)
    return name if mark is None else tr("{name}, {mark}", name=name, mark=mark_words(mark))


def chip_name(letter: str, text: str) -> str:
    """The name of a line in the tray: "Chip B, route(new, 1.0)"."""
    return tr("Chip {letter}, {text}", letter=letter, text=said(text))


def blank_name(number: int, word: str | None) -> str:
    """The name of a blank within a line."""
    if word is None:
        return tr("Blank {n}, empty", n=number)
    return tr("Blank {n}, contains {text}", n=number, text=spoken(word))


def count_words(placed: int, needed: int) -> str:
    """How far the list is."""
    if placed > needed:
        return tr("{placed} lines placed, {needed} needed", placed=placed, needed=needed)
    return tr("{placed} of {needed} lines placed", placed=placed, needed=needed)


def extra_words(extra: int) -> str:
    """How many lines are not needed, said under the prompt."""
    return tr_n("One line is not needed.", "{n} lines are not needed.", extra)


def tool_names(at: int, *, indentation: bool) -> dict[str, str]:
    """What the buttons of a row are called."""
    n = at + 1
    names = {"up": tr("Move line {n} up", n=n), "down": tr("Move line {n} down", n=n)}
    if indentation:
        names |= {"out": tr("Indent line {n} less", n=n), "in": tr("Indent line {n} more", n=n)}
    return {**names, "back": tr("Put line {n} back", n=n)}


def not_right_yet(task: ArrangeTask, answer: ArrangeAnswer) -> str:
    """The verdict in one sentence, without its full stop."""
    wrong = wrong_rows(task, answer)
    if not wrong:
        return tr_n("A line is missing", "{n} lines are missing", task.missing(answer))
    return tr_n("Line {all} is not right yet", "Lines {all} are not right yet", len(wrong), all=listed(wrong))


def wrong_rows(task: ArrangeTask, answer: ArrangeAnswer) -> list[int]:
    """The rows that are not right, counted from 1."""
    return [at for at, mark in enumerate(task.marks(answer), 1) if mark is not RowMark.RIGHT]


def wrong_note(task: ArrangeTask, answer: ArrangeAnswer, title: str) -> NoteText:
    """Why some rows are not right: the author's reasons first, then the rest in a sentence for each mark."""
    remarks = {remark.part: remark for remark in task.grade(answer).remarks}
    reasons: list[tuple[int, Remark]] = []
    plain: dict[RowMark, list[int]] = {}
    for at, (row, mark) in enumerate(zip(answer.rows, task.marks(answer), strict=True), 1):
        remark = remarks.get(str(row.line))
        if mark is not RowMark.RIGHT and remark is not None and remark.text:
            reasons.append((at, remark))
        elif mark is not RowMark.RIGHT:
            plain.setdefault(mark, []).append(at)
    blocks: list[Block] = []
    several = len(reasons) + sum(map(len, plain.values())) > 1
    for at, remark in reasons:
        reason = markup.parse(remark.text)
        blocks.extend(numbered_blocks(at, reason) if several else reason)
    blocks.extend(_paragraph(_plain_words(mark, rows)) for mark, rows in plain.items())
    if missing := task.missing(answer):
        one, many = "A line that is needed is not placed.", "{n} lines that are needed are not placed."
        blocks.append(_paragraph(tr_n(one, many, missing)))
    return NoteText("wrong", title, tuple(blocks))


def closing_notes(task: ArrangeTask, entry: Entry) -> list[NoteText]:
    """What is said when a task is over."""
    last = entry.answers[-1] if entry.answers else None
    given = last if isinstance(last, ArrangeAnswer) else None
    missed = entry.stand is not Stand.RIGHT and given is not None
    wrong = wrong_note(task, given, _was_not_right(task, given)) if missed and given is not None else None
    notes = opening_notes(task, entry, wrong)
    if task.lines:
        shown = task.right_answer() if given is None else task.solved_like(given)
        notes.append(NoteText("plain", tr("What each line does"), _what_lines_do(task, shown)))
    return [*notes, *worked_notes(task)]


def _was_not_right(task: ArrangeTask, answer: ArrangeAnswer) -> str:
    wrong = wrong_rows(task, answer)
    if not wrong:
        return tr_n("A line was missing", "{n} lines were missing", task.missing(answer))
    return tr_n("Line {all} was not right", "Lines {all} were not right", len(wrong), all=listed(wrong))


def _what_lines_do(task: ArrangeTask, shown: ArrangeAnswer) -> tuple[Block, ...]:
    """A sentence for each line that has one, counted as the lines stand now."""
    lines = [(at, task.lines[row.line]) for at, row in enumerate(shown.rows, 1) if row.line in task.lines]
    if [at for at, _ in lines] == list(range(1, len(lines) + 1)):
        return (Numbered(tuple(markup.inline(text) for _, text in lines)),)
    return tuple(block for at, text in lines for block in numbered_blocks(at, markup.parse(text)))


def _plain_words(mark: RowMark, rows: Sequence[int]) -> str:
    """A sentence for rows whose author gave no reason."""
    one, many = {
        RowMark.PLACE: (
            "Line {all} stands in the wrong place. Ask what must come before it.",
            "Lines {all} stand in the wrong place. Ask what must come before each of them.",
        ),
        RowMark.INDENTATION: (
            "Line {all} has the right place, but not the right indentation. Ask which block it belongs to.",
            "Lines {all} have the right place, but not the right indentation. Ask which blocks they are in.",
        ),
        RowMark.BLANK: (
            "The word chosen in line {all} does not belong there.",
            "The words chosen in lines {all} do not belong there.",
        ),
        RowMark.NOT_NEEDED: ("Line {all} is not needed.", "Lines {all} are not needed."),
        RowMark.RIGHT: ("", ""),
    }[mark]
    return tr_n(one, many, len(rows), all=listed(rows))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))
