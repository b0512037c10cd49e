"""Builds the application: the store, the lessons, the window. The only file that knows every layer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import StudyError
from desktop.domain.events import Moment
from desktop.paths import Paths, bundled
from desktop.storage import bookshelf
from desktop.storage.progress_store import ProgressStore
from desktop.storage.settings_file import SettingsFile
from desktop.ui.failures import Failures
from desktop.ui.fonts import load_fonts
from desktop.ui.main_window import MainWindow
from desktop.ui.navigator import Navigator
from desktop.ui.single_instance import SingleInstance, hand_over
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.domain.settings import Settings
    from desktop.domain.shelf import Shelf

_WAIT_FOR_FIRST = 0.8
"""Seconds that a second start gives the first one to answer when the database is in use."""

_WAIT_FOR_PAINT = 2000
"""Milliseconds after which the rest of the start no longer waits for the window to be seen."""


def now() -> Moment:
    """The time on this computer's clock."""
    seconds = time.time()
    return Moment(round(seconds * 1000), round(time.localtime(seconds).tm_gmtoff / 60))


class Clozeline(QObject):
    """The running application: holds what must live as long as the window.

    Signals:
        _shelf_read: the lessons were read in the background.
    """

    _shelf_read = Signal(object, str)

    def __init__(self, paths: Paths, theme: Theme, settings_file: SettingsFile, store: ProgressStore) -> None:
        super().__init__()
        self._paths, self._theme, self._store = paths, theme, store
        self._settings_file = settings_file
        self._settings_trouble = settings_file.trouble
        """What was wrong with the file when it was read first, to be told once the window is seen."""
        self._settings: Settings | None = None
        self._shelf: Shelf | None = None
        self._reader: Thread | None = None
        self._found: tuple[Shelf, str] | None = None
        self._last_crash: Path | None = None
        self.window = MainWindow(theme, versions, settings_file.window())
        self.navigator = Navigator(
            self.window, theme, store, now, Random(), self.shelf, self.settings, paths.data
        )
        self.failures = Failures(theme, paths.reports, versions, self.navigator.flush, self)
        self.instance = SingleInstance(paths.data, paths.lock, self)
        self._painted = False
        self._connect()

    def start(self) -> None:
        """Show Home from the index, then do what can wait."""
        self._last_crash = self.failures.crash_log.take_last()
        self.failures.install()
        if not self._store.index_fingerprint():  # the first start: names are enough for Home
            self._store.write_index(bookshelf.sketch(self._folders()), (), "")
        self.navigator.open_home()
        self.window.show()
        # A window that starts minimised is not painted.
        QTimer.singleShot(_WAIT_FOR_PAINT, self, self._after_first_paint)

    def shelf(self) -> Shelf:
        """The courses; waits for them where they are still being read."""
        if self._shelf is None:
            if self._reader is not None:
                self._reader.join()
            if self._shelf is None:
                self._take_shelf(*(self._found or self._read()))
        assert self._shelf is not None
        return self._shelf

    def settings(self) -> Settings:
        """The settings, checked."""
        if self._settings is None:
            self._settings = self._settings_file.load()
            if self._settings_trouble is None and self._settings_file.trouble is not None:
                self.failures.tell(self._settings_file.trouble)
        return self._settings

    def close(self) -> None:
        """Save what is half-done and let go of everything."""
        self.navigator.flush()
        try:
            self._settings_file.save_window(self.window.place())
        except StudyError as error:
            sys.stderr.write(error.in_words() + "\n")
        self.instance.close()
        if self._reader is not None:
            self._reader.join()
        self._store.close()

    def _connect(self) -> None:
        self._shelf_read.connect(self._take_shelf)
        self.navigator.troubled.connect(self.failures.tell)
        self.navigator.settings_changed.connect(self._take_settings)
        self.navigator.delete_confirmed.connect(self._delete_all)
        self.navigator.shelf_wanted.connect(self._reload)
        self.instance.started_again.connect(lambda _arguments: self.window.come_to_front())
        self.window.closed.connect(self.navigator.flush)
        self.window.painted.connect(self._after_first_paint)

    def _after_first_paint(self) -> None:
        if self._painted:
            return
        self._painted = True
        self.instance.listen()
        if self._settings_trouble is not None:
            self.failures.tell(self._settings_trouble)
        if self._last_crash is not None:
            self.failures.tell_last_crash(self._last_crash)
        self._reader = Thread(target=self._read_in_background, name="lessons", daemon=True)
        self._reader.start()

    def _folders(self) -> tuple[Path, ...]:
        return bookshelf.course_folders((self._paths.lessons, self._paths.packs))

    def _read(self) -> tuple[Shelf, str]:
        """Read all lessons, with the fingerprint of their files.

        The fingerprint comes first: a file that changes meanwhile is then read again at the next start.
        """
        folders = self._folders()
        mark = bookshelf.fingerprint(folders)
        return bookshelf.read_shelf(folders), mark

    def _read_in_background(self) -> None:
        """Read the lessons and import what the next page needs, while Home can be used already."""
        self._found = self._read() if self._shelf is None else (self._shelf, "")
        _import_what_comes_next()
        self._shelf_read.emit(*self._found)
        _learn_to_colour(self._found[0])

    def _take_shelf(self, shelf: Shelf, mark: str) -> None:
        """Keep the lessons that were read; mend the index where the files have changed."""
        self._shelf = shelf
        if mark and mark != self._store.index_fingerprint():
            try:
                self._store.write_index(*bookshelf.index_rows(shelf), mark)
            except StudyError as error:
                self.failures.tell(error)
            self.navigator.refresh()

    def _reload(self) -> None:
        self._take_shelf(*self._read())
        self.navigator.refresh()

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._theme.apply(settings.theme.value, settings.text_size / 100, settings.reduced_motion)
        try:
            self._settings_file.save(settings)
        except StudyError as error:
            self.failures.tell(error)

    def _delete_all(self) -> None:
        try:
            self._store.delete_all()
        except StudyError as error:
            self.failures.tell(error)
            return
        self.navigator.open_home()


def run(data_dir: Path | None, language: str) -> int:
    """Open the window and stay until it is closed; the exit status of the process."""
    try:
        paths = Paths.find(data_dir)
    except StudyError as error:
        return _tell_without_folder(error, language)
    application = make_application(paths, language)
    if hand_over(paths.data, paths.lock, sys.argv[1:]):
        return 0
    settings_file = SettingsFile(paths.settings)
    theme = Theme(application)
    wear(theme, settings_file.read())
    try:
        store = ProgressStore.open(paths.database)
    except StudyError as error:
        if hand_over(paths.data, paths.lock, sys.argv[1:], patience=_WAIT_FOR_FIRST):
            return 0
        return _tell_and_end(theme, error)
    clozeline = Clozeline(paths, theme, settings_file, store)
    QTimer.singleShot(0, clozeline, clozeline.start)  # within the loop, where what fails can be told
    status = application.exec()
    clozeline.close()
    clozeline.failures.uninstall()
    return status


def screenshots(folder: Path, only: Sequence[str] = ()) -> int:
    """Draw every screen, or those whose names begin with one of `only`, into pictures; the exit status."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from desktop.gallery.pictures import draw_all  # noqa: PLC0415

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_pass_on)
    with TemporaryDirectory() as data:
        paths = Paths.find(Path(data))
        application = make_application(paths)
        samples = Path(__file__).resolve().parents[1] / "tests" / "courses"
        for line in draw_all(application, paths.lessons, samples, folder, only):
            sys.stdout.write(line + "\n")
    return 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Let Qt's messages through, save one that the offscreen platform has for each window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(text + "\n")


def make_application(paths: Paths, language: str = "") -> QApplication:
    """Qt's application with our fonts and, for `pseudo`, the language that proves the translation."""
    QApplication.setApplicationName("clozeline")
    QApplication.setDesktopFileName("clozeline")
    application = QApplication(sys.argv[:1])
    load_fonts(paths.fonts)
    if language == "pseudo":
        from desktop.ui.pseudo import install_pseudo_language  # noqa: PLC0415

        install_pseudo_language(application)
    return application


def wear(theme: Theme, values: Mapping[str, object]) -> None:
    """Apply the raw values of the settings file; what does not fit is left at its default."""
    mode = values.get("theme")
    size = values.get("text_size")
    theme.apply(
        mode if mode in ("light", "dark") else "system",
        size / 100 if isinstance(size, int) and 100 <= size <= 200 else 1.0,
        values.get("reduced_motion") is True,
    )


def versions() -> Sequence[tuple[str, str]]:
    """What the application is made of, for About and for reports."""
    import platform  # noqa: PLC0415
    from importlib.metadata import version  # noqa: PLC0415

    import apsw  # noqa: PLC0415

    return (
        ("Clozeline", version("clozeline")),
        ("Python", platform.python_version()),
        ("Qt", qVersion() or ""),
        ("PySide6", version("PySide6-Essentials")),
        ("SQLite", apsw.sqlite_lib_version()),
        (tr("System"), platform.platform(terse=True)),
    )


def _import_what_comes_next() -> None:
    """Import the pages a click on Home leads to, so that the click need not wait."""
    import desktop.ui.pages.lesson_page  # noqa: PLC0415
    import desktop.ui.pages.practice_page  # noqa: F401, PLC0415


def _learn_to_colour(shelf: Shelf) -> None:
    """Load what colours the languages of the lessons: 50 ms that the first task need not take."""
    from desktop.ui.widgets.code_colours import colour_spans  # noqa: PLC0415

    lessons = (one.lesson for course in shelf.courses for one in course.lessons if one.lesson is not None)
    for language in {getattr(task, "language", None) for lesson in lessons for task in lesson.tasks}:
        if language:
            colour_spans("-", language)


def _tell_without_folder(error: StudyError, language: str) -> int:
    """Say in a window that there is nowhere to keep progress: who starts from an icon sees no terminal."""
    paths = Paths(bundled("resources"), bundled("lessons"), Path())
    application = make_application(paths, language)
    theme = Theme(application)
    wear(theme, {})
    return _tell_and_end(theme, error)


def _tell_and_end(theme: Theme, error: StudyError) -> int:
    """Say in a window why there is no other window."""
    from desktop.ui.dialogs.message_dialog import MessageDialog  # noqa: PLC0415

    texts = [tr(part, **error.values) for part in (error.title, error.cause, error.remedy) if part]
    sys.stderr.write(error.in_words() + "\n")
    MessageDialog(theme, texts[0], tuple(texts[1:]), None).exec()
    return 1
