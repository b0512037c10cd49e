"""Choose: letters, marks, and what is said."""

from __future__ import annotations

import pytest

from desktop.domain.exercises.choose import ChooseAnswer, ChooseTask
from desktop.domain.round import Entry, Stand
from desktop.study.session import Feedback
from desktop.ui.exercises.choose import ChooseView
from tests.study.lessons import choose_task, lesson


def task(**fields: object) -> ChooseTask:
    made = lesson([choose_task("q", **fields)]).tasks[0]
    assert isinstance(made, ChooseTask)
    return made


def several() -> ChooseTask:
    options = [{"text": t, "why": f"{t} it is.", "right": t in "ab"} for t in ("a", "b", "c", "d")]
    return task(options=options, several=True)


@pytest.fixture
def make(qtbot, theme):
    def build(source: ChooseTask, seed: int = 3, *, exam: bool = False) -> ChooseView:
        view = ChooseView(theme, source, seed, exam=exam)
        qtbot.addWidget(view.work)
        view.work.resize(700, 500)
        return view

    return build


def check(view: ChooseView, source: ChooseTask, *chosen: int, attempts_before: int = 0) -> Feedback:
    for index in chosen:
        view._rows[index].picked.emit()
    answer = view.answer()
    grade = source.grade(answer)
    left = source.attempts - attempts_before - 1
    stand = Stand.RIGHT if grade.right else Stand.OPEN if left else Stand.REVEALED
    feedback = Feedback(grade, attempts_before + 1, left, stand)
    entry = Entry(
        task="q", content_hash="x", seed=3, stand=stand, attempts=attempts_before + 1, answers=(answer,)
    )
    view.show_feedback(feedback, entry)
    return feedback


def names(view: ChooseView) -> list[str]:
    return [view._rows[index].accessibleName() for index in view._order]


def test_options_are_shuffled_by_the_seed_and_lettered_in_the_order_shown(make):
    source = task()
    orders = {tuple(make(source, seed)._order) for seed in range(30)}
    assert len(orders) > 10
    assert [name[0] for name in names(make(source))] == ["A", "B", "C", "D"]
    assert make(source, 4)._order == make(source, 4)._order


def test_another_option_takes_the_place_of_the_first(make):
    view = make(task())
    view._rows[1].picked.emit()
    view._rows[2].picked.emit()
    assert view.answer() == ChooseAnswer(chosen=(2,))
    view._rows[2].picked.emit()
    assert not view.complete


def test_several_options_can_be_chosen_where_the_task_says_so(make):
    view = make(several())
    view._rows[0].picked.emit()
    view._rows[1].picked.emit()
    assert view.answer() == ChooseAnswer(chosen=(0, 1))


def test_part_of_the_right_options_is_not_yet_right_and_stays_chosen(make):
    source = several()
    view = make(source)
    feedback = check(view, source, 0)
    assert [note.title for note in view.feedback_notes(feedback)] == ["Not all of it yet"]
    assert view.answer() == ChooseAnswer(chosen=(0,))


def test_a_wrong_option_cannot_be_chosen_again(make):
    source = task()
    view = make(source)
    check(view, source, 1)
    view._rows[1].picked.emit()
    assert not view.complete


def test_the_solution_names_options_by_the_letters_they_have_now(make):
    source = task()
    view = make(source)
    worked = view._worked()
    letter = names(view)[view._order.index(0)][0]
    assert worked.final == f"{letter}, yes"
    assert [one.letter for one in worked.mistakes] == sorted({"A", "B", "C", "D"} - {letter})


def test_the_solution_opens_after_the_last_miss_and_folds_away(make):
    source = task()
    view = make(source)
    check(view, source, 1)
    assert not view._solution.open
    check(view, source, 2, attempts_before=1)
    assert view._solution.open
    assert view.toggle_solution() is False


def test_an_exam_shows_no_marks(make):
    view = make(task(), exam=True)
    view._rows[1].picked.emit()
    assert {view._rows[i].state for i in range(4)} == {"idle", "chosen"}


def test_after_a_test_the_answer_and_the_right_one_are_marked(make):
    view = make(task(), exam=True)
    view.show_result(ChooseAnswer(chosen=(2,)))
    assert [view._rows[i].state for i in range(4)] == ["right", "rest", "wrong", "rest"]
    assert view._solution.open


def test_a_placement_is_put_back_and_what_no_longer_fits_is_left_out(make):
    view = make(several())
    view.restore({"chosen": [1, 99, "x"]})
    assert view.placement() == {"chosen": [1]}


def test_an_open_entry_shows_what_was_tried(make):
    view = make(task())
    entry = Entry(task="q", content_hash="x", seed=3, attempts=1, answers=(ChooseAnswer(chosen=(1,)),))
    view.show_entry(entry)
    assert view._rows[1].state == "wrong"
    assert view.verdict_words(Feedback(task().grade(ChooseAnswer(chosen=(1,))), 1, 1, Stand.OPEN)).endswith(
        "is not right yet."
    )
