"""The application on a desk of its own: window, pages and store, with a clock that stands still."""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.domain.errors import StudyError
from desktop.domain.events import Moment
from desktop.domain.lesson import Lesson
from desktop.domain.settings import Settings
from desktop.domain.shelf import Shelf, ShelfLesson
from desktop.storage import bookshelf
from desktop.storage.progress_store import ProgressStore
from desktop.ui.exercises.view import TaskView
from desktop.ui.main_window import MainWindow
from desktop.ui.navigator import Navigator
from desktop.ui.pages.focus_shell import FocusShell
from desktop.ui.theme import Theme

_DAY_MS = 86_400_000
WEDNESDAY = Moment(1_792_002_600_000, 60)
"""An afternoon in the middle of a week."""
DATA = Path("/home/sam/.local/share/clozeline")
VERSIONS = (("Clozeline", "0.1.0"), ("Python", "3.13.1"), ("Qt", "6.11.1"), ("PySide6", "6.11.1"))


class Desk:
    """One window over one store. Everything a learner can do is done through its pages or the engine."""

    def __init__(self, theme: Theme, folder: Path, shelf: Shelf) -> None:
        self.theme, self._shelf = theme, shelf
        self.now = WEDNESDAY
        self.random = Random(11)
        self.store = ProgressStore.open(folder / "progress.sqlite")
        self.store.write_index(*bookshelf.index_rows(shelf), "gallery")
        self.window = MainWindow(theme, lambda: VERSIONS)
        self.navigator = Navigator(
            self.window,
            theme,
            self.store,
            lambda: self.now,
            self.random,
            lambda: self._shelf,
            Settings,
            DATA,
        )
        self.navigator.troubled.connect(_fail)
        self.whole: QWidget | None = None
        """What a picture shows in full height, in place of the window."""
        self.hanging: list[tuple[QPixmap, QPoint]] = []
        """Chips in hand, with their places in the window: a picture cannot hold a real pointer."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for dialog in self.dialogs():
            dialog.close()
            dialog.deleteLater()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.store.close()

    def open(self) -> None:
        """Start as the application does: Home, then the window; wait until it has the keyboard."""
        self.navigator.open_home()
        self.window.show()
        self.window.activateWindow()
        patience = QDeadlineTimer(1000)
        while not self.window.isActiveWindow() and not patience.hasExpired():
            settle()

    @property
    def places(self) -> tuple[str, ...]:
        """Every lesson that can be opened, as `course/lesson`."""
        return tuple(one.place for course in self._shelf.courses for one in course.lessons if one.lesson)

    def shelved(self, place: str) -> ShelfLesson:
        """A lesson as it stands on the shelf."""
        found = self._shelf.lesson(place)
        assert found is not None
        return found

    def lesson(self, place: str) -> Lesson:
        """A lesson that can be opened."""
        lesson = self.shelved(place).lesson
        assert lesson is not None
        return lesson

    def on_day(self, days: int) -> Moment:
        """The same time of day, so many days from now."""
        return Moment(self.now.utc_ms + days * _DAY_MS, self.now.offset_minutes)

    def page(self) -> FocusShell:
        """The page that fills the window."""
        page = self.window.focus_page()
        assert isinstance(page, FocusShell)
        return page

    def view(self) -> TaskView:
        """The task that is shown."""
        view = self.page().view()
        assert view is not None
        return view

    def place(self, placement: dict[str, object]) -> None:
        """Let this stand in the task that is shown, as if it had been placed by hand."""
        self.view().restore(placement)
        self.view().changed.emit()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is; without a focus the page gets it."""
        page = self.window.focus_page()
        focused = QApplication.focusWidget()
        target = page if page is not None else self.window
        if focused is not None and target.isAncestorOf(focused):
            target = focused
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = chr(key.value).lower() if key.value < 0x80 else ""
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
        settle()

    def dialogs(self) -> list[QDialog]:
        """The dialogs in front of the window."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def settle() -> None:
    """Let Qt lay out and paint what is due."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def _fail(error: StudyError) -> None:
    raise error
