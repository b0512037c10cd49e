"""A made-up language, 40% longer and read from right to left, that shows what was not made for others."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication

_GROWTH = 0.4
_FILLING = " lorem ipsum dolor sit amet" * 40


class PseudoTranslator(QTranslator):
    """Answers every text with itself, bracketed and longer; Qt asks it for the reading direction too."""

    def translate(
        self,
        context: str | bytes | bytearray | memoryview,
        source_text: str | bytes | bytearray | memoryview,
        disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        text = source_text if isinstance(source_text, str) else bytes(source_text).decode()
        if text == "QT_LAYOUT_DIRECTION":
            return "RTL"
        if not text:
            return ""
        return f"⟦{text}{_FILLING[: max(2, ceil(len(text) * _GROWTH) - 2)]}⟧"

    def isEmpty(self) -> bool:
        return False


def install_pseudo_language(app: QGuiApplication) -> PseudoTranslator:
    """Make `app` speak the made-up language from now on."""
    translator = PseudoTranslator(app)
    app.installTranslator(translator)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return translator
