"""What a learner has done before a picture is taken, done by the real engine."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.events import Moment
from desktop.domain.exercises import AnyAnswer, AnyTask
from desktop.domain.exercises.arrange import ArrangeAnswer, ArrangeTask, Row
from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.exercises.debug import DebugAnswer, DebugTask
from desktop.domain.exercises.fill import FillAnswer
from desktop.domain.exercises.typed import TypeAnswer, TypeTask
from desktop.domain.progress import Draft, Level
from desktop.domain.round import Round, Stand
from desktop.domain.sitting import Sitting
from desktop.gallery.desk import Desk
from desktop.study import session, test
from desktop.ui.exercises.arrange_placement import kept


def wrong_answers(task: AnyTask) -> list[AnyAnswer]:
    """Complete answers with a mistake each, all in one place."""
    if isinstance(task, ChooseTask):
        return [ChooseAnswer(chosen=(i,)) for i in range(len(task.options)) if i not in task.right_options]
    if isinstance(task, ArrangeTask):
        return _wrong_orders(task)
    if isinstance(task, DebugTask):
        fixes = range(len(task.fixes))
        return [DebugAnswer(line=task.fault, fix=fix) for fix in fixes if fix != task.right_fix]
    if isinstance(task, TypeTask):
        return [TypeAnswer(typed={**task.key, task.numbers[-1]: f"not_{word}"}) for word in ("this", "that")]
    for number in reversed(task.numbers):
        spare = [chip for chip in task.chips if chip not in task.key.values()]
        answers = [FillAnswer(placed={**task.key, number: chip}) for chip in spare]
        found: list[AnyAnswer] = [answer for answer in answers if not task.grade(answer).right]
        if found:
            return found
    return [FillAnswer(placed=dict.fromkeys(task.numbers))]


def _wrong_orders(task: ArrangeTask) -> list[AnyAnswer]:
    """The right order with its last lines turned round, and then with a line that stands too deep."""
    right = task.right_answer()
    rows = right.rows
    turned = [(*rows[:at], *rows[at + 1 :], rows[at]) for at in range(len(rows) - 1)]
    deeper = [
        (*rows[:at], Row(line=row.line, indent=row.indent + 1), *rows[at + 1 :])
        for at, row in enumerate(rows)
    ]
    answers = [ArrangeAnswer(rows=some, chosen=right.chosen) for some in (*turned, *deeper)]
    return [answer for answer in answers if not task.grade(answer).right]


def placement(answer: AnyAnswer) -> dict[str, object]:
    """An answer as it stands in the view."""
    if isinstance(answer, ChooseAnswer):
        return {"chosen": list(answer.chosen)}
    if isinstance(answer, ArrangeAnswer):
        return kept(answer)
    if not isinstance(answer, FillAnswer):
        return answer.model_dump(mode="json", exclude={"kind"})
    return {"placed": {str(number): chip for number, chip in answer.placed.items() if chip is not None}}


def start_round(desk: Desk, place: str, mode: str, only: Sequence[str] = ()) -> Round:
    """A new round of a mode, or of the tasks named."""
    shelved, lesson = desk.shelved(place), desk.lesson(place)
    named = [task for name in only if (task := lesson.task(name)) is not None]
    tasks = named or lesson.practice(None if mode == "learn" else mode)
    return session.start(shelved.course, lesson, mode, tasks, desk.random, desk.now)


def solve(desk: Desk, round_: Round, marks: Sequence[bool], at: Moment | None = None) -> Round:
    """Answer the next tasks of a round, right or with every attempt wrong, and keep the round as a draft."""
    lesson, now = desk.lesson(round_.place), at or desk.now
    for right in marks:
        while True:
            task = lesson.task(round_.entry.task)
            assert task is not None
            answer = task.right_answer() if right else wrong_answers(task)[0]
            round_, feedback, happenings = session.answer(round_, task, answer, now, desk.random)
            desk.store.record(happenings)
            if feedback.stand is not Stand.OPEN:
                break
        if not round_.finished:
            round_ = session.advance(round_)
    keep_round(desk, round_)
    return round_


def keep_round(desk: Desk, round_: Round) -> None:
    """Write a round as a draft, as its page does."""
    key = f"{round_.place}/{round_.mode}"
    beads = session.beads(round_)
    if not round_.finished:
        desk.store.save_draft(Draft(key, round_.model_dump_json(), desk.now.utc_ms, round_.at + 1, beads))
    else:
        desk.store.drop_draft(key)


def begin_test(desk: Desk, place: str, level: Level, at: Moment, *, timer: bool = False) -> Sitting:
    """A new test, noted in the history."""
    recent = frozenset(one.uid for one in desk.store.tests(place)[: test.RECENT_TESTS])
    rows, course = desk.store.task_rows(place), desk.shelved(place).course
    picker = test.Picker(desk.lesson(place), rows, course, recent)
    sitting, happenings = test.start(picker, level, desk.random.getrandbits(32), at, timer=timer)
    desk.store.record(happenings)
    return sitting


def answer_questions(desk: Desk, sitting: Sitting, marks: Sequence[bool | None]) -> Sitting:
    """Answer the questions of a test in order: right, wrong, or not at all."""
    lesson = desk.lesson(sitting.place)
    for index, right in enumerate(marks[: len(sitting.questions)]):
        sitting = test.go_to(sitting, index)
        task = lesson.task(sitting.question.task)
        assert task is not None
        answers = [task.right_answer()] if right else wrong_answers(task) if right is not None else []
        for answer in answers[:1]:  # without one the question is left open, and counts as wrong
            sitting = test.give(sitting, answer, placement(answer) or None, complete=True)
    return sitting


def keep_sitting(desk: Desk, sitting: Sitting) -> None:
    """Write a test as a draft, as its page does."""
    key, beads = f"{sitting.place}/test", test.beads(sitting)
    desk.store.save_draft(Draft(key, sitting.model_dump_json(), desk.now.utc_ms, sitting.at + 1, beads))


def take_test(desk: Desk, place: str, level: Level, wrong: Sequence[int], days_ago: int = 0) -> str:
    """Take a whole test with mistakes at these places; the name of the test."""
    at = desk.on_day(-days_ago)
    sitting = begin_test(desk, place, level, at)
    marks = [index not in wrong for index in range(len(sitting.questions))]
    sitting = answer_questions(desk, sitting, marks).model_copy(update={"seconds": 431})
    _, happenings = test.finish(sitting, desk.lesson(place), at)
    desk.store.record(happenings)
    return sitting.uid
