"""The colours of code as a text layout takes them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextLayout

from desktop.ui.theme import Theme
from desktop.ui.widgets.code_colours import ColourSpan


def inks(theme: Theme, spans: Sequence[ColourSpan]) -> list[QTextLayout.FormatRange]:
    """The formats of a text in the colours of its spans."""
    found: list[QTextLayout.FormatRange] = []
    for span in spans:
        ink, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setForeground(theme.color(span.token))
        look.setFontItalic(span.token == "co")  # noqa: S105 -- a colour, not a password
        ink.start, ink.length, ink.format = span.start, span.length, look
        found.append(ink)
    return found
