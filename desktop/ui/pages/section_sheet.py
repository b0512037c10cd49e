"""One section to read: its words, and beside them what there is to see and to answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain import markup
from desktop.domain.reading import Section
from desktop.ui.pages.mode_heading import ModeHeading
from desktop.ui.pages.question_in_place import QuestionInPlace
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.diagram_view import DiagramView
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.widgets.picture_view import PictureView
from desktop.ui.words import tr

_TEXT_WIDTH, _GAP, _WIDTH = 440, 40, 1120
_UNBOUND = 16_777_215


class SectionSheet(QWidget):
    """Words on one side, code, diagram or picture and the question on the other.

    Where there is little room, or the diagram needs all of it, they stand below each other.
    """

    def __init__(
        self, theme: Theme, section: Section, folder: Path, seed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.question: QuestionInPlace | None = None
        self._diagram: DiagramView | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._middle = QWidget()
        outer.addStretch(1)
        outer.addWidget(self._middle, 1000)
        outer.addStretch(1)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._middle)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._words, self._work = QWidget(), QWidget()
        self._split.addWidget(self._words)
        self._split.addWidget(self._work, 1)
        self._lay_out(section, folder, seed)
        self.setProperty("ring_radius", -1)
        self.setAccessibleName(section.title)
        self.setAccessibleDescription(markup.plain(section.text))

    def set_compact(self, compact: bool) -> None:
        """Put what is beside the words below them."""
        alone = self._work.isHidden()
        needed = self._diagram.least_width() if self._diagram is not None else 0
        stacked = compact or alone or needed > _WIDTH - _GAP - _TEXT_WIDTH
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._split.setDirection(direction)
        self._split.setSpacing(16 if compact else 24 if stacked else _GAP)
        measure = self._theme.measure("read")
        self._middle.setMaximumWidth(measure if alone else _WIDTH)
        self._words.setMaximumWidth(_UNBOUND if stacked else _TEXT_WIDTH)
        self._words.setMinimumWidth(0 if stacked else _TEXT_WIDTH)

    def _lay_out(self, section: Section, folder: Path, seed: int) -> None:
        theme = self._theme
        words, work = QVBoxLayout(self._words), QVBoxLayout(self._work)
        for box in (words, work):
            box.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        words.addWidget(ModeHeading(theme, "read"))
        words.addSpacing(8)
        words.addWidget(Label(theme, section.title, "h2", wrap=True))
        words.addWidget(MarkupLabel(theme, markup.parse(section.text)))
        words.addStretch(1)
        work.setSpacing(16)
        if section.code is not None:
            code = section.code
            work.addWidget(CodePanel(theme, code.text, code.language, code.file, tight=True))
        if section.diagram is not None:
            self._diagram = DiagramView(theme, section.diagram)
            work.addWidget(self._diagram)
        if section.picture is not None:
            picture = PictureView(theme, folder / section.picture.file, section.picture.alt)
            picture.setContentsMargins(0, 0, 0, 0)
            work.addWidget(picture)
        if section.check is not None:
            self.question = QuestionInPlace(theme, tr("Check yourself"), section.check, seed)
            work.addWidget(self.question)
        self._work.setVisible(work.count() > 0)
        work.addStretch(1)
