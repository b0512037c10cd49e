"""The foot of exercises and tests: how it stands, the buttons, and the legend of keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.exercises.view import LegendItem
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.attempt_dots import AttemptDots
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.key_cap import KeyCap
from desktop.ui.widgets.label import Label

_MAIN_WIDTH, _GAP, _STATE_GAP = 120, 8, 10


class FootBar(QWidget):
    """State on one side, buttons on the other, keys below; words of buttons give way where it is tight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = self._short = self._docked = False
        self.dots = AttemptDots(theme)
        self.icon = Icon(theme, "repeat")
        self.words = Label(theme, "", "small", "text-2", wrap=True)
        self.legend = QWidget()
        self._legend_row = QHBoxLayout(self.legend)
        self._row = QHBoxLayout()
        self._buttons: list[Button] = []
        self._lay_out()
        self.show_words("")
        theme.changed.connect(self._arrange)

    def show_attempts(self, left: int, total: int, words: str) -> None:
        """Show the attempts left as dots and in words."""
        self.dots.set(left, total)
        self.dots.show()
        self.icon.hide()
        self.words.set_text(words)
        self._fit()

    def show_words(self, words: str, icon: str = "") -> None:
        """Show a sentence, with an icon before it."""
        self.dots.hide()
        self.icon.setVisible(bool(icon))
        if icon:
            self.icon.set_icon(icon)
        self.words.set_text(words)
        self._fit()

    def hold(self, widget: QWidget) -> None:
        """Show a widget in place of state and buttons."""
        for part in (self.dots, self.icon, self.words):
            part.hide()
        self._row.setStretch(0, 0)
        self._row.addWidget(widget, 1)

    def add_button(self, button: Button) -> Button:
        """Add a button at the end; the last is the main one."""
        self._buttons.append(button)
        self._row.addWidget(button)
        return button

    def make_button(
        self,
        text: str,
        look: str,
        icon: str | None,
        order: Callable[[], object],
        *,
        big: bool = False,
        icon_right: str | None = None,
    ) -> Button:
        """Add a new button that gives an order."""
        button = Button(self._theme, text, look, icon, icon_right, big=big)  # type: ignore[arg-type]
        button.clicked.connect(lambda _checked=False: order())
        return self.add_button(button)

    def show_only(self, *buttons: Button) -> None:
        """Show these buttons and hide the others."""
        for button in self._buttons:
            button.setVisible(button in buttons)
        self._fit()

    def show_legend(self, items: Sequence[LegendItem]) -> None:
        """Show which keys do what."""
        while (item := self._legend_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in items:
            self._legend_row.addWidget(self._legend_item(entry))
        self._legend_row.addStretch(1)
        self._fit_legend()

    def set_room(self, *, compact: bool, short: bool, docked: bool) -> None:
        """Take less room; `docked` when the dock above draws the line between body and foot."""
        self._compact, self._short, self._docked = compact, short, docked
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._docked:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), self._theme.border(), self._theme.color("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._fit_legend()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        self._row.setSpacing(_GAP)
        state = QHBoxLayout()
        state.setSpacing(_STATE_GAP)
        for widget in (self.dots, self.icon):
            state.addWidget(widget)
        state.addWidget(self.words, 1)
        self._row.addLayout(state, 1)
        column.addLayout(self._row)
        column.addWidget(self.legend)
        self._legend_row.setSpacing(24)
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange()

    def _arrange(self) -> None:
        edge = 24 if self._compact else 40
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        below = 12 if self._short else 0 if self._compact else 4
        above = 12 if self._compact else 18
        self._row.setContentsMargins(edge, above, edge, below + 2)
        self._legend_row.setContentsMargins(edge, 6, edge, 6 if self._compact else 13)
        self.legend.setVisible(not self._short)
        self._fit()
        self._fit_legend()

    def _fit(self) -> None:
        """Where the row is too narrow, leave out the words of the lesser buttons, then what is spare."""
        shown = [button for button in self._buttons if not button.isHidden()]
        if not shown:
            return
        for button in shown:
            button.set_icon_only(False)
        for button in shown[:-1]:
            button.setMinimumWidth(0)
            if self._is_tight(shown):
                button.set_icon_only(True)
        shown[-1].setMinimumWidth(0 if self._is_tight(shown) else self._theme.px(_MAIN_WIDTH))
        if (layout := self.layout()) is not None:
            layout.activate()  # at once: Qt would paint a frame with the sizes of before

    def _is_tight(self, shown: Sequence[Button]) -> bool:
        """Whether state and buttons need more than one line of the bar."""
        mark = self.dots if not self.dots.isHidden() else self.icon
        needed = 0 if mark.isHidden() else mark.sizeHint().width() + _STATE_GAP
        needed += self.words.sizeHint().width() + sum(one.sizeHint().width() + _GAP for one in shown)
        needed += max(0, self._theme.px(_MAIN_WIDTH) - shown[-1].sizeHint().width())
        return needed > self.width() - 2 * (24 if self._compact else 40)

    def _fit_legend(self) -> None:
        """Leave out the last keys where there is no room for all; F1 lists them."""
        margins = self._legend_row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for index in range(self._legend_row.count() - 1):
            item = self._legend_row.itemAt(index)
            if item is not None and (widget := item.widget()) is not None:
                needed = widget.sizeHint().width()
                widget.setVisible(needed <= room)
                room = room - needed - self._legend_row.spacing() if needed <= room else 0

    def _legend_item(self, entry: LegendItem) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key in entry.keys:
            row.addWidget(
                Label(self._theme, key, "caption", "text-3") if key == "–" else KeyCap(self._theme, key)
            )
        row.addWidget(Label(self._theme, entry.words, "caption", "text-3"))
        return holder
