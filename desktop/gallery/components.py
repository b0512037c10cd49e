"""All parts of the interface in all their states, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.exercises.choose import Given
from desktop.gallery.desk import Desk
from desktop.gallery.samples import ChipInHand, Ringed, SlotSample, Swatch, captioned, hovered
from desktop.gallery.scene import Scene
from desktop.ui.exercises.given_table import GivenTable
from desktop.ui.theme import Theme
from desktop.ui.tokens import COLOURS
from desktop.ui.widgets.attempt_dots import AttemptDots
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.bar import Bar
from desktop.ui.widgets.beads import Beads
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.chip_look import ChipState
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.key_cap import KeyCap
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_pill import LevelPill
from desktop.ui.widgets.node import Node
from desktop.ui.widgets.note import Note
from desktop.ui.widgets.radio_row import RadioRow
from desktop.ui.widgets.ring import Ring
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sidebar_item import SidebarItem
from desktop.ui.widgets.slot_look import SlotState
from desktop.ui.widgets.switch import Switch
from desktop.ui.widgets.tag import Tag

_SLOTS = {
    SlotState.EMPTY: "empty",
    SlotState.HOVER: "hover",
    SlotState.ACTIVE: "active",
    SlotState.FILLED: "filled",
    SlotState.TARGET: "drop target",
    SlotState.TWIN: "same number as the target",
    SlotState.OPEN: "open during a drag",
    SlotState.WRONG: "wrong",
    SlotState.RIGHT: "right",
    SlotState.DISABLED: "disabled",
}
_TYPE = (
    ("h1", "Technical debt"),
    ("h2", "Find the features nobody needs"),
    ("h3", "Worked solution"),
    ("read", "Each pass leaves one feature out."),
    ("body", "Interface text and labels"),
    ("small", "Secondary text"),
    ("caption", "Captions and legends"),
    ("code", "rest = data.without(name)"),
)
_CODE = 'def total(orders):\n    # one pass\n    return sum(o["price"] * 2 for o in orders)\n'


_GIVEN = (Given(name="Orders", value="1,200"), Given(name="Late", value="84"))


class ComponentsPage(QWidget):
    """Sections in one or two columns, as the room allows."""

    def __init__(self, theme: Theme, columns: int) -> None:
        super().__init__()
        self._theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(48, 40, 48, 40)
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(32)
        sections = (
            ("Slot", self._slots()),
            ("Chip", self._chips()),
            ("Button", self._buttons()),
            ("Choice", self._choices()),
            ("Small parts", self._small_parts()),
            ("Note", self._notes()),
            ("Code panel", self._code()),
            ("Radio, sidebar, table", self._rows()),
            ("Type", self._type()),
            ("Colour", self._colours()),
        )
        for at, (name, part) in enumerate(sections):
            grid.addWidget(self._section(name, part), at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def _section(self, name: str, part: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(self._theme, name, "h3"))
        column.addWidget(part)
        column.addStretch(1)
        return holder

    def _slots(self) -> QWidget:
        theme = self._theme
        return _flow([captioned(theme, SlotSample(theme, state), name) for state, name in _SLOTS.items()], 32)

    def _chips(self) -> QWidget:
        theme = self._theme

        def chip(state: ChipState | None = None, *, movable: bool = True) -> Chip:
            made = Chip(theme, "A", "name", "code", "in 1")
            made.set_state(state or ChipState(), movable=movable)
            return made

        parts: list[tuple[QWidget, str]] = [
            (chip(), "idle"),
            (hovered(chip()), "hover"),
            (Ringed(theme, chip()), "focus"),
            (chip(ChipState(picked=True)), "picked up by a click"),
            (ChipInHand(theme), "dragging"),
            (chip(ChipState(gone=True)), "its place while dragging"),
            (chip(ChipState(used=True, note="in 1")), "used"),
            (chip(ChipState(tried=True, note="in 1")), "tried, wrong"),
            (chip(ChipState(used=True, note="in 1"), movable=False), "locked"),
        ]
        return _flow([captioned(theme, part, name) for part, name in parts], 24)

    def _buttons(self) -> QWidget:
        theme, grid_holder = self._theme, QWidget()
        grid = QGridLayout(grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(16)
        looks = (("Check", "primary", None), ("Retake", "plain", None), ("Reset", "ghost", "undo-2"))
        for row, (words, look, icon) in enumerate(looks):

            def button(
                words: str = words, look: str = look, icon: str | None = icon, *, on: bool = True
            ) -> Button:
                made = Button(theme, words, look, icon)  # type: ignore[arg-type]
                made.setEnabled(on)
                return made

            states = ((button(), "idle"), (hovered(button()), "hover"), (Ringed(theme, button()), "focus"))
            for column, (part, name) in enumerate((*states, (button(on=False), "disabled"))):
                grid.addWidget(captioned(theme, part, name), row, column)
        grid.setColumnStretch(4, 1)
        return grid_holder

    def _choices(self) -> QWidget:
        theme = self._theme
        rows: list[QWidget] = []
        states = (
            ("Idle", "idle", ""),
            ("Chosen, not checked yet", "chosen", ""),
            ("Right", "right", "Right answer"),
            ("Wrong", "wrong", "Your answer"),
            ("Rest, after the check", "rest", ""),
        )
        for at, (words, state, mark) in enumerate(states):
            row = ChoiceRow(theme, chr(ord("A") + at), markup.parse(words))
            row.set_state(state, mark)  # type: ignore[arg-type]
            rows.append(row)
        hover = hovered(ChoiceRow(theme, "F", markup.parse("Hover")))
        focus = Ringed(theme, ChoiceRow(theme, "G", markup.parse("Focus")))
        return _column([*rows, hover, focus], 8)

    def _small_parts(self) -> QWidget:
        theme = self._theme
        levels = [LevelPill(theme, level) for level in ("easy", "medium", "hard")]
        badges: list[QWidget] = []
        for count in (12, 120):
            badge = Badge(theme, self)
            badge.set_count(count)
            badges.append(badge)
        dots: list[QWidget] = []
        for left in (3, 2, 0):
            dot = AttemptDots(theme)
            dot.set(left, 3)
            dots.append(dot)
        beads, many, bar, ring, done = (
            Beads(theme),
            Beads(theme),
            Bar(theme),
            Ring(theme, 40),
            Ring(theme, 24),
        )
        beads.set(["done", "done", "now", "todo", "todo"])
        many.set(["done"] * 6 + ["now"] + ["todo"] * 9)
        bar.set(0.4)
        ring.set(0.6, text="6")
        done.set(1.0, done=True)
        switches = [Switch(theme, "Off"), Switch(theme, "On")]
        switches[1].setChecked(True)
        sizes = Segments(theme, [(5, "5"), (10, "10"), (15, "15")], "Number")
        sizes.set_value(10)
        keys = [KeyCap(theme, "Enter"), IconButton(theme, "x", "Leave"), Tag(theme, "MLOps")]
        lines: list[list[QWidget]] = [
            [*levels, Tag(theme, "10 min", "clock"), *badges],
            [*dots, beads, many],
            [bar, ring, done, *keys],
            [sizes, *switches],
            self._nodes(),
        ]
        return _column([_flow(line, 16) for line in lines], 16)

    def _nodes(self) -> list[QWidget]:
        parts: list[QWidget] = []
        for state, words in (
            ("new", "Not started"),
            ("part", "In progress"),
            ("due", "Due today"),
            ("strong", "Strong"),
        ):
            holder, node = QWidget(), Node(self._theme)
            node.set(state, 0.4)  # type: ignore[arg-type]
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(node)
            row.addWidget(Label(self._theme, words, "small", "text-2"))
            parts.append(holder)
        return parts

    def _notes(self) -> QWidget:
        said = (
            ("wrong", "Blank 2 is not right yet", "The mistake behind this chip, in one or two sentences."),
            ("right", "Right", "Why it is right, in words the learner can reuse."),
            ("hint", "Hint", "A nudge, not the answer."),
            ("plain", "The worked answer", "What the `code` does, step by step."),
        )
        return _column(
            [Note(self._theme, tone, title, markup.parse(text)) for tone, title, text in said],  # type: ignore[arg-type]
            12,
        )

    def _code(self) -> QWidget:
        panel = CodePanel(self._theme, _CODE, "python", "orders.py")
        panel.set_current_line(3)
        broken = CodePanel(self._theme, _CODE, "python", "orders.py", tight=True, first_line=41)
        broken.set_error_line(42)
        return _column([panel, broken], 16)

    def _rows(self) -> QWidget:
        theme = self._theme
        radios = QWidget()
        column = QVBoxLayout(radios)
        column.setContentsMargins(0, 0, 0, 0)
        for name, detail, mark in (("Mixed", "Easy to hard", "layers"), ("Hard", "All hard", "hard")):
            row = RadioRow(theme, name, detail, mark)
            row.setChecked(name == "Mixed")
            column.addWidget(row)
        items: list[QWidget] = [
            SidebarItem(theme, "book-open", "Learn"),
            SidebarItem(theme, "library", "Library"),
        ]
        item = items[0]
        assert isinstance(item, SidebarItem)
        item.set_current(True)
        item.set_count(12)
        items.append(hovered(SidebarItem(theme, "settings-2", "Settings")))
        return _column([radios, _column(items, 2), GivenTable(theme, _GIVEN)], 16)

    def _type(self) -> QWidget:
        return _column([Label(self._theme, text, style) for style, text in _TYPE], 10)

    def _colours(self) -> QWidget:
        return _flow([captioned(self._theme, Swatch(self._theme, token), token) for token in COLOURS], 12)


def _flow(parts: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(gap, holder)
    for part in parts:
        flow.addWidget(part)
    return holder


def _column(parts: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    return holder


def _show(desk: Desk) -> None:
    wide = desk.window.width() / desk.theme.scale >= 1000
    page = ComponentsPage(desk.theme, 2 if wide else 1)
    area = ScrollArea(desk.theme)
    area.setWidget(page)
    desk.window.show_focus(area)
    desk.whole = page


SCENES = (Scene("components", _show, ours=False),)
