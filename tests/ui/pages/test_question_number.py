"""A number shows by more than colour how far its question is."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.pages.question_number import QuestionNumber


def picture(number: QuestionNumber) -> bytes:
    image = number.grab().toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("here", [False, True])
def test_every_state_looks_different(qtbot, theme, here):
    number = QuestionNumber(theme, 7)
    qtbot.addWidget(number)
    seen = set()
    for state in ("open", "part", "answered"):
        for marked in (False, True):
            number.show_state(state, marked=marked, here=here)
            seen.add(picture(number))
    assert len(seen) == 6


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_large_enough_to_hit(qtbot, theme, scale):
    theme.apply("light", scale, reduced_motion=True)
    number = QuestionNumber(theme, 10)
    qtbot.addWidget(number)
    assert min(number.sizeHint().width(), number.sizeHint().height()) >= 24


@pytest.mark.parametrize(
    ("direction", "step"), [(Qt.LayoutDirection.LeftToRight, 1), (Qt.LayoutDirection.RightToLeft, -1)]
)
def test_arrow_keys_follow_the_direction_of_reading(qtbot, theme, direction, step):
    number = QuestionNumber(theme, 3)
    qtbot.addWidget(number)
    number.setLayoutDirection(direction)
    with qtbot.waitSignal(number.stepped) as stepped:
        qtbot.keyClick(number, Qt.Key.Key_Right)
    assert stepped.args == [step]
