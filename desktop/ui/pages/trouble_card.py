"""Says why a lesson or course cannot be opened, where, and what still works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import StudyError
from desktop.domain.markup import Paragraph, Span
from desktop.domain.problems import Problem
from desktop.ui.announce import announce
from desktop.ui.boxes import draw_box
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.code_panel import CodePanel
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.markup_label import MarkupLabel
from desktop.ui.words import tr, tr_n

_RADIUS, _FURTHER = 12, 4
_FILE = "{file}"


class TroubleCard(QFrame):
    """The first problem with the lines around it, and the others in a list.

    `again_wanted` asks to read the lessons anew, `troubled` carries a `StudyError`.
    """

    again_wanted = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        file: PurePath,
        problems: Sequence[Problem],
        *,
        first: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._file, self._problems = theme, file, tuple(problems)
        theme.changed.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(25, 21, 25, 23)
        column.setSpacing(0)
        column.addLayout(self._head(title))
        if self._problems[0].excerpt:
            column.addSpacing(16)
            column.addWidget(self._panel(self._problems[0]))
        self._list_further(column)
        column.addSpacing(18)
        column.addLayout(self._buttons(first=first))

    def message(self) -> str:
        """All that is known, one line a problem, as an editor or a letter to the author needs it."""
        return "\n".join(problem.line_text() for problem in self._problems)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        ground, border = theme.color("surface"), theme.color("wrong-line")
        draw_box(QPainter(self), QRectF(self.rect()), _RADIUS, ground, border, width=theme.border())

    def _head(self, title: str) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon(theme, "circle-alert", 20, "wrong"), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(Label(theme, tr("“{title}” cannot be opened", title=title), "h3", wrap=True))
        texts.addWidget(MarkupLabel(theme, [self._cause()], "body"))
        row.addLayout(texts, 1)
        return row

    def _cause(self) -> Paragraph:
        """Where and why, with the file's name as code."""
        first = self._problems[0]
        # The place of the file is left open, so that a translation may put it anywhere.
        where = tr("In {file}, line {line}: ", line=first.line)
        before, _, after = where.partition(_FILE)
        why = _sentence(first)
        rest = tr("Everything else works as before.")
        name = f"{self._file.parent.name}/{self._file.name}"
        return Paragraph((Span(before), Span(name, "code"), Span(f"{after}{why} {rest}")))

    def _panel(self, problem: Problem) -> CodePanel:
        text = "\n".join(line for _, line in problem.excerpt)
        panel = CodePanel(
            self._theme,
            text,
            "toml",
            f"{self._file.parent.name} / {self._file.name}",
            tight=True,
            first_line=problem.excerpt[0][0],
            end=tr("Line {line}", line=problem.line),
        )
        panel.set_error_line(problem.line)
        return panel

    def _list_further(self, column: QVBoxLayout) -> None:
        further = self._problems[1:]
        if not further:
            return
        column.addSpacing(16)
        for problem in further[:_FURTHER]:
            words = tr("Line {line}: {why}", line=problem.line, why=_sentence(problem))
            column.addWidget(Label(self._theme, words, "small", "text-2", wrap=True))
        left = len(further) - _FURTHER
        if left > 0:
            words = tr_n("{n} more; Copy message lists all", "{n} more; Copy message lists all", left)
            column.addWidget(Label(self._theme, words, "small", "text-3", wrap=True))

    def _buttons(self, *, first: bool) -> FlowLayout:
        """One filled button a page, so only on the first card."""
        row = FlowLayout(8)
        self.again = Button(self._theme, tr("Try again"), "primary" if first else "plain")
        self.again.clicked.connect(self.again_wanted)
        self.show_file = Button(self._theme, tr("Show the file"))
        self.show_file.clicked.connect(self._show_file)
        self.copy = Button(self._theme, tr("Copy message"))
        self.copy.clicked.connect(self._copy)
        for button in (self.again, self.show_file, self.copy):
            row.addWidget(button)
        return row

    def _show_file(self) -> None:
        """Open the file in whatever this computer opens text files with."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file))):
            self.troubled.emit(
                StudyError(
                    "The file could not be shown.",
                    "No program of this computer opens {file}.",
                    "Open it in a text editor.",
                    {"file": self._file},
                )
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message())
        self.copy.set_text(tr("Copied"))
        announce(self, tr("Copied"))


def _sentence(problem: Problem) -> str:
    """The message as a sentence: authors' messages begin small and have no full stop."""
    words = tr(problem.message, **dict(problem.values)).strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "…")) else ".")
