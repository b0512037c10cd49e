"""A picture of a lesson, described for those who cannot see it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme
from desktop.ui.words import tr

_MOST_SIDE = 4096
_MOST_MEGABYTES = 64


class PictureView(QWidget):
    """Shows a picture no wider than its place; its name is the description. A bad file shows the words."""

    def __init__(self, theme: Theme, file: Path, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._alt = theme, alt
        self._picture = _read(file)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContentsMargins(0, 16, 0, 0)
        self.setAccessibleName(alt)
        self.setAccessibleDescription(tr("Picture"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._picture.width(), self.heightForWidth(self._picture.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return self._place(width).bottom() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            painter.setPen(self._theme.color("text-2"))
            painter.drawText(self.contentsRect(), Qt.TextFlag.TextWordWrap, self._alt)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._place(self.width()), self._picture)

    def _place(self, width: int) -> QRect:
        """Where the picture goes: never larger than it is, its sides in proportion."""
        margins = self.contentsMargins()
        if self._picture.isNull():
            return QRect(0, margins.top(), width, self._theme.line_height("body") * 3)
        size = self._picture.size()
        if size.width() > width:
            size.scale(max(1, width), size.height(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(0, margins.top(), size.width(), size.height())


def _read(file: Path) -> QPixmap:
    """The picture, empty when it cannot be read or is too large to be meant."""
    reader = QImageReader(str(file))
    reader.setAllocationLimit(_MOST_MEGABYTES)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        return QPixmap()
    return QPixmap.fromImage(reader.read())
