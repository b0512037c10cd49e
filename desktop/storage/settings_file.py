"""The settings and the window's place in one readable file, written whole or not at all.

The raw values can be read before anything that defines a model is imported, because the first window
needs its theme and size; checking them against the model comes later.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import StudyError
from desktop.storage.atomic_file import write_whole
from desktop.storage.trouble import told_by_system

if TYPE_CHECKING:
    from desktop.domain.settings import Settings

WINDOW = "window"
MOST_BYTES = 100_000


class SettingsFile:
    """Reads and writes the file; what was wrong with it stands in `trouble` until the next read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: StudyError | None = None

    def read(self) -> Mapping[str, Any]:
        """The values as they stand in the file, unchecked; a damaged file is set aside and gives none."""
        self.trouble = None
        try:
            with self.path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.trouble = told_by_system(error, self.path)
            return {}
        values = _parsed(content)
        if values is None:
            self._set_aside()
            return {}
        return values

    def load(self) -> Settings:
        """The settings; a value that does not fit is replaced by its default."""
        from desktop.domain.settings import Settings  # noqa: PLC0415 - after the first window only

        known = {name: value for name, value in self.read().items() if name in Settings.model_fields}
        fitting, refused = _sorted_out(known)
        if refused and self.trouble is None:
            self.trouble = _refused(self.path, refused)
        return Settings(**fitting)

    def save(self, settings: Settings) -> None:
        """Write the settings; the window's place stays."""
        self._write(settings.model_dump(mode="json"), self.window())

    def window(self) -> Mapping[str, Any]:
        """Where the window was, as `save_window` was told; empty when unknown."""
        window = self.read().get(WINDOW)
        return window if isinstance(window, dict) else {}

    def save_window(self, window: Mapping[str, Any]) -> None:
        """Write where the window is; the settings stay."""
        settings = {name: value for name, value in self.read().items() if name != WINDOW}
        self._write(settings, window)

    def _write(self, settings: Mapping[str, Any], window: Mapping[str, Any]) -> None:
        values = {**settings, WINDOW: dict(window)} if window else settings
        write_whole(self.path, (json.dumps(values, indent=2) + "\n").encode())

    def _set_aside(self) -> None:
        """Give the damaged file another name, so that nothing of it is lost."""
        names = (self.path.with_suffix(f".damaged-{number}") for number in count(1))
        aside = next(name for name in names if not name.exists())
        try:
            self.path.rename(aside)
        except OSError as error:
            self.trouble = told_by_system(error, self.path)
            return
        self.trouble = StudyError(
            "Your settings were damaged and are now as at first; the damaged file is called {aside}.",
            values={"aside": aside.name},
        )


def _parsed(content: bytes) -> dict[str, Any] | None:
    if len(content) > MOST_BYTES:
        return None
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _sorted_out(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The values that the model takes, and the names of the others."""
    from pydantic import ValidationError  # noqa: PLC0415 - after the first window only

    from desktop.domain.settings import Settings  # noqa: PLC0415

    try:
        Settings(**values)
    except ValidationError as error:
        refused = sorted({str(one["loc"][0]) for one in error.errors() if one["loc"]})
        return {name: value for name, value in values.items() if name not in refused}, refused
    return dict(values), []


def _refused(path: Path, names: list[str]) -> StudyError:
    return StudyError(
        "{file} had a value that cannot be used for {names}; the default is used instead.",
        values={"file": path.name, "names": ", ".join(names)},
    )
