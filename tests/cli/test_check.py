"""`clozeline check`: lines that editors understand, and an exit code that a build understands."""

import json
import re
from pathlib import Path

import pytest

from desktop.cli.check import run
from tests.storage.lesson_texts import LESSON, ROOT, write_course


def test_a_sound_course_is_one_line_and_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--schema-only", str(ROOT / "tests/courses/everything")]) == 0
    out = capsys.readouterr().out
    assert re.fullmatch(r"1 course, \d+ lessons, \d+ tasks: 0 errors, 0 warnings\n", out)


def test_a_folder_of_courses_is_checked_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path / "a")
    write_course(tmp_path / "b")
    assert run(["--schema-only", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("2 courses, 4 lessons, 8 tasks")


def test_an_error_is_a_line_with_file_and_line_and_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(tmp_path, one=LESSON.replace("minutes = 5", "minutes = 'x'"))
    assert run(["--schema-only", str(tmp_path / "one.toml")]) == 1
    said = capsys.readouterr().out.split("\n")
    assert said[0] == f'{tmp_path / "one.toml"}:5: minutes: expected a whole number, found "x"'
    assert said[1].endswith("1 error, 0 warnings")


def test_the_rules_are_checked_unless_the_format_alone_is_asked(tmp_path: Path) -> None:
    folder = str(write_course(tmp_path))
    assert run([folder]) == 1
    assert run([folder, "--schema-only"]) == 0


def test_warnings_are_listed_and_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path)
    (tmp_path / "draft.toml").write_text("")
    assert run(["--schema-only", str(tmp_path)]) == 0
    assert "warning: lessons: the file draft.toml is not in the list" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_path_without_a_course_is_an_error(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run([str(tmp_path / name)]) == 1
    assert f"{tmp_path / name}:1: there is no" in capsys.readouterr().out


def test_json_has_all_of_each_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path, one=LESSON.replace("[[3]]", "").replace('2 = "second"', '2 = "zwei"'))
    assert run(["--schema-only", "--json", str(tmp_path)]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": str(tmp_path / "one.toml"),
            "line": 36,
            "field": 'tasks[1] "sum" › answers › 2',
            "level": "error",
            "rule": "",
            "message": "the answer 'zwei' of blank 2 is not among the chips",
        }
    ]
