"""Text fields for code: one line, or several with their indentation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.theme import Theme

_HINTS = (
    Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhPreferLatin
)
"""Nothing is corrected, completed or capitalised."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_THE_PAGE = (Qt.Key.Key_H, Qt.Key.Key_M)
"""With Ctrl these are the page's, although some text fields take them for a command."""
_STEP = 4
MOST_CHARACTERS = 2_000
"""Of an entry."""


def _is_the_pages(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in _OF_THE_PAGE) or (alt and arrow)


class LineEntry(QLineEdit):
    """One line of code; it scrolls inside. Its slot is painted by the sheet it stands on.

    Signals:
        edited: the text is another one.
        submitted: Enter was pressed.
        focus_moved: it has got the keyboard, or lost it.
    """

    edited = Signal()
    submitted = Signal()
    focus_moved = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { background: transparent; }")  # a palette is not enough
        self.setTextMargins(0, 0, 0, 0)
        self.setMaxLength(MOST_CHARACTERS)
        self.setInputMethodHints(_HINTS)
        self.setAcceptDrops(False)
        self.setProperty("ring_radius", -1)  # the active slot is the ring
        self.textChanged.connect(self.edited)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def entered(self) -> str:
        """What was typed."""
        return self.text()

    def show_text(self, text: str) -> None:
        """Show a text; the steps before are forgotten."""
        if text != self.text():
            self.setText(text)

    def clear_by_hand(self) -> None:
        """Take everything away, as one step that can be undone."""
        self.selectAll()
        self.del_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.submitted.emit()
        elif _is_the_pages(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def _take_theme(self) -> None:
        self.setFont(QFont(self._theme.font("code")))


class LinesEntry(QPlainTextEdit):
    """Several lines of code: Enter begins a line indented like the last, Tab goes on, Ctrl+Enter submits.

    Signals: as those of LineEntry.
    """

    edited = Signal()
    submitted = Signal()
    focus_moved = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(_HINTS | Qt.InputMethodHint.ImhMultiLine)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(0)
        self.setStyleSheet("QPlainTextEdit { background: transparent; }")
        self.setProperty("ring_radius", -1)
        self.textChanged.connect(self.edited)
        self._take_theme()
        theme.changed.connect(self._take_theme)

    def entered(self) -> str:
        """What was typed."""
        return self.toPlainText()[:MOST_CHARACTERS]

    def show_text(self, text: str) -> None:
        """Show a text; the steps before are forgotten."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def clear_by_hand(self) -> None:
        """Take everything away, as one step that can be undone."""
        self.selectAll()
        self.textCursor().removeSelectedText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
        if event.key() in _ENTER and (held or self.isReadOnly()):
            self.submitted.emit()
        elif event.key() in _ENTER:
            self.textCursor().insertText("\n" + self._next_indentation())
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Backspace and self._step_back():
            return
        elif _is_the_pages(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def _next_indentation(self) -> str:
        """The indentation of the line with the cursor, one level more behind a colon or an open bracket."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        indentation = before[: len(before) - len(before.lstrip(" "))]
        return indentation + (" " * _STEP if before.rstrip().endswith((":", "(", "[", "{")) else "")

    def _step_back(self) -> bool:
        """Take away one level of indentation, if only spaces stand before the cursor."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if cursor.hasSelection() or not before or before.strip():
            return False
        count = (len(before) - 1) % _STEP + 1
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, count)
        cursor.removeSelectedText()
        return True

    def _take_theme(self) -> None:
        self.setFont(QFont(self._theme.font("code")))


CodeEntry = LineEntry | LinesEntry
