"""The bundled fonts."""

from __future__ import annotations

import shutil

import pytest

from desktop.domain.errors import StudyError
from desktop.ui.fonts import FONT_FILES, load_fonts
from desktop.ui.resources import resource_folder


@pytest.mark.parametrize("missing", FONT_FILES)
def test_a_missing_font_is_named(qapp, tmp_path, missing):
    for name in FONT_FILES:
        if name != missing:
            shutil.copy(resource_folder() / "fonts" / name, tmp_path)
    with pytest.raises(StudyError, match=missing):
        load_fonts(tmp_path)
