"""A blank within a line, filled from a list that unfolds."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted_button import PaintedButton

_RADIUS, _SIDE, _ARROW, _HEIGHT = 6, 6, 14, 24


class ChoiceBlank(PaintedButton):
    """Shows the word that was chosen; as wide as the longest one, so that size gives nothing away.

    Signals:
        chosen: a word was picked from the list.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(theme, _RADIUS, parent)
        self.choices = choices
        self._text, self._wrong = "", False
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _checked=False: self.unfold())

    def show_word(self, text: str, *, wrong: bool = False) -> None:
        """Show a word, or none; a wrong one is marked."""
        if (text, wrong) != (self._text, self._wrong):
            self._text, self._wrong = text, wrong
            self.update()

    def word(self) -> str:
        """The word that is shown."""
        return self._text

    def unfold(self) -> QMenu:
        """Open the list of words below the blank."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        menu.setFont(self._theme.font("code"))
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for choice in self.choices:
            action = menu.addAction(choice.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            if choice == self._text:
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics("code")
        longest = max(metrics.horizontalAdvance(choice) for choice in self.choices)
        width = ceil(longest) + 2 * _SIDE + 4 + self._theme.px(_ARROW)
        return QSize(width, self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfold()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # or `<` would turn into `>`
        hovered = self.isEnabled() and self._hover.value > 0
        border = "wrong" if self._wrong else "text-2" if hovered else "control"
        ground = "wrong-soft" if self._wrong else "hover" if hovered else "surface"
        box = QRectF(self.rect())
        width = theme.border(2 if self._wrong else 1)
        empty = not self._text and not self._wrong
        draw_box(painter, box, _RADIUS, theme.color(ground), theme.color(border), width=width, dashed=empty)
        ink = theme.color("wrong" if self._wrong else "text")
        painter.setPen(ink)
        painter.setFont(theme.font("code"))
        room = box.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
        if self.isEnabled() or self._wrong:
            mark = theme.px(_ARROW)
            at = QPointF(box.right() - _SIDE - mark, box.center().y() - mark / 2)
            name = "x" if self._wrong else "chevron-down"
            draw_icon(painter, theme, name, at, ink if self._wrong else theme.color("text-2"), size=_ARROW)
