"""All scenes, and the courses they need."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.domain.shelf import Shelf
from desktop.gallery import (
    arrange_scenes,
    browse_scenes,
    components,
    exam_scenes,
    practice_scenes,
    reading_scenes,
    visual_scenes,
    write_scenes,
)
from desktop.gallery.desk import Desk, settle
from desktop.gallery.scene import Courses, Scene
from desktop.gallery.variants import Variant
from desktop.storage import bookshelf
from desktop.ui.exercises import VIEWS
from desktop.ui.theme import Theme

_SAMPLES = "everything"


class SceneLibrary:
    """Puts scenes on stage. `lessons` holds the bundled courses; the samples may lie beside the source."""

    def __init__(self, lessons: Path, samples: Path) -> None:
        memory = "/dev/shm"  # noqa: S108 - only faster: each scene writes a history of its own
        self._work = TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        self._folder = folder = Path(self._work.name)
        bundled = bookshelf.course_folders((lessons,))
        both = bundled + bookshelf.course_folders((samples,))
        self.has_samples = len(both) > len(bundled)
        broken = _broken(bundled[0], folder / "broken" / bundled[0].name)
        self._shelves: dict[Courses, Shelf] = {
            Courses.NONE: Shelf(),
            Courses.BUNDLED: bookshelf.read_shelf(bundled),
            Courses.BROKEN: bookshelf.read_shelf((broken,)),
            Courses.BOTH: bookshelf.read_shelf(both),
        }

    def close(self) -> None:
        """Remove what was written."""
        self._work.cleanup()

    def scenes(self, *, samples: bool = True) -> Iterator[Scene]:
        """Every scene whose courses are there, with or without one for each sample task."""
        scenes = [
            *browse_scenes.SCENES,
            *practice_scenes.SCENES,
            *arrange_scenes.SCENES,
            *exam_scenes.SCENES,
            *reading_scenes.SCENES,
            *visual_scenes.SCENES,
            *write_scenes.SCENES,
            *components.SCENES,
            *practice_scenes.sample_scenes(self._sample_tasks() if samples else {}),
        ]
        yield from (scene for scene in scenes if self.has_samples or scene.courses is not Courses.BOTH)

    def shelf(self, courses: Courses) -> Shelf:
        """What is installed in a scene."""
        return self._shelves[courses]

    @contextmanager
    def on_stage(self, theme: Theme, scene: Scene, variant: Variant) -> Iterator[Desk]:
        """A scene as it stands in a window of the variant's size, in the theme worn now."""
        shelf = self._shelves[scene.courses]
        with TemporaryDirectory(dir=self._folder) as folder, Desk(theme, Path(folder), shelf) as desk:
            desk.window.resize(variant.size)
            desk.open()
            scene.show(desk)
            settle()
            yield desk

    def _sample_tasks(self) -> dict[str, tuple[str, ...]]:
        course = self._shelves[Courses.BOTH].course(_SAMPLES)
        lessons = [one for one in course.lessons if one.lesson] if course else []
        return {
            one.place: tuple(task.id for task in one.lesson.tasks if type(task) in VIEWS)
            for one in lessons
            if one.lesson
        }


def _broken(course: Path, folder: Path) -> Path:
    """A copy of a course whose first lesson has a mistake that an author might make."""
    shutil.copytree(course, folder)
    lesson = min(path for path in folder.glob("*.toml") if path.name != bookshelf.COURSE_FILE)
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace('difficulty = "easy"', 'difficulty = "simple"', 1), encoding="utf-8")
    return folder
