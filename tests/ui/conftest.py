"""What the tests of the interface share: the bundled fonts and a theme without motion."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.fonts import load_fonts
from desktop.ui.resources import resource_folder
from desktop.ui.theme import Theme


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The bundled fonts, registered once."""
    load_fonts(resource_folder() / "fonts")


@pytest.fixture
def theme(qapp: QApplication, fonts: None) -> Iterator[Theme]:
    """The light theme at text size 100% with reduced motion."""
    theme = Theme()
    theme.apply("light", 1.0, reduced_motion=True)
    yield theme
    gc.collect()  # a widget in a cycle would be dressed again by the theme of every later test
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
