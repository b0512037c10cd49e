"""One page of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.theme import Theme
from desktop.ui.tooltips import plain_tooltip
from desktop.ui.widgets.badge import badge_text
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.words import tr

_ICON, _PADDING, _GAP, _RADIUS = 18, 10, 12, 8


class SidebarItem(PaintedButton):
    """An icon and a word, a count at the end; on the rail the icon alone with the word as tooltip."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, _RADIUS, parent)
        self._icon, self._words = icon, text
        self._count, self._rail, self._current = 0, False, False
        self.setProperty("ring_gap", -2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)

    def set_current(self, current: bool) -> None:
        """Show that this page is open."""
        self._current = current
        self._describe()
        self.update()

    def set_count(self, count: int) -> None:
        """Show a count, or none at 0."""
        self._count = count
        self._describe()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone."""
        self._rail = rail
        self.setToolTip(plain_tooltip(self._words if rail else ""))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._rail:
            return QSize(self._theme.px(48), self._theme.px(40))
        words = self._theme.metrics("body-strong").horizontalAdvance(self._words)
        badge = self._badge_width() + _GAP if self._count > 0 else 0
        return QSize(2 * _PADDING + self._theme.px(_ICON) + _GAP + words + badge, self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        ground = mixed(NOTHING, theme.color("hover"), self._hover.value)
        if self._current or self.isDown():
            ground = theme.color("pressed")
        frame = theme.color("accent") if theme.high_contrast and self._current else NOTHING
        draw_box(painter, QRectF(self.rect()), _RADIUS, ground, frame, width=2)
        ink = theme.color("text" if self._current else "text-2")
        edge = theme.px(_ICON)
        middle = (self.width() - edge) / 2
        left = middle if self._rail else self._from_start(_PADDING, edge)
        draw_icon(painter, theme, self._icon, QPointF(left, (self.height() - edge) / 2), ink, size=_ICON)
        if not self._rail:
            self._draw_words(painter)
        if self._count > 0:
            self._draw_badge(painter)

    def _draw_words(self, painter: QPainter) -> None:
        theme, start = self._theme, _PADDING + self._theme.px(_ICON) + _GAP
        room = self.width() - start - _PADDING - (self._badge_width() + 8 if self._count > 0 else 0)
        metrics = theme.metrics("body-strong")
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        top = (self.height() - theme.line_height("body-strong")) // 2
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(theme.font("body-strong"))
        painter.setPen(theme.color("text" if self._current else "text-2"))
        left = self._from_start(start, metrics.horizontalAdvance(words))
        painter.drawText(QPointF(left, top + theme.baseline("body-strong")), words)

    def _draw_badge(self, painter: QPainter) -> None:
        """The count: tinted at the end of the row, filled in the corner of the rail."""
        theme, width = self._theme, self._badge_width()
        if self._rail:
            place = QRectF(self._from_start(self.width() - 2 - width, width), 0, width, theme.px(18))
            ground, ink, style = "fill", "on-fill", "key:tnum"
        else:
            height = theme.px(20)
            left = self._from_start(self.width() - _PADDING - width, width)
            place = QRectF(left, (self.height() - height) / 2, width, height)
            ground, ink, style = "accent-tint", "accent", "caption-strong:tnum"
        draw_box(painter, place, place.height() / 2, theme.color(ground))
        painter.setFont(theme.font(style))
        painter.setPen(theme.color(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, badge_text(self._count))

    def _badge_width(self) -> int:
        style, least, pad = ("key:tnum", 18, 8) if self._rail else ("caption-strong:tnum", 22, 12)
        advance = self._theme.metrics(style).horizontalAdvance(badge_text(self._count))
        return max(self._theme.px(least), advance + pad)

    def _from_start(self, x: float, width: float) -> float:
        return self.width() - x - width if self._rtl() else x

    def _describe(self) -> None:
        parts = [tr("current page")] if self._current else []
        if self._count > 0:
            parts.append(badge_text(self._count))
        self.setAccessibleDescription(", ".join(parts))
