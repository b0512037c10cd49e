"""A button with words on it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.tween import Tween
from desktop.ui.widgets.second_press import SecondPress

Look = Literal["primary", "plain", "ghost"]
RADIUS = 8
_GAP = 8
_ICON = 18


class Button(QPushButton):
    """A push button in one of three looks. Its text is shown as written: an "&" is an "&"."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        look: Look = "plain",
        icon: str | None = None,
        icon_right: str | None = None,
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self._icons = (icon, icon_right)
        self._big = big
        self._words = ""
        self._icon_only = False
        self._hover = Tween(theme, self, 90, self.update)
        self._second_press = SecondPress(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", RADIUS)
        self.setAutoDefault(True)  # Enter presses the focused button, not the space bar alone
        self.set_text(text)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def words(self) -> str:
        """The text as it is shown."""
        return self._words

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Take another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the text."""
        self._icons = (icon, self._icons[1])
        self.updateGeometry()
        self.update()

    def set_icon_only(self, icon_only: bool) -> None:
        """Show the icon without the words, which become the tooltip; a button without icon stays as it is."""
        icon_only = icon_only and self._icons[0] is not None
        if icon_only != self._icon_only:
            self._icon_only = icon_only
            self.setToolTip(plain_tooltip(self._words) if icon_only else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * self._padding(), self._theme.px(40 if self._big else 36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._second_press.note_first(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._second_press.is_meant(event):
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # Qt would go to the next button, but Alt and an arrow mean something to the page
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover.to(1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.to(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, border, ink = self._colours()
        draw_box(painter, QRectF(self.rect()), RADIUS, ground, border, width=self._theme.border())
        self._draw_content(painter, ink)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Ground, border and text of the state the button is in."""
        color, share = self._theme.color, 1.0 if self.isDown() else self._hover.value
        frame = color("text") if self._theme.high_contrast else NOTHING
        if not self.isEnabled():
            return (
                NOTHING if self._look == "ghost" else color("hover"),
                color("disabled") if self._theme.high_contrast else NOTHING,
                color("disabled"),
            )
        if self._look == "primary":
            return mixed(color("fill"), color("fill-hover"), share), NOTHING, color("on-fill")
        if self._look == "plain":
            ground = color("pressed") if self.isDown() else mixed(color("surface"), color("hover"), share)
            return ground, color("line-strong"), color("text")
        ground = color("pressed") if self.isDown() else mixed(NOTHING, color("hover"), share)
        return ground, frame, mixed(color("text-2"), color("text"), share)

    def _draw_content(self, painter: QPainter, ink: QColor) -> None:
        """Icon, words and icon in the middle, from the side where reading begins."""
        theme, rtl = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = None if self._icon_only else self._words
        parts = [self._icons[0], words, self._icons[1]]
        x = (self.width() - self._content_width()) // 2
        order = reversed(list(enumerate(parts))) if rtl else enumerate(parts)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(ink)
        painter.setFont(theme.font("body-strong"))
        for index, part in order:
            if not part:
                continue
            if index == 1:
                top = (self.height() - theme.line_height("body-strong")) // 2
                painter.drawText(x, top + theme.baseline("body-strong"), part)
                x += self._text_width() + _GAP
            else:
                corner = QPointF(x, (self.height() - theme.px(_ICON)) / 2)
                draw_icon(painter, theme, part, corner, ink, size=_ICON)
                x += theme.px(_ICON) + _GAP

    def _text_width(self) -> int:
        return self._theme.metrics("body-strong").horizontalAdvance(self._words)

    def _content_width(self) -> int:
        icons = [icon for icon in self._icons if icon]
        if self._icon_only:
            return len(icons) * self._theme.px(_ICON)
        return self._text_width() + len(icons) * (self._theme.px(_ICON) + _GAP)

    def _padding(self) -> int:
        if self._look == "ghost":
            return 12
        return (20 if self._big else 16) + (1 if self._look == "plain" else 0)

    def _take_theme(self) -> None:
        self.setFont(self._theme.font("body-strong"))
        self.updateGeometry()
        self.update()
