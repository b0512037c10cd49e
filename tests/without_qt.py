"""A pytest plugin that blocks Qt: `pytest -p tests.without_qt` proves that what it runs needs no window."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest


class QtBlock:
    """An import hook that refuses Qt's binding."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is blocked here: this part of Clozeline must work without Qt")
        return None


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Stand in for pytest-qt, which would import Qt: its settings stay known and mean nothing."""
    pluginmanager.set_blocked("pytest-qt")
    parser.addini("qt_api", "unused without Qt")
    parser.addini("qt_log_level_fail", "unused without Qt")
    parser.addini("qt_log_ignore", "unused without Qt", type="linelist")


sys.meta_path.insert(0, QtBlock())
