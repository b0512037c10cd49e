"""No widget takes a text for HTML: what looks like a tag is drawn letter by letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.domain.markup import parse
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choice_row import ChoiceRow
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.key_cap import KeyCap
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.note import Note
from desktop.ui.widgets.radio_row import RadioRow
from desktop.ui.widgets.ring import Ring
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sidebar import Sidebar
from desktop.ui.widgets.tag import Tag

Make = Callable[[Theme, str], QWidget]


def ring(theme: Theme, text: str) -> Ring:
    ring = Ring(theme, 200)
    ring.set(0.5, text=text)
    return ring


MAKERS: dict[str, Make] = {
    "label": Label,
    "wrapped label": lambda theme, text: Label(theme, text, wrap=True),
    "elided label": lambda theme, text: Label(theme, text, elide=True),
    "markup": lambda theme, text: MarkupLabel(theme, parse(text)),
    "code block": lambda theme, text: MarkupLabel(theme, parse(f"```\n{text}\n```")),
    "button": Button,
    "tag": Tag,
    "key cap": KeyCap,
    "ring": ring,
    "note title": lambda theme, text: Note(theme, "wrong", text, ()),
    "note text": lambda theme, text: Note(theme, "wrong", "", parse(text)),
    "note end": lambda theme, text: Note(theme, "hint", "", (), text),
    "choice": lambda theme, text: ChoiceRow(theme, "A", text),
    "choice of blocks": lambda theme, text: ChoiceRow(theme, "A", parse(text)),
    "choice of code": lambda theme, text: ChoiceRow(theme, "A", text, code=True),
    "radio row": RadioRow,
    "radio row detail": lambda theme, text: RadioRow(theme, "x", text),
    "segments": lambda theme, text: Segments(theme, [(1, text)]),
    "code": lambda theme, text: CodePanel(theme, text, "python"),
    "file name": lambda theme, text: CodePanel(theme, "x", "", f" {text}"),
    "sidebar": lambda theme, text: Sidebar(theme, [("key", "x", text)]),
}


def drawn(widget: QWidget) -> QImage:
    widget.resize(400, 120)
    return widget.grab().toImage()


def ink(widget: QWidget, empty: QImage) -> int:
    """How many pixels of the widget differ from those of one without text."""
    image = drawn(widget)
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) != empty.pixel(x, y) for x, y in pixels)


@pytest.mark.parametrize("text", ["<img src=/etc/passwd>", "<b>x</b>"])
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_tag_is_drawn_letter_by_letter(theme, qtbot, make, text):
    widgets = [make(theme, given) for given in ("", "x", text)]
    for widget in widgets:
        qtbot.addWidget(widget)
    empty = drawn(widgets[0])
    assert ink(widgets[2], empty) > 3 * ink(widgets[1], empty) > 0
