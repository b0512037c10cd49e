"""One of the ten ways to practise, as a tile."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.modes import Mode
from desktop.ui.boxes import NOTHING, draw_box, mixed
from desktop.ui.icons import draw_icon
from desktop.ui.pages.flowing_text import FlowingText
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.painted_button import PaintedButton
from desktop.ui.widgets.ring import draw_done, draw_ring
from desktop.ui.words import tr

_RADIUS, _PADDING, _ICON, _RING = 12, 17, 20, 24


_REVIEW = "review"
"""Is empty until something was missed, and again when all of it is known."""


class ModeTile(PaintedButton):
    """Icon, progress, name and a few words; disabled, and still to be read, where it has no content."""

    def __init__(self, theme: Theme, mode: Mode, parent: QWidget | None = None) -> None:
        super().__init__(theme, _RADIUS, parent)
        self.mode = mode
        self._done = self._total = 0
        self._room = Room()
        self._name = FlowingText(theme, tr(mode.name), "h3")
        self._line = FlowingText(theme, "", "small")
        self._count = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int, *, half_done: bool = False) -> None:
        """Show how much of the mode is done; a total of 0 says that this lesson has nothing of it."""
        self._done, self._total = done, total
        self.setEnabled(total > 0)
        name, finished = tr(self.mode.name), 0 < total <= done
        if not total and self.mode.key == _REVIEW:
            line = tr("Nothing to do")
            self.setAccessibleName(tr("{mode}, nothing to look at again", mode=name))
        elif not total:
            line = tr("Not here yet")
            self.setAccessibleName(tr("{mode}, not in this lesson yet", mode=name))
        else:
            line = tr("Continue") if half_done else tr(self.mode.line)
            words = tr("done") if finished else tr("{done} of {total} done", done=done, total=total)
            self.setAccessibleName(f"{name}, {words}")
        self._continues = half_done and total > 0
        self.setAccessibleDescription(line)
        self._line = FlowingText(self._theme, line, "small")
        self._count = f"{done}/{total}" if total and not finished else ""
        self.updateGeometry()
        self.update()

    def set_room(self, room: Room) -> None:
        """Be a tile, or a row where there is little room."""
        self._room = room
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._theme.px(150)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self._theme.px(56))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px, inner = self._theme.px, self._words_width(width)
        words = self._name.height(inner) + 2 + self._line.height(inner)
        if self._room.compact:
            return max(px(60), words + 2 * 10)
        return max(px(132), px(_RING) + words + 2 * _PADDING + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        share = 1.0 if self.isDown() else self._hover.value
        on = self.isEnabled()
        ground = theme.color("surface") if on else NOTHING
        border = mixed(theme.color("line"), theme.color("control"), share if on else 0.0)
        if self.isDown():
            ground = theme.color("hover")
        draw_box(painter, QRectF(self.rect()), _RADIUS, ground, border, width=theme.border())
        ink = theme.color("text-2" if on else "text-3")
        edge = theme.px(_ICON)
        top = (self.height() - edge) / 2 if self._room.compact else _PADDING + (theme.px(_RING) - edge) / 2
        draw_icon(
            painter, theme, self.mode.icon, QPointF(self._from_start(_PADDING, edge), top), ink, size=_ICON
        )
        self._draw_words(painter)
        if on:
            self._draw_progress(painter)

    def _draw_words(self, painter: QPainter) -> None:
        theme, on = self._theme, self.isEnabled()
        width = self._words_width(self.width())
        name, line = self._name.height(width), self._line.height(width)
        if self._room.compact:
            start, top = _PADDING + theme.px(_ICON) + 16, (self.height() - name - line) / 2
        else:
            start, top = _PADDING, self.height() - _PADDING - name - 2 - line
        left = self._from_start(start, width)
        color = "accent" if self._continues else "text-2" if on else "text-3"
        rtl = self._rtl()
        self._name.draw(painter, QPointF(left, top), width, theme.color("text" if on else "text-3"), rtl=rtl)
        below = QPointF(left, top + name + (0 if self._room.compact else 2))
        self._line.draw(painter, below, width, theme.color(color), rtl=rtl)

    def _draw_progress(self, painter: QPainter) -> None:
        theme, edge = self._theme, self._theme.px(_RING)
        top = (self.height() - edge) / 2 if self._room.compact else _PADDING
        start = self.width() - _PADDING - edge
        place = QRectF(self._from_start(start, edge), top, edge, edge)
        if not self._count:
            draw_done(painter, theme, place)
            return
        draw_ring(painter, theme, place, theme.px(3), self._done / self._total, rtl=self._rtl())
        style = "caption:tnum"
        advance = theme.metrics(style).horizontalAdvance(self._count)
        painter.setFont(theme.font(style))
        painter.setPen(theme.color("text-3"))
        line = top + (edge - theme.line_height(style)) / 2 + theme.baseline(style)
        painter.drawText(QPointF(self._from_start(start - 8 - advance, advance), line), self._count)

    def _words_width(self, width: int) -> int:
        """The room for name and words: below the icon in a tile, between icon and ring in a row."""
        if not self._room.compact:
            return width - 2 * _PADDING
        count = self._theme.metrics("caption:tnum").horizontalAdvance(self._count) + 8 if self._count else 0
        ring = self._theme.px(_RING) + 12 if self._total else 0
        return width - 2 * _PADDING - self._theme.px(_ICON) - 16 - ring - count

    def _from_start(self, x: float, width: float) -> float:
        return self.width() - x - width if self._rtl() else x

    def _take_theme(self) -> None:
        self._name.forget()
        self._line.forget()
        super()._take_theme()
