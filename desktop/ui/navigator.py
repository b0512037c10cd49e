"""Leads from page to page: makes each page when it is first needed and connects what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import StudyError
from desktop.domain.events import Moment
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.home_page import HomePage
from desktop.ui.theme import Theme
from desktop.ui.words import tr

if TYPE_CHECKING:  # pages and models are imported when they are first needed, after the first paint
    from desktop.domain.exercises import AnyTask
    from desktop.domain.lesson import Lesson
    from desktop.domain.progress import Level
    from desktop.domain.round import Round
    from desktop.domain.settings import Settings
    from desktop.domain.shelf import Shelf, ShelfLesson
    from desktop.domain.sitting import Sitting
    from desktop.study.ports import ProgressStore
    from desktop.study.test import Picker
    from desktop.ui.pages.focus_shell import FocusShell
    from desktop.ui.pages.read_page import ReadPage
    from desktop.ui.pages.visualize_page import VisualizePage
    from desktop.ui.pages.why_page import WhyPage

Kept = TypeVar("Kept")

LEARN = "learn"
READ, WHY, VISUALIZE = "read", "why", "visualize"
MISTAKES = "mistakes"
REVIEW = "review"
TEST = "test"


class Navigator(QObject):
    """Owns the pages.

    Signals:
        settings_changed: the learner chose other settings.
        delete_confirmed: all progress is to be deleted.
        shelf_wanted: the lessons are to be read again.
        troubled: something known went wrong; a `StudyError`.
    """

    settings_changed = Signal(object)
    delete_confirmed = Signal()
    shelf_wanted = Signal()
    troubled = Signal(object)

    def __init__(  # noqa: PLR0917 - what the pages need, handed on
        self,
        window: MainWindow,
        theme: Theme,
        store: ProgressStore,
        clock: Callable[[], Moment],
        random: Random,
        shelf: Callable[[], Shelf],
        settings: Callable[[], Settings],
        data: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._store = window, theme, store
        self._clock, self._random = clock, random
        self._shelf, self._settings, self._data = shelf, settings, data
        self._place = ""
        self._on_path = False
        self._home = HomePage(theme)
        self._home.lesson_chosen.connect(self.open_lesson)
        self._home.continue_wanted.connect(self.continue_draft)
        self._home.trouble_chosen.connect(lambda _place: self.open_library())
        self._home.library_wanted.connect(self.open_library)
        window.browse.add("learn", self._home)
        window.browse.section_chosen.connect(self._open_section)
        window.preferences_wanted.connect(self.open_settings)

    # Pages beside the sidebar

    def open_home(self) -> None:
        """Show Home, painted from the index."""
        self._place = ""
        self._home.show_listing(self._store.listing(self._clock().study_day))
        self._browse("learn", "")

    def refresh(self) -> None:
        """Bring the page that is shown in line with what is known now."""
        current = self._window.browse.current()
        self._home.show_listing(self._store.listing(self._clock().study_day))
        if current == "library":
            self._fill_library()
        elif current == "lesson":
            self._fill_lesson()

    def open_library(self) -> None:
        """Show the installed courses and what is wrong with them."""
        if "library" not in self._window.browse.pages:
            from desktop.ui.pages.library_page import LibraryPage  # noqa: PLC0415

            page = LibraryPage(self._theme)
            page.reload_wanted.connect(self.shelf_wanted)
            page.troubled.connect(self.troubled)
            self._window.browse.add("library", page)
        self._fill_library()
        self._browse("library", tr("Library"))

    def open_settings(self) -> None:
        """Show the settings."""
        self.leave_focus()
        if "settings" not in self._window.browse.pages:
            from desktop.ui.pages.settings_page import SettingsPage  # noqa: PLC0415

            page = SettingsPage(self._theme, self._settings(), self._data)
            page.changed.connect(self.settings_changed)
            page.delete_confirmed.connect(self.delete_confirmed)
            page.troubled.connect(self.troubled)
            self._window.browse.add("settings", page)
        self._browse("settings", tr("Settings"))

    def open_lesson(self, place: str) -> None:
        """Show a lesson; one that cannot be opened leads to the Library, which says why."""
        shelved = self._shelved(place)
        if shelved is None or shelved.lesson is None:
            self.open_library()
            return
        if "lesson" not in self._window.browse.pages:
            from desktop.ui.pages.lesson_page import LessonPage  # noqa: PLC0415

            page = LessonPage(self._theme)
            page.back_wanted.connect(self.open_home)
            page.mode_chosen.connect(lambda key: self.open_mode(self._place, key))
            page.learn_wanted.connect(lambda: self.go_on(""))
            page.test_wanted.connect(lambda: self.open_mode(self._place, TEST))
            page.result_wanted.connect(self._open_result)
            self._window.browse.add("lesson", page, "learn")
        self._place = place
        self._fill_lesson()
        self._browse("lesson", shelved.lesson.title)

    # Pages that fill the window

    def continue_draft(self, key: str) -> None:
        """Go on with something half-done, named `course/lesson/mode`."""
        place, _, mode = key.rpartition("/")
        if mode == TEST:
            self._open_sitting(place)
        else:
            self.open_mode(place, mode)

    def open_mode(self, place: str, mode: str) -> None:
        """Open a way to practise a lesson: where it was left, or from its beginning."""
        shelved = self._shelved(place)
        if shelved is None or shelved.lesson is None:
            self.open_library()
            return
        self._place = place
        if mode == TEST:
            self._open_setup(shelved)
        elif mode == READ:
            self._open_reading(shelved, shelved.lesson)
        elif mode == WHY:
            self._open_story(shelved, shelved.lesson)
        elif mode == VISUALIZE:
            self._open_visuals(shelved, shelved.lesson)
        else:
            self._open_round(shelved, shelved.lesson, mode)

    def go_on(self, after: str) -> None:
        """Open what comes next on the way through the lesson, behind the mode `after`; last, the test."""
        self._on_path = True
        following = self._next_on_path(after)
        self.open_mode(self._place, following or TEST)

    def _next_on_path(self, after: str) -> str | None:
        from desktop.study.path import PATH, next_mode, shares  # noqa: PLC0415

        shelved = self._shelved(self._place)
        if shelved is None or shelved.lesson is None:
            return None
        rows = self._store.task_rows(self._place)
        following = next_mode(shelved.lesson, self._place, rows, after)
        if following is None and not after:  # all is done: once more from the beginning
            found = shares(shelved.lesson, self._place, rows)
            return next((mode for mode in PATH if found[mode].total), None)
        return following

    def _onward_words(self, after: str) -> str:
        """What the button at the end of a mode says; empty off the path."""
        if not self._on_path:
            return ""
        from desktop.domain.modes import mode  # noqa: PLC0415

        return tr("Next: {mode}", mode=tr(mode(self._next_on_path(after) or TEST).name))

    def leave_focus(self) -> None:
        """Go back from a page that fills the window; what is half-done there is kept."""
        self.flush()
        if self._window.focus_page() is not None:
            self._window.show_browse()

    def flush(self) -> None:
        """Write what is half-done on the page that fills the window."""
        page = self._window.focus_page()
        if page is not None and hasattr(page, "flush"):
            page.flush()

    def _open_reading(self, shelved: ShelfLesson, lesson: Lesson) -> None:
        from desktop.domain.reading import Visit  # noqa: PLC0415
        from desktop.study import reading  # noqa: PLC0415
        from desktop.ui.pages.read_page import ReadPage  # noqa: PLC0415

        place = shelved.place
        visit = self._resumed(
            f"{place}/{READ}", lambda body: reading.resume(Visit.model_validate_json(body), lesson, READ)
        )
        if visit is None:
            if not lesson.parts(READ):
                self.open_lesson(place)
                return
            known = reading.already_read(lesson, place, READ, self._store.task_rows(place))
            visit = reading.start(lesson, READ, known, self._random)
        folder = Path(shelved.file).parent
        page = ReadPage(self._theme, self._store, self._clock, place, lesson, visit, folder)
        self._show_reading(page, shelved, READ)

    def _open_story(self, shelved: ShelfLesson, lesson: Lesson) -> None:
        from desktop.study import reading  # noqa: PLC0415
        from desktop.ui.pages.why_page import WhyPage  # noqa: PLC0415

        if lesson.why is not None:
            visit = reading.start(lesson, WHY, (), self._random)
            page = WhyPage(self._theme, self._store, self._clock, shelved.place, lesson, visit)
            self._show_reading(page, shelved, WHY)

    def _open_visuals(self, shelved: ShelfLesson, lesson: Lesson) -> None:
        from desktop.study import reading  # noqa: PLC0415
        from desktop.ui.pages.visualize_page import VisualizePage  # noqa: PLC0415

        if lesson.visuals:
            rows = self._store.task_rows(shelved.place)
            known = reading.already_read(lesson, shelved.place, VISUALIZE, rows)
            visit = reading.start(lesson, VISUALIZE, known, self._random)
            page = VisualizePage(self._theme, self._store, self._clock, shelved.place, lesson, visit)
            self._show_reading(page, shelved, VISUALIZE)

    def _show_reading(
        self, page: ReadPage | WhyPage | VisualizePage, shelved: ShelfLesson, mode: str
    ) -> None:
        page.onward_words = lambda: self._onward_words(mode)
        page.left.connect(self._back_to_lesson)
        page.troubled.connect(self.troubled)
        page.onward_wanted.connect(lambda: self._read_on(shelved.place, mode))
        self._fill_window(page, shelved.title)

    def _read_on(self, place: str, mode: str) -> None:
        """What follows a text: the next mode on the way through the lesson, or practice."""
        if self._on_path:
            self.go_on(mode)
        else:
            self.open_mode(place, LEARN)

    def _open_round(self, shelved: ShelfLesson, lesson: Lesson, mode: str) -> None:
        from desktop.domain.round import Round  # noqa: PLC0415
        from desktop.study import session  # noqa: PLC0415

        round_ = self._resumed(
            f"{shelved.place}/{mode}",
            lambda body: session.resume(Round.model_validate_json(body), lesson, self._random),
        )
        if round_ is None:
            tasks = self._tasks_of(shelved, lesson, mode)
            if not tasks:  # what was half-done is no longer in the lesson
                self.open_lesson(shelved.place)
                return
            round_ = session.start(shelved.course, lesson, mode, tasks, self._random, self._clock())
        self._show_round(shelved, lesson, round_)

    def _resumed(self, key: str, resume: Callable[[str], Kept | None]) -> Kept | None:
        """What was left half-done; forgotten where it no longer fits the lesson or this version."""
        draft = self._store.draft(key)
        if draft is None:
            return None
        try:
            kept = resume(draft.body)
        except ValueError:  # written by another version; the history has every answer
            kept = None
        if kept is None:
            self._store.drop_draft(key)
        return kept

    def _tasks_of(self, shelved: ShelfLesson, lesson: Lesson, mode: str) -> Sequence[AnyTask]:
        """What a new round of a mode consists of."""
        if mode == REVIEW:
            from desktop.study.review import missed  # noqa: PLC0415

            return missed(lesson, shelved.place, self._store.task_rows(shelved.place))
        return lesson.practice(None if mode == LEARN else mode)

    def _show_round(self, shelved: ShelfLesson, lesson: Lesson, round_: Round) -> None:
        from desktop.study.review import concepts_met  # noqa: PLC0415
        from desktop.ui.pages.practice_page import PracticePage  # noqa: PLC0415

        folder = Path(shelved.file).parent
        met = concepts_met(lesson, shelved.place, self._store.task_rows(shelved.place))
        page = PracticePage(
            self._theme, self._store, self._clock, self._random, lesson, round_, folder, concepts_met=met
        )
        page.onward_words = lambda: self._onward_words(round_.mode)
        page.left.connect(self._back_to_lesson)
        page.troubled.connect(self.troubled)
        page.onward_wanted.connect(lambda: self.go_on(round_.mode))
        tasks = [task for entry in round_.entries if not entry.returned and (task := lesson.task(entry.task))]
        page.again_wanted.connect(lambda: self._start_round(shelved, lesson, round_.mode, tasks))
        self._fill_window(page, lesson.title)

    def _start_round(self, shelved: ShelfLesson, lesson: Lesson, mode: str, tasks: Sequence[AnyTask]) -> None:
        from desktop.study import session  # noqa: PLC0415

        self._show_round(
            shelved,
            lesson,
            session.start(shelved.course, lesson, mode, tasks, self._random, self._clock()),
        )

    def _open_setup(self, shelved: ShelfLesson) -> None:
        from desktop.ui.pages.test_setup_page import TestSetupPage  # noqa: PLC0415

        assert shelved.lesson is not None
        half_done = self._store.draft(f"{shelved.place}/{TEST}") is not None
        tests = self._store.tests(shelved.place)
        page = TestSetupPage(self._theme, shelved.lesson, tests, self._clock().study_day, half_done=half_done)
        page.left.connect(self._back_to_lesson)
        page.start_wanted.connect(lambda level, timer: self._start_test(shelved, level, timer))
        page.continue_wanted.connect(lambda: self._open_sitting(shelved.place))
        self._fill_window(page, shelved.lesson.title)

    def _start_test(self, shelved: ShelfLesson, level: Level, timer: bool) -> None:
        from desktop.study import test  # noqa: PLC0415

        assert shelved.lesson is not None
        picker = self._picker(shelved)
        sitting, happenings = test.start(
            picker, level, self._random.getrandbits(32), self._clock(), timer=timer
        )
        try:
            self._store.record(happenings)
        except StudyError as error:
            self.troubled.emit(error)
            return
        self._show_sitting(shelved, sitting)

    def _open_sitting(self, place: str) -> None:
        """Go on with the test that was left, or set up a new one."""
        from desktop.domain.sitting import Sitting  # noqa: PLC0415
        from desktop.study import test  # noqa: PLC0415

        shelved = self._shelved(place)
        if shelved is None or shelved.lesson is None:
            self.open_library()
            return
        lesson = shelved.lesson
        self._place = place
        sitting = self._resumed(
            f"{place}/{TEST}", lambda body: test.resume(Sitting.model_validate_json(body), lesson)
        )
        if sitting is None:
            self._open_setup(shelved)
        else:
            self._show_sitting(shelved, sitting)

    def _show_sitting(self, shelved: ShelfLesson, sitting: Sitting) -> None:
        from desktop.ui.pages.test_page import TestPage  # noqa: PLC0415

        assert shelved.lesson is not None
        folder = Path(shelved.file).parent
        page = TestPage(self._theme, self._store, self._clock, self._picker(shelved), sitting, folder)
        page.left.connect(self._back_to_lesson)
        page.troubled.connect(self.troubled)
        page.finished.connect(self._open_result)
        self._fill_window(page, shelved.lesson.title)

    def _open_result(self, uid: str) -> None:
        from desktop.ui.pages.result_page import ResultPage  # noqa: PLC0415

        shelved = self._shelved(self._place)
        tests = self._store.tests(self._place)
        row = next((one for one in tests if one.uid == uid), None)
        if shelved is None or shelved.lesson is None or row is None:
            return
        lesson = shelved.lesson
        page = ResultPage(self._theme, lesson, row, tests, Path(shelved.file).parent)
        page.left.connect(self._back_to_lesson)
        page.retake_wanted.connect(lambda: self._open_setup(shelved))
        page.mistakes_wanted.connect(lambda names: self._practise_mistakes(shelved, lesson, names))
        self._fill_window(page, lesson.title)

    def _practise_mistakes(self, shelved: ShelfLesson, lesson: Lesson, names: Sequence[str]) -> None:
        tasks = [task for name in names if (task := lesson.task(name)) is not None]
        if tasks:
            self._start_round(shelved, lesson, MISTAKES, tasks)

    def _picker(self, shelved: ShelfLesson) -> Picker:
        from desktop.study.test import RECENT_TESTS, Picker  # noqa: PLC0415

        assert shelved.lesson is not None
        recent = frozenset(one.uid for one in self._store.tests(shelved.place)[:RECENT_TESTS])
        return Picker(shelved.lesson, self._store.task_rows(shelved.place), shelved.course, recent)

    def _back_to_lesson(self) -> None:
        self.open_lesson(self._place)

    def _open_section(self, key: str) -> None:
        opened = {"learn": self.open_home, "library": self.open_library, "settings": self.open_settings}
        if key in opened:
            opened[key]()

    def _fill_library(self) -> None:
        from desktop.ui.pages.library_page import LibraryPage  # noqa: PLC0415

        page = self._window.browse.pages["library"]
        assert isinstance(page, LibraryPage)
        page.show_shelf(self._shelf())

    def _fill_lesson(self) -> None:
        from desktop.ui.pages.lesson_page import LessonPage  # noqa: PLC0415

        page = self._window.browse.pages["lesson"]
        shelved = self._shelved(self._place)
        if shelved is None or shelved.lesson is None or not isinstance(page, LessonPage):
            return
        course = self._shelf().course(shelved.course)
        page.show_lesson(
            shelved.lesson,
            course.title if course else shelved.course,
            shelved.place,
            self._store.task_rows(shelved.place),
            self._store.tests(shelved.place),
            self._half_done(shelved.place),
            self._clock().study_day,
        )

    def _half_done(self, place: str) -> frozenset[str]:
        """The modes of a lesson that were left in the middle."""
        from desktop.domain.modes import MODES  # noqa: PLC0415

        keys = [mode.key for mode in MODES] + [LEARN, MISTAKES]
        return frozenset(key for key in keys if self._store.draft(f"{place}/{key}") is not None)

    def _shelved(self, place: str) -> ShelfLesson | None:
        return self._shelf().lesson(place)

    def _browse(self, key: str, title: str) -> None:
        self._on_path = False
        self._window.show_browse()
        self._window.browse.open(key)
        self._window.set_title(title)

    def _fill_window(self, page: FocusShell, title: str) -> None:
        self._window.show_focus(page)
        self._window.set_title(title)
        page.take_focus()
