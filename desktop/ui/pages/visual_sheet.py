"""One visual: the code or the process, the note, the values, and the chart or diagram."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.modes import mode
from desktop.domain.visual import Visual
from desktop.domain.visual_state import extent_of, highlighted_at, in_table, numbers_at
from desktop.ui.charts.bar_chart import BarChart
from desktop.ui.charts.chart import Chart
from desktop.ui.charts.chart_card import ChartCard
from desktop.ui.charts.line_chart import LineChart
from desktop.ui.icons import Icon
from desktop.ui.pages.step_note import StepNote
from desktop.ui.pages.visual_words import step_note, step_title
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.diagram_view import DiagramView
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_pill import LevelPill
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.value_table import ValueRow, ValueTable
from desktop.ui.words import tr

_WIDEST, _GAP = 1120, 16
_MANY_LINES = 10
_GROWS = 1000


class VisualSheet(QWidget):
    """Everything between the bars of Visualize.

    Signals:
        chosen: another visual is wanted, so many places away.
        gone_on: the learner goes on from the last step.
    """

    chosen = Signal(int)
    gone_on = Signal()

    def __init__(
        self, theme: Theme, visual: Visual, number: int, count: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._visual = theme, visual
        self.code: CodePanel | None = None
        self.chart: Chart | None = None
        self.diagram: DiagramView | None = None
        self.table: ValueTable | None = None
        self.note = StepNote(theme, [step_note(visual, n) for n in range(len(visual.steps))])
        self.note.gone_on.connect(self.gone_on)
        self._make_parts()
        self._lay_out(number, count)

    def show_step(self, index: int, onward: str = "") -> None:
        """Show a step; `onward` is the word of the button that leads on, at the last one."""
        visual = self._visual
        step = visual.steps[index]
        if self.code is not None:
            line = step.line or 0
            self.code.set_current_line(0 if step.raised else line)
            self.code.set_error_line(line if step.raised else 0)
        if self.table is not None:
            self.table.show_rows(_rows(visual, index))
        if self.chart is not None and visual.chart is not None:
            rows = numbers_at(visual, visual.chart, index)
            self.chart.show_numbers(rows, highlighted_at(visual, visual.chart, index))
        if self.diagram is not None:
            self.diagram.set_active(step.active)
        icon, ink = ("circle-alert", "wrong") if step.raised else ("arrow-right", "accent")
        title, note = step_title(visual, index), step_note(visual, index)
        self.note.show_note(title, note, icon, ink, onward=onward)

    def set_room(self, room: Room, *, without_note: bool = False) -> None:
        """Take less room: the level beside the title, the note above the values, all below each other.

        `without_note` leaves the note to the page, which keeps it in sight.
        """
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._two.setDirection(down if room.narrow else across)
        self._two.setSpacing(_GAP if room.narrow else 20)
        self._head.removeWidget(self._eyebrow)
        beside_title = room.compact and not room.narrow
        self._head.addWidget(self._eyebrow, int(beside_title), int(beside_title))
        self._above_two.changeSize(0, 12 if room.compact else 20)
        if self.chart is not None:
            self.chart.set_compact(room.compact)
        if not without_note:
            first = self.code is not None and (not room.compact or room.narrow)
            if first:
                self._first_box.insertWidget(1, self.note, _GROWS)
            else:
                self._second_box.insertWidget(0, self.note)
        self._second.setVisible(self._second_box.count() > 1)

    def place_of_line(self, index: int) -> QRect | None:
        """Where the line of a step stands, for what scrolls to it."""
        line = self._visual.steps[index].line
        if self.code is None or line is None:
            return None
        place = self.code.place_of_line(line)
        return QRect(self.code.mapTo(self, place.topLeft()), place.size())

    def _make_parts(self) -> None:
        visual, theme = self._visual, self._theme
        if visual.code is not None:
            code = visual.code
            tight = code.text.count("\n") >= _MANY_LINES
            self.code = CodePanel(theme, code.text, code.language, code.file, tight=tight)
        rooms = [_rows(visual, n) for n in range(len(visual.steps))]
        if any(rooms):
            self.table = ValueTable(theme, rooms)
        if visual.chart is not None:
            kind = BarChart if visual.chart.kind == "bars" else LineChart
            self.chart = kind(theme, visual.chart.title, extent_of(visual, visual.chart), visual.chart.labels)
        if visual.diagram is not None:
            self.diagram = DiagramView(theme, visual.diagram)

    def _lay_out(self, number: int, count: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        for part, stretch in ((None, 1), (inner, 1000), (None, 1)):
            row.addStretch(stretch) if part is None else row.addWidget(part, stretch)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._eyebrow = self._make_eyebrow(number, count)
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(16)
        self._head.setVerticalSpacing(10)
        self._head.setColumnStretch(0, 1)
        self._head.addWidget(Label(self._theme, self._visual.title, "h2", wrap=True), 1, 0)
        column.addLayout(self._head)
        if self._visual.intro:
            column.addSpacing(6)
            column.addWidget(MarkupLabel(self._theme, markup.parse(self._visual.intro), "body"))
        self._above_two = QSpacerItem(0, 20)
        column.addSpacerItem(self._above_two)
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._two, 1)
        shown = self.diagram if self.code is None else None
        self._first, self._first_box = _column([self.code, shown])
        self._second, self._second_box = _column(
            [self.table, self._chart_card(), self.diagram if self.code is not None else None]
        )
        self._two.addWidget(self._first, 112)
        self._two.addWidget(self._second, 100)
        self.set_room(Room())

    def _chart_card(self) -> ChartCard | None:
        chart = self._visual.chart
        if chart is None or self.chart is None:
            return None
        return ChartCard(self._theme, chart.title, [one.name for one in chart.series], self.chart)

    def _make_eyebrow(self, number: int, count: int) -> QWidget:
        """Mode and level, and at the other end the way to the other visuals."""
        theme, kind = self._theme, mode("visualize")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(theme, kind.icon))
        row.addWidget(Label(theme, tr(kind.name), "small-strong", "text-2"))
        row.addSpacing(4)
        row.addWidget(LevelPill(theme, self._visual.difficulty.value))
        row.addStretch(1)
        if count > 1:
            self.before = IconButton(theme, "chevron-left", tr("Example before"))
            self.after = IconButton(theme, "chevron-right", tr("Example after"))
            self.before.setEnabled(number > 0)
            self.after.setEnabled(number < count - 1)
            self.before.clicked.connect(lambda: self.chosen.emit(-1))
            self.after.clicked.connect(lambda: self.chosen.emit(1))
            words = tr("Example {n} of {count}", n=number + 1, count=count)
            row.addWidget(self.before)
            row.addWidget(Label(theme, words, "small:tnum", "text-2"))
            row.addWidget(self.after)
        return holder


def _rows(visual: Visual, index: int) -> list[ValueRow]:
    return [ValueRow(one.name, one.value, one.was, one.changed) for one in in_table(visual, index)]


def _column(parts: list[QWidget | None]) -> tuple[QWidget, QVBoxLayout]:
    """Parts below each other; a note or a chart takes what is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for part in parts:
        if part is not None:
            column.addWidget(part, _GROWS if isinstance(part, ChartCard) else 0)
    column.addStretch(1)
    return holder, column
