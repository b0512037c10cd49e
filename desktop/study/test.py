"""Tests of a topic: choosing ten questions, taking them, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from desktop.domain.events import EventKind, Happening, Moment
from desktop.domain.exercises import AnyAnswer, AnyTask
from desktop.domain.exercises.grade import Grade
from desktop.domain.exercises.task import Difficulty
from desktop.domain.lesson import Lesson
from desktop.domain.progress import Level, TaskRow
from desktop.domain.sitting import Question, Sitting
from desktop.domain.verdict import points
from desktop.study.session import missed_concepts

__test__ = False

QUESTIONS = 10
MOST_CHOICES = 4
RECENT_TESTS = 2
"""Questions of the last two tests come again only when nothing else is left."""
ENOUGH = {Difficulty.EASY: 10, Difficulty.MEDIUM: 10, Difficulty.HARD: 18}
"""Tasks a bank needs of each level, so that two tests in a row need not repeat any."""
LADDER = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)

_MIXED = (Difficulty.EASY,) * 2 + (Difficulty.MEDIUM,) * 3 + (Difficulty.HARD,) * 5


@dataclass(frozen=True, slots=True)
class Picker:
    """Chooses tasks of a lesson's bank for a test."""

    lesson: Lesson
    rows: Mapping[tuple[str, str], TaskRow]
    """What is known of the tasks, by place and content hash."""
    course: str
    recent: frozenset[str]
    """The last two tests, by uid."""

    def order(self, asked: Sequence[AnyTask], random: Random) -> list[AnyTask]:
        """The tasks that may still be asked, best first.

        Unseen in the last two tests, then the concept least covered so far, then least recently seen,
        then by chance; never two of one family, never more than four choices.
        """
        ids = {task.id for task in asked}
        families = {task.family for task in asked if task.family}
        choices = sum(task.kind == "choose" for task in asked)
        covered = Counter(concept for task in asked for concept in task.concepts)
        free = [
            task
            for task in self.lesson.bank
            if task.id not in ids
            and task.family not in families
            and (task.kind != "choose" or choices < MOST_CHOICES)
        ]

        def rank(task: AnyTask) -> tuple[bool, int, int, float]:
            row = self.rows.get((f"{self.course}/{self.lesson.id}/{task.id}", task.content_hash))
            seen = row is not None and bool(self.recent & set(row.tests))
            least = min(covered[concept] for concept in task.concepts)
            return seen, least, row.last_utc_ms if row else 0, random.random()

        return sorted(free, key=rank)

    def pick(self, level: Difficulty, asked: Sequence[AnyTask], random: Random) -> AnyTask | None:
        """The next task of a level, else of the nearest level; `None` when the bank is used up."""
        ordered = self.order(asked, random)
        wanted = LADDER.index(level)
        return min(
            ordered,
            key=lambda task: abs(LADDER.index(task.difficulty) - wanted),
            default=None,
        )


def plan(level: Level) -> tuple[Difficulty, ...]:
    """The levels of the ten questions; an adaptive test starts with medium and knows no more."""
    match level:
        case Level.MIXED:
            return _MIXED
        case Level.ADAPTIVE:
            return (Difficulty.MEDIUM,)
        case _:
            return (Difficulty(level.value),) * QUESTIONS


def available(lesson: Lesson, level: Level) -> int:
    """How many questions of the bank a level can draw from."""
    if level in (Level.MIXED, Level.ADAPTIVE):
        return len(lesson.bank)
    return sum(task.difficulty.value == level.value for task in lesson.bank)


def repeats_likely(lesson: Lesson, level: Level) -> bool:
    """Whether the bank is too small for two tests without a repeat."""
    have = Counter(task.difficulty for task in lesson.bank)
    needed = LADDER if level in (Level.MIXED, Level.ADAPTIVE) else (Difficulty(level.value),)
    return any(have[one] < ENOUGH[one] for one in needed)


def start(
    picker: Picker, level: Level, seed: int, now: Moment, *, timer: bool = False
) -> tuple[Sitting, list[Happening]]:
    """A new test; the seed decides it wholly, so it can be replayed. ValueError when the bank is empty."""
    random = Random(seed)
    asked: list[AnyTask] = []
    short: list[str] = []
    for wanted in plan(level):
        task = picker.pick(wanted, asked, random)
        if task is None:
            break
        asked.append(task)
        if task.difficulty is not wanted and wanted.value not in short:
            short.append(wanted.value)
    if not asked:
        raise ValueError("the lesson has no questions for a test")
    total = min(QUESTIONS, len(picker.lesson.bank)) if level is Level.ADAPTIVE else len(asked)
    sitting = Sitting(
        uid=f"{random.getrandbits(128):032x}",
        course=picker.course,
        lesson=picker.lesson.id,
        level=level,
        seed=seed,
        started_utc_ms=now.utc_ms,
        total=total,
        timer=timer,
        questions=tuple(_question(task, random) for task in asked),
        short_of=tuple(short),
    )
    body = {"run": sitting.uid, "level": level.value, "seed": seed, "questions": [task.id for task in asked]}
    return sitting, [Happening(EventKind.TEST_STARTED, sitting.place, now, body=body)]


def _question(task: AnyTask, random: Random) -> Question:
    return Question(
        task=task.id,
        content_hash=task.content_hash,
        difficulty=task.difficulty,
        seed=random.getrandbits(32),
    )


def give(
    sitting: Sitting, answer: AnyAnswer | None, placement: dict[str, Any] | None, *, complete: bool
) -> Sitting:
    """Keep what stands in the question that is shown; it can still be changed."""
    return sitting.with_question(sitting.at, answer=answer, placement=placement, complete=complete)


def mark(sitting: Sitting, marked: bool) -> Sitting:
    """Mark the question for later, or take the mark away."""
    return sitting.with_question(sitting.at, marked=marked)


def go_to(sitting: Sitting, index: int) -> Sitting:
    """Show another question. Raises ValueError in an adaptive test, IndexError where there is none."""
    if sitting.adaptive:
        raise ValueError("an adaptive test only goes forward")
    if not 0 <= index < len(sitting.questions):
        raise IndexError(index)
    return sitting.model_copy(update={"at": index})


def next_adaptive(sitting: Sitting, picker: Picker) -> Sitting:
    """The next question of an adaptive test: harder after a right answer, easier after a wrong one.

    The last question stays when all have been asked.
    """
    asked = [task for q in sitting.questions if (task := picker.lesson.task(q.task)) is not None]
    if len(sitting.questions) >= sitting.total:
        return sitting
    last = sitting.questions[-1]
    task = picker.lesson.task(last.task)
    right = task is not None and last.answer is not None and task.grade(last.answer).right
    step = LADDER.index(last.difficulty) + (1 if right else -1)
    wanted = LADDER[max(0, min(len(LADDER) - 1, step))]
    random = Random(f"{sitting.seed}/{len(asked)}")
    chosen = picker.pick(wanted, asked, random)
    if chosen is None:
        return sitting.model_copy(update={"total": len(sitting.questions)})
    short = sitting.short_of
    if chosen.difficulty is not wanted and wanted.value not in short:
        short = (*short, wanted.value)
    questions = (*sitting.questions, _question(chosen, random))
    return sitting.model_copy(update={"questions": questions, "at": len(questions) - 1, "short_of": short})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question after the test."""

    question: Question
    task: AnyTask
    grade: Grade


@dataclass(frozen=True, slots=True)
class Result:
    """A test after its last question."""

    sitting: Sitting
    outcomes: tuple[Outcome, ...]

    @property
    def right(self) -> int:
        """How many questions were answered right."""
        return sum(outcome.grade.right for outcome in self.outcomes)

    @property
    def points(self) -> int | None:
        """On the scale of the verdict, 0 to 10; `None` where the level or missing questions allow none."""
        if len(self.outcomes) < QUESTIONS:
            return None
        hard = sum(o.grade.right for o in self.outcomes if o.question.difficulty is Difficulty.HARD)
        return points(self.sitting.level, self.right, hard)


def result(sitting: Sitting, lesson: Lesson) -> Result:
    """Grade a test. A question whose task has gone from the lesson is left out."""
    outcomes = []
    for question in sitting.questions:
        task = lesson.task(question.task)
        if task is None:
            continue
        grade = task.grade(question.answer) if question.answer is not None else Grade(right=False)
        outcomes.append(Outcome(question, task, grade))
    return Result(sitting, tuple(outcomes))


def finish(sitting: Sitting, lesson: Lesson, now: Moment) -> tuple[Result, list[Happening]]:
    """End a test: every question is an answer in the history, an unanswered one a wrong answer."""
    done = result(sitting, lesson)
    happenings = [_answered(done, outcome, now) for outcome in done.outcomes]
    questions = [
        {
            "task": outcome.task.id,
            "title": outcome.task.title,
            "hash": outcome.question.content_hash,
            "level": outcome.question.difficulty.value,
            "seed": outcome.question.seed,
            "right": outcome.grade.right,
            "answer": outcome.question.answer.model_dump(mode="json") if outcome.question.answer else None,
        }
        for outcome in done.outcomes
    ]
    body = {
        "run": sitting.uid,
        "level": sitting.level.value,
        "right": done.right,
        "total": len(done.outcomes),
        "points": done.points,
        "seconds": sitting.seconds,
        "seed": sitting.seed,
        "short_of": list(sitting.short_of),
        "questions": questions,
    }
    happenings.append(Happening(EventKind.TEST_FINISHED, sitting.place, now, body=body))
    return done, happenings


def _answered(done: Result, outcome: Outcome, now: Moment) -> Happening:
    given = outcome.question.answer
    body = {
        "run": done.sitting.uid,
        "mode": "test",
        "attempt": 1,
        "right": outcome.grade.right,
        "answer": given.model_dump(mode="json") if given else None,
        "hints": 0,
        "concepts": list(outcome.task.concepts),
        "missed": missed_concepts(outcome.task, outcome.grade),
    }
    place = f"{done.sitting.place}/{outcome.task.id}"
    return Happening(EventKind.ANSWERED, place, now, outcome.question.content_hash, body)


def resume(sitting: Sitting, lesson: Lesson) -> Sitting | None:
    """A test that was left, fitted to the lesson as it is today; `None` if no question is left.

    A question whose graded content has changed is asked afresh, one that is gone is left out; so is a
    changed one that an adaptive test has left behind, as there is no way back to it.
    """
    kept: list[Question] = []
    at = 0
    for index, question in enumerate(sitting.questions):
        if index == sitting.at:
            at = len(kept)
        task = lesson.task(question.task)
        if task is None:
            continue
        same = task.content_hash == question.content_hash
        if not same and sitting.adaptive and index < sitting.at:
            continue
        kept.append(question if same else _asked_afresh(task, question))
    if not kept:
        return None
    total = sitting.total if sitting.adaptive else len(kept)
    return sitting.model_copy(update={"questions": tuple(kept), "at": min(at, len(kept) - 1), "total": total})


def _asked_afresh(task: AnyTask, question: Question) -> Question:
    return Question(
        task=task.id,
        content_hash=task.content_hash,
        difficulty=task.difficulty,
        seed=question.seed,
        marked=question.marked,
    )


def beads(sitting: Sitting) -> tuple[str, ...]:
    """One word a question: "done" when it is answered in full, "now", or "todo"."""
    words = [
        "now" if index == sitting.at else "done" if question.complete else "todo"
        for index, question in enumerate(sitting.questions)
    ]
    return tuple(words + ["todo"] * (sitting.total - len(words)))
