"""What a panel needs of the widget that shows its sheet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.slot_size import SlotSize


class SheetCanvas(QWidget):
    """Shows a sheet of code or prose with its slots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet((), (), 0.0, 0.0)

    @property
    def active(self) -> int | None:
        """The place of the slot that is worked on."""
        raise NotImplementedError

    def set_sheet(self, sheet: Sheet, size: SlotSize, badges: Mapping[int, str]) -> None:
        """Show another sheet."""
        raise NotImplementedError
