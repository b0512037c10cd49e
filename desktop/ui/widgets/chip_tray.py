"""The chips to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.columns_layout import ColumnsLayout
from desktop.ui.widgets.drag import load_of
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.neighbours import neighbour

_GAP, _BELOW_CAPTION = 12, 10


class ChipTray(QWidget):
    """A caption and chips in rows: one stop for Tab, arrows move between the chips.

    Signals:
        chip_clicked: a chip was clicked or pressed by key.
        drag_wanted: the pointer has pulled at a chip.
        chip_returned: a chip was dropped here (a ChipLoad).
    """

    chip_clicked = Signal(int)
    drag_wanted = Signal(int)
    chip_returned = Signal(object)

    def __init__(
        self,
        theme: Theme,
        chips: Sequence[Chip],
        owner: str = "",
        parent: QWidget | None = None,
        *,
        columns: bool = False,
    ) -> None:
        super().__init__(parent)
        self.chips = tuple(chips)
        self._owner, self._at = owner, 0
        self._caption = Label(theme, "", "caption", "text-3", wrap=True)
        rows = QWidget()
        flow = ColumnsLayout(_GAP, rows) if columns else FlowLayout(_GAP, rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BELOW_CAPTION)
        column.addWidget(self._caption)
        column.addWidget(rows)
        self.setAcceptDrops(True)
        for index, chip in enumerate(self.chips):
            flow.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, index=index: self.chip_clicked.emit(index))
            chip.drag_wanted.connect(lambda index=index: self.drag_wanted.emit(index))
            chip.arrow_pressed.connect(lambda key, index=index: self._go(index, key))
            chip.focused.connect(lambda index=index: self._make_stop(index))
        self._make_stop(0)

    def caption(self) -> str:
        """What stands above the chips."""
        return self._caption.text()

    def set_caption(self, text: str) -> None:
        """Say something else above the chips."""
        if text != self._caption.text():
            self._caption.set_text(text)

    def show_caption(self, shown: bool) -> None:
        """Show the caption, or leave it out where room is short."""
        self._caption.setVisible(shown)

    def place_of(self, index: int) -> QRect:
        """Where a chip stands on the screen."""
        chip = self.chips[index]
        return QRect(chip.mapToGlobal(QPoint(0, 0)), chip.size())

    def refresh_stop(self) -> None:
        """Let Tab lead to a chip that can be used."""
        usable = self._usable()
        if usable and self._at not in usable:
            self._make_stop(usable[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if load_of(event.mimeData(), self._owner) is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        load = load_of(event.mimeData(), self._owner)
        if load is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.chip_returned.emit(load)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometry()

    def _go(self, index: int, key: Qt.Key) -> None:
        """Follow an arrow to another chip that can be used."""
        usable = self._usable()
        rects = [QRectF(self.chips[at].geometry()) for at in usable]
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        to = usable[neighbour(rects, usable.index(index), key, rtl=rtl)]
        self._make_stop(to)
        self.chips[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _usable(self) -> list[int]:
        return [at for at, chip in enumerate(self.chips) if chip.isEnabled() and not chip.isHidden()]

    def _make_stop(self, index: int) -> None:
        self._at = index
        for at, chip in enumerate(self.chips):
            stop = Qt.FocusPolicy.TabFocus if at == index else Qt.FocusPolicy.NoFocus
            if chip.focusPolicy() != stop:
                chip.setFocusPolicy(stop)
