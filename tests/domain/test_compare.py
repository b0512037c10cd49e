"""What means the same is the same, however it is written; hostile texts are refused at once."""

import time
from itertools import product

import pytest

from desktop.domain.compare import MOST_CHARACTERS, Trouble, _read, read, same

ALIASES = {"-r": "--requirement", "-U": "--upgrade", "python3": "python"}
DEEP = 1_000

# language, one, other, whether they mean the same
PAIRS: list[tuple[str, str, str, bool]] = [
    ("python", "x=1", "x = 1", True),
    ("python", "print('a')", 'print("a")', True),
    ("python", "f( a,b )", "f(a, b)", True),
    ("python", "x = (1)", "x = 1", True),
    ("python", "x = 1  # one", "x = 1", True),
    ("python", "x = 1_000", "x = 1000", True),
    ("python", "x = 0x10", "x = 16", True),
    ("python", "x = 'a' 'b'", "x = 'ab'", True),
    ("python", "x = u'a'", "x = 'a'", True),
    ("python", "x = a + (b + c)", "x = a + b + c", False),
    ("python", "x = '\\d'", "x = '\\\\d'", True),
    ("python", "if a:\n  b()", "if a:\n        b()", True),
    ("python", "x = 1", "x = 1.0", False),
    ("python", "x = 1", "x = True", False),
    ("python", "x = 'a'", "x = b'a'", False),
    ("python", "x > 0", "0 < x", False),
    ("python", "a = b", "a == b", False),
    ("python", "unused.append(n)", "unused.add(n)", False),
    ("python", "x = [1, 2]", "x = (1, 2)", False),
    ("python", "f(a, b)", "f(b, a)", False),
    ("python", "Name", "name", False),
    ("json", '{"a":1}', '{ "a" : 1 }', True),
    ("json", '{"a": 1, "b": 2}', '{"b": 2, "a": 1}', True),
    ("json", "1e3", "1000", True),
    ("json", "1.50", "1.5", True),
    ("json", '"\\u0061"', '"a"', True),
    ("json", "[1, 2]", "[2, 1]", False),
    ("json", "1", "true", False),
    ("json", "0", "false", False),
    ("json", '"1"', "1", False),
    ("json", "null", '"null"', False),
    ("json", "{}", "[]", False),
    ("json", '{"a": NaN}', '{"a": NaN}', False),
    ("json", '{"a": 1, "a": 1}', '{"a": 1}', False),
    ("toml", "a=1", "a = 1", True),
    ("toml", "a = 'x'", 'a = "x"', True),
    ("toml", "a.b = 1", "[a]\nb = 1", True),
    ("toml", "a = {b = 1, c = 2}", "[a]\nc = 2\nb = 1", True),
    ("toml", "a = 1_000", "a = 1000", True),
    ("toml", "a = 0xff", "a = 255", True),
    ("toml", "a = nan", "a = nan", True),
    ("toml", "a = 2026-01-02", "a = 2026-01-02 # day", True),
    ("toml", "a = 2026-01-02", 'a = "2026-01-02"', False),
    ("toml", "a = 1", "a = 1.0", False),
    ("toml", "a = 1", "a = true", False),
    ("toml", "[a]", "[[a]]", False),
    ("toml", "a = 1\na = 1", "a = 1", False),
    ("yaml", "a: 1", "{a: 1}", True),
    ("yaml", "a: web", 'a: "web"', True),
    ("yaml", "a:   web   # it", "a: web", True),
    ("yaml", "- a\n- b", "[a, 'b']", True),
    ("yaml", "b: 2\na: 1", "a: 1\nb: 2", True),
    ("yaml", "a: &x [1, 2]\nb: *x", "a: [1, 2]\nb: [1, 2]", True),
    ("yaml", "a: |-\n  one", "a: one", True),
    ("yaml", "a: no", "a: no", True),
    ("yaml", "a: no", "a: 'no'", False),
    ("yaml", "a: no", "a: false", False),
    ("yaml", "a: 1:30", "a: 90", False),
    ("yaml", "a: 1:30", 'a: "1:30"', False),
    ("yaml", "a: 012", "a: 10", False),
    ("yaml", "a: 012", "a: 12", False),
    ("yaml", "a: 0o14", 'a: "0o14"', False),
    ("yaml", "port: 8080", 'port: "8080"', False),
    ("yaml", "a: ~", "a: '~'", False),
    ("yaml", "a: !!str 1", "a: 1", False),
    ("yaml", "- a\n- b", "- b\n- a", False),
    ("yaml", "a:\n  b: 1", "a:\nb: 1", False),
    ("yaml", "a: 1\na: 1", "a: 1", False),
    ("bash", "pip  install   x", "pip install x", True),
    ("bash", "pip install 'x'", 'pip install "x"', True),
    ("bash", "pip install -r a.txt", "pip install --requirement a.txt", True),
    ("bash", "python3 -m venv a", "python -m venv a", True),
    ("bash", "a|b", "a | b", True),
    ("bash", "a >b", "a > b", True),
    ("bash", "a 2>&1", "a  2>& 1", True),
    ("bash", "a; b", "a\nb", True),
    ("bash", "a \\\n  b", "a b", True),
    ("bash", "a # say", "a", True),
    ("bash", "a\\ b", "'a b'", True),
    ("bash", "echo a#b", "echo a", False),
    ("bash", "echo $x", "echo '$x'", False),
    ("bash", "echo $x", 'echo "$x"', False),
    ("bash", "ls *", "ls '*'", False),
    ("bash", "ls a b", "ls 'a b'", False),
    ("bash", "a && b", "a || b", False),
    ("bash", "a > b", "a >> b", False),
    ("bash", "a 2> b", "a 2 > b", False),
    ("bash", "pip install -R a.txt", "pip install -r a.txt", False),
    ("bash", "rm -r a", "rm a -r", False),
    ("bash", "echo 'a", "echo 'a", False),
    ("sql", "select  A from t", "SELECT a FROM t", True),
    ("sql", "a='X'", "a = 'X'", True),
    ("sql", "a = 'X'", "a = 'x'", False),
    ("sql", "a <= 1", "a < = 1", False),
    ("text", "a   b", "a b", True),
    ("text", " a b \n\n c", "a b\nc", True),
    ("text", "a b", "ab", False),
    ("text", "A b", "a b", False),
    ("ini", "a = 1", "a  =  1", True),
    ("dockerfile", "RUN pip install x", "RUN pip install  x", True),
    ("console", "a\tb", "a b", True),
]
HOSTILE = {
    "long": "x" * 20_000,
    "many lines": "a\n" * 10_000,
    "round brackets": "(" * DEEP + ")" * DEEP,
    "square brackets": "[" * DEEP + "]" * DEEP,
    "braces": '{"a":' * DEEP + "1" + "}" * DEEP,
    "open brackets": "[" * DEEP,
    "not": "not " * DEEP + "x",
    "minus": "-" * 2 * DEEP + "1",
    "dots": "a" + ".a" * DEEP + " = 1",
    "calls": "f" + "()" * DEEP,
    "lambda": "lambda: " * DEEP + "1",
    "if else": "1 if x else " * 600 + "1",
    "plus": "1" + "+1" * DEEP,
    "list in list": "- " * DEEP + "a",
    "levels": "\n".join(" " * n + "a:" for n in range(120)),
    "NUL": "a\x00b",
    "carriage return": "a\rb",
    "digits": "9" * 7_000,
    "exponent": "1e999999999999999999",
    "hex": "0x" + "f" * 7_000,
    "quotes": "'\"" * 3_000,
    "backslashes": "\\" * 7_999,
    "lone surrogate": "a = '\ud800'",
    "with": "with " + "(" * 20,
    "dict in dict": "{1:" * 20,
    "f-strings": "f'{" * 20,
    "aliases": "a: &a [1]\nb: [" + "*a, " * 1_900 + "]",
    "aliases of aliases": "a0: &a0 [x, x]\n"
    + "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 20)),
    "anchors": "\n".join(f"- &a{n} x" for n in range(900)),
    "question marks": "? " * DEEP,
    "tables": "[a" + ".a" * 50 + "]\n" + "[[b.b]]\n" * 400,
}
LANGUAGES = ("python", "json", "toml", "yaml", "bash", "sql", "text", "ini")


@pytest.mark.parametrize(("language", "one", "other", "alike"), PAIRS)
def test_pairs(language: str, one: str, other: str, alike: bool) -> None:
    assert same(one, other, language, ALIASES) is alike
    assert same(other, one, language, ALIASES) is alike


def test_a_million_aliases_are_refused() -> None:
    level = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 6))
    assert read(level + levels, "yaml").trouble is Trouble.NOT_COMPARABLE
    assert read("a: &a x\nb: [" + "*a, " * 1_000_000 + "]", "yaml").trouble is Trouble.NOT_COMPARABLE


@pytest.mark.parametrize("name", ["long", "round brackets", "square brackets", "braces", "NUL"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_too_long_too_deep_or_no_text_is_not_comparable(name: str, language: str) -> None:
    assert read(HOSTILE[name], language).trouble is Trouble.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("name", "language"),
    [("not", "python"), ("dots", "python"), ("dots", "toml"), ("lambda", "python"), ("list in list", "yaml")],
)
def test_depth_without_brackets_is_not_comparable_either(name: str, language: str) -> None:
    assert read(HOSTILE[name], language).trouble is Trouble.NOT_COMPARABLE


def cpu_seconds(text: str, language: str) -> float:
    _read.cache_clear()
    before = time.process_time()
    read(text, language)
    return time.process_time() - before


@pytest.mark.parametrize(("name", "language"), list(product(HOSTILE, LANGUAGES)))
def test_no_text_keeps_the_reader_busy_for_50_ms(name: str, language: str) -> None:
    """Time of the processor, so that a busy machine does not count; the best of three."""
    read("a = 1", language)
    assert any(cpu_seconds(HOSTILE[name], language) < 0.05 for _ in range(3))


def test_the_longest_text_is_still_read() -> None:
    text = "\n".join(f"x{n} = {n}" for n in range(600))[:MOST_CHARACTERS]
    assert read(text.rpartition("\n")[0], "python").trouble is None


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("python", "if x", "expected ':'"),
        ("python", "f(", "'(' was never closed"),
        ("json", '{"a" 1}', "Expecting ':' delimiter"),
        ("json", '{"a": 1, "a": 2}', "a key stands there twice"),
        ("toml", "a = ", "Invalid value"),
        ("yaml", "a: [1", "did not find expected ',' or ']'"),
        ("bash", "echo 'a", "' is not closed"),
    ],
)
def test_what_cannot_be_read_says_why(language: str, text: str, reason: str) -> None:
    found = read(text, language)
    assert found.trouble is Trouble.UNREADABLE
    assert reason in found.reason
