"""How long something took, without the time it lay aside."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Stopwatch:
    """Counts seconds from where it was left; stands still until it is told to run."""

    def __init__(self, seconds: float = 0, now: Callable[[], float] = monotonic) -> None:
        self._before, self._now = float(seconds), now
        self._since: float | None = None

    @property
    def seconds(self) -> int:
        """Whole seconds that it ran so far."""
        running = 0.0 if self._since is None else self._now() - self._since
        return int(self._before + running)

    @property
    def runs(self) -> bool:
        """Whether it is counting now."""
        return self._since is not None

    def run(self) -> None:
        """Go on counting."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Stand still."""
        if self._since is not None:
            self._before += self._now() - self._since
            self._since = None
