"""The slots of a sheet as the keyboard and a screen reader find them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.sheet import Place
from desktop.ui.widgets.slot_place import SlotPlace


class SlotStops(QObject):
    """Keeps an invisible button over every slot; Tab stops at one of them only.

    Signals:
        pressed: a screen reader has pressed a slot (its place).
        focus_moved: a slot has got the keyboard focus, or lost it (its place, got).
    """

    pressed = Signal(int)
    focus_moved = Signal(int, bool)

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._stops: list[SlotPlace] = []

    def take_places(self, places: Sequence[Place]) -> None:
        """Lie over these slots."""
        while len(self._stops) < len(places):
            stop = SlotPlace(len(self._stops), self._sheet)
            stop.clicked.connect(lambda _checked=False, at=stop.index: self.pressed.emit(at))
            stop.installEventFilter(self)
            stop.show()
            self._stops.append(stop)
        while len(self._stops) > len(places):
            self._stops.pop().deleteLater()
        for place, stop in zip(places, self._stops, strict=True):
            stop.setGeometry(place.rect.toAlignedRect())

    def take_names(self, names: Sequence[str]) -> None:
        """Name the slots, in the order of their places."""
        for stop, name in zip(self._stops, names, strict=True):
            if stop.accessibleName() != name:
                stop.setAccessibleName(name)

    def stop(self, place: int) -> SlotPlace:
        """The button over a slot."""
        return self._stops[place]

    def has_focus(self) -> bool:
        """Whether one of the slots has the keyboard."""
        return any(stop.hasFocus() for stop in self._stops)

    def lead_tab_to(self, place: int) -> None:
        """Let Tab lead to one slot only."""
        for at, stop in enumerate(self._stops):
            policy = Qt.FocusPolicy.TabFocus if at == place else Qt.FocusPolicy.NoFocus
            if stop.focusPolicy() != policy:
                stop.setFocusPolicy(policy)

    def give_focus(self, place: int) -> None:
        """Give a slot the keyboard."""
        self.lead_tab_to(place)
        if not self._stops[place].hasFocus():
            self._stops[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        got = event.type() == QEvent.Type.FocusIn
        if isinstance(watched, SlotPlace) and (got or event.type() == QEvent.Type.FocusOut):
            self.focus_moved.emit(watched.index, got)
        return False
