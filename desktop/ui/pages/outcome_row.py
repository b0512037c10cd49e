"""A task in a list of what was right: number, title, level and mark; a button that opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.icons import Icon
from desktop.ui.theme import Theme
from desktop.ui.tween import Tween
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.level_bars import LevelBars
from desktop.ui.words import tr

_WORDS = {"easy": "Easy", "medium": "Medium", "hard": "Hard"}


class OutcomeRow(QAbstractButton):
    """One row; its name is the whole row in words."""

    def __init__(
        self,
        theme: Theme,
        number: int,
        title: str,
        level: str,
        *,
        right: bool,
        words: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hover = Tween(theme, self, 90, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 8)
        self.setAccessibleName(f"{title}, {tr(_WORDS[level])}, {words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        count = Label(theme, str(number), "small:tnum", "text-3")
        count.setFixedWidth(theme.px(20))
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(count)
        name = Label(theme, title, "body", elide=True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(name, 1)
        row.addWidget(LevelBars(theme, level))
        mark, tone = ("circle-check", "right") if right else ("circle-x", "wrong")
        row.addWidget(Icon(theme, mark, color=tone))
        row.addWidget(Label(theme, words, "small", "text-2" if right else "wrong"))
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        width = layout.sizeHint().width() if layout is not None else 0
        return QSize(width, self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(44))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover.to(1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.to(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hover.value or self.isDown():
            ground = self._theme.color("pressed" if self.isDown() else "hover")
            painter = QPainter(self)
            painter.setOpacity(1.0 if self.isDown() else self._hover.value)
            draw_box(painter, self.rect().toRectF(), 8, ground)
