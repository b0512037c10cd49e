"""What a screen reader is told of each widget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.domain.markup import parse
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.key_cap import KeyCap
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_pill import LevelPill
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.radio_row import RadioRow
from desktop.ui.widgets.sidebar_item import SidebarItem
from desktop.ui.widgets.switch import Switch
from desktop.ui.widgets.tag import Tag

Role = QAccessible.Role
CASES: list[tuple[Callable[[Theme], QWidget], QAccessible.Role, str]] = [
    (lambda theme: Label(theme, "Salt & pepper <b>"), Role.StaticText, "Salt & pepper <b>"),
    (lambda theme: MarkupLabel(theme, parse("Use `a & b`.")), Role.StaticText, "Use a & b."),
    (lambda theme: Tag(theme, "MLOps"), Role.StaticText, "MLOps"),
    (lambda theme: KeyCap(theme, "Enter"), Role.StaticText, "Enter"),
    (lambda theme: LevelPill(theme, "medium"), Role.StaticText, "Medium"),
    (lambda theme: Button(theme, "Save & close"), Role.PushButton, "Save & close"),
    (lambda theme: IconButton(theme, "x", "Leave"), Role.PushButton, "Leave"),
    (lambda theme: SidebarItem(theme, "library", "Library"), Role.PushButton, "Library"),
    (lambda theme: Switch(theme, "Timer"), Role.CheckBox, "Timer"),
    (lambda theme: RadioRow(theme, "Mixed", "A bit of each"), Role.RadioButton, "Mixed"),
    (lambda theme: ChoiceRow(theme, "A", "4 workers"), Role.RadioButton, "A, 4 workers"),
    (lambda theme: ChoiceRow(theme, "B", parse("`x`"), several=True), Role.CheckBox, "B, x"),
]


@pytest.mark.parametrize(("make", "role", "name"), CASES, ids=[case[2] for case in CASES])
def test_role_and_name(theme, qtbot, make, role, name):
    widget = make(theme)
    qtbot.addWidget(widget)
    heard = QAccessible.queryAccessibleInterface(widget)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (role, name)


def test_a_changed_text_is_heard(theme, qtbot):
    label, button = Label(theme, "old"), Button(theme, "old")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.set_text("new & better")
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard.text(QAccessible.Text.Name) == "new & better"


@pytest.mark.parametrize(("make", "role", "name"), CASES, ids=[case[2] for case in CASES])
def test_what_can_be_pressed_is_large_enough(theme, qtbot, make, role, name):
    widget = make(theme)
    qtbot.addWidget(widget)
    least = widget.minimumSizeHint()
    assert role == Role.StaticText or (least.width() >= 24 and least.height() >= 24)
