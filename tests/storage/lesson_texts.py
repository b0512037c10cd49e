"""Courses as files, for tests to break."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVERYTHING = ROOT / "tests" / "courses" / "everything"

COURSE = """\
id = "small"
title = "Small"
summary = "A small course."
language = "en"
authors = ["A. Author"]
licence = "CC BY 4.0"
version = "1.0"

[[lessons]]
id = "one"
title = "One"
minutes = 5

[[lessons]]
id = "two"
title = "Two"
minutes = 5
"""

LESSON = '''\
id = "one"
title = "One"
topics = ["Tests"]
category = "Samples"
minutes = 5

[[concepts]]
id = "names"
name = "Names"
sentence = "They stand for values."
example = "`a` stands for 1."

[[tasks]]
kind = "fill"
id = "sum"
title = "Sum"
difficulty = "easy"
concepts = ["names"]
use = "practice"
prompt = """
Add the two numbers
that the user gave.
"""
language = "python"
file = "sum.py"
code = \'\'\'
first, second = ask()
print([[1]])
print([[2]])
\'\'\'
chips = ["first", "second", "third"]
explanation = "The sum of both."

[tasks.answers]
1 = "first"
2 = "second"

[[tasks]]
kind = "choose"
id = "even"
title = "Even"
difficulty = "easy"
concepts = ["names"]
use = "test"
prompt = "Which number is even?"
explanation = "Even means divisible by two."
options = [
    { text = "two", right = true, why = "Twice one." },
    { text = "three", why = "One is left over." },
]
'''


def write_course(folder: Path, course: str = COURSE, one: str = LESSON, two: str | None = None) -> Path:
    """A course of two lessons in a folder; the second is the first under another name."""
    folder.mkdir(exist_ok=True)
    (folder / "course.toml").write_text(course, encoding="utf-8")
    (folder / "one.toml").write_text(one, encoding="utf-8")
    if two is None:
        two = LESSON.replace('"one"', '"two"', 1).replace('"One"', '"Two"', 1)
    (folder / "two.toml").write_text(two, encoding="utf-8")
    return folder
