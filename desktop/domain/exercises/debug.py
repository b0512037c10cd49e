"""Debug: find the faulty line of a program, then choose what it becomes."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.exercises.grade import Grade, Remark
from desktop.domain.exercises.task import Answer, Task
from desktop.domain.text import Code, CodeLine, FileName, Language, Prose, Slug, Strict, as_tuple, refused

NO_LINE = 0
"""The line of an answer in which none was chosen."""
LINE, FIX = "line", "fix"
"""The two parts that are graded."""


class Fix(Strict):
    """What the faulty line could become, and why that mends the program or does not."""

    text: CodeLine
    right: bool = False
    why: Prose
    concept: Slug | None = None


class Suspect(Strict):
    """Why a line that looks guilty is not the fault."""

    line: Annotated[int, Field(ge=1, le=99)]
    text: Prose
    concept: Slug | None = None


class DebugAnswer(Answer):
    """The line that was chosen, 0 for none, and the fix by its place in the lesson file."""

    kind: Literal["debug"] = "debug"
    line: int
    fix: int | None = None


class DebugTask(Task):
    """A program with one faulty line, what it printed, and the fixes to choose from."""

    kind: Literal["debug"]
    language: Language
    file: FileName
    code: Code
    console: Code
    """What the program printed, or how it stopped."""
    fault: Annotated[int, Field(ge=1, le=99)]
    """The faulty line; empty lines are counted too."""
    fixes: Annotated[tuple[Fix, ...], BeforeValidator(as_tuple), Field(min_length=2, max_length=4)]
    suspects: Annotated[tuple[Suspect, ...], BeforeValidator(as_tuple), Field(max_length=20)] = ()

    GRADED: ClassVar[tuple[str, ...]] = ("language", "code", "console", "fault", "fixes")

    @model_validator(mode="after")
    def _whole(self) -> DebugTask:
        """Fault, fixes and suspects fit the code and each other."""
        _check_line(self, self.fault, ("fault",))
        _check_fixes(self)
        _check_suspects(self)
        return self

    @property
    def attempts(self) -> int:
        """Three for line and fix together."""
        return 3

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the code, empty ones too."""
        return tuple(self.code.split("\n"))

    @cached_property
    def right_fix(self) -> int:
        """The place of the right fix."""
        return next(i for i, fix in enumerate(self.fixes) if fix.right)

    def can_be_chosen(self, line: int) -> bool:
        """Whether a line is there and not empty; lines count from 1."""
        return 1 <= line <= len(self.lines) and bool(self.lines[line - 1].strip())

    def solved_code(self, fix: int | None = None) -> str:
        """The code with a fix in the place of the fault, indented like it; the right one by default."""
        faulty = self.lines[self.fault - 1]
        indentation = faulty[: len(faulty) - len(faulty.lstrip())]
        text = self.fixes[self.right_fix if fix is None else fix].text
        return "\n".join((*self.lines[: self.fault - 1], indentation + text, *self.lines[self.fault :]))

    def grade(self, answer: Answer) -> Grade:
        """The verdict; while the line is wrong, nothing is said of the fix."""
        assert isinstance(answer, DebugAnswer)
        if answer.line != self.fault:
            return Grade(False, {LINE: False}, (self._not_the_fault(answer.line),))
        right = answer.fix == self.right_fix
        remarks = () if right else (self._no_fix(answer.fix),)
        return Grade(right, {LINE: True, FIX: right}, remarks)

    def right_answer(self) -> DebugAnswer:
        """The fault and the right fix."""
        return DebugAnswer(line=self.fault, fix=self.right_fix)

    @cached_property
    def content_hash(self) -> str:
        """Over what is graded: the code, the fault and the fixes, not the reasons."""
        fixes = tuple(fix.model_copy(update={"why": "-", "concept": None}) for fix in self.fixes)
        return super(DebugTask, self.model_copy(update={"fixes": fixes})).content_hash

    def _not_the_fault(self, line: int) -> Remark:
        given = self.lines[line - 1].strip() if self.can_be_chosen(line) else ""
        found = next((one for one in self.suspects if one.line == line), None)
        return Remark(LINE, given, found.text if found else "", (found and found.concept) or "")

    def _no_fix(self, index: int | None) -> Remark:
        if index is None or not 0 <= index < len(self.fixes):
            return Remark(FIX, "", "")
        fix = self.fixes[index]
        return Remark(FIX, fix.text, fix.why, fix.concept or "")


def _check_line(task: DebugTask, line: int, at: tuple[str | int, ...]) -> None:
    if line > len(task.lines):
        message = "the code has {n} lines, there is no line {line}"
        raise refused("no_line", message, at=at, n=len(task.lines), line=line)
    if not task.can_be_chosen(line):
        raise refused("empty_line", "line {line} is empty, so nobody can choose it", at=at, line=line)


def _check_fixes(task: DebugTask) -> None:
    right = [i for i, fix in enumerate(task.fixes) if fix.right]
    if not right:
        raise refused("no_right_fix", "no fix is marked right = true", at=("fixes",))
    if len(right) > 1:
        message = "{n} fixes are right; mark one"
        raise refused("right_fixes", message, at=("fixes", right[1], "right"), n=len(right))
    texts = [fix.text.strip() for fix in task.fixes]
    faulty = task.lines[task.fault - 1].strip()
    for i, text in enumerate(texts):
        if text == faulty:
            message = "the fix is the fault: it is the same as line {line}"
            raise refused("fix_is_fault", message, at=("fixes", i, "text"), line=task.fault)
        if text in texts[:i]:
            raise refused("same_fix", "two fixes have the same text", at=("fixes", i, "text"))


def _check_suspects(task: DebugTask) -> None:
    for i, suspect in enumerate(task.suspects):
        at = ("suspects", i, "line")
        _check_line(task, suspect.line, at)
        if suspect.line == task.fault:
            message = "line {line} is the fault; a suspect is a line that is fine"
            raise refused("suspect_is_fault", message, at=at, line=suspect.line)
        if suspect.line in [one.line for one in task.suspects[:i]]:
            message = "line {line} is named twice among the suspects"
            raise refused("suspect_twice", message, at=at, line=suspect.line)
