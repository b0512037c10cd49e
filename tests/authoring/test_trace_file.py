"""Steps written into a lesson file: they are those of the run, and all else stays byte for byte."""

from pathlib import Path

import pytest

from desktop.authoring.check import lesson_problems
from desktop.cli import trace
from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_lesson

HEAD = """\
id = "loops"   # a remark
title = "Loops"
topics = ["Tests"]
category = "Samples"
minutes = 5
concepts = [{ id = "names", name = "Names", sentence = "They stand.", example = "`a`" }]

[[visuals]]
id = "sum"
title = "A sum grows"
difficulty = "easy"
concepts = ["names"]

[visuals.code]
language = "python"
file = "sum.py"
text = '''
total = 0
for one in [1, 2]:
    total += one
'''

[visuals.trace]
file = "sum.py"
"""
TAIL = """
[visuals.chart]   # after the steps
kind = "line"
title = "Total"
series = [{ name = "total", value = "total" }]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "loops.toml"
    path.write_bytes((HEAD + TAIL).encode())
    return path


def lesson(path: Path) -> Lesson:
    found = read_lesson(path)
    assert isinstance(found, Lesson), found
    return found


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def errors(path: Path) -> list[tuple[int, str]]:
    return [(one.line, one.in_words()) for one in lesson_problems(path, lesson(path)) if one.rule == "T1"]


def test_the_first_trace_makes_the_file_a_lesson(path: Path) -> None:
    assert trace.run([str(path)]) == 0
    steps = lesson(path).visuals[0].steps
    assert [step.line for step in steps] == [1, 2, 3, 2, 3, 2]
    assert steps[-1].values == {"total": "3", "one": "2"}


@pytest.mark.parametrize("feed", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("tail", [TAIL, "", "\n\n# the end"])
def test_all_else_stays_byte_for_byte(path: Path, feed: str, mark: str, tail: str) -> None:
    path.write_bytes((mark + (HEAD + tail).replace("\n", feed)).encode())
    trace.run([str(path)])
    written = path.read_bytes().decode()
    start, python, end = (mark + HEAD).replace("\n", feed).partition(f"[visuals.trace]{feed}")
    assert written.startswith(start + python + 'python = "3.')
    assert end in written
    assert written.endswith(tail.replace("\n", feed))
    assert written.count("\n") == written.count(feed)


def test_tracing_again_changes_nothing(path: Path) -> None:
    trace.run([str(path)])
    once = path.read_bytes()
    assert trace.run([str(path)]) == 0
    assert path.read_bytes() == once


def test_a_note_stays_with_its_step_and_one_of_another_step_is_handed_back(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trace.run([str(path)])
    change(path, "line = 1\n", 'line = 1\nnote = "It begins."   # kept\n')
    change(path, 'one = "2" }\n\n[visuals.chart]', 'one = "2" }\nnote = "It ends."\n\n[visuals.chart]')
    change(path, "[1, 2]", "[1, 3]")
    capsys.readouterr()
    assert trace.run([str(path)]) == 0
    assert [step.note for step in lesson(path).visuals[0].steps] == ["It begins.", *[None] * 5]
    assert "# kept" in path.read_text()
    assert "step 6 is another now, and its note is left out: It ends." in capsys.readouterr().out


def test_fewer_and_more_steps_take_the_place_of_the_old_ones(path: Path) -> None:
    trace.run([str(path)])
    whole = path.read_bytes()
    change(path, "[1, 2]", "[1]")
    trace.run([str(path)])
    assert len(lesson(path).visuals[0].steps) == 4
    change(path, "[1]", "[1, 2]")
    trace.run([str(path)])
    assert path.read_bytes() == whole


def test_only_the_visual_that_is_named_is_traced(path: Path) -> None:
    visual = HEAD[HEAD.index("[[visuals]]") :]
    path.write_bytes((HEAD + visual.replace('"sum"', '"other"')).encode())
    assert trace.run([str(path), "--visual", "other"]) == 0
    assert path.read_text().startswith(HEAD)
    assert trace.run([str(path), "--visual", "none"]) == 1


def test_a_check_writes_nothing_and_fails_when_the_program_does_something_else(path: Path) -> None:
    assert trace.run([str(path), "--check"]) == 1
    trace.run([str(path)])
    assert trace.run([str(path), "--check"]) == 0
    change(path, "total += one", "total += 2 * one")
    before = path.read_bytes()
    assert trace.run([str(path), "--check"]) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "line", "words"),
    [
        ("total = 0\nwhile True:\n    total += 1\n", 20, "more than 120 steps"),
        ("total = 0\none = (\n", 19, "this is not Python"),
        ("total = 0\none = id(object()) + __import__('time').time_ns()\n", 17, "something else in each run"),
    ],
)
def test_a_program_that_cannot_be_traced_is_told_with_its_line_and_the_file_stays(
    path: Path, capsys: pytest.CaptureFixture[str], code: str, line: int, words: str
) -> None:
    change(path, "total = 0\nfor one in [1, 2]:\n    total += one\n", code)
    before = path.read_bytes()
    assert trace.run([str(path)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"{path}:{line}: ")
    assert words in said
    assert path.read_bytes() == before


def test_steps_in_a_list_are_left_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(path, 'id = "sum"', 'id = "sum"\nsteps = [{ line = 1 }, { line = 2 }]')
    before = path.read_bytes()
    assert trace.run([str(path)]) == 1
    assert ":10: " in capsys.readouterr().out
    assert path.read_bytes() == before


def test_the_check_finds_a_stored_trace_that_no_longer_holds(path: Path) -> None:
    trace.run([str(path)])
    assert errors(path) == []
    change(path, 'total = "1"', 'total = "7"')
    lines = path.read_text().split("\n")
    header = next(n for n, line in enumerate(lines) if '"7"' in line) - 1
    words = (
        "the program does this in step 3: line 3 with total = 1, one = 1; clozeline trace writes them anew"
    )
    assert errors(path) == [(header, words)]


def test_of_another_python_only_the_values_at_the_end_are_compared(path: Path) -> None:
    trace.run([str(path)])
    text = path.read_text()
    python = text[text.index('python = "') + 10 :].split('"')[0]
    change(path, f'python = "{python}"', 'python = "3.99"')
    change(path, 'total = "1"', 'total = "7"')
    assert errors(path) == []
    change(path, "total += one", "total += 2 * one")
    assert [words for _, words in errors(path)] == [
        f"Python {python} ends with other values than these of 3.99; clozeline trace writes them anew"
    ]


def test_the_check_tells_a_broken_bound_at_its_line(path: Path) -> None:
    trace.run([str(path)])
    change(path, "total += one", "while True:\n        total += 1")
    assert errors(path) == [(20, "the program takes more than 120 steps")]
