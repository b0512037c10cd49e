"""Every folder and file that Clozeline reads or writes, decided in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import appdirs

from desktop.domain.errors import StudyError

DATA_DIR_VARIABLE = "CLOZELINE_DATA_DIR"
PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The bundled files, which are only read, and the data folder, which holds all that is written."""

    resources: Path
    lessons: Path
    data: Path

    @classmethod
    def find(cls, data_dir: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
        """Find the bundled files, and the data folder: `data_dir`, else the variable's, else the system's."""
        data = data_dir or Path(
            environ.get(DATA_DIR_VARIABLE) or appdirs.user_data_dir("clozeline", appauthor=False)
        )
        return cls(bundled("resources"), bundled("lessons"), _usable(data.expanduser().absolute()))

    @property
    def database(self) -> Path:
        """The learner's history and what is derived from it."""
        return self.data / "progress.sqlite"

    @property
    def settings(self) -> Path:
        """The settings, readable by people."""
        return self.data / "settings.json"

    @property
    def lock(self) -> Path:
        """Held by the running app, so that a second start brings the first window to the front."""
        return self.data / "running.lock"

    @property
    def reports(self) -> Path:
        """The folder of reports on errors nobody expected."""
        return self.data / "reports"

    @property
    def packs(self) -> Path:
        """The folder of courses that the learner added."""
        return self.data / "packs"

    @property
    def fonts(self) -> Path:
        """The bundled fonts."""
        return self.resources / "fonts"

    @property
    def icons(self) -> Path:
        """The bundled icons."""
        return self.resources / "icons"


def bundled(name: str, package: Path = PACKAGE) -> Path:
    """Return a bundled folder: inside the package (a wheel, a frozen app), else beside it (the source)."""
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise StudyError(
        "Some of Clozeline's own files are missing.",
        "The folder {folder} is not there.",
        "Install Clozeline again; your progress is kept.",
        {"folder": package / name},
    )


def _usable(folder: Path) -> Path:
    """Make the folder if needed and see that it can be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise _unusable(folder, "{place} is a file, not a folder.", _first_file(folder)) from error
    except OSError as error:
        raise _unusable(folder, "The system said: {place}.", error.strerror) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _unusable(folder, "You may not write to {place}.", folder)
    return folder


def _first_file(folder: Path) -> Path:
    """Return what stands where a folder is needed."""
    return next(
        (part for part in (*reversed(folder.parents), folder) if part.exists() and not part.is_dir()), folder
    )


def _unusable(folder: Path, cause: str, place: object) -> StudyError:
    return StudyError(
        "Clozeline cannot keep your progress in {folder}.",
        cause,
        "Choose another folder with --data-dir or with the variable {variable}.",
        {"folder": folder, "place": place, "variable": DATA_DIR_VARIABLE},
    )
