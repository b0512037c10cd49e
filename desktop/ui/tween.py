"""Motion: one value that glides to its goal in the time the theme allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme


class Tween:
    """A value that glides; `moved` is called at each step. Costs nothing until it moves."""

    def __init__(
        self, theme: Theme, owner: QWidget, ms: int, moved: Callable[[], object], value: float = 0.0
    ) -> None:
        self.value = self.goal = value
        self._theme, self._owner, self._ms, self._moved = theme, owner, ms, moved
        self._animation: QVariantAnimation | None = None

    def to(self, goal: float) -> None:
        """Glide to `goal`, or be there at once where motion is reduced or nobody can see it."""
        if goal == self.goal:
            return
        self.goal = goal
        time = self._theme.ms(self._ms) if self._owner.isVisible() else 0
        if not time:
            self.jump(goal)
            return
        animation = self._animation = self._animation or self._make(self._owner)
        animation.stop()
        animation.setStartValue(self.value)
        animation.setEndValue(goal)
        animation.setDuration(time)
        animation.start()

    def jump(self, value: float) -> None:
        """Be at `value` at once."""
        if self._animation is not None:
            self._animation.stop()
        self.value = self.goal = value
        self._moved()

    def _make(self, owner: QObject) -> QVariantAnimation:
        animation = QVariantAnimation(owner)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.valueChanged.connect(self._step)
        return animation

    def _step(self, value: float) -> None:
        self.value = value
        self._moved()
