"""How a fill task is laid out: equal slots, nothing moves, nothing is cut, in every state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.exercises.fill_snippet import snippet_lines
from desktop.ui.theme import Theme
from desktop.ui.widgets.slot_look import LOOKS, SlotState
from desktop.ui.widgets.slot_size import MOST_CHARACTERS
from desktop.ui.widgets.snippet import Gap, Ink
from tests.ui.exercises.fill_tasks import Hands, fill_task

Make = Callable[..., Hands]
LONG = 'log.info("run %s: commit %s, data %s, settings %s, seed %s", run.id, run.commit, run.data, run.seed)'


@pytest.fixture
def make(qtbot, theme) -> Make:
    def build(width: int = 780, **fields: Any) -> Hands:
        hands = Hands(theme, fill_task(**fields), width=width)
        qtbot.addWidget(hands.window)
        return hands

    return build


def rects(hands: Hands) -> list[QRect]:
    return [place.rect.toAlignedRect() for place in hands.canvas.sheet.places]


def touching(**more: Any) -> dict[str, Any]:
    made = {"code": "x = [[1]][[2]]\ny = 1", "chips": ["a", "b"], "answers": {1: "a", 2: "b"}}
    return {**made, "language": "python", "file": "a.py", **more}


def test_all_slots_are_equally_large_and_stay_where_they_are(make: Make) -> None:
    hands = make()
    before = rects(hands)
    assert len({(rect.width(), rect.height()) for rect in before}) == 1
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    assert rects(hands) == before
    hands.check()
    assert rects(hands) == before


def test_chips_keep_their_width_when_they_are_used(make: Make) -> None:
    hands = make()
    before = [chip.geometry() for chip in hands.tray.chips]
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    hands.check()
    QApplication.processEvents()
    assert [chip.geometry() for chip in hands.tray.chips] == before


def test_two_blanks_may_touch(make: Make) -> None:
    left, right = rects(make(**touching()))
    assert 0 <= right.left() - left.right() <= 4
    assert left.top() == right.top()


def test_a_long_chip_wraps_in_its_slot_and_the_line_grows(make: Make, theme: Theme) -> None:
    hands = make(**touching(chips=[LONG, "b"], answers={1: LONG, 2: "b"}))
    first, second = rects(hands)
    assert first.size() == second.size()
    assert first.height() > theme.px(24)
    forty = theme.metrics("code").horizontalAdvance("0" * MOST_CHARACTERS)
    assert forty < first.width() < forty + 60
    lines = hands.canvas.sheet.lines
    assert lines[1].top >= first.bottom()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [780, 420])
def test_no_text_of_a_chip_is_cut(make: Make, theme: Theme, width: int, scale: float) -> None:
    theme.apply("light", scale, reduced_motion=True)
    hands = make(width, **touching(chips=[LONG, "a " * 80, "b"], answers={1: LONG, 2: "b"}))
    hands.window.resize(width, 2400)
    QApplication.processEvents()
    for chip in hands.tray.chips:
        assert chip.height() >= chip.heightForWidth(chip.width())
    hands.letter(LONG)
    layout = hands.canvas.slots.lines(LONG, "code")
    size = hands.canvas.slots.size
    assert layout.lineCount() * theme.px(20) <= size.height
    assert all(layout.lineAt(row).naturalTextWidth() <= size.text + 1 for row in range(layout.lineCount()))


def test_a_narrow_panel_scrolls_the_active_blank_into_sight(make: Make) -> None:
    code = "one_rather_long_name_of_a_function_that_goes_on([[1]], and_another_name, [[2]])"
    hands = make(360, **touching(code=code))
    hands.digit("2")
    seen = hands.canvas.visibleRegion().boundingRect()
    assert seen.contains(rects(hands)[1].center())


@pytest.mark.parametrize("state", list(SlotState))
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_state_of_a_slot_is_painted_in_its_colours(
    make: Make, theme: Theme, state: SlotState, mode: str
) -> None:
    theme.apply("dark" if mode == "dark" else "light", 1.0, reduced_motion=True)
    hands = make()
    hands.letter("name")
    hands.canvas.state_of = lambda place: state  # type: ignore[method-assign]
    image = grab(hands)
    box = rects(hands)[0]
    look = LOOKS[state]
    assert at(image, box.right() - 30, box.top() + 5) == theme.color(look.ground).name()
    assert at(image, box.left() + 7, box.top() + 6) == theme.color(look.badge).name()
    border = [at(image, x, box.top()) for x in range(box.left() + 12, box.left() + 20)]
    assert theme.color(look.border).name() in border
    if look.dashed:
        assert len(set(border)) > 1


def grab(hands: Hands) -> QImage:
    image = QImage(hands.canvas.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    hands.canvas.render(image, QPoint(0, 0))
    return image


def at(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(x, y)).name()


def test_a_wrong_active_slot_has_a_ring_and_a_solved_task_has_none(make: Make, theme: Theme) -> None:
    hands = make()
    for chip in ("name", ">", "append"):
        hands.letter(chip)
    hands.check()
    box, accent = rects(hands)[1], theme.color("accent").name()
    above = [at(grab(hands), box.center().x(), box.top() - n) for n in (1, 2, 3)]
    assert above.count(accent) == 2
    hands.letter("<")
    hands.check(attempt=2)
    above = [at(grab(hands), box.center().x(), box.top() - n) for n in (1, 2, 3)]
    assert accent not in above


def test_only_what_changed_is_painted_again(make: Make) -> None:
    hands = make()
    QApplication.processEvents()
    seen: list[QRect] = []
    paint = hands.canvas.paintEvent

    def watched(event: QPaintEvent) -> None:
        seen.append(event.rect())
        paint(event)

    hands.canvas.paintEvent = watched  # type: ignore[method-assign]
    hands.letter("append")
    hands.canvas.repaint(rects(hands)[2])
    assert all(rect.height() < hands.canvas.height() / 2 for rect in seen)
    assert seen


def test_colours_do_not_depend_on_the_answer() -> None:
    def looks(answer: str) -> list[tuple[Ink | Gap, ...]]:
        chips = ["return", "name", '"text"', "7"]
        task = fill_task(
            **touching(code="[[1]] = [[2]] # [[1]]", chips=chips, answers={1: answer, 2: "name"})
        )
        return [line.parts for line in snippet_lines(task)]

    assert looks("return") == looks('"text"') == looks("7")


def test_a_marker_without_answer_is_code() -> None:
    task = fill_task(**touching(code="a[[3]] = [[1]]\n[[2]]", answers={1: "a", 2: "b"}))
    first = snippet_lines(task)[0].parts
    assert "".join(part.text for part in first if isinstance(part, Ink)) == "a[[3]] = "


def test_code_keeps_its_side_when_the_interface_is_mirrored_and_prose_does_not(make: Make, qapp) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    code = make(**touching())
    assert rects(code)[0].left() < rects(code)[1].left() < code.canvas.width() / 2
    assert code.tray.chips[0].x() > code.tray.chips[1].x()
    prose = make(**touching(code=None, language=None, file=None, text="Hello [[1]] and [[2]]."))
    assert rects(prose)[0].left() > prose.canvas.width() / 2


def test_prose_wraps_and_its_slots_fit_the_column(make: Make) -> None:
    text = "When the [[1]] changes while the model stays the same, we speak of **drift** in the [[2]]."
    fields = touching(code=None, language=None, file=None, text=text, chips=["data " * 30, "b"])
    fields["answers"] = {1: "data " * 30, 2: "b"}
    wide, narrow = make(900, **fields), make(400, **fields)
    assert len(narrow.canvas.sheet.lines) > len(wide.canvas.sheet.lines)
    assert all(rect.right() <= narrow.canvas.width() for rect in rects(narrow))


def test_compact_is_lower_and_leaves_bar_and_caption_out(make: Make) -> None:
    hands = make()
    before = hands.view.work.height()
    hands.view.set_compact(True)
    assert hands.view.work.height() < before - 40
    assert hands.tray.chips[0].y() == 0
    hands.view.set_compact(False)
    assert hands.view.work.height() == before
