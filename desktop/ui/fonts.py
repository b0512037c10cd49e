"""The bundled fonts. The interface never relies on fonts of the machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desktop.domain.errors import StudyError

FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "InterDisplay-SemiBold.ttf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Medium.ttf",
    "JetBrainsMono-Italic.ttf",
)


def load_fonts(folder: Path) -> None:
    """Register the fonts in `folder` with Qt; a StudyError names the one that is missing or damaged."""
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise StudyError(
                "A font is missing: {file}.",
                "It should lie in {folder}, and it is not there or cannot be read.",
                "Install Clozeline again.",
                {"file": name, "folder": folder},
            )
