"""The made-up language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.ui.pseudo import install_pseudo_language
from desktop.ui.words import tr, tr_n


@pytest.fixture
def pseudo(qapp) -> Iterator[None]:
    before = qapp.layoutDirection()
    translator = install_pseudo_language(qapp)
    yield
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(before)


def test_every_text_is_bracketed_and_40_per_cent_longer(pseudo):
    text = "Choose another chip for this blank"
    said = tr(text)
    assert said.startswith(f"⟦{text}")
    assert said.endswith("⟧")
    assert len(said) == pytest.approx(1.4 * len(text), abs=1)


def test_places_are_still_filled(pseudo):
    assert "2 attempts left" in tr_n("{n} attempt left", "{n} attempts left", 2)


def test_the_interface_is_mirrored(pseudo, qapp):
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_no_text_stays_no_text(pseudo):
    assert tr("") == ""
