"""One side of a story's comparison: how it was, or how it is after the change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.story import Side
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel


class StorySide(Card):
    """A card with a caption, title, words, points and code."""

    def __init__(self, theme: Theme, caption: str, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        column.addWidget(Label(theme, caption, "caption", "text-3"))
        column.addWidget(Label(theme, side.title, "h3", wrap=True))
        column.addWidget(MarkupLabel(theme, markup.parse(side.text)))
        if side.points:
            points = "\n".join(f"- {' '.join(point.split())}" for point in side.points)
            column.addWidget(MarkupLabel(theme, markup.parse(points)))
        if side.code is not None:
            column.addSpacing(4)
            code = side.code
            column.addWidget(CodePanel(theme, code.text, code.language, code.file, tight=True))
        column.addStretch(1)
