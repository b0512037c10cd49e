"""Reading: where one begins, what is noted, and what a question takes."""

from random import Random

import pytest

from desktop.domain.check_question import CheckQuestion
from desktop.domain.events import EventKind
from desktop.domain.progress import TaskRow
from desktop.study import reading
from tests.domain.builders import lesson
from tests.reading import check_content, section_content, story_content
from tests.study.lessons import NOW

PLACE = "course/small"
LESSON = lesson(read=[section_content(name) for name in ("one", "two", "three")], why=story_content())
CHECK = CheckQuestion.model_validate(check_content())


def read_rows(*sections: str) -> dict[tuple[str, str], TaskRow]:
    places = [f"{PLACE}/read/{name}" for name in sections]
    return {(place, ""): TaskRow(place, "", 1, True, True, "", 0) for place in places}


@pytest.mark.parametrize(
    ("known", "first"), [((), "one"), (("one",), "two"), (("two",), "one"), (("one", "two", "three"), "one")]
)
def test_a_visit_begins_at_the_first_section_not_yet_read(known: tuple[str, ...], first: str) -> None:
    found = reading.already_read(LESSON, PLACE, "read", read_rows(*known))
    assert found == set(known)
    assert reading.start(LESSON, "read", found, Random(1)).at == first


def test_there_is_no_visit_where_nothing_is_to_be_read() -> None:
    with pytest.raises(ValueError, match="nothing to read"):
        reading.start(lesson(), "read", (), Random(1))


def test_a_section_is_noted_once_a_visit() -> None:
    visit = reading.start(LESSON, "read", (), Random(1))
    visit, (happening,) = reading.finish_part(visit, PLACE, "read", NOW)
    assert (happening.kind, happening.place, happening.content_hash) == (
        EventKind.SECTION_READ, f"{PLACE}/read/one", "",
    )  # fmt: skip
    assert happening.body == {"mode": "read", "section": "one", "run": visit.uid}
    assert reading.finish_part(visit, PLACE, "read", NOW) == (visit, [])


def test_options_are_tried_until_the_right_one() -> None:
    visit = reading.start(LESSON, "read", (), Random(1))
    visit, (wrong,) = reading.answer(visit, PLACE, "read", CHECK, 1, NOW)
    assert reading.answer(visit, PLACE, "read", CHECK, 1, NOW) == (visit, [])
    visit, (right,) = reading.answer(visit, PLACE, "read", CHECK, 0, NOW)
    assert [(one.body["attempt"], one.body["right"]) for one in (wrong, right)] == [(1, False), (2, True)]
    assert right.content_hash == CHECK.content_hash
    assert visit.tried == {"one": (1, 0)}
    assert reading.answer(visit, PLACE, "read", CHECK, 2, NOW) == (visit, [])


def test_beads_tell_what_was_read_now_or_before() -> None:
    visit = reading.go_to(reading.start(LESSON, "read", (), Random(1)), "two")
    assert reading.beads(visit, LESSON, "read", {"three"}) == ("todo", "now", "done")


def test_a_visit_to_a_section_that_is_gone_is_refused() -> None:
    visit = reading.go_to(reading.start(LESSON, "read", (), Random(1)), "four")
    with pytest.raises(ValueError, match="gone"):
        reading.resume(visit, LESSON, "read")


def test_a_question_that_lost_an_option_that_was_tried_is_asked_afresh() -> None:
    long, short = (check_content(options=check_content()["options"][:n]) for n in (3, 2))
    sections = [
        section_content("one", check=short),
        section_content("two", check=long),
        section_content("three"),
    ]
    visit = reading.start(LESSON, "read", (), Random(1))
    visit = visit.model_copy(update={"tried": {"one": (2,), "two": (1, 2), "three": (0,)}})
    assert reading.resume(visit, lesson(read=sections), "read").tried == {"two": (1, 2)}
