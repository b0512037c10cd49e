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
    quotes, key = "", ""
    ids: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if quotes:
            if quotes in line:
                quotes = ""
            elif line.strip() and "`" not in line:
                yield number, f"{line[:3]}\u200b{line[3:]}"
                yield (number, "\x01" + line)
                if key in PROSE:
                    yield (number, f"<b>{line}")
            continue
        if opened := re.match(r"^([a-z_]+) = (\"\"\"|''')$", line):
            key, quotes = opened[1], opened[2]
            continue
        pair = PAIR.match(line)
        if pair is None:
            continue
        key, value = pair[1], pair[2]
        yield number, f"{key} = 7"
        yield number, f"{key} = {value[:-1]}"
        yield number, f"{key} = {value}\n{key} = {value}"
        yield number, f"{key}zz = {value}"
        yield number, f"{key} {value}"
        if key in PROSE:
            yield number, f'{key} = "<b>"'
        if key in {"id", "concept"}:
            yield number, f'{key} = "Not An Id"'
        if key == "concept":
            yield number, 'concept = "ghost"'
        if key == "chip":
            yield number, 'chip = "no chip of this name"'
        if key == "id" and ids:
            yield number, f'id = "{ids[-1]}"'
        ids += [value.strip('"')] * (key == "id")


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
    for picture in EVERYTHING.glob("*.[pjw]*g*"):
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    path = tmp_path / f"{name}.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read_lesson(path)
    assert not isinstance(found, Lesson)
    doubled = "\n" in instead
    assert found[0].line == number + doubled, (instead, [one.line_text() for one in found])
