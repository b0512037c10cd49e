"""The end of reading: what was read, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.reading import Section, Visit
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr, tr_n

_WIDTH = 640


class ReadingEnd(QWidget):
    """Says that all was read, how the questions went, and lists the sections."""

    def __init__(
        self, theme: Theme, sections: Sequence[Section], visit: Visit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setMaximumWidth(theme.px(_WIDTH))
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.in_words = _words(sections, visit)
        column.addWidget(Label(theme, tr("Read to the end"), "h1", wrap=True))
        column.addWidget(Label(theme, self.in_words, "read", "text-2", wrap=True))
        column.addSpacing(16)
        card = Card(theme)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(20, 12, 20, 12)
        rows.setSpacing(0)
        for section in sections:
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 8)
            row.setSpacing(12)
            row.addWidget(Icon(theme, "circle-check", color="right"))
            row.addWidget(Label(theme, section.title, "body", wrap=True), 1)
            rows.addLayout(row)
        column.addWidget(card)
        column.addStretch(1)
        self.setProperty("ring_radius", -1)
        self.setAccessibleName(tr("Read to the end"))
        self.setAccessibleDescription(self.in_words)


def _words(sections: Sequence[Section], visit: Visit) -> str:
    """How the questions went, and the next step."""
    asked = [section for section in sections if section.check is not None]
    first = sum(
        visit.tried.get(section.id, ())[:1] == (section.check.right_option,)
        for section in asked
        if section.check is not None
    )
    parts = [tr_n("You have read the section.", "You have read all {n} sections.", len(sections))]
    if any(visit.tried.get(section.id) for section in asked):
        one = "{first} of {n} question was right at the first try."
        many = "{first} of {n} questions were right at the first try."
        parts.append(tr_n(one, many, len(asked), first=first))
    parts.append(tr("What you practise now stays longer than what you only read."))
    return " ".join(parts)
