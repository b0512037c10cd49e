"""A shelf with one course of one lesson, for the tests of what leads from page to page."""

from pathlib import Path

from desktop.domain.lesson import Lesson
from desktop.domain.shelf import Shelf, ShelfCourse, ShelfLesson

PLACE = "course/small"


def shelf_of(text: Lesson | None, folder: Path) -> Shelf:
    """The lesson at `PLACE`; `None` stands for one that cannot be opened."""
    one = ShelfLesson("course", "small", "Small", 5, folder / "small.toml", text)
    return Shelf((ShelfCourse("course", "Course", "Short.", "1.0", "en", folder, (one,)),))
