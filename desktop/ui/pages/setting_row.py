"""One setting: its name, what it does, and the control that changes it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.radio_row import RadioRow
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.switch import Switch
from desktop.ui.words import tr

Choices = Sequence[tuple[object, str]]
_MANY = 3


class SettingRow(QWidget):
    """Texts at the start, any control at the end; the control goes below where there is little width."""

    def __init__(
        self, theme: Theme, title: str, description: str, control: QWidget, *, first: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._first, self._control = theme, first, control
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(Label(theme, title, "body-strong", wrap=True))
        self.about = Label(theme, description, "small", "text-2", wrap=True)
        self.about.setMinimumWidth(1)
        texts.addWidget(self.about)
        texts.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(21, 14, 21, 14)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(texts, 0, 0)
        self.set_room(Room())

    def set_room(self, room: Room) -> None:
        """Put the control where there is room for it."""
        self._grid.removeWidget(self._control)
        middle, start = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeading
        if isinstance(self._control, ChoiceField):
            self._control.set_room(room)
        if not room.narrow or isinstance(self._control, SwitchField):
            self._grid.addWidget(self._control, 0, 1, middle | Qt.AlignmentFlag.AlignTrailing)
        elif isinstance(self._control, ChoiceField):
            self._grid.addWidget(self._control, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._control, 1, 0, start)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            line = QRectF(1, 0, self.width() - 2, self._theme.border())
            draw_box(QPainter(self), line, 0, self._theme.color("line"))


class ChoiceField(QWidget):
    """One of several values: segments, or rows below each other where many do not fit side by side."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, choices: Choices, name: str) -> None:
        super().__init__()
        self._many = len(choices) > _MANY
        self.segments = Segments(theme, choices, name)
        self.segments.chosen.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.segments)
        self._list = QWidget()
        self._list.setAccessibleName(name)
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._rows: dict[object, RadioRow] = {}
        for value, text in choices:
            row = self._rows[value] = RadioRow(theme, text)
            row.clicked.connect(lambda _=False, value=value: self._take(value))
            rows.addWidget(row)
        column.addWidget(self._list)
        self.set_room(Room())

    def set_value(self, value: object) -> None:
        """Show which value is chosen, without saying so."""
        self.segments.set_value(value)
        if value in self._rows:
            self._rows[value].setChecked(True)

    def set_room(self, room: Room) -> None:
        """Take the form that fits."""
        listed = self._many and room.narrow
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        form, other = (self._list, self.segments) if listed else (self.segments, self._list)
        form.show()  # first, or the focus would leave for the next control
        if had_focus and focused is not None and not form.isAncestorOf(focused):
            self._checked_in(form).setFocus(Qt.FocusReason.OtherFocusReason)
        other.hide()

    def _checked_in(self, form: QWidget) -> QWidget:
        buttons = form.findChildren(QAbstractButton)
        return next((one for one in buttons if one.isChecked()), form)

    def _take(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)


class SwitchField(Switch):
    """A switch that says its value as the other fields do."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.clicked.connect(lambda: self.chosen.emit(self.isChecked()))

    def set_value(self, value: object) -> None:
        """Show a value without saying so."""
        self.setChecked(value is True)


def field_for(theme: Theme, name: str, kind: object, extra: object) -> ChoiceField | SwitchField:
    """The control for a field of a settings model: `kind` is its type, `extra` its choices and unit."""
    if kind is bool:
        return SwitchField(theme, name)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ChoiceField(theme, [(one, tr(str(one.value).capitalize())) for one in kind], name)
    if isinstance(extra, dict) and isinstance(extra.get("choices"), list):
        unit = extra.get("unit", "")
        return ChoiceField(theme, [(one, f"{one}{unit}") for one in extra["choices"]], name)
    raise TypeError(f"no control is known for the setting {name}")
