"""Tooltips show what they are given."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment

from desktop.ui.tooltips import plain_tooltip


@pytest.mark.parametrize("text", ["<b>x</b>", "<img src=/etc/passwd>", "a < b & c > d", "Leave", ""])
def test_markup_is_shown_as_text(qapp, text):
    tip = plain_tooltip(text)
    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
    assert shown == text
