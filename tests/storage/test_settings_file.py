"""Settings come back as they were saved, and a damaged file costs nothing but itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.settings import Settings, ThemeChoice
from desktop.storage.settings_file import SettingsFile

DARK = Settings(theme=ThemeChoice.DARK, text_size=150)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


def test_no_file_means_the_defaults_and_no_trouble(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert file.trouble is None


def test_settings_come_back(file: SettingsFile) -> None:
    file.save(DARK)
    assert file.load() == DARK
    assert file.read()["theme"] == "dark"


def test_settings_and_the_window_do_not_disturb_each_other(file: SettingsFile) -> None:
    file.save_window({"x": 10, "width": 1200})
    file.save(DARK)
    file.save_window({"x": 20, "width": 900})
    assert file.window() == {"x": 20, "width": 900}
    assert file.load() == DARK


def test_unknown_keys_are_not_kept(file: SettingsFile) -> None:
    file.path.write_text('{"theme": "dark", "tracking": true}')
    file.save(file.load())
    assert "tracking" not in json.loads(file.path.read_text())


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1, 2]", b"\xff\xfe", b"[" * 50_000, b" " * 200_000, bytes(500)],
    ids=["empty", "cut", "list", "not UTF-8", "deep", "huge", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_said_in_one_sentence(file: SettingsFile, content: bytes) -> None:
    file.path.write_bytes(content)
    assert file.load() == Settings()
    assert file.trouble is not None
    assert file.trouble.in_words().endswith("the damaged file is called settings.damaged-1.")
    assert file.path.with_name("settings.damaged-1").read_bytes() == content
    assert not file.path.exists()


def test_a_second_damaged_file_does_not_replace_the_first(file: SettingsFile) -> None:
    for content in (b"one", b"two"):
        file.path.write_bytes(content)
        file.read()
    assert file.path.with_name("settings.damaged-1").read_bytes() == b"one"
    assert file.path.with_name("settings.damaged-2").read_bytes() == b"two"


def test_one_wrong_value_leaves_the_others(file: SettingsFile) -> None:
    file.path.write_text('{"theme": "dark", "text_size": 5000, "reduced_motion": "perhaps"}')
    assert file.load() == Settings(theme=ThemeChoice.DARK)
    assert file.trouble is not None
    assert "reduced_motion, text_size" in file.trouble.in_words()


def test_the_raw_values_are_read_without_any_model(file: SettingsFile) -> None:
    file.save(DARK)
    code = (
        "import sys; from pathlib import Path; from desktop.storage.settings_file import SettingsFile\n"
        "print(SettingsFile(Path(sys.argv[1])).read()['text_size'], 'pydantic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(file.path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "150 False\n"
