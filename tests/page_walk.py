"""Walks over all that is visible in a window; says what does not fit, overlaps, or is not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QMainWindow, QScrollArea, QWidget

from desktop.domain import markup
from desktop.domain.shelf import Shelf
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.flight import Flight
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.painted import Painted
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.widgets.row_tools import RowTools
from desktop.ui.widgets.scroll_thumb import ScrollThumb
from desktop.ui.widgets.slot_place import SlotPlace

OVERLAYS = (FocusRing, ScrollThumb, Flight, SlotPlace, RowTools)
"""What lies over other things on purpose."""
_TRANSLATED = re.compile("⟦[^⟦⟧]*⟧")
_BETWEEN = " ,.:;/"
_LONGEST_WORD = 24
_NO_WORDS = re.compile(r"(\W|\d|_|\b([A-Z]|Ctrl|Alt|Shift|Enter|Esc|Tab|Delete|Space|F\d+)\b)*|\d+ \w+ \d{4}")
"""Signs, figures, keys and dates, which the system writes."""


class StrayWindows(QObject):
    """Notes parts that are shown before they have a parent: for a moment each is a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: list[str] = []

    def taken(self) -> list[str]:
        """What was noted since this was asked last."""
        seen, self._seen = self._seen, []
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            known = isinstance(watched, QMainWindow | QDialog)
            self._seen += [] if known else [f"{_named(watched)} is shown as a window"]
        return False


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield a window and all that is visible in it, save what lies over other things on purpose."""
    yield root
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow() and not _lies_over(child):
            yield from visible(child)


def _lies_over(widget: QWidget) -> bool:
    """Whether a widget lies over others on purpose: a mark that lets the mouse through does."""
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return isinstance(widget, OVERLAYS) or (through and not isinstance(widget, Label))


def misfits(root: QWidget, known: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Say what is clipped, overlaps, or lies outside; `known` lines of lessons may end in dots."""
    for widget in visible(root):
        yield from (f"{_named(widget)} {what}" for what in _clipped(widget, known))
        yield from _children_astray(widget)


def untranslated(root: QWidget, known: AbstractSet[str]) -> Iterator[str]:
    """Say which words are neither translated nor `known` from a lesson."""
    for widget in visible(root):
        said = {widget.accessibleName(), widget.toolTip()}
        if isinstance(widget, Label):
            said.add(widget.text())
        if isinstance(widget, Button):
            said.add(widget.words())
        for text in said:
            if not all(_is_fine(line, known) for line in text.splitlines()):
                yield f"{_named(widget)} says {text!r}"


def lesson_texts(shelf: Shelf) -> set[str]:
    """All lines that lessons bring along, as they are written and as they are shown."""
    texts: set[str] = set()
    for course in shelf.courses:
        texts |= {course.title, course.summary, course.version, str(course.folder)}
        for lesson in course.lessons:
            texts |= {lesson.title, lesson.file.name, course.folder.name}
            texts |= {line for problem in lesson.problems for _, line in problem.excerpt}
            if lesson.lesson is not None:
                texts.update(_strings(lesson.lesson.model_dump()))
    lines: set[str] = set()
    for text in texts:
        for form in (text, markup.plain(text)):
            lines.update(line.strip() for line in form.splitlines())
            lines.update(line.strip(_BETWEEN) for line in form.splitlines())
    return lines


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _is_fine(line: str, known: AbstractSet[str]) -> bool:
    """Say whether a line is made of translated parts, known lines, and what needs no translation."""
    before = ""
    while before != line:
        before, line = line, _TRANSLATED.sub("", line)
    rest = line.strip(_BETWEEN)
    while rest and _NO_WORDS.fullmatch(rest) is None:
        end = next(
            (end for end in range(len(rest), 0, -1) if {rest[:end], rest[:end].strip(_BETWEEN)} & known), 0
        )
        if not end:
            return False
        rest = rest[end:].strip(_BETWEEN)
    return True


def _named(widget: QWidget) -> str:
    kind = type(widget).__name__
    text = widget.text() if isinstance(widget, Label) else widget.accessibleName()
    return f"{kind} {text[:60]!r}" if text else kind


def _clipped(widget: QWidget, known: AbstractSet[str]) -> Iterator[str]:
    """Say in what way a widget is smaller than what it shows."""
    if isinstance(widget, Label) and widget.wordWrap():
        yield from _too_low(widget, widget.heightForWidth(widget.width()))
        longest = max((len(word) for word in widget.text().split()), default=0)
        if not isinstance(widget, MarkupLabel) and longest <= _LONGEST_WORD:
            yield from _too_narrow(widget, widget.minimumSizeHint().width(), "breaks a word: ")
    elif isinstance(widget, Label | Button | Painted | PaintedButton):
        least = widget.minimumSizeHint()
        tall = widget.hasHeightForWidth() and not isinstance(widget, Label)
        yield from _too_narrow(widget, least.width())
        yield from _too_low(widget, widget.heightForWidth(widget.width()) if tall else least.height())
        if isinstance(widget, Label) and widget.is_cut() and widget.text() not in known:
            yield "ends in dots"


def _too_narrow(widget: QWidget, needed: int, what: str = "") -> Iterator[str]:
    if widget.width() < needed:
        yield f"{what}is {widget.width()} wide and needs {needed}"


def _too_low(widget: QWidget, needed: int) -> Iterator[str]:
    if widget.height() < needed:
        yield f"is {widget.height()} high and needs {needed}"


def _children_astray(parent: QWidget) -> Iterator[str]:
    """Say which children overlap, and which lie outside of their parent."""
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not _lies_over(child)
    ]
    boxes = [(child, child.geometry()) for child in children if not child.size().isEmpty()]
    for (one, box), (other, another) in combinations(boxes, 2):
        common = box.intersected(another)
        if not common.isEmpty():
            yield f"{_named(one)} and {_named(other)} overlap by {common.width()} x {common.height()}"
    room = _room(parent)
    for child, box in boxes:
        seen = box.intersected(room)
        if seen != box:
            out = f"{box.getRect()} of {room.getRect()}"
            yield f"{_named(child)} lies outside of {_named(parent)}: {out}"


def _room(parent: QWidget) -> QRect:
    """Where the children of a widget may lie: in a scroll area, as far as it scrolls."""
    room = parent.rect()
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        if isinstance(area, QScrollArea) and not area.widgetResizable():
            return room.adjusted(-100_000, -100_000, 100_000, 100_000)
        return room.adjusted(0, -100_000, 0, 100_000)
    return room
