"""Tooltips that show text as it is: Qt would take what looks like HTML for HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tooltip(text: str) -> str:
    """What to hand to `setToolTip` so that exactly `text` is shown."""
    return f"<span>{escape(text)}</span>" if Qt.mightBeRichText(text) else text
