"""The icons of the interface: Lucide line drawings in any colour and size."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.ui.boxes import snapped
from desktop.ui.resources import resource_folder
from desktop.ui.theme import Theme

# Small icons need a heavier line to look alike (the design's sizes: 14, 16, 18 and above).
_STROKES = {14: 2.25, 16: 2.0}

# What points along the reading direction turns round with it.
_MIRRORED = {
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
    "chevrons-left": "chevrons-right",
    "chevrons-right": "chevrons-left",
    "undo-2": "redo-2",
    "redo-2": "undo-2",
}


def icon_pixmap(
    name: str, size_px: int, color: QColor, device_pixel_ratio: float, stroke: float = 1.75
) -> QPixmap:
    """The icon `name`, `size_px` wide and high in logical pixels, its lines `stroke` of 24 units wide."""
    return _drawn(name, size_px, color.rgba(), device_pixel_ratio, stroke)


def draw_icon(
    painter: QPainter,
    theme: Theme,
    name: str,
    corner: QPointF,
    color: QColor,
    *,
    size: int = 18,
    turns: bool = True,
) -> None:
    """Paint an icon of `size` design pixels with its top left corner at `corner`.

    What points along the reading direction turns round with it, unless `turns` is false.
    """
    ratio = painter.device().devicePixelRatio()
    if turns and QGuiApplication.isRightToLeft():
        name = _MIRRORED.get(name, name)
    pixmap = icon_pixmap(name, theme.px(size), color, ratio, _STROKES.get(size, 1.75))
    # A pixmap between two device pixels would be blurred.
    edge = pixmap.width() / ratio
    place = snapped(painter, QRectF(corner.x(), corner.y(), edge, edge))
    place.setSize(QSizeF(edge, edge))
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))


@lru_cache(maxsize=512)
def _drawn(name: str, size_px: int, rgba: int, ratio: float, stroke: float) -> QPixmap:
    color = QColor.fromRgba(rgba)
    svg = _source(name).replace("currentColor", color.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    edge = round(size_px * ratio)
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(color.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> str:
    return (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class Icon(QWidget):
    """Shows one icon in a colour of the theme; decoration, so it says nothing to a screen reader."""

    def __init__(
        self, theme: Theme, name: str, size: int = 18, color: str = "text-2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._size, self._color = theme, name, size, color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def set_color(self, token: str) -> None:
        self._color = token
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._theme.px(self._size)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(
            painter, self._theme, self._name, QPointF(0, 0), self._theme.color(self._color), size=self._size
        )

    def _take_theme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
