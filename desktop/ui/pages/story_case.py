"""A real case of a story, with its source."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.exercises.task import Source
from desktop.domain.story import Case
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.words import tr


class StoryCase(Card):
    """Title and words, and below them who said it, when and where; the address can be copied."""

    def __init__(self, theme: Theme, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(Label(theme, case.title, "h3", wrap=True))
        column.addWidget(MarkupLabel(theme, markup.parse(case.text)))
        column.addStretch(1)
        for line in source_lines(case.source):
            plain = (markup.Paragraph((markup.Span(line),)),)
            column.addWidget(MarkupLabel(theme, plain, "caption", "text-3"))


def source_lines(source: Source) -> tuple[str, ...]:
    """A source as it is cited, with its remark; and its address on a line of its own."""
    cited = source.title
    if source.author and source.year:
        cited = tr("{author}, {year}: {title}", author=source.author, year=source.year, title=cited)
    elif source.author:
        cited = tr("{author}: {title}", author=source.author, title=cited)
    elif source.year:
        cited = tr("{title}, {year}", title=cited, year=source.year)
    if source.note:
        cited = tr("{source} ({note})", source=cited, note=source.note)
    return (cited, source.address) if source.address else (cited,)
