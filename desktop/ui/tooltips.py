"""Tooltips that show text as it is: Qt would take what looks like HTML for HTML."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tooltip(text: str) -> str:
    """What to hand to `setToolTip` so that exactly `text` is shown."""
    if not Qt.mightBeRichText(text):
        return text
    from html import escape  # noqa: PLC0415 - hardly ever needed, and never at the start

    return f"<span>{escape(text)}</span>"
