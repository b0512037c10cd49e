"""What is loaded when Home is seen first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.real_start import CLOSES, window

LATER = ("pydantic", "fsrs", "pygments", "desktop.domain.lesson", "desktop.ui.pages.practice_page")
TELLS = """
from PySide6.QtCore import QEvent, QObject

class Watch(QObject):
    seen = False

    def eventFilter(self, page, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            print(*sorted(sys.modules), flush=True)
        return False

class Watched(app.Clozeline):
    def start(self):
        self.watch = Watch()
        self.navigator._home.installEventFilter(self.watch)
        super().start()

app.Clozeline = Watched
"""


@pytest.fixture
def loaded(data_dir: Path, request: pytest.FixtureRequest) -> set[str]:
    """The modules at the moment of the first painted Home."""
    if request.param == "with a ready index":
        assert window(CLOSES, data_dir).returncode == 0
    start = window(CLOSES + TELLS, data_dir)
    assert start.returncode == 0, start.stderr
    return set(start.stdout.split())


@pytest.mark.parametrize("loaded", ["with a ready index", "the very first time"], indirect=True)
def test_home_is_painted_before_anything_of_the_lessons_is_loaded(loaded: set[str]) -> None:
    assert "desktop.ui.pages.home_page" in loaded
    assert loaded.isdisjoint(LATER)
