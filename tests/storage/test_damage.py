"""Damages lessons in two hundred places: the line that is named is the line that was damaged."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.lesson import Lesson
from desktop.storage.lesson_files import read_lesson
from tests.storage.lesson_texts import EVERYTHING, ROOT

DAMAGES = 200
PAIR = re.compile(r'^([a-z_]+) = (".*"|\'[^\']+\')$')
PROSE = {"title", "prompt", "explanation", "why", "sentence", "name", "example", "quick_check"}
Damage = tuple[int, str]
"""The number of a line, and what stands there instead."""


def real_lesson() -> str:
    """The head and the first tasks of the lesson that is shipped."""
    text = (ROOT / "lessons/mlops/technical-debt.toml").read_text(encoding="utf-8")
    return "\n[[tasks]]\n".join(text.split("\n[[tasks]]\n")[:7])


LESSONS = {
    "technical-debt": real_lesson(),
    "every-fill": (EVERYTHING / "every-fill.toml").read_text(encoding="utf-8"),
    "every-choice": (EVERYTHING / "every-choice.toml").read_text(encoding="utf-8"),
}


def damages(text: str) -> Iterator[Damage]:
    """Every damage that the test knows, of every line it fits."""
    quotes, key, table = "", "", ""
    ids: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if quotes:
            quotes = "" if quotes in line else quotes
            key = "" if "```" in line else key  # in a block of code HTML is no mistake
            ways = in_text(key, line) if quotes and line.strip() and "`" not in line else []
        elif opened := re.match(r"^([a-z_]+) = (\"\"\"|''')$", line):
            key, quotes, ways = opened[1], opened[2], []
        elif pair := PAIR.match(line):
            ways = in_pair(pair[1], pair[2])
            if pair[1] == "id":
                ways += [f"id = {ids[table]}"] if table in ids else []
                ids[table] = pair[2]
        else:
            table, ways = line if line.startswith("[[") else table, []
        yield from ((number, way) for way in ways)


def in_text(key: str, line: str) -> list[str]:
    """Damages of a line inside a text of many lines."""
    ways = [f"{line[:3]}\u200b{line[3:]}", "\x01" + line]
    return [*ways, f"<b>{line}"] if key in PROSE else ways


def in_pair(key: str, value: str) -> list[str]:
    """Damages of a key with a text of one line."""
    ways = [
        f"{key} = 7",
        f"{key} = {value[:-1]}",
        f"{key} = {value}\n{key} = {value}",
        f"{key}zz = {value}",
        f"{key} {value}",
    ]
    more = {"id": ['id = "Not An Id"'], "concept": ['concept = "ghost"'], "chip": ['chip = "no such chip"']}
    return [*ways, *more.get(key, []), *([f'{key} = "<b>"'] if key in PROSE else [])]


def chosen() -> list[tuple[str, Damage]]:
    draw = random.Random(2025)
    every = [(name, damage) for name, text in LESSONS.items() for damage in damages(text)]
    return draw.sample(every, DAMAGES)


@pytest.mark.parametrize(("name", "damage"), chosen())
def test_the_line_that_is_named_is_the_line_that_was_damaged(
    tmp_path: Path, name: str, damage: Damage
) -> None:
    number, instead = damage
    lines = LESSONS[name].split("\n")
    lines[number - 1] = instead
    for picture in ("loss.png", "steps.jpg", "rows.webp"):
        (tmp_path / picture).write_bytes((EVERYTHING / picture).read_bytes())
    path = tmp_path / f"{name}.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_lesson(path)
    assert not isinstance(found, Lesson)
    doubled = "\n" in instead
    assert found[0].line == number + doubled, (instead, [one.line_text() for one in found])
