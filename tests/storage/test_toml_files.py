"""Reading TOML that anyone may have written: each mistake has its own words, its line, and no cost."""

import pytest

from desktop.domain.problems import Problem
from desktop.storage.toml_files import TomlFile, parse_toml


def problem(raw: bytes) -> Problem:
    found = parse_toml("a.toml", raw)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    "raw", [b"a = 1\n", b"\xef\xbb\xbfa = 1\n", b"a = 1\r\n\r\n", "# é 🙂\na = 1".encode()]
)
def test_sound_files_are_read_with_mark_and_any_line_feeds(raw: bytes) -> None:
    found = parse_toml("a.toml", raw)
    assert isinstance(found, TomlFile)
    assert found.content == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b'a = 1\nb = "' + b"x" * 5_000_000 + b'"', 2, "longer than 20000 characters"),
        (b"a = 1\n" * 400_000, 1, "larger than 2 MB"),
        (b"a = 1\nb = 'caf\xe9'\n", 2, "byte 9 of this line (0xE9) is not UTF-8"),
        (b"a = 1\nb = 'x\x00'\n", 2, "NUL"),
        ("a = 1".encode("utf-16"), 1, "UTF-16"),
        (b"a = 1\n" + b".".join([b"k"] * 9_000) + b" = 1", 2, "more than 20 parts"),
        (b"a = 1\n[" + b".".join([b"k"] * 9_000) + b"]", 2, "more than 20 parts"),
        (b"a = 1\nb = " + b"[" * 9_000, 2, "20 deep"),
        (b"a = 1\nb = " + b"{ x = " * 3_000, 2, "20 deep"),
        (b"a = 1\nb = " + b"9" * 5_000, 2, "more digits"),
        (b'a = 1\nb = "x\nc = 2\n', 2, "no closing quotes"),
        (b'a = 1\nb = """\nx\n', 2, "no closing quotes"),
        (b"a = 1\nb = [1,\n2\n", 2, "no closing bracket"),
        (b"a = 1\nb = { c = 1\n", 2, "brace"),
        (b'a = 1\nb = "\\q"\n', 2, "backslash"),
        (b"a = 1\nb =\n", 2, "expected a value"),
        (b"a = 1\nb = yes\n", 2, "expected a value"),
        (b'a = 1\nb = "x" y\n', 2, "expected the end of the line"),
        (b"a = 1\nb : 2\n", 2, "expected name = value"),
        (b"a = 1\n\nb = 2\na = '''\nx\n'''\n", 4, "a second time; the first is in line 1"),
        (b"[a]\nx = 1\n[a]\n", 3, "a second time; the first is in line 1"),
        (b"a = 1\nb = '\x01'", 2, "control character"),
    ],
)
def test_each_mistake_has_its_own_words_and_line(raw: bytes, line: int, words: str) -> None:
    found = problem(raw)
    assert words in found.in_words()
    assert found.line == line


def test_long_lines_of_prose_with_many_full_stops_are_no_deep_keys() -> None:
    assert isinstance(parse_toml("a.toml", b"a = '" + b"a.b " * 100 + b"'"), TomlFile)


def test_a_problem_carries_the_lines_around_it() -> None:
    assert problem(b"a = 1\nb = 2\nc = x\nd = 4\ne = 5\nf = 6").excerpt == (
        (1, "a = 1"),
        (2, "b = 2"),
        (3, "c = x"),
        (4, "d = 4"),
        (5, "e = 5"),
    )
