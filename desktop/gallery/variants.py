"""In which sizes, themes and languages each screen is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.pseudo import install_pseudo_language
from desktop.ui.theme import Mode, Theme


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to look at all screens."""

    name: str
    width: int = 1200
    height: int = 800
    mode: Mode = "light"
    text: float = 1.0
    pseudo: bool = False
    """In the made-up language, mirrored."""
    ratio: float = 1.0
    """Device pixels a pixel; one process draws at one ratio."""

    @property
    def size(self) -> QSize:
        """Of the window."""
        return QSize(self.width, self.height)

    @contextmanager
    def worn(self, theme: Theme) -> Iterator[None]:
        """Theme, text size and language of this variant, for as long as it lasts."""
        theme.apply(self.mode, self.text, reduced_motion=True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        translator = install_pseudo_language(app) if self.pseudo else None
        try:
            yield
        finally:
            if translator is not None:
                app.removeTranslator(translator)
                app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


LIGHT = Variant("light")
VARIANTS = (
    LIGHT,
    Variant("dark", mode="dark"),
    Variant("900x640", 900, 640),
    Variant("800x440", 800, 440),
    Variant("text200", text=2.0),
    Variant("text200-800x440", 800, 440, text=2.0),
    Variant("pseudo", pseudo=True),
    Variant("150pct", ratio=1.5),
)
