"""Right answers to tasks of every kind, given by mouse or by keys, and the names of what gives them."""

from __future__ import annotations

import re

from desktop.domain import markup
from desktop.domain.exercises import AnyTask
from desktop.domain.exercises.arrange import ArrangeTask, Row
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.typed import TypeTask
from desktop.ui.exercises import arrange_words, fill_words
from tests.end_to_end.learner import Learner

OPTION = "radio button|check box"


def chip(text: str) -> str:
    """A chip's name, wherever it stands."""
    return rf"Chip [A-Z], {re.escape(fill_words.said(text))}(, in .*)?"


def blank(task: FillTask, number: int, holds: str = ".*") -> str:
    """A blank's name."""
    return rf"Blank {task.shown_number(number)} of {len(task.answers)}, line \d+, {holds}"


def with_chip(task: FillTask, number: int, text: str, mark: str = "") -> str:
    """A blank's name when a chip is in it."""
    return blank(task, number, f"contains {re.escape(fill_words.said(text))}{mark}")


def right(task: FillTask) -> dict[int, str]:
    """A right chip for each blank."""
    return {number: accepted[0] for number, accepted in task.answers.items()}


def left(task: ArrangeTask, line: int) -> str:
    """The name of a line that is not placed."""
    return rf"Chip [A-Z], {re.escape(arrange_words.said(task.text_of(line)))}"


def placed(task: ArrangeTask, at: int, row: Row, mark: str = "") -> str:
    """The name of a line that is placed at `at`, counted from 0."""
    text = re.escape(arrange_words.said(task.text_of(row.line)))
    depth = f", indent {row.indent}" if task.indentation else ""
    return rf"Line {at + 1} of \d+, {text}{depth}{mark}"


def code_line(task: DebugTask, number: int, mark: str = "") -> str:
    """The name of a line of a program."""
    return rf"Line {number}, {re.escape(task.lines[number - 1].strip())}{mark}"


def option(words: str) -> str:
    """The name of an option."""
    return rf"[A-H], {re.escape(' '.join(words.split()))}"


def options(task: ChooseTask) -> list[str]:
    """The names of the right options."""
    return [option(markup.plain(task.options[one].text)) for one in sorted(task.right_options)]


def right_fix(task: DebugTask) -> str:
    """The name of the right fix."""
    return option(task.fixes[task.right_fix].text)


def entry(task: TypeTask, number: int, mark: str = "") -> str:
    """The name of a text field."""
    return rf"Blank {task.shown_number(number)} of {len(task.numbers)}, line \d+{mark}"


def answer_by_mouse(learner: Learner, task: AnyTask) -> None:
    """Click what is right; only what is typed needs the keyboard."""
    if isinstance(task, ChooseTask):
        for name in options(task):
            learner.click(name, OPTION)
    elif isinstance(task, FillTask):
        for number, text in right(task).items():
            learner.click(blank(task, number))
            learner.click(chip(text))
            learner.see(with_chip(task, number, text))
    elif isinstance(task, ArrangeTask):
        for at, row in enumerate(task.right_answer().rows):
            learner.click(left(task, row.line))
            indent(learner, task, at, row, by_mouse=True)
    elif isinstance(task, DebugTask):
        learner.click(code_line(task, task.fault), "")
        learner.see(code_line(task, task.fault, ", chosen"))
        learner.click(right_fix(task), OPTION)
    else:
        for number in task.numbers:
            learner.click(entry(task, number), "")
            learner.write(task.key[number])


def answer_by_keys(learner: Learner, task: AnyTask) -> None:
    """Give the right answer where the keyboard is when a task opens."""
    if isinstance(task, ChooseTask):
        learner.press(*(letter(learner, name) for name in options(task)))
    elif isinstance(task, FillTask):
        for number, text in right(task).items():
            learner.press(str(task.shown_number(number)), letter(learner, chip(text)))
            learner.see(with_chip(task, number, text))
    elif isinstance(task, ArrangeTask):
        for at, row in enumerate(task.right_answer().rows):
            learner.press(letter(learner, left(task, row.line)))
            indent(learner, task, at, row, by_mouse=False)
    elif isinstance(task, DebugTask):
        for number in (n for n, text in enumerate(task.lines[: task.fault], 1) if text.strip()):
            learner.press("Down")
            learner.see(code_line(task, number, ", chosen"))
        learner.press(letter(learner, right_fix(task)))
    else:
        for at, number in enumerate(task.numbers):
            if at:
                learner.press("Tab")
            learner.write(task.key[number])


def letter(learner: Learner, name: str) -> str:
    """The key that chooses a chip or an option."""
    words = learner.see(name).name.removeprefix("Chip ")
    return words[0]


def indent(learner: Learner, task: ArrangeTask, at: int, row: Row, *, by_mouse: bool) -> None:
    """Bring the line that was placed last to its depth."""
    anywhere = placed(task, at, row).replace(f"indent {row.indent}", r"indent \d")
    now = learner.see(anywhere).name
    deep = int(now.rpartition(" ")[2]) if task.indentation else row.indent
    for _ in range(abs(row.indent - deep)):
        if by_mouse:
            learner.click(f"Indent line {at + 1} {'more' if row.indent > deep else 'less'}")
        else:
            learner.press("Right" if row.indent > deep else "Left")
    learner.see(placed(task, at, row))
