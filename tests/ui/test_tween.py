"""Values that glide."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ui.tween import Tween


@pytest.fixture
def owner(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_with_reduced_motion_it_is_there_at_once(theme, owner):
    steps: list[float] = []
    tween = Tween(theme, owner, 240, lambda: steps.append(tween.value))
    tween.to(1.0)
    assert steps == [1.0]


def test_with_motion_it_passes_through_the_middle(theme, owner, qtbot):
    theme.apply("light", 1.0, reduced_motion=False)
    steps: list[float] = []
    tween = Tween(theme, owner, 60, lambda: steps.append(tween.value))
    tween.to(1.0)
    qtbot.waitUntil(lambda: tween.value == 1.0)
    assert steps == sorted(steps)
    assert any(0.0 < step < 1.0 for step in steps)


def test_what_nobody_sees_does_not_glide(theme, owner):
    theme.apply("light", 1.0, reduced_motion=False)
    owner.hide()
    tween = Tween(theme, owner, 240, owner.update)
    tween.to(1.0)
    assert tween.value == 1.0
