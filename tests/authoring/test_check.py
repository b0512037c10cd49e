"""The rules for questions that can be trusted: each finds its fault, and leaves sound tasks alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.authoring.check import RULES, Rule, check_path, lesson_problems
from desktop.authoring.finding import Finding
from desktop.domain.exercises import AnyTask
from desktop.domain.lesson import Lesson
from desktop.domain.problems import Level, filled
from tests.domain.builders import arrange, choose, choose_content, debug, fill, lesson, typed
from tests.storage.lesson_texts import COURSE, LESSON, write_course

REASON = "You took this for something else, and so the result would be another one here."
FILL: dict[str, Any] = {
    "hints": ["Look at what is given.", "A sum has two parts.", "A twin: for `x` and `y` it is `x + y`."],
    "solution": [{"text": "Add the first to the second."}],
    "chips": ["a", "b", "c", "d", "e"],
    "misconceptions": [
        {"chip": "a", "blank": 2, "text": f"Once. {REASON}"},
        {"chip": "b", "blank": 1, "text": f"Twice. {REASON}"},
        {"chip": "c", "text": f"Cold. {REASON}"},
        {"chip": "d", "text": f"Dark. {REASON}"},
        {"chip": "e", "text": f"Even. {REASON}"},
    ],
}
OPTIONS: list[dict[str, Any]] = [
    {"text": "It writes the model to the disk", "right": True, "why": "So it is there again tomorrow."},
    {"text": "It prints the model to the log", "why": f"Print. {REASON}"},
    {"text": "It trains the model once more", "why": f"Train. {REASON}"},
    {"text": "It checks the rows for gaps", "why": f"Check. {REASON}"},
]
CHOOSE: dict[str, Any] = {
    "prompt": "What does the last line of this function do?",
    "hints": ["Read the name of the function that is called."],
    "solution": [{"text": "Look at the verb in its name."}],
    "options": OPTIONS,
}
FIXES: list[dict[str, Any]] = [
    {"text": "return a + b", "right": True, "why": f"It adds. {REASON}"},
    {"text": "return b - a", "why": f"Turned. {REASON}"},
    {"text": "return a * b", "why": f"Times. {REASON}"},
]
DEBUG: dict[str, Any] = {
    "hints": ["Look at what is given.", "What does it give back?", "A twin: `x + y` for `x` and `y`."],
    "solution": [{"text": "Turn the sign round."}],
    "fixes": FIXES,
    "suspects": [{"line": 3, "text": f"Unused. {REASON}"}],
}
ARRANGE: dict[str, Any] = {
    "hints": ["Look at what is given.", "What comes first?", "A twin: open a file, then read it."],
    "solution": [{"text": "Begin with the function."}],
    "distractors": [{"line": "total = 0", "why": f"Zero. {REASON}"}],
    "misplaced": [{"line": 2, "text": f"Later. {REASON}"}],
}
FADED: dict[str, Any] = {
    "code": "a = 1\nb = [[1]]\nc = 3\n",
    "faded": {"1": {"answers": "total", "choices": ["total", "count"]}},
}
TYPE: dict[str, Any] = {
    "hints": ["Say it in words.", "Compare with zero.", "A twin: `if word:` keeps what is not empty."],
    "solution": [{"text": "Keep what is above zero."}],
    "misconceptions": [{"typed": "n < 0", "blank": 1, "text": f"Below. {REASON}"}],
}
BARE: dict[str, Any] = {"hints": [], "misconceptions": []}
TASK_RULES = [rule for rule in RULES if rule.subject is not Lesson]


def found(task: AnyTask) -> list[tuple[str, Finding]]:
    return [
        (rule.number, finding)
        for rule in TASK_RULES
        if isinstance(task, rule.subject)
        for finding in rule.look(task)
    ]


def option(n: int, **changes: Any) -> dict[str, Any]:
    """The sound options with one changed."""
    return {"options": [{**one, **changes} if i == n else one for i, one in enumerate(OPTIONS)]}


@pytest.mark.parametrize(
    "task",
    [fill(**FILL), choose(**CHOOSE), debug(**DEBUG), arrange(**ARRANGE), typed(**TYPE)],
    ids=lambda task: task.kind,
)
def test_sound_tasks_break_no_rule(task: AnyTask) -> None:
    assert found(task) == []


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        ("Q5", {"chips": ["a", "b", "c", "d", "e", "c"]}, "2 times"),
        ("Q5", {"chips": ["a", "b", "c", "d", "e", "(a)"]}, "means the same as 'a'"),
        ("Q6", {"chips": ["a", "b", "c", "d"], "misconceptions": FILL["misconceptions"][:4]}, "found 2"),
        (
            "Q7",
            {
                "code": "[[1]]",
                "answers": {"1": "aaaa"},
                "chips": ["aaaa", "b", "c", "d"],
                "misconceptions": [],
            },
            "1.3",
        ),
        ("Q12", {"misconceptions": FILL["misconceptions"][1:]}, "'a' is right elsewhere"),
        ("Q12", {"misconceptions": FILL["misconceptions"][:4]}, "the wrong chip 'e' has no text"),
        ("Q12", {"leave_empty": True}, "Leave empty has no text"),
        (
            "Q12",
            {"misconceptions": [*FILL["misconceptions"][:4], {"chip": "e", "text": "Too short."}]},
            "found 2",
        ),
        (
            "Q12",
            {
                "misconceptions": [
                    *FILL["misconceptions"][1:],
                    {"chip": "c", "blank": 1, "text": f"Twice. {REASON}"},
                ]
            },
            "same text",
        ),
        ("Q12", {"concepts": ["names", "values"]}, "expected the concept"),
        ("Q14", {"prompt": "Add them up."}, "found 3"),
        ("Q14", {"code": "[[1]]\n[[2]]\n" + "x\n" * 14}, "at most 15 lines"),
        ("Q14", {"code": "[[1]] + [[2]]  #" + "x" * 66}, "at most 72 columns"),
        (
            "Q15",
            {**BARE, "prompt": "Add " + "the small number to the other one and then " * 6 + "stop."},
            "20 words a sentence",
        ),
        (
            "Q15",
            {**BARE, "prompt": "Institutionalise organisational interoperability considerations."},
            "grade 9",
        ),
        ("Q18", {"hints": ["One."]}, "expected 3 hints, found 1"),
        ("Q18", {"solution": []}, "worked solution"),
        ("Q18", {"hints": ["Is it `a`?", "Two.", "Three."]}, "contains the answer “a”"),
        ("Q19", {"explanation": "The first chip is the sum."}, "names a place (first chip)"),
        ("marker", {"code": "[[1]] + [[2]] + [[3]]"}, "[[3]] has no answer"),
    ],
)
def test_each_rule_finds_its_fault_in_a_fill_task(number: str, changes: dict[str, Any], words: str) -> None:
    task = fill(**{**FILL, **changes})
    assert any(rule == number and words in filled(one.message, one.values) for rule, one in found(task))


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        (
            "Q5",
            {
                "options": [
                    {"text": text, "code": True, "right": not i, "why": REASON}
                    for i, text in enumerate(["x = 1", "x=1", "x=2", "x=3"])
                ]
            },
            "option 1",
        ),
        ("Q6", {"options": OPTIONS[:3]}, "expected 4 options"),
        ("Q6", {"options": OPTIONS[:2], "use": "practice"}, "at least 3"),
        (
            "Q7",
            option(0, text="It writes the whole model to the disk, where others can read it"),
            "1.3 times",
        ),
        ("Q8", option(1, text="It prints"), "three times"),
        ("Q9", option(1, text="All of the above"), "All of the above"),
        ("Q10", option(1, text="It always prints to the log"), "always"),
        ("Q11", {"prompt": "Which line of this code writes to a file?"}, "writes"),
        ("Q12", option(1, why="No."), "found 1"),
        ("Q12", option(1, why=f"Train. {REASON}"), "same text"),
        ("Q12", {"concepts": ["names", "values"]}, "expected the concept"),
        ("Q13", {"prompt": "Which of these lines does not change the model?"}, "NOT"),
        ("Q18", {"hints": ["It writes the model to the disk."]}, "contains the answer"),
        ("Q19", {"explanation": "Read option 2 again."}, "option 2"),
    ],
)
def test_each_rule_finds_its_fault_in_a_choice(number: str, changes: dict[str, Any], words: str) -> None:
    task = choose(**{**CHOOSE, **changes})
    assert any(rule == number and words in filled(one.message, one.values) for rule, one in found(task))


def fix(n: int, **changes: Any) -> dict[str, Any]:
    """The sound fixes with one changed."""
    return {"fixes": [{**one, **changes} if i == n else one for i, one in enumerate(FIXES)]}


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        ("Q5", fix(1, text="return (a - b)"), "the same to Python as the fault"),
        ("Q5", fix(2, text="return (b - a)"), "the same to Python as fix 2"),
        ("Q6", {"fixes": FIXES[:2]}, "found 2"),
        ("Q7", fix(0, text="return sum((a, b))"), "1.3"),
        ("Q12", fix(1, why="Too short."), "found 2"),
        ("Q12", fix(1, why=FIXES[2]["why"]), "the same reason"),
        ("Q12", {"concepts": ["names", "values"]}, "expected the concept"),
        ("Q12", {"suspects": [{"line": 3, "text": "Too short."}]}, "found 2"),
        ("Q14", {"console": "x" * 73}, "at most 72 columns"),
        ("Q18", {"hints": ["Is it `return a + b`?", "Two.", "Three."]}, "contains the answer"),
        ("Q19", {"suspects": [{"line": 3, "text": f"The first choice. {REASON}"}]}, "names a place"),
    ],
)
def test_each_rule_finds_its_fault_in_a_debugging_task(
    number: str, changes: dict[str, Any], words: str
) -> None:
    task = debug(**{**DEBUG, **changes})
    assert any(rule == number and words in filled(one.message, one.values) for rule, one in found(task))


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        ("Q5", {"code": "for [[1]] [[2]]"}, "compared word by word"),
        ("Q5", {"answers": {"1": ["n > 0", "(n>0)"], "2": "append"}}, "means the same as one before"),
        ("Q12", {"misconceptions": [{"typed": "n>0", "blank": 1, "text": REASON}]}, "be graded right"),
        ("Q12", {"misconceptions": [{"typed": "n", "text": "Too short."}]}, "found 2"),
        (
            "Q12",
            {"misconceptions": [{"typed": "n", "text": REASON}, {"typed": "m", "text": REASON}]},
            "the same text",
        ),
        ("Q12", {"concepts": ["names", "values"]}, "expected the concept"),
        ("Q14", {"code": "[[1]]", "answers": {"1": "x\n" * 7}, "misconceptions": None}, "at most 6 lines"),
        ("Q14", {"code": "[[1]].[[2]]  #" + "x" * 66}, "at most 72 columns"),
        ("Q18", {"hints": ["Is it `append`?", "Two.", "Three."]}, "contains the answer"),
        ("Q19", {"blanks": {"1": "The first choice."}}, "names a place"),
    ],
)
def test_each_rule_finds_its_fault_in_a_typing_task(number: str, changes: dict[str, Any], words: str) -> None:
    task = typed(**{**TYPE, **changes})
    assert any(rule == number and words in filled(one.message, one.values) for rule, one in found(task))


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        ("Q1", {"code": "a = 1\nb = (\nc = 3\n"}, "no Python"),
        ("Q1", {"accepted": [[1, 4, 2, 3]]}, "no Python: unindent"),
        ("Q5", {"distractors": [{"line": "total=sum( rows )", "why": f"So. {REASON}"}]}, "same as line 2"),
        (
            "Q6",
            {"distractors": [{"line": f"x = {n}", "why": f"So {n}. {REASON}"} for n in range(3)]},
            "at most 2 lines that are not needed, found 3",
        ),
        ("Q12", {"distractors": [{"line": "total = 0", "why": "Too short."}]}, "found 2"),
        ("Q12", {"misplaced": [{"line": 2, "text": "Too short."}]}, "found 2"),
        ("Q12", {"misplaced": [{"line": 2, "text": f"Zero. {REASON}"}]}, "stands for another line"),
        ("Q12", {"concepts": ["names", "values"]}, "expected the concept"),
        ("Q14", {"code": "a = 1\nb = 2\nc = '" + 72 * "x" + "'"}, "at most 72 columns"),
        ("Q18", {**FADED, "hints": ["Is it `total`?", "Two.", "Three."]}, "contains the answer"),
        ("Q19", {"lines": {"1": "See the first choice."}}, "names a place"),
        ("marker", {"code": "a = 1\nb = x[[1]]\nc = 3\n"}, "[[1]] has no answer"),
    ],
)
def test_each_rule_finds_its_fault_in_an_arranging_task(
    number: str, changes: dict[str, Any], words: str
) -> None:
    task = arrange(**{**ARRANGE, **changes})
    assert any(rule == number and words in filled(one.message, one.values) for rule, one in found(task))


@pytest.mark.parametrize(
    "prompt",
    ["Which of these lines does NOT change the model?", "What mends the job that did not save its model?"],
)
def test_a_shouted_not_and_a_not_in_the_story_are_fine(prompt: str) -> None:
    assert "Q13" not in [rule for rule, _ in found(choose(**{**CHOOSE, "prompt": prompt}))]


def lesson_rule(name: str) -> Callable[..., Any]:
    return next(rule.look for rule in RULES if rule.subject is Lesson and rule.look.__name__ == name)


def test_concepts_are_met_often_enough_and_in_two_kinds() -> None:
    choices = [choose_content(id=f"c{n}") for n in range(3)]
    look = lesson_rule("concepts_met")
    assert [one.message for one in look(lesson(*choices[:2]))] == [
        "expected 3 tasks or more on the concept {name}, found {n}"
    ]
    assert "one kind" in next(iter(look(lesson(*choices)))).message


def test_a_bank_needs_enough_of_each_level_and_not_only_choices() -> None:
    bank = lesson(*(choose_content(id=f"c{n}", difficulty="easy") for n in range(10)))
    said = [filled(one.message, one.values) for one in lesson_rule("bank_size")(bank)]
    assert said[0] == "expected 6 or more easy tasks for tests that are not choices, found 0"
    assert said[1] == "expected 10 or more medium tasks for tests, found 0"


def test_a_breach_is_told_at_its_line_with_its_rule_and_level(tmp_path: Path) -> None:
    path = write_course(tmp_path) / "one.toml"
    path.write_text(LESSON.replace("that the user gave.", "see the second chip."), encoding="utf-8")
    checked = check_path(path)
    told = next(one for one in checked.problems if one.rule == "Q19")
    assert (told.line, told.level, told.field) == (22, Level.WARNING, 'tasks[1] "sum" › prompt')
    assert checked.errors < len(checked.problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('title = "One"', 'title = "Uno"', 11, 'the title "One"'),
        ("minutes = 5", "minutes = 9", 12, "says 5 minutes"),
    ],
)
def test_a_course_says_of_its_lessons_what_they_say(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    checked = check_path(write_course(tmp_path, course=COURSE.replace(old, new, 1)), schema_only=True)
    assert [(one.line, words in one.in_words()) for one in checked.problems] == [(line, True)]
    assert checked.errors == 1


def test_two_lessons_of_a_course_do_not_share_the_id_of_a_task(tmp_path: Path) -> None:
    told = [one for one in check_path(write_course(tmp_path)).problems if one.rule == "Q1"]
    assert [(Path(one.file).name, one.line) for one in told] == [("two.toml", 15), ("two.toml", 40)]


@pytest.mark.parametrize(("long", "breaks"), [(0, True), (5, False), (20, True)])
def test_over_a_course_the_longest_option_is_right_as_often_as_by_chance(
    tmp_path: Path, long: int, breaks: bool
) -> None:
    tasks = "".join(
        f'\n[[tasks]]\nkind = "choose"\nid = "c{n}"\ntitle = "T"\ndifficulty = "easy"\nconcepts = ["names"]\n'
        f'use = "test"\nprompt = "Which one?"\nexplanation = "So."\noptions = [\n'
        f'{{ text = "{"long " * 3 if n < long else ""}right", right = true, why = "Yes." }},\n'
        '{ text = "quite bad", why = "No." }, { text = "bad", why = "No." }, { text = "no", why = "No." } ]\n'
        for n in range(20)
    )
    head = LESSON[: LESSON.index("[[tasks]]")]
    one_lesson = COURSE[: COURSE.rindex("[[lessons]]")]
    checked = check_path(write_course(tmp_path, course=one_lesson, one=head + tasks))
    assert any("longest option" in one.message and one.line == 1 for one in checked.problems) is breaks


def test_every_rule_has_a_number_of_the_guide_and_a_sentence() -> None:
    def sound(rule: Rule) -> bool:
        said = rule.look.__doc__ or ""
        return rule.number in (said if rule.number != "marker" else said.lower())

    assert all(sound(rule) for rule in RULES)


def test_a_file_that_is_gone_meanwhile_has_no_problems(tmp_path: Path) -> None:
    assert list(lesson_problems(tmp_path / "gone.toml", lesson())) == []
