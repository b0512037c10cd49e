"""The scanner: every key that tomli finds has a line, and it is the right one."""

from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.problems import KeyPath
from desktop.storage.toml_lines import TomlLines

LESSON = '''\
id = "a"  # a comment = "x"
"quoted key".'lit.eral'.bare = [1, [2, 3], { x = 1, y.z = "q" },
  # in between ]
  "two",
  """three
four\\
   five \\t six
seven""""",
]
day = 1979-05-27 07:32:00

[[tasks]]
id = 'one'
code = \'\'\'

l1
it''s [[2]]
\'\'\'
[tasks.answers]
1 = "x"
[[tasks.options]]
text = "p"
[[tasks.options]]
text = "q"
[[tasks]]
answers = { 1 = "a", "2" = ['b', "c"] }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("quoted key",), 2),
        (("quoted key", "lit.eral", "bare"), 2),
        (("quoted key", "lit.eral", "bare", 1, 1), 2),
        (("quoted key", "lit.eral", "bare", 2, "y", "z"), 2),
        (("quoted key", "lit.eral", "bare", 3), 4),
        (("quoted key", "lit.eral", "bare", 4), 5),
        (("day",), 10),
        (("tasks",), 12),
        (("tasks", 0), 12),
        (("tasks", 0, "id"), 13),
        (("tasks", 0, "code"), 14),
        (("tasks", 0, "answers"), 19),
        (("tasks", 0, "answers", "1"), 20),
        (("tasks", 0, "options", 1), 23),
        (("tasks", 0, "options", 1, "text"), 24),
        (("tasks", 1), 25),
        (("tasks", 1, "answers", "2", 1), 26),
        (("tasks", 1, "missing"), 25),
        (("nowhere",), 1),
    ],
)
def test_a_path_has_its_line_and_what_is_missing_that_of_its_table(path: KeyPath, line: int) -> None:
    assert TomlLines(LESSON).line(path) == line


@pytest.mark.parametrize(
    ("word", "line"), [("three", 5), ("four", 6), ("five", 7), ("\t", 7), ("six", 7), ("seven", 8), ('""', 8)]
)
def test_a_character_of_a_folded_text_has_its_own_line(word: str, line: int) -> None:
    text: str = tomli.loads(LESSON)["quoted key"]["lit.eral"]["bare"][4]
    place = ("quoted key", "lit.eral", "bare", 4)
    assert TomlLines(LESSON).line(place, text.index(word)) == line


@pytest.mark.parametrize("feed", ["\n", "\r\n"])
def test_a_marker_in_code_has_its_own_line(feed: str) -> None:
    source = LESSON.replace("\n", feed)
    code: str = tomli.loads(source)["tasks"][0]["code"]
    assert TomlLines(source).line(("tasks", 0, "code"), code.index("[[2]]")) == 17


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ('a = 1\nb = """\nx\n', "open text", 2),
        ("a = 1\nb = 'x\nc = 2", "open text", 2),
        ("a = 1\nb = [1,\n2,\n", "open list", 2),
        ("a = 1\nb = { c = 1,\n", "open table", 2),
        ("a = 1\nb = 2\na = 3", "twice", 3),
        ("[a]\n[b]\n[a]", "twice", 3),
        ("[[t]]\nx = 1\n[[t]]\nx = 1\nx = 2", "twice", 5),
        ("a = 1\n" + ".".join("k" * 21) + " = 1", "parts", 2),
        ("a = 1\nb = " + "[" * 30 + "]" * 30, "nested", 2),
        ("a = 1\n= 3", "other", 2),
        ('a = "1" 2', "other", 1),
    ],
)
def test_it_says_where_it_stumbled(source: str, kind: str, line: int) -> None:
    stumble = TomlLines(source).stumble
    assert stumble is not None
    assert (stumble.kind, stumble.line) == (kind, line)


def test_what_stands_before_a_mistake_is_known() -> None:
    assert TomlLines('a = 1\nb = 2\nc = "').line(("b",)) == 2


@pytest.mark.parametrize(
    "source", ['x = "' + "\\" * 20_000, 'x = """' + '""' * 9_999, "[" * 20_000, "a." * 10_000]
)
def test_no_text_stalls_it(source: str) -> None:
    assert TomlLines(source).stumble is not None


class Writer:
    """Writes random TOML in every style; each value holds a mark that stands nowhere else."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0

    def number(self) -> int:
        self.count += 1
        return self.count

    def pick(self, *ways: str) -> str:
        return self.draw(st.sampled_from(ways))

    def key(self) -> str:
        n = self.number()
        return self.pick(f"k{n}", f'"k {n}"', f"'k.{n}'", f'"\\u00e9{n}"', f"k-{n}")

    def dotted(self) -> str:
        return self.pick(".", " . ").join(self.key() for _ in range(self.draw(st.integers(1, 3))))

    def scalar(self) -> str:
        mark = f"m{self.number()}e"
        return self.pick(
            f"{1_000_000 + self.number()}",
            "true",
            "1979-05-27T07:32:00Z",
            f'"a \\" \\u00e9 # = [ {{ {mark}"',
            f"'a \\ # ] {mark}'",
            f'"""\nx ""q"" \\"""\\\n   \n  fold {mark}\nend"""""',
            f"'''\nit''s # \n {mark}\n'''''",
            f'""" one \\t {mark} \\\n\n  two"""',
            '""',
            "''''''",
        )

    def value(self, depth: int = 0) -> str:
        way = self.pick("scalar", "scalar", "list", "table") if depth < 3 else "scalar"
        if way == "list":
            gap = self.pick(" ", "\n  ", " # ] \" '\n")
            items = [self.value(depth + 1) for _ in range(self.draw(st.integers(0, 3)))]
            return "[" + gap + f",{gap}".join(items) + (self.pick("", ",") if items else "") + gap + "]"
        if way == "table":
            pairs = [
                f"{self.dotted()} = {self.value(depth + 1)}" for _ in range(self.draw(st.integers(0, 2)))
            ]
            return "{ " + ", ".join(pairs) + " }"
        return self.scalar()

    def pairs(self) -> str:
        ends = ("", " # = [x]", "\n\n# [no]", "  ")
        return "".join(
            f"{self.pick('', '  ')}{self.dotted()} = {self.value()}{self.pick(*ends)}\n"
            for _ in range(self.draw(st.integers(0, 3)))
        )

    def tables(self) -> Iterator[str]:
        for _ in range(self.draw(st.integers(0, 3))):
            name = self.dotted()
            yield f"[{name}]{self.pick('', ' # x')}\n{self.pairs()}"
            items = self.key()
            for _ in range(self.draw(st.integers(0, 3))):
                yield f"[[{name}.{items}]]\n{self.pairs()}"
                yield f"[{name}.{items}.{self.key()}]\n{self.pairs()}"
                yield f"[[ {name} . {items}.{self.key()} ]]\n{self.pairs()}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    writer = Writer(draw)
    source = writer.pairs() + "".join(writer.tables())
    return source.replace("\n", "\r\n") if draw(st.booleans()) else source


def leaves(content: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(content, dict | list):
        steps = content.items() if isinstance(content, dict) else enumerate(content)
        for step, value in steps:
            yield from leaves(value, (*path, step))
            if not isinstance(value, dict | list):
                yield (*path, step), value


@settings(max_examples=150, deadline=None)
@given(documents())
def test_whatever_tomli_reads_has_a_line_and_each_mark_stands_on_its_own(source: str) -> None:
    lines = TomlLines(source)
    assert lines.stumble is None
    written = source.replace("\r\n", "\n").split("\n")
    for path, value in leaves(tomli.loads(source)):
        assert path in lines.paths
        span = lines.span(path)
        if isinstance(value, int) and not isinstance(value, bool):
            assert str(value) in written[span.line - 1]
        if isinstance(value, str) and "m" in value:
            mark = next(
                word for word in value.split() if word[0] == "m" and word[-1] == "e" and word[1:-1].isdigit()
            )
            assert mark in written[lines.line(path, value.index(mark)) - 1]
            assert mark in "\n".join(written[span.line - 1 : span.end])
