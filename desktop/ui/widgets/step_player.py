"""First, back, play, on, last, a line to move along, and the speed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.play_button import PlayButton
from desktop.ui.widgets.scrubber import Scrubber
from desktop.ui.words import tr

STEP_MS = 900
SPEEDS = (0.5, 1.0, 2.0)


class StepPlayer(QWidget):
    """Moves through steps, which are counted from 0; plays only when asked, and ends at the last.

    `stepped` names the step that is to be shown.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._speed = 1.0
        self.first = IconButton(theme, "chevrons-left", tr("First step"))
        self.back = IconButton(theme, "step-back", tr("Step back"))
        self.play = PlayButton(theme)
        self.on = IconButton(theme, "step-forward", tr("Step on"))
        self.last = IconButton(theme, "chevrons-right", tr("Last step"))
        self.scrubber = Scrubber(theme, tr("Step"))
        self.speed = Button(theme, "", "plain", None, "chevron-down")
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._lay_out()
        self.scrubber.valueChanged.connect(lambda value: self._shown(value - 1))
        self.first.clicked.connect(lambda: self.go_to(0))
        self.back.clicked.connect(lambda: self.go_by(-1))
        self.on.clicked.connect(lambda: self.go_by(1))
        self.last.clicked.connect(lambda: self.go_to(self.count - 1))
        self.play.clicked.connect(self.toggle)
        self.speed.clicked.connect(self._open_speeds)
        self.set_speed(1.0)

    @property
    def at(self) -> int:
        """The step that is shown."""
        return self.scrubber.value() - 1

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self.scrubber.maximum()

    @property
    def playing(self) -> bool:
        """Whether the steps follow each other by themselves."""
        return self._clock.isActive()

    def set_steps(self, count: int) -> None:
        """Have so many steps, and stand at the first."""
        self.pause()
        self.scrubber.blockSignals(True)
        self.scrubber.set_steps(count)
        self.scrubber.blockSignals(False)
        self._show_state()

    def go_by(self, by: int) -> None:
        """Go so many steps on or back, and wait there."""
        self.go_to(self.at + by)

    def go_to(self, step: int) -> None:
        """Go to a step, and wait there."""
        self.pause()
        self.scrubber.setValue(step + 1)

    def toggle(self) -> None:
        """Play, or pause; from the beginning where the last step is shown."""
        if self.playing:
            self.pause()
            return
        if self.at == self.count - 1:
            self.scrubber.setValue(1)
        self._clock.start(round(STEP_MS / self._speed))
        self._show_state()

    def pause(self) -> None:
        """Stay at the step that is shown."""
        self._clock.stop()
        self._show_state()

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast."""
        self._speed = speed
        words = tr("{speed}×", speed=f"{speed:g}")
        self.speed.set_text(words)
        self.speed.setAccessibleName(tr("Speed, {speed}×", speed=f"{speed:g}"))
        if self.playing:
            self._clock.start(round(STEP_MS / speed))

    def set_compact(self, compact: bool) -> None:
        """Stand closer together."""
        self._row.setSpacing(0 if compact else 8)
        self._line.setContentsMargins(8 if compact else 20, 0, 8 if compact else 20, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons of Qt take the arrow keys to go to the next button; here they belong to the page."""
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in keys or not self.use_key(event):
            return False
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.use_key(event):
            event.ignore()

    def use_key(self, event: QKeyEvent) -> bool:
        """Step or play by a key; whether it was one of ours."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        orders = {
            Qt.Key.Key_Left: lambda: self.go_by(-1),
            Qt.Key.Key_Right: lambda: self.go_by(1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self.count - 1),
            Qt.Key.Key_Space: self.toggle,
        }
        order = orders.get(Qt.Key(event.key()))
        if order is not None:
            order()
        return order is not None

    def _lay_out(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in (self.first, self.back, self.play, self.on, self.last):
            self._row.addWidget(button)
            button.installEventFilter(self)
        self.speed.installEventFilter(self)
        self._line = QHBoxLayout()
        self._line.addWidget(self.scrubber)
        self._row.addLayout(self._line, 1)
        self._row.addWidget(self.speed)
        self.set_compact(False)

    def _tick(self) -> None:
        self.scrubber.setValue(self.scrubber.value() + 1)
        if self.at == self.count - 1:
            self.pause()

    def _shown(self, step: int) -> None:
        self._show_state()
        self.stepped.emit(step)

    def _show_state(self) -> None:
        at_end = self.at == self.count - 1
        for button, there in ((self.first, self.at > 0), (self.back, self.at > 0)):
            button.setEnabled(there)
        for button in (self.on, self.last):
            button.setEnabled(not at_end)
        self.play.show_playing(self.playing, ended=at_end)

    def _open_speeds(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = menu.addAction(tr("{speed}×", speed=f"{speed:g}"))
            action.setCheckable(True)
            action.setChecked(speed == self._speed)
            action.triggered.connect(lambda _=False, speed=speed: self.set_speed(speed))
            group.addAction(action)
        menu.popup(self.speed.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
