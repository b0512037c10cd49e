"""What rows and chips of an arrange task show, as it follows from what stands where."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.exercises.arrange import ArrangeTask, RowMark
from desktop.domain.exercises.fill import MARKER
from desktop.ui.exercises import arrange_words as words
from desktop.ui.exercises.arrange_placement import ArrangePlacement
from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.code_colours import colour_spans
from desktop.ui.widgets.line_look import LineFace
from desktop.ui.widgets.line_row import LineRow, LineText
from desktop.ui.words import tr


@dataclass(slots=True)
class ArrangeStand:
    """How things stand beside the lines that are placed."""

    selected: int | None = None
    """The line that keys and buttons work on; none: the place of the next line."""
    held: int | None = None
    """The line that hangs on the pointer."""
    over: bool = False
    revealed: bool = False


class ArrangeFaces:
    """Chips, rows, faces and names of one task."""

    def __init__(
        self, theme: Theme, task: ArrangeTask, placement: ArrangePlacement, stand: ArrangeStand
    ) -> None:
        self._theme, self._task, self._placement, self._stand = theme, task, placement, stand
        self.landing: set[int] = set()

    def chips(self) -> dict[int, Chip]:
        """A chip for each line, in the order of the tray."""
        return {line: self._chip(line) for line in self._placement.tray}

    def rows(self) -> dict[int, LineRow]:
        """A row for each line, to be shown once it is placed."""
        choices = {number: blank.choices for number, blank in self._task.faded.items()}
        lines = range(1, len(self._task.offered) + 1)
        return {line: LineRow(self._theme, self._text(line), choices) for line in lines}

    def face(self, line: int, tools: int) -> LineFace:
        """What a row shows; `tools` is how wide the buttons on it are."""
        stand, mark = self._stand, self._placement.now.marks.get(line)
        selected = stand.selected == line and not stand.over
        return LineFace(
            indent=self._placement.indent_of(line),
            mark="" if mark is None else "right" if mark is RowMark.RIGHT else "wrong",
            words="" if mark in (None, RowMark.RIGHT) else words.mark_words(mark),
            selected=selected,
            gone=stand.held == line,
            landing=line in self.landing,
            taken=tools if selected else 0,
            grip=not stand.over,
        )

    def row_name(self, line: int) -> str:
        """The name of a row."""
        placement = self._placement
        text = words.text_with(self._task, line, placement.now.chosen)
        indent = placement.indent_of(line) if self._task.indentation else None
        at, mark = placement.at(line) or 0, placement.now.marks.get(line)
        return words.row_name(at, len(placement.rows), text, indent, mark)

    def chip_name(self, line: int) -> str:
        """The name of a line in the tray."""
        return words.chip_name(self._placement.letter(line), words.text_with(self._task, line, {}))

    def blank_wrong(self, line: int, number: int) -> bool:
        """Whether the word in a blank was checked and is wrong."""
        if self._placement.now.marks.get(line) is not RowMark.BLANK:
            return False
        return self._placement.now.chosen.get(number) not in self._task.faded[number].answers

    def caption(self) -> str:
        """What the tray says."""
        if self._stand.over:
            return tr("Not needed")
        if not self._placement.rows:
            return tr("Drag a line into place, or click it")
        if len(self._placement.rows) == len(self._task.offered):
            return tr("Every line is placed")
        return tr("Lines left")

    def longest_words(self) -> list[str]:
        """What a mark can say."""
        return [words.mark_words(mark) for mark in RowMark if mark is not RowMark.RIGHT]

    def _chip(self, line: int) -> Chip:
        text = words.text_with(self._task, line, {})
        colours = colour_spans(text, self._task.language)
        chip = Chip(self._theme, self._placement.letter(line), text, colours=colours)
        chip.setAccessibleName(self.chip_name(line))
        return chip

    def _text(self, line: int) -> LineText:
        """A line cut at its blanks; while it is coloured a name stands in each of them."""
        text, at = self._task.text_of(line), 0
        parts: list[str | int] = []
        for found in MARKER.finditer(text):
            if int(found[1]) in self._task.faded:
                parts += [text[at : found.start()], int(found[1])]
                at = found.end()
        pieces = tuple(part for part in (*parts, text[at:]) if part != "")
        plain = "".join("x" if isinstance(piece, int) else piece for piece in pieces)
        return LineText(pieces, colour_spans(plain, self._task.language))
