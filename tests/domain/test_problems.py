"""Problems: one line that editors understand, in the author's words."""

import pytest

from desktop.domain.problems import KeyPath, Level, Problem, in_authors_words

CONTENT = {
    "title": "T",
    "tasks": [{}, {"id": "main-cause", "answers": {"2": ["a", "b"]}, "options": [{"why": "x"}]}],
}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), ""),
        (("title",), "title"),
        (("tasks", 1), 'tasks[2] "main-cause"'),
        (("tasks", 1, "answers", "2"), 'tasks[2] "main-cause" › answers › 2'),
        (("tasks", 1, "answers", "2", 1), 'tasks[2] "main-cause" › answers › 2[2]'),
        (("tasks", 1, "options", 0, "why"), 'tasks[2] "main-cause" › options[1] › why'),
        (("tasks", 0, "id"), "tasks[1] › id"),
        (("tasks", 9, "id"), "tasks[10] › id"),
    ],
)
def test_a_place_is_told_as_an_author_counts(path: KeyPath, words: str) -> None:
    assert in_authors_words(path, CONTENT) == words


def test_an_error_is_one_line() -> None:
    problem = Problem("a.toml", 7, "expected {n}", {"n": 3}, "title")
    assert problem.line_text() == "a.toml:7: title: expected 3"


def test_a_warning_says_so_and_names_its_rule() -> None:
    problem = Problem("a.toml", 7, "too long", level=Level.WARNING, rule="Q7")
    assert problem.line_text() == "a.toml:7: warning: too long [Q7]"


def test_braces_in_values_and_in_plain_messages_stay() -> None:
    assert Problem("a", 1, "found {x}", {"x": "{y}"}).in_words() == "found {y}"
    assert Problem("a", 1, "a set {1, 2}").in_words() == "a set {1, 2}"
