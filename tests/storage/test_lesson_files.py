"""Courses from their folders: what is broken is told, and hides nothing else."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.lesson import Lesson
from desktop.domain.problems import Problem
from desktop.storage.lesson_files import read_course, read_lesson
from tests.storage.lesson_texts import COURSE, EVERYTHING, LESSON, write_course


def problems(folder: Path, old: str, new: str) -> list[Problem]:
    """What is told of the small lesson when one thing in it is changed."""
    assert LESSON.count(old) >= 1
    path = write_course(folder, one=LESSON.replace(old, new, 1)) / "one.toml"
    found = read_lesson(path)
    assert not isinstance(found, Lesson)
    return found


def line_of(text: str, nth: int = 1) -> int:
    lines = [number for number, line in enumerate(LESSON.split("\n"), 1) if text in line]
    return lines[nth - 1]


def test_a_course_has_its_lessons_in_order() -> None:
    files = read_course(EVERYTHING)
    assert files.course is not None
    assert files.course.title == "Everything a lesson can hold"
    assert [one.id for one in files.lessons] == [entry.id for entry in files.course.lessons]
    assert [one.id for one in files.lessons][:2] == ["every-fill", "every-choice"]
    assert files.all_problems == ()


@pytest.mark.parametrize(
    ("change", "line", "field", "words"),
    [
        (
            ("minutes = 5", 'minutes = "5"'),
            line_of("minutes"),
            "minutes",
            'expected a whole number, found "5"',
        ),
        (('topics = ["T', 'topic = ["T'), line_of("topics"), "topic", "did you mean topics?"),
        (('category = "Samples"\n', ""), 1, "category", "the field category is missing"),
        (
            ('title = "Sum"\n', ""),
            line_of("[[tasks]]"),
            'tasks[1] "sum" › title',
            "the field title is missing",
        ),
        (('2 = "second"', '2 = "zwei"'), line_of('2 = "s'), 'tasks[1] "sum" › answers › 2', "'zwei'"),
        (('id = "even"', 'id = "sum"'), line_of('id = "even"'), 'tasks[2] "sum" › id', "sum is used twice"),
        (
            ('title = "Sum"', 'title = "<b>Sum</b>"'),
            line_of('title = "Sum"'),
            'tasks[1] "sum" › title',
            "found <b>",
        ),
        (("that the user", "<i>that"), line_of("that the user"), 'tasks[1] "sum" › prompt', "found <i>"),
        (("that the user", "that the\u200b"), line_of("that the user"), 'tasks[1] "sum" › prompt', "U+200B"),
        (("that the user", "see option B"), line_of("that the user"), 'tasks[1] "sum" › prompt', "option B"),
        (
            ("that the user", "x" * 1995),
            line_of("that the user"),
            'tasks[1] "sum" › prompt',
            "2001 characters",
        ),
        (
            ("print([[2]])", "print()"),
            line_of('2 = "second"'),
            'tasks[1] "sum" › answers › 2',
            "answers names blank 2",
        ),
        (
            ('why = "One', 'wy = "One'),
            line_of('"three"'),
            'tasks[2] "even" › options[2] › wy',
            "did you mean why?",
        ),
        (('id = "one"', 'id = "eins"'), 1, "id", 'expected id = "one"'),
        (
            ('use = "test"', 'use = "test"\npicture = { file = "no.png", alt = "x" }'),
            line_of('use = "test"') + 1,
            "",
            "no.png",
        ),
    ],
)
def test_each_mistake_is_told_with_line_field_and_words(
    tmp_path: Path, change: tuple[str, str], line: int, field: str, words: str
) -> None:
    found = problems(tmp_path, *change)
    assert len(found) == 1
    assert found[0].line == line
    assert field in found[0].field
    assert words in found[0].in_words()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("    route(new, share)", "\troute(new, share)", "\troute(new, share)", "holds a tab"),
        ("        route(old, 1.0)", "  route(old, 1.0)", "  route(old, 1.0)", "like no line above it"),
        ("needs = { 2 = [1],", "needs = { 2 = [5],", "needs = {", "needs runs in a circle"),
        ("accepted = [[1, 3, 2, 4]]", "accepted = [[1, 3]]", "accepted = [[1, 3]]", "every line once"),
        ('line = "route(old, share)"', 'line = "route(old, 1.0)"', 'line = "route(old, 1.0)', "is needed"),
        ("[tasks.faded.1]\nanswers", "[tasks.faded.3]\nanswers", "def alarm(", "blank 1 has no answer"),
        ("line = 7\n", "line = 70\n", "line = 70", "the lines are 1 to 8"),
    ],
)
def test_a_bad_arranging_task_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, line: str, words: str
) -> None:
    path = shutil.copytree(EVERYTHING, tmp_path / "course") / "every-arrange.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = read_lesson(path)
    assert not isinstance(found, Lesson)
    told = path.read_text(encoding="utf-8").split("\n")[found[0].line - 1]
    assert words in found[0].in_words()
    assert told.startswith(line)


def test_a_problem_is_one_line_for_editors(tmp_path: Path) -> None:
    found = problems(tmp_path, '2 = "second"', '2 = "zwei"')[0]
    place = f"{tmp_path / 'one.toml'}:{line_of('2 = ')}"
    words = "the answer 'zwei' of blank 2 is not among the chips"
    assert found.line_text() == f'{place}: tasks[1] "sum" › answers › 2: {words}'


def test_at_most_twenty_problems_of_a_file_are_told_the_first_ones_first(tmp_path: Path) -> None:
    found = problems(tmp_path, "[[concepts]]", "".join(f"zz{n} = 1\n" for n in range(50)) + "[[concepts]]")
    assert [one.line for one in found] == list(range(7, 27))


def test_a_broken_lesson_does_not_hide_the_others(tmp_path: Path) -> None:
    files = read_course(write_course(tmp_path, one="id = "))
    assert [(one.id, one.lesson is None) for one in files.lessons] == [("one", True), ("two", False)]
    assert [problem.line for problem in files.all_problems] == [1]


def test_a_missing_lesson_is_told_at_its_line_in_the_course(tmp_path: Path) -> None:
    (write_course(tmp_path) / "two.toml").unlink()
    files = read_course(tmp_path)
    assert files.course is not None
    assert [problem.line_text() for problem in files.all_problems] == [
        f'{tmp_path / "course.toml"}:15: lessons[2] "two" › id: there is no file two.toml'
    ]


@pytest.mark.parametrize(
    "course", ["id = ", COURSE.replace('title = "Small"', "title = 3"), COURSE + "x = 1"]
)
def test_of_a_broken_course_the_lessons_are_found_by_their_names(tmp_path: Path, course: str) -> None:
    files = read_course(write_course(tmp_path, course=course))
    assert files.course is None
    assert len(files.problems) == 1
    assert [one.id for one in files.lessons if one.lesson] == ["one", "two"]


def test_a_folder_without_a_course_says_so(tmp_path: Path) -> None:
    files = read_course(tmp_path / "nowhere")
    assert files.lessons == ()
    assert files.problems[0].in_words() == "there is no such file"


BAD: dict[str, tuple[bytes, int, str]] = {
    "wrong type": (
        LESSON.replace("minutes = 5", "minutes = []").encode(),
        5,
        "expected a whole number, found a list",
    ),
    "unknown field": (LESSON.replace("minutes = 5", "minutes = 5\nprice = 3").encode(), 6, "no field price"),
    "blank without answer": (
        LESSON.replace("print([[2]])", "print([[2]])\nprint([[3]])").replace("2 = ", "3 = ").encode(),
        line_of("print([[2]])"),
        "blank 2 has no answer",
    ),
    "answer without chip": (
        LESSON.replace('2 = "second"', '2 = "x"').encode(),
        line_of('2 = "s'),
        "not among the chips",
    ),
    "duplicate id": (LESSON.replace('"even"', '"sum"').encode(), line_of('"even"'), "used twice"),
    "5 MB line": (b"id = '" + b"x" * 5_000_000 + b"'", 1, "longer than"),
    "invalid UTF-8": (LESSON.encode().replace(b"Names", b"N\xffmes"), line_of("Names"), "not UTF-8"),
    "HTML in a title": (
        LESSON.replace("Even", "<img src=x>").encode(),
        line_of('"Even"'),
        "HTML is not used",
    ),
    "deep dotted key": (b".".join([b"a"] * 20_000) + b" = 1", 1, "longer than"),
    "dotted key of 9,000 parts": (b".".join([b"a"] * 9_000) + b" = 1", 1, "more than 20 parts"),
    "half a million wrong values": (
        b"id = [" + b"1," * 900 + b"]" + b"\ntasks = [\n" + b"1,\n" * 500_000 + b"]",
        1,
        "30000 values",
    ),
    "nested lists": (b"id = " + b"[" * 300 + b"]" * 300, 1, "20 deep"),
    "nested past the parser": (b"id = " + b"[" * 9_000 + b"]" * 9_000, 1, "20 deep"),
    "many quotes": (b"id = " + b'"' * 19_000, 1, "expected"),
    "nothing": (b"", 1, "is missing"),
    "HTML page": (b"<!DOCTYPE html>\n<html></html>", 1, "expected name = value"),
    "zip file": (b"PK\x03\x04\x14\x00\x08\x00", 1, "NUL"),
    "10,000 tables": (b"[[tasks]]\n" * 10_000, 1, "missing"),
    "bidirectional override": (LESSON.replace("Twice", "\u202eTwice").encode(), line_of("Twice"), "U+202E"),
    "lone surrogate": (LESSON.replace("Twice", "\\uD800").encode(), line_of("Twice"), "TOML"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_has_a_clear_message_and_stops_nothing(tmp_path: Path, name: str) -> None:
    raw, line, words = BAD[name]
    write_course(tmp_path)
    (tmp_path / "one.toml").write_bytes(raw)
    files = read_course(tmp_path)
    assert [one.id for one in files.lessons if one.lesson] == ["two"]
    first = files.lessons[0].problems[0]
    assert words in first.in_words()
    assert first.line == line
    assert len(files.all_problems) <= 20
