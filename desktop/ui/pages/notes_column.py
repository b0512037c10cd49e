"""The notes beside the work: hints, feedback and explanations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.exercises.view import NoteText
from desktop.ui.theme import Theme
from desktop.ui.widgets.note import Note

_GAP = 12
_LEAST = 320


class NotesColumn(QWidget):
    """Notes in one column, or side by side where there is room and they are docked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: tuple[NoteText, ...] = ()
        self._notes: list[Note] = []
        self._newest: Note | None = None
        self._side_by_side = False
        self._known: dict[int, list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._take_theme)

    @property
    def texts(self) -> tuple[NoteText, ...]:
        """What the notes say, from the top."""
        return self._texts

    @property
    def newest(self) -> QWidget | None:
        """The uppermost of the notes that the last call has brought."""
        return self._newest

    def show_notes(self, texts: Sequence[NoteText]) -> None:
        """Show these notes; one that is there already stays as it is, a new one opens."""
        kept = dict(zip(self._texts, self._notes, strict=True))
        notes: list[Note] = []
        self._newest = None
        for text in texts:
            note = kept.pop(text, None)
            if note is None:
                note = Note(self._theme, text.tone, text.title, text.blocks, text.end, parent=self)
                note.show()
                self._newest = self._newest or note
            notes.append(note)
        for note in kept.values():
            note.hide()
            note.deleteLater()
        self._texts, self._notes = tuple(texts), notes
        self._known.clear()
        for one, other in pairwise(notes):
            QWidget.setTabOrder(one, other)
        self._place()
        self.updateGeometry()
        self.setVisible(bool(texts))

    def set_side_by_side(self, side_by_side: bool) -> None:
        """Put notes next to each other where two fit."""
        if side_by_side == self._side_by_side:
            return
        self._side_by_side = side_by_side
        self._known.clear()
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self._theme.px(_LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for note, box in zip(self._notes, self._boxes(self.width()), strict=True):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            note.setGeometry(box.translated(self.width() - box.width() - 2 * box.x(), 0) if mirrored else box)

    def _boxes(self, width: int) -> list[QRect]:
        """The notes' places, which are asked for many times while a page is laid out."""
        if width not in self._known:
            self._known[width] = self._find_boxes(width)
        return self._known[width]

    def _take_theme(self) -> None:
        self._known.clear()
        self.updateGeometry()

    def _find_boxes(self, width: int) -> list[QRect]:
        """The notes' places, row by row; notes of one row are equally high."""
        fit = max(1, (width + _GAP) // (self._theme.px(_LEAST) + _GAP)) if self._side_by_side else 1
        columns = min(fit, max(1, len(self._notes)))
        each = max(1, (width - _GAP * (columns - 1)) // columns)
        boxes: list[QRect] = []
        top = 0
        for start in range(0, len(self._notes), columns):
            row = self._notes[start : start + columns]
            height = max(note.heightForWidth(each) for note in row)
            boxes += [QRect(i * (each + _GAP), top, each, height) for i in range(len(row))]
            top += height + _GAP
        return boxes
