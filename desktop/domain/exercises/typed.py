"""Type: write what belongs into the blanks of a snippet, compared as code and not as characters."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from desktop.domain.compare import Reading, as_program, read, tokens
from desktop.domain.exercises.fill import MARKER, Accepted, Segment, cut, numbered
from desktop.domain.exercises.grade import Grade, Remark
from desktop.domain.exercises.task import Answer, Task
from desktop.domain.text import Code, FileName, Language, Piece, Prose, Slug, Strict, as_tuple, refused
from desktop.domain.typed_difference import Difference, difference, nearness

Word = Annotated[str, StringConstraints(pattern=r"^\S{1,60}$")]


class Mistyped(Strict):
    """A wrong entry that many make, and the mistake behind it."""

    typed: Piece
    blank: Annotated[int, Field(ge=1, le=99)] | None = None
    text: Prose
    concept: Slug | None = None


class TypeAnswer(Answer):
    """What was typed into each blank."""

    kind: Literal["type"] = "type"
    typed: Annotated[dict[int, str], BeforeValidator(numbered)]


class TypeTask(Task):
    """A snippet with blanks to type into; a line that is one blank may take several lines."""

    kind: Literal["type"]
    language: Language
    file: FileName
    code: Code
    answers: Annotated[dict[int, Accepted], BeforeValidator(numbered), Field(min_length=1, max_length=20)]
    """For each blank a text that is right, or several."""
    aliases: Annotated[dict[Word, Word], Field(max_length=20)] = Field(default_factory=dict)
    """Words of a shell command that mean the same as others."""
    misconceptions: Annotated[tuple[Mistyped, ...], BeforeValidator(as_tuple), Field(max_length=80)] = ()
    blanks: Annotated[dict[int, Prose], BeforeValidator(numbered)] = Field(default_factory=dict)
    """A line of explanation for each blank."""

    GRADED: ClassVar[tuple[str, ...]] = ("language", "code", "answers", "aliases")

    @model_validator(mode="after")
    def _whole(self) -> TypeTask:
        """Blanks, answers, misconceptions and aliases fit together."""
        _check_numbers(self)
        _check_answers(self)
        _check_misconceptions(self)
        _check_aliases(self)
        return self

    @property
    def attempts(self) -> int:
        """One; then the answer opens, and the task comes back later."""
        return 1

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The snippet cut at its blanks."""
        return cut(self.code, self.answers)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The blanks, in the order in which they first stand in the snippet."""
        return tuple(dict.fromkeys(one.blank for one in self.segments if one.blank))

    @cached_property
    def key(self) -> dict[int, str]:
        """The first text that is right in each blank."""
        return {number: self.answers[number][0] for number in self.numbers}

    def shown_number(self, blank: int) -> int:
        """The number on the blank's badge: blanks count from 1, whatever numbers the author used."""
        return sorted(self.answers).index(blank) + 1

    def lines_of(self, blank: int) -> int:
        """How many lines a blank may take: that of its longest answer."""
        return max(text.count("\n") + 1 for text in self.answers[blank])

    def solved_code(self, typed: Mapping[int, str] | None = None) -> str:
        """The snippet with these texts in its blanks; what is missing is taken from the key."""
        return _filled(self.segments, {**self.key, **(typed or {})})

    def grade(self, answer: Answer) -> Grade:
        """The verdict; each blank is judged with the right texts in all others."""
        assert isinstance(answer, TypeAnswer)
        marks = {number: self.accepts(number, answer.typed.get(number, "")) for number in self.numbers}
        remarks = tuple(
            self.remark(number, answer.typed.get(number, "")) for number in self.numbers if not marks[number]
        )
        return Grade(all(marks.values()), {str(number): marks[number] for number in self.numbers}, remarks)

    def right_answer(self) -> TypeAnswer:
        """The key as an answer."""
        return TypeAnswer(typed=dict(self.key))

    def accepts(self, blank: int, typed: str) -> bool:
        """Whether a text means the same in a blank as one of its answers."""
        entry = tidied(typed)
        if not entry:
            return False
        return entry in self.answers[blank] or any(
            self._alike(blank, entry, text) for text in self.answers[blank]
        )

    def remark(self, blank: int, typed: str) -> Remark:
        """The mistake behind a wrong entry: that of the nearest misconception, if one is near."""
        entry = tidied(typed)
        found = self._misconception(blank, entry) if entry else None
        if found is None:
            return Remark(str(blank), entry, "")
        return Remark(str(blank), entry, found.text, found.concept or "")

    def what_differs(self, blank: int, typed: str) -> tuple[Difference, str]:
        """How a wrong entry differs from what is asked for, and what the reader of the language said."""
        entry = tidied(typed)
        found = self._reading(blank, entry)
        if entry and found.trouble is not None and self._reading(blank, self.key[blank]).trouble is None:
            alone = read(entry, self.language)  # what is said of it alone is nearer to the point
            clear = alone.trouble is found.trouble and read(self.key[blank], self.language).trouble is None
            return Difference(found.trouble.value), (alone if clear else found).reason
        return difference(entry, self.answers[blank]), ""

    def _misconception(self, blank: int, entry: str) -> Mistyped | None:
        """The one that means the same, else the one with the fewest letters in between."""
        mine = [one for one in self.misconceptions if one.blank == blank]
        known = mine + [one for one in self.misconceptions if one.blank is None]
        alike = next((one for one in known if self._alike(blank, entry, one.typed)), None)
        if alike is not None:
            return alike
        far = [(nearness(entry, one.typed, self.answers[blank]), n) for n, one in enumerate(known)]
        near = [(distance, n) for distance, n in far if distance is not None]
        return known[min(near)[1]] if near else None

    def _alike(self, blank: int, entry: str, text: str) -> bool:
        """Whether the snippet means the same with either; its words and signs count if nobody can read it."""
        right = self._reading(blank, text)
        if right.trouble is None:
            found = self._reading(blank, entry)
            return found.trouble is None and found.form == right.form
        return tokens(entry) == tokens(text)

    def _reading(self, blank: int, text: str) -> Reading:
        """The snippet with a text in a blank; its line alone where the snippet is but a part of a program."""
        if self._is_whole:
            return read(self.solved_code({blank: text}), self.language, self.aliases)
        row = next(line for line in self.code.split("\n") if f"[[{blank}]]" in line)
        line = _filled(cut(row, self.answers), {**self.key, blank: text})
        return read(as_program(line, self.language), self.language, self.aliases)

    @cached_property
    def _is_whole(self) -> bool:
        return read(self.solved_code(), self.language, self.aliases).trouble is None


def _filled(segments: Sequence[Segment], texts: Mapping[int, str]) -> str:
    """A snippet with texts in its blanks; each further line of a text is indented like its first."""
    code = ""
    for one in segments:
        before = code.rpartition("\n")[2]
        indent = before if not before.strip() else ""
        code += texts[one.blank].replace("\n", f"\n{indent}") if one.blank else one.text
    return code


def tidied(typed: str) -> str:
    """An entry without the spaces and empty lines around it, and the indentation that its lines share."""
    lines = [line.rstrip() for line in typed.replace("\t", "    ").split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    return textwrap.dedent("\n".join(lines)).strip()


def _check_numbers(task: TypeTask) -> None:
    for number in sorted(set(task.answers) - set(task.numbers)):
        message = "answers names blank {n}, but [[{n}]] does not stand in the code"
        raise refused("no_blank", message, at=("answers", number), n=number)
    for marker in MARKER.finditer(task.code):
        if (number := int(marker[1])) not in task.answers:
            message = "blank {n} has no answer; add it to answers"
            raise refused("no_answer", message, at=("code",), offset=marker.start(), n=number)
    for number in sorted(set(task.blanks) - set(task.answers)):
        message = "blanks explains blank {n}, which does not exist"
        raise refused("no_blank", message, at=("blanks", number), n=number)


def _check_answers(task: TypeTask) -> None:
    lines = task.code.split("\n")
    for number, accepted in task.answers.items():
        alone = all(line.strip() == f"[[{number}]]" for line in lines if f"[[{number}]]" in line)
        for i, text in enumerate(accepted):
            at = ("answers", number, i)
            if not text.strip():
                raise refused("empty_answer", "an answer of blank {n} is empty", at=at, n=number)
            if "\n" in text.strip("\n") and not alone:
                message = "blank {n} shares its line with other code, so its answer is one line"
                raise refused("several_lines", message, at=at, n=number)
            if text.strip() in [one.strip() for one in accepted[:i]]:
                raise refused("same_answer", "blank {n} has the same answer twice", at=at, n=number)


def _check_misconceptions(task: TypeTask) -> None:
    for i, one in enumerate(task.misconceptions):
        at = ("misconceptions", i, "typed")
        if one.blank is not None and one.blank not in task.answers:
            message = "a misconception names blank {n}, which does not exist"
            raise refused("no_blank", message, at=("misconceptions", i, "blank"), n=one.blank)
        if not one.typed.strip():
            raise refused("empty_entry", "a misconception has no entry; say what is typed", at=at)
        meant = task.answers if one.blank is None else {one.blank: task.answers[one.blank]}
        if all(one.typed.strip() in accepted for accepted in meant.values()):
            raise refused(
                "right_entry", "the misconception is an answer: {typed}", at=at, typed=one.typed[:40]
            )
        if any((one.typed, one.blank) == (other.typed, other.blank) for other in task.misconceptions[:i]):
            message = "the entry {typed} has two misconceptions for the same blank"
            raise refused("same_entry", message, at=at, typed=one.typed[:40])


def _check_aliases(task: TypeTask) -> None:
    if task.aliases and task.language != "bash":
        raise refused("aliases", "aliases are for shell commands, language = bash", at=("aliases",))
    for one, other in task.aliases.items():
        if one == other or other in task.aliases:
            message = "the alias {one} has to lead to a word that is no alias itself"
            raise refused("aliases", message, at=("aliases", one), one=one)
