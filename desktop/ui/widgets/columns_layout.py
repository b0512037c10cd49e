"""Lays widgets out in two columns of equal width."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from desktop.ui.widgets.flow_layout import FlowLayout

_NARROWEST = 240


class ColumnsLayout(FlowLayout):
    """Two to a row where each has room enough, else one; each as high as it needs to be."""

    def sizeHint(self) -> QSize:
        wide = super().sizeHint().width()
        return QSize(wide, self._arrange(QRect(0, 0, max(wide, 2 * _NARROWEST), 0), move=False))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        shown, gap = self._shown(), self.spacing()
        least = max([_NARROWEST, *(item.minimumSize().width() for item in shown)])
        columns = 2 if area.width() >= 2 * least + gap else 1
        width = (area.width() - gap * (columns - 1)) // columns
        y = 0
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            heights = [
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                for item in row
            ]
            for at, (item, height) in enumerate(zip(row, heights, strict=True)):
                if move:
                    place = QRect(QPoint(at * (width + gap), y), QSize(width, height))
                    item.setGeometry(self._mirrored(area, place))
            y += max(heights) + gap
        margins = self.contentsMargins()
        return max(0, y - gap) + margins.top() + margins.bottom()
