"""Where Clozeline looks for its own files, and where it writes."""

import os
import subprocess
import sys
from pathlib import Path

import appdirs
import pytest

from desktop.domain.errors import StudyError
from desktop.paths import Paths, bundled


def test_the_switch_wins_over_the_variable(tmp_path: Path) -> None:
    paths = Paths.find(tmp_path / "switch", {"CLOZELINE_DATA_DIR": str(tmp_path / "variable")})
    assert paths.data == tmp_path / "switch"
    assert not (tmp_path / "variable").exists()


def test_the_variable_wins_over_the_system(tmp_path: Path) -> None:
    assert Paths.find(None, {"CLOZELINE_DATA_DIR": str(tmp_path / "variable")}).data == tmp_path / "variable"


@pytest.mark.parametrize("environ", [{}, {"CLOZELINE_DATA_DIR": ""}])
def test_else_data_lies_where_the_system_keeps_it(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appdirs, "user_data_dir", lambda name, appauthor: str(tmp_path / name))
    assert Paths.find(None, environ).data == tmp_path / "clozeline"


def test_all_that_is_written_lies_under_the_data_folder(tmp_path: Path) -> None:
    paths = Paths.find(tmp_path / "data", {})
    written = {paths.database, paths.settings, paths.lock, paths.reports, paths.packs}
    assert len(written) == 5
    assert all(path.parent == tmp_path / "data" for path in written)


def test_the_data_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    assert Paths.find(tmp_path / "a" / "b", {}).data.is_dir()


def test_a_relative_folder_stays_the_same_one_when_the_program_moves_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.find(Path("data"), {}).data == tmp_path / "data"


@pytest.mark.parametrize("asked", ["file", "file/below"])
def test_a_file_in_the_way_is_named(asked: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StudyError, match="--data-dir") as caught:
        Paths.find(tmp_path / asked, {})
    assert f"{tmp_path / 'file'} is a file, not a folder." in caught.value.in_words()
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_cannot_be_written_to_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anywhere
    with pytest.raises(StudyError, match="You may not write to"):
        Paths.find(tmp_path, {})


def test_a_folder_the_system_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="The system said: File name too long"):
        Paths.find(tmp_path / ("x" * 300), {})


def test_a_wheel_carries_its_files_inside_the_package(tmp_path: Path) -> None:
    (tmp_path / "desktop" / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert bundled("resources", tmp_path / "desktop") == tmp_path / "desktop" / "resources"


def test_the_source_tree_has_them_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    assert bundled("resources", tmp_path / "desktop") == tmp_path / "resources"


def test_missing_files_of_our_own_are_told(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="Install Clozeline again"):
        bundled("resources", tmp_path / "desktop")


def test_the_bundled_files_are_found_from_any_working_folder(tmp_path: Path) -> None:
    program = "from desktop.paths import bundled; print(bundled('resources') / 'fonts', bundled('lessons'))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(Path(folder).is_dir() for folder in done.stdout.split())
