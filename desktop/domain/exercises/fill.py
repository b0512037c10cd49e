"""Fill: put chips into the blanks of a snippet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from desktop.domain.exercises.grade import Grade, Remark
from desktop.domain.exercises.rungs import Ladder
from desktop.domain.exercises.task import Answer, Task
from desktop.domain.text import (
    Code,
    FileName,
    Language,
    Piece,
    Prose,
    Slug,
    Strict,
    as_tuple,
    one_or_more,
    refused,
)

NOTHING = ""
"""The chip "Leave empty": right where nothing belongs."""
MARKER = re.compile(r"\[\[([1-9]\d?)\]\]")


def numbered(value: Any) -> Any:
    """TOML keys are strings; blanks are counted in numbers."""
    if not isinstance(value, dict):
        return value
    wrong = next((key for key in value if not re.fullmatch(r"[1-9]\d?", str(key))), None)
    if wrong is not None:
        raise refused(
            "blank_number",
            "expected the number of a blank, 1 to 99, found {key}",
            at=(wrong,),
            key=str(wrong)[:40],
        )
    return {int(key): one for key, one in value.items()}


Accepted = Annotated[
    tuple[Piece, ...],
    BeforeValidator(one_or_more, json_schema_input_type=Piece | list[Piece]),
    Field(min_length=1, max_length=12),
]


class Misconception(Strict):
    """Why a chip is wrong: everywhere, or in one blank."""

    chip: Piece
    blank: Annotated[int, Field(ge=1, le=99)] | None = None
    text: Prose
    concept: Slug | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the snippet: text, or a blank."""

    text: str = ""
    blank: int = 0
    """The blank's number; 0 for text."""


def cut(source: str, blanks: Container[int]) -> tuple[Segment, ...]:
    """A snippet cut at the markers of these blanks; every other marker is text."""
    found: list[Segment] = []
    at = 0
    for match in MARKER.finditer(source):
        if int(match[1]) not in blanks:
            continue
        if match.start() > at:
            found.append(Segment(source[at : match.start()]))
        found.append(Segment(blank=int(match[1])))
        at = match.end()
    if at < len(source):
        found.append(Segment(source[at:]))
    return tuple(found)


class FillAnswer(Answer):
    """The chip in each blank; `None` where there is none."""

    kind: Literal["fill"] = "fill"
    placed: Annotated[dict[int, str | None], BeforeValidator(numbered)]


class FillTask(Task):
    """A snippet with numbered blanks and the chips that may go there."""

    kind: Literal["fill"]
    code: Code | None = None
    text: Prose | None = None
    language: Language | None = None
    file: FileName | None = None
    chips: Annotated[tuple[Piece, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=18)]
    reuse: bool = False
    """Whether a chip may stand in several blanks; else each is used once."""
    leave_empty: bool = False
    """Whether a chip "Leave empty" is offered."""
    answers: Annotated[dict[int, Accepted], BeforeValidator(numbered), Field(min_length=1, max_length=20)]
    fillings: Annotated[
        tuple[Annotated[dict[int, Piece], BeforeValidator(numbered)], ...],
        BeforeValidator(as_tuple),
        Field(max_length=20),
    ] = ()
    """Whole accepted fillings, where the answers of several blanks hang together."""
    interchangeable: Annotated[
        tuple[Annotated[tuple[int, ...], BeforeValidator(as_tuple)], ...],
        BeforeValidator(as_tuple),
        Field(max_length=8),
    ] = ()
    """Groups of blanks whose order does not matter."""
    blanks: Annotated[dict[int, Prose], BeforeValidator(numbered)] = Field(default_factory=dict)
    """A line of explanation for each blank."""
    ladder: Ladder | None = None
    """Which other tasks follow from this one."""
    misconceptions: Annotated[tuple[Misconception, ...], BeforeValidator(as_tuple), Field(max_length=80)] = ()

    GRADED: ClassVar[tuple[str, ...]] = (
        "code", "text", "language", "chips", "reuse", "leave_empty", "answers", "fillings", "interchangeable",
    )  # fmt: skip

    @model_validator(mode="after")
    def _whole(self) -> FillTask:
        """The snippet, its blanks, the chips and the answers fit together."""
        if (self.code is None) == (self.text is None):
            at = () if self.code is None else ("text",)
            raise refused("snippet", "expected either code or text, exactly one of them", at=at)
        if self.code is not None and not (self.language and self.file):
            raise refused("snippet", "code needs a language and a file name", at=("code",))
        _check_numbers(self)
        _check_chips(self)
        _check_misconceptions(self)
        _check_groups(self)
        _check_fillings(self)
        return self

    @property
    def attempts(self) -> int:
        """Three, for any number of blanks."""
        return 3

    def shown_number(self, blank: int) -> int:
        """The number on the blank's badge: blanks count from 1, whatever numbers the author used."""
        return sorted(self.answers).index(blank) + 1

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The snippet cut at its blanks; a marker whose number has no answer is text."""
        return cut(self.code if self.code is not None else self.text or "", self.answers)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The blanks, in the order in which they first stand in the snippet."""
        return tuple(dict.fromkeys(one.blank for one in self.segments if one.blank))

    @cached_property
    def key(self) -> dict[int, str]:
        """One right filling: the first that is accepted and that the chips suffice for."""
        for filling in self.fillings:
            return dict(filling)
        return _first_filling(self) or {number: self.answers[number][0] for number in self.numbers}

    def solved_code(self, filling: Mapping[int, str] | None = None) -> str:
        """The snippet with a filling in its blanks; the key by default."""
        chosen = self.key if filling is None else filling
        return "".join(chosen.get(one.blank, "") if one.blank else one.text for one in self.segments)

    def grade(self, answer: Answer) -> Grade:
        """The verdict on a filling; a blank without a chip is wrong.

        Where whole fillings are accepted, the nearest one (fewest blanks that differ, then the first)
        marks the blanks. Interchangeable blanks are marked by the best match between them.
        """
        assert isinstance(answer, FillAnswer)
        placed = answer.placed
        marks = _marks(self, placed)
        remarks = tuple(
            Remark(str(number), "", "") if (chip := placed.get(number)) is None else self.remark(number, chip)
            for number in self.numbers
            if not marks[number]
        )
        return Grade(all(marks.values()), {str(number): marks[number] for number in self.numbers}, remarks)

    def right_answer(self) -> FillAnswer:
        """The key as an answer."""
        return FillAnswer(placed=dict(self.key))

    def remark(self, blank: int, chip: str) -> Remark:
        """Why a chip is wrong in a blank: the text for this blank, else the one for the chip."""
        found = next((m for m in self.misconceptions if m.chip == chip and m.blank == blank), None) or next(
            (m for m in self.misconceptions if m.chip == chip and m.blank is None), None
        )
        if found is None:
            return Remark(str(blank), chip, "")
        return Remark(str(blank), chip, found.text, found.concept or "")


def _marks(task: FillTask, placed: Mapping[int, str | None]) -> dict[int, bool]:
    if task.fillings:
        fits = [{n: placed.get(n) == filling[n] for n in task.numbers} for filling in task.fillings]
        return max(fits, key=lambda fit: sum(fit.values()))
    marks = {number: placed.get(number) in task.answers[number] for number in task.numbers}
    for group in task.interchangeable:
        marks.update(_best_match(group, [placed.get(n) for n in group], [task.answers[n] for n in group]))
    return marks


def _best_match(
    group: tuple[int, ...], given: list[str | None], accepted: list[tuple[str, ...]]
) -> dict[int, bool]:
    """Which blanks of a group are right when as many as possible are (Kuhn's augmenting paths).

    A chip that fits the blank where it stands is matched there first, so that the marks stay put.
    """
    taken: dict[int, int] = {i: i for i, chip in enumerate(given) if chip in accepted[i]}

    def place(giver: int, seen: set[int]) -> bool:
        for place_at, fits in enumerate(accepted):
            if given[giver] in fits and place_at not in seen:
                seen.add(place_at)
                if place_at not in taken or place(taken[place_at], seen):
                    taken[place_at] = giver
                    return True
        return False

    matched = set(taken.values())
    for giver in range(len(group)):
        if giver not in matched and given[giver] is not None:
            place(giver, set())
    right = set(taken.values())
    return {number: index in right for index, number in enumerate(group)}


def _check_numbers(task: FillTask) -> None:
    missing = sorted(set(task.answers) - set(task.numbers))
    if missing:
        raise refused(
            "no_blank",
            "answers names blank {n}, but [[{n}]] does not stand in the snippet",
            at=("answers", missing[0]),
            n=missing[0],
        )
    source = task.code if task.code is not None else task.text or ""
    for marker in MARKER.finditer(source):
        number = int(marker[1])
        if number not in task.answers and min(task.answers) < number < max(task.answers):
            raise refused(
                "no_answer",
                "blank {n} has no answer; add it to answers",
                at=("text" if task.code is None else "code",),
                offset=marker.start(),
                n=number,
            )
    extra = sorted(set(task.blanks) - set(task.answers))
    if extra:
        raise refused(
            "no_blank",
            "blanks explains blank {n}, which does not exist",
            at=("blanks", extra[0]),
            n=extra[0],
        )


def _check_chips(task: FillTask) -> None:
    if NOTHING in task.chips:
        raise refused(
            "empty_chip",
            "a chip is empty; use leave_empty = true to offer an empty answer",
            at=("chips", task.chips.index(NOTHING)),
        )
    have = Counter(task.chips)
    for number, accepted in task.answers.items():
        for i, chip in enumerate(accepted):
            if chip == NOTHING and not task.leave_empty:
                raise refused(
                    "leave_empty",
                    "blank {n} accepts nothing, but leave_empty is not true",
                    at=("answers", number, i),
                    n=number,
                )
            if chip != NOTHING and chip not in have:
                raise refused(
                    "no_chip",
                    "the answer {chip} of blank {n} is not among the chips",
                    at=("answers", number, i),
                    chip=repr(chip),
                    n=number,
                )
    if not task.fillings and _first_filling(task) is None:
        raise refused(
            "too_few_chips",
            "the chips do not suffice for all blanks; add one or set reuse = true",
            at=("chips",),
        )


def _check_misconceptions(task: FillTask) -> None:
    for i, one in enumerate(task.misconceptions):
        if one.chip not in task.chips and not (one.chip == NOTHING and task.leave_empty):
            raise refused(
                "no_chip",
                "a misconception names the chip {chip}, which does not exist",
                at=("misconceptions", i, "chip"),
                chip=repr(one.chip),
            )
        if one.blank is not None and one.blank not in task.answers:
            raise refused(
                "no_blank",
                "a misconception names blank {n}, which does not exist",
                at=("misconceptions", i, "blank"),
                n=one.blank,
            )


def _check_groups(task: FillTask) -> None:
    seen: set[int] = set()
    for i, group in enumerate(task.interchangeable):
        if len(set(group)) < max(2, len(group)) or not set(group) <= set(task.answers) or seen & set(group):
            raise refused(
                "group",
                "interchangeable: expected groups of two or more blanks, each blank in one group",
                at=("interchangeable", i),
            )
        seen |= set(group)
    if seen and task.fillings:
        raise refused(
            "group",
            "use either fillings or interchangeable, not both; fillings can list every order",
            at=("interchangeable",),
        )


def _check_fillings(task: FillTask) -> None:
    for i, filling in enumerate(task.fillings):
        if set(filling) != set(task.answers):
            raise refused("filling", "a filling must name every blank once", at=("fillings", i))
        for number, chip in filling.items():
            if chip not in task.answers[number]:
                raise refused(
                    "filling",
                    "a filling puts {chip} into blank {n}, which answers does not accept",
                    at=("fillings", i, number),
                    chip=repr(chip),
                    n=number,
                )
        used = Counter(chip for chip in filling.values() if chip != NOTHING)
        if not task.reuse and used - Counter(task.chips):
            raise refused(
                "too_few_chips",
                "a filling uses a chip more often than it stands among the chips",
                at=("fillings", i),
            )
        if filling in task.fillings[:i]:
            raise refused("filling", "the same filling is listed twice", at=("fillings", i))


def _first_filling(task: FillTask) -> dict[int, str] | None:
    """An accepted answer for every blank that the chips suffice for, by backtracking, or `None`."""
    left = Counter(task.chips)

    def fill(numbers: tuple[int, ...]) -> dict[int, str] | None:
        if not numbers:
            return {}
        number, rest = numbers[0], numbers[1:]
        for chip in task.answers[number]:
            free = chip == NOTHING or task.reuse
            if free or left[chip]:
                left[chip] -= 0 if free else 1
                if (found := fill(rest)) is not None:
                    return {number: chip, **found}
                left[chip] += 0 if free else 1
        return None

    return fill(task.numbers)
