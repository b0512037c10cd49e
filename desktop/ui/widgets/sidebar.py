"""The pages of the application, at its side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.boxes import draw_box
from desktop.ui.theme import Theme
from desktop.ui.widgets.brand_mark import BrandMark
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.sidebar_item import SidebarItem

Entry = tuple[str, str, str]
_WIDTH, _GAP = 224, 2


class Sidebar(QWidget):
    """Name of the application, its pages, and at the foot what is not a page. `chosen` names the key."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        items: Sequence[Entry],
        foot: Sequence[Entry] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = False
        self._items: dict[str, SidebarItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(_GAP)
        self._brand = self._make_brand()
        self._column.addWidget(self._brand)
        for entry in items:
            self._add(entry)
        self._column.addStretch(1)
        for entry in foot:
            self._add(entry)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._arrange()
        theme.changed.connect(self._arrange)

    def item(self, key: str) -> SidebarItem:
        """The entry of a page, to hang a menu on or to give it the focus."""
        return self._items[key]

    def set_current(self, key: str) -> None:
        """Show which page is open; a key that is not listed shows none."""
        for other, item in self._items.items():
            item.set_current(other == key)

    def set_badge(self, key: str, n: int) -> None:
        """Show a count beside a page, none at 0."""
        self._items[key].set_count(n)
        self.updateGeometry()

    def set_rail(self, rail: bool) -> None:
        """Show icons alone where the window is narrow."""
        self._rail = rail
        for item in self._items.values():
            item.set_rail(rail)
        self._arrange()

    def sizeHint(self) -> QSize:
        if self._rail:
            return QSize(16 + self._theme.px(48), super().sizeHint().height())
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        return QSize(max(_WIDTH, widest + 24), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_brand()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("sidebar"))
        line = theme.border()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if rtl else self.width() - line
        draw_box(painter, QRectF(left, 0, line, self.height()), 0, theme.color("line"))

    def _make_brand(self) -> QWidget:
        brand = QWidget(self)
        self._brand_row = QHBoxLayout(brand)
        self._brand_row.setSpacing(10)
        self._brand_row.addWidget(BrandMark(self._theme))
        self._brand_name = Label(self._theme, "Clozeline", "brand")
        self._brand_row.addWidget(self._brand_name, 1)
        return brand

    def _add(self, entry: Entry) -> None:
        key, icon, text = entry
        item = SidebarItem(self._theme, icon, text, self)
        item.clicked.connect(lambda: self.chosen.emit(key))
        self._column.addWidget(item)
        self._items[key] = item

    def _arrange(self) -> None:
        theme, rail = self._theme, self._rail
        self._column.setContentsMargins(*((8, 16, 8, 16) if rail else (12, 20, 13, 16)))
        after = 16 if rail else 20
        self._brand.setFixedHeight(theme.px(32) + after - _GAP)
        side = (theme.px(48) - theme.px(24)) // 2 if rail else 10
        self._brand_row.setContentsMargins(side, 0, side, after - _GAP)
        self._brand_name.setVisible(not rail)
        self._fit_brand()
        self.updateGeometry()
        self.update()

    def _fit_brand(self) -> None:
        """The name gives way before the pages do."""
        margins = self._column.contentsMargins()
        items = sum(item.sizeHint().height() + _GAP for item in self._items.values())
        needed = items + self._brand.height() + margins.top() + margins.bottom()
        self._brand.setVisible(not self.height() or needed <= self.height())
