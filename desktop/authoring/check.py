"""Checks courses: what the format asks, then the rules for questions that can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.authoring import (
    arrange_rules,
    bank_rules,
    choose_rules,
    debug_rules,
    fill_rules,
    reading_rules,
    task_rules,
    trace_rules,
    type_rules,
    visual_rules,
)
from desktop.authoring.finding import Finding
from desktop.domain.course import Course
from desktop.domain.exercises.arrange import ArrangeTask
from desktop.domain.exercises.choose import ChooseTask
from desktop.domain.exercises.debug import DebugTask
from desktop.domain.exercises.fill import FillTask
from desktop.domain.exercises.task import Task
from desktop.domain.exercises.typed import TypeTask
from desktop.domain.lesson import Lesson
from desktop.domain.problems import Level, Problem
from desktop.domain.refusals import Refusal
from desktop.storage.lesson_files import COURSE_FILE, CourseFiles, LessonFile, read_course, read_lesson
from desktop.storage.toml_files import TomlFile, read_toml


@dataclass(frozen=True, slots=True)
class Rule:
    """A numbered rule, and how bad its breach is; the numbers are those of the guide for authors."""

    number: str
    level: Level
    look: Callable[..., Iterator[Finding]]
    subject: type[Task | Lesson] = Task
    """What it looks at: a lesson, any task, or tasks of one kind."""


ERROR, WARNING = Level.ERROR, Level.WARNING
RULES: tuple[Rule, ...] = (
    Rule("Q1", ERROR, task_rules.right_answer_is_right),
    Rule("Q1", ERROR, arrange_rules.orders_are_programs, ArrangeTask),
    Rule("Q5", ERROR, fill_rules.chips_differ, FillTask),
    Rule("Q5", ERROR, choose_rules.options_differ, ChooseTask),
    Rule("Q5", ERROR, arrange_rules.distractors_differ, ArrangeTask),
    Rule("Q5", ERROR, debug_rules.fixes_differ, DebugTask),
    Rule("Q5", WARNING, type_rules.code_can_be_read, TypeTask),
    Rule("Q5", WARNING, type_rules.answers_differ, TypeTask),
    Rule("Q6", ERROR, fill_rules.chips_beyond, FillTask),
    Rule("Q6", ERROR, choose_rules.enough_options, ChooseTask),
    Rule("Q6", WARNING, arrange_rules.few_distractors, ArrangeTask),
    Rule("Q6", ERROR, debug_rules.enough_fixes, DebugTask),
    Rule("Q7", WARNING, fill_rules.key_not_longest, FillTask),
    Rule("Q7", WARNING, choose_rules.key_not_longest, ChooseTask),
    Rule("Q7", WARNING, debug_rules.key_not_longest, DebugTask),
    Rule("Q8", WARNING, choose_rules.similar_length, ChooseTask),
    Rule("Q9", ERROR, choose_rules.no_all_or_none, ChooseTask),
    Rule("Q10", WARNING, choose_rules.absolute_words, ChooseTask),
    Rule("Q11", WARNING, choose_rules.stem_not_in_key, ChooseTask),
    Rule("Q12", ERROR, fill_rules.a_reason_for_each_wrong_chip, FillTask),
    Rule("Q12", ERROR, fill_rules.reasons_of_chips, FillTask),
    Rule("Q12", ERROR, choose_rules.reasons_of_options, ChooseTask),
    Rule("Q12", ERROR, arrange_rules.reasons_of_lines, ArrangeTask),
    Rule("Q12", ERROR, debug_rules.reasons_of_fixes, DebugTask),
    Rule("Q12", ERROR, type_rules.mistakes_are_wrong, TypeTask),
    Rule("Q12", ERROR, type_rules.reasons_of_mistakes, TypeTask),
    Rule("Q12", ERROR, reading_rules.reasons_in_place, Lesson),
    Rule("Q13", ERROR, choose_rules.no_negative_stem, ChooseTask),
    Rule("Q14", WARNING, task_rules.prompt_length),
    Rule("Q14", WARNING, task_rules.code_size),
    Rule("Q14", WARNING, type_rules.blanks_are_short, TypeTask),
    Rule("Q14", WARNING, reading_rules.section_length, Lesson),
    Rule("Q14", WARNING, visual_rules.code_fits, Lesson),
    Rule("Q15", WARNING, task_rules.easy_reading),
    Rule("Q15", WARNING, reading_rules.easy_to_read, Lesson),
    Rule("Q17", ERROR, bank_rules.concepts_met, Lesson),
    Rule("Q17", ERROR, bank_rules.bank_size, Lesson),
    Rule("Q18", ERROR, task_rules.hints_and_solution),
    Rule("Q18", ERROR, task_rules.hints_keep_the_key),
    Rule("Q19", WARNING, task_rules.no_positions),
    Rule("R1", WARNING, reading_rules.a_question_between, Lesson),
    Rule("R2", WARNING, reading_rules.diagrams_described, Lesson),
    Rule("R3", ERROR, reading_rules.cases_have_sources, Lesson),
    Rule("T1", ERROR, trace_rules.traces_hold, Lesson),
    Rule("V1", WARNING, visual_rules.notes_say_why, Lesson),
    Rule("V2", WARNING, visual_rules.notes_are_short, Lesson),
    Rule("marker", WARNING, fill_rules.markers_without_answer, FillTask),
    Rule("marker", WARNING, arrange_rules.markers_without_choices, ArrangeTask),
)
"""For each task and lesson."""

CourseLook = Callable[[Sequence[Lesson]], Iterator[tuple[int, Finding]]]
COURSE_RULES: tuple[tuple[str, Level, CourseLook], ...] = (
    ("Q1", ERROR, bank_rules.ids_unique_in_course),
    ("Q7", ERROR, bank_rules.longest_is_key),
)
"""For the lessons of a course together; a finding comes with the number of the lesson it is in."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at and what was found."""

    courses: int
    lessons: int
    tasks: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.level is Level.ERROR for problem in self.problems)


def check_path(path: Path, *, schema_only: bool = False) -> Checked:
    """Check a lesson file, a course folder, or a folder of courses."""
    if path.is_file() and path.suffix == ".toml" and path.name != COURSE_FILE:
        return _checked_lesson(path, schema_only)
    folder = path.parent if path.name == COURSE_FILE else path
    folders = _courses_in(folder)
    if not folders:
        reason = "there is no course here" if path.exists() else "there is no such file or folder"
        return Checked(0, 0, 0, (Problem(str(path), 1, reason),))
    return _sum([_checked_course(read_course(one), schema_only) for one in folders])


def _courses_in(folder: Path) -> list[Path]:
    if (folder / COURSE_FILE).exists():
        return [folder]
    return sorted(one.parent for one in folder.glob(f"*/{COURSE_FILE}"))


def _sum(parts: Sequence[Checked]) -> Checked:
    problems = tuple(problem for one in parts for problem in one.problems)
    courses, lessons = sum(one.courses for one in parts), sum(one.lessons for one in parts)
    return Checked(courses, lessons, sum(one.tasks for one in parts), problems)


def _checked_lesson(path: Path, schema_only: bool) -> Checked:
    found = read_lesson(path)
    if not isinstance(found, Lesson):
        return Checked(0, 1, 0, tuple(found))
    return Checked(0, 1, len(found.tasks), () if schema_only else tuple(lesson_problems(path, found)))


def _checked_course(files: CourseFiles, schema_only: bool) -> Checked:
    problems = [*files.all_problems, *_unlike_its_files(files)]
    whole = [one for one in files.lessons if one.lesson]
    if not schema_only:
        for one in whole:
            problems += lesson_problems(one.path, one.lesson) if one.lesson else ()
        problems += _course_problems(whole)
    tasks = sum(len(one.lesson.tasks) for one in whole if one.lesson)
    return Checked(1, len(files.lessons), tasks, tuple(problems))


def lesson_problems(path: Path, lesson: Lesson) -> Iterator[Problem]:
    """What the rules find in a lesson, by line."""
    file = read_toml(path)
    if isinstance(file, Problem):
        return
    found: list[Problem] = []
    for rule in RULES:
        if rule.subject is Lesson:
            found += [_told(file, rule.number, rule.level, one) for one in rule.look(lesson)]
            continue
        for i, task in enumerate(lesson.tasks):
            if isinstance(task, rule.subject):
                for one in rule.look(task):
                    found.append(_told(file, rule.number, rule.level, one, ("tasks", i)))
    yield from sorted(found, key=lambda problem: problem.line)


def _course_problems(whole: Sequence[LessonFile]) -> Iterator[Problem]:
    lessons = [one.lesson for one in whole if one.lesson]
    for number, level, look in COURSE_RULES:
        for n, finding in look(lessons):
            file = read_toml(whole[n].path)
            if isinstance(file, TomlFile):
                yield _told(file, number, level, finding)


def _told(
    file: TomlFile, number: str, level: Level, finding: Finding, before: tuple[str | int, ...] = ()
) -> Problem:
    refusal = Refusal((*before, *finding.path), finding.message, finding.values, finding.offset)
    return file.problem(refusal, level, number)


def _unlike_its_files(files: CourseFiles) -> Iterator[Problem]:
    """Where a course's list and its files differ."""
    course, file = files.course, read_toml(files.folder / COURSE_FILE)
    if course is None or isinstance(file, Problem):
        return
    for i, (entry, one) in enumerate(zip(course.lessons, files.lessons, strict=True)):
        if (lesson := one.lesson) is None:
            continue
        if lesson.title != entry.title:
            message = 'the lesson itself has the title "{title}"'
            yield file.problem_at(("lessons", i, "title"), message, title=lesson.title)
        if lesson.minutes != entry.minutes:
            message = "the lesson itself says {minutes} minutes"
            yield file.problem_at(("lessons", i, "minutes"), message, minutes=lesson.minutes)
    yield from _unlisted(files.folder, course, file)


def _unlisted(folder: Path, course: Course, file: TomlFile) -> Iterator[Problem]:
    listed = {COURSE_FILE, *(f"{entry.id}.toml" for entry in course.lessons)}
    for name in sorted(path.name for path in folder.glob("*.toml") if path.name not in listed):
        refusal = Refusal(("lessons",), "the file {file} is not in the list of lessons", {"file": name})
        yield file.problem(refusal, Level.WARNING)
