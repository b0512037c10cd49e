"""A traced program: what each line did, in words that never change, within its bounds."""

import sys

import pytest

from desktop.authoring.trace import Broken, Run, trace
from desktop.domain.problems import filled

PSI = """\
def psi(base, seen):
    total = 0.0
    for b, s in zip(base, seen):
        part = (s - b) * (s / b)
        total += part
    return total

score = psi([.25, .25],
            [.10, .40])"""


def run(code: str) -> Run:
    found = trace(code, "program.py")
    assert isinstance(found, Run), found
    return found


def refusal(code: str) -> tuple[int, str]:
    found = trace(code, "program.py")
    assert isinstance(found, Broken)
    return found.line, filled(found.message, found.values)


def last(code: str) -> dict[str, str]:
    return run(code).steps[-1].values


def test_a_line_is_told_once_it_has_run_with_the_values_that_it_leaves() -> None:
    steps = run("a = 1\nb = a + 1\na = b").steps
    assert [(step.line, step.values) for step in steps] == [
        (1, {"a": "1"}),
        (2, {"a": "1", "b": "2"}),
        (3, {"a": "2", "b": "2"}),
    ]


def test_a_loop_takes_its_lines_again_and_a_call_runs_before_the_line_that_calls() -> None:
    steps = run(PSI).steps
    assert [step.line for step in steps] == [1, 2, 3, 4, 5, 3, 4, 5, 3, 6, 8]
    assert steps[3].values["part"] == "-0.06"
    assert list(steps[3].values) == ["base", "seen", "total", "b", "s", "part"]
    assert steps[-1].values == {"score": "0.18"}


def test_a_function_shows_its_own_names_and_those_of_the_program_that_it_uses() -> None:
    steps = run("limit = 3\nother = 4\ndef over(n):\n    return n > limit\nover(5)").steps
    assert steps[3].values == {"n": "5", "limit": "3"}


def test_a_statement_of_several_lines_is_one_step() -> None:
    assert [step.line for step in run("x = [\n    1,\n    max(2,\n        3),\n]\ny = 1").steps] == [1, 6]


def test_comprehensions_run_with_their_line() -> None:
    assert [
        step.line for step in run("x = [\n    i\n    for i in range(3)\n]\ny = sum(i for i in x)").steps
    ] == [1, 5]


def test_a_line_that_raises_says_what_in_each_call_that_it_leaves() -> None:
    code = "def f(n):\n    return 1 / n\ntry:\n    f(0)\nexcept ZeroDivisionError:\n    x = 1\nx.y"
    told = [(step.line, step.raised) for step in run(code).steps]
    assert told == [
        (1, None),
        (3, None),
        (2, "ZeroDivisionError: division by zero"),
        (4, "ZeroDivisionError: division by zero"),
        (5, None),
        (6, None),
        (7, "AttributeError: 'int' object has no attribute 'y'"),
    ]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("x = 0.1 + 0.2", "0.3"),
        ("x = 1234567.891", "1234570.0"),
        ("x = 2.0", "2.0"),
        ("x = {'b', 'a', 'c'}", "{'a', 'b', 'c'}"),
        ("x = frozenset([1])", "frozenset({1})"),
        ("x = set()", "set()"),
        ("x = {'k': (1,)}", "{'k': (1,)}"),
        ("x = object()", "object()"),
        ("class A:\n    def __init__(self):\n        self.k = [0.1 + 0.2]\nx = A()", "A(k=[0.3])"),
        ("class A:\n    def __repr__(self):\n        return 1 / 0\nx = A()", "A(...)"),
        ("x = []\nx.append(x)", "[...]"),
        ("from collections import Counter\nx = Counter('aab')", "Counter({'a': 2, 'b': 1})"),
        ("x = [map]", "[<class 'map'>]"),
        ("x = iter([1])", "list_iterator()"),
    ],
)
def test_values_are_written_alike_in_every_run(code: str, value: str) -> None:
    assert last(code)["x"] == value


def test_functions_modules_and_classes_are_no_values() -> None:
    assert last("import math\nfrom math import log\nclass A: pass\ndef f(): pass\nx = 1") == {"x": "1"}


@pytest.mark.parametrize(
    ("code", "line", "words"),
    [
        ("x = 0\nwhile True:\n    x += 1", 3, "the program takes more than 120 steps"),
        ("def f(n):\n    return f(n + 1)\nf(0)", 2, "the program takes more than 120 steps"),
        ("x = 1\nprint('a' * 5_000)", 2, "the program prints more than 4000 characters"),
        ("x = 1\ny = len('a' * 10**10)", 2, "the program needs more than 512 MB of memory"),
        ("x = 1\ny = list(range(100))", 2, "the value of y is longer than 120 characters"),
        ("a=b=c=d=e=f=1\ng=h=i=j=k=m=2\nn = 3", 3, "more than 12 names have a value here"),
        ("x = 1\ny = (", 2, "this is not Python: '(' was never closed"),
    ],
)
def test_a_bound_that_is_broken_is_told_with_its_line(code: str, line: int, words: str) -> None:
    assert refusal(code) == (line, words)


def test_a_program_cannot_catch_its_bounds() -> None:
    code = "x = 0\nwhile True:\n    try:\n        x += 1\n    except BaseException:\n        pass"
    assert refusal(code)[1] == "the program takes more than 120 steps"


def test_a_line_that_takes_too_long_ends_the_run() -> None:
    found = trace("import time\ntime.sleep(60)", "program.py", seconds=0.3)
    assert isinstance(found, Broken)
    assert filled(found.message, found.values) == "the program takes more than 0.3 seconds"


def test_a_program_that_ends_by_itself_unseen_is_told() -> None:
    assert (
        refusal("import os\nos._exit(3)")[1] == "the program ended before it could be followed, with status 3"
    )


@pytest.mark.parametrize(
    "line",
    [
        "open('made.txt', 'w')",
        "open('/etc/hostname')",
        "__import__('os').system('true')",
        "__import__('os').remove('made.txt')",
        "__import__('socket').socket()",
        "__import__('subprocess').run(['true'])",
    ],
)
def test_a_program_can_compute_and_no_more(line: str) -> None:
    raised = run(line).steps[-1].raised
    assert raised is not None
    assert raised.startswith("PermissionError: a traced program may not use")


def test_nothing_of_this_process_reaches_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "token")
    ours = "[p for p in sys.path if p.endswith(('-packages', 'authoring'))]"
    code = f"import os, sys\nx = sorted(os.environ)\ny = {ours}"
    values = last(code)
    assert "SECRET" not in values["x"]
    assert values["y"] == "[]"


def test_the_version_of_python_is_told() -> None:
    assert run("x = 1").python == f"{sys.version_info[0]}.{sys.version_info[1]}"
