"""Code to read, in a panel with its file name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.code_lines import CodeLines
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_RADIUS = 12
_NAMES = {
    "ini": "INI",
    "json": "JSON",
    "sql": "SQL",
    "toml": "TOML",
    "yaml": "YAML",
    "html": "HTML",
    "css": "CSS",
}


def language_name(language: str) -> str:
    """A language as people write it."""
    if language in ("text", "console", "output"):
        return {"text": tr("Text"), "console": tr("Console"), "output": tr("Output")}[language]
    return _NAMES.get(language, language.capitalize())


class CodePanel(QFrame):
    """A bar with file name and language (or other words at its end), and below it the numbered lines.

    Lines are counted from `first_line`, which is not 1 where the panel shows a part of a file. `lines`
    stand in for plain ones where more can be done with them than read.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        language: str = "",
        file: str = "",
        *,
        tight: bool = False,
        first_line: int = 1,
        end: str = "",
        lines: CodeLines | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = self._bad = 0
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(Label(theme, file, "code-caption", "text-2", elide=True), 1)
        row.addWidget(Label(theme, end or language_name(language), "caption", "text-3"))
        self._has_bar = bool(file or language)
        self._bar.setVisible(self._has_bar)
        column.addWidget(self._bar)
        self._lines = lines or CodeLines(theme, text, language, tight=tight, first_line=first_line)
        self._lines.setAccessibleName(tr("Code, {file}", file=file) if file else tr("Code"))
        self._lines.setAccessibleDescription(text)
        column.addWidget(self._lines)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def set_current_line(self, line: int) -> None:
        """Mark the line that has just run; 0 marks none."""
        self._now = line
        self._lines.set_marks(self._now, self._bad)

    def place_of_line(self, line: int) -> QRect:
        """Where a line stands in the panel."""
        place = self._lines.place_of_line(line)
        return QRect(self._lines.mapTo(self, place.topLeft()), place.size())

    def set_error_line(self, line: int) -> None:
        """Mark the line with the error; 0 marks none."""
        self._bad = line
        self._lines.set_marks(self._now, self._bad)

    def set_bar_shown(self, shown: bool) -> None:
        """Show or hide the bar with the file name, which gives way where there is little room."""
        self._bar.setVisible(shown and self._has_bar)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        line = theme.color("line")
        draw_box(painter, QRectF(self.rect()), _RADIUS, theme.color("sunken"), line, width=theme.border())
        if not self._bar.isHidden():
            draw_box(painter, QRectF(1, self._bar.height(), self.width() - 2, 1), 0, line)

    def _take_theme(self) -> None:
        edge = self._theme.border()
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._bar.setFixedHeight(self._theme.px(40))
        self.update()
