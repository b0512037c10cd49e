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


class StoryCase(Card):
    """Title and words, and below them who said it, when and where; the address can be copied."""

    def __init__(self, theme: Theme, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(Label(theme, case.title, "h3", wrap=True))
        column.addWidget(MarkupLabel(theme, markup.parse(case.text), "note"))
        column.addStretch(1)
        for line in source_lines(case.source):
            plain = (markup.Paragraph((markup.Span(line),)),)
            column.addWidget(MarkupLabel(theme, plain, "caption", "text-3"))


def source_lines(source: Source) -> tuple[str, ...]:
    """A source as it is cited: author and year, title and remark; and its address on a line of its own."""
    author_year = [part for part in (source.author, str(source.year or "")) if part]
    cited = ", ".join([*author_year, source.title])
    said = f"{cited} ({source.note})" if source.note else cited
    return (said, source.address) if source.address else (said,)
