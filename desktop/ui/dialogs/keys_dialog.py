"""The list of keys, which F1 opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import Theme
from desktop.ui.widgets.key_cap import KeyCap
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

Keys = tuple[str, ...]
Group = tuple[str, tuple[tuple[Keys, str], ...]]


def _native(*sequences: str) -> Keys:
    """Shortcuts as this system writes them."""
    return tuple(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in sequences)


def key_table() -> tuple[Group, ...]:
    """Each part of the application with its keys and what they do."""
    return (*_of_all_tasks(), *_of_kinds(), *_of_pages())


def _of_all_tasks() -> tuple[Group, ...]:
    return (
        (
            tr("Every task"),
            (
                ((tr("Enter"),), tr("check, go on, or press the focused button")),
                (_native("Ctrl+H"), tr("show a hint")),
                (_native("Ctrl+Z", "Ctrl+Shift+Z"), tr("undo and redo, back to the last check")),
                (("Alt", "←", "→"), tr("go to the task before or after")),
                ((tr("Tab"), *_native("Shift+Tab")), tr("go to the next or previous control")),
                ((tr("Esc"),), tr("leave; everything is kept")),
            ),
        ),
        (
            tr("After a task"),
            (
                (("R",), tr("try again; after a round, do it again")),
                (("S",), tr("hide or show the solution")),
            ),
        ),
    )


def _of_kinds() -> tuple[Group, ...]:
    return (
        (
            tr("Fill"),
            (
                (("1", "–", "9"), tr("pick a blank")),
                (("A", "–", "Z"), tr("place a chip in it")),
                ((tr("Delete"),), tr("empty it")),
                (("←", "→", "↑", "↓"), tr("move between blanks")),
            ),
        ),
        (tr("Choose"), ((("A", "–", "H"), tr("choose an option")), (("↑", "↓"), tr("move between options")))),
        (
            tr("Arrange"),
            (
                (("A", "–", "Z"), tr("add a line")),
                (("↑", "↓"), tr("pick a line")),
                (("Alt", "↑", "↓"), tr("move it")),
                (("←", "→"), tr("indent it")),
                ((tr("Delete"),), tr("put it back")),
                ((tr("Space"),), tr("choose a word for a blank in it")),
            ),
        ),
        (tr("Debug"), ((("↑", "↓"), tr("pick a line")), (("A", "–", "D"), tr("choose a fix")))),
        (
            tr("Type"),
            (
                ((tr("Tab"),), tr("go to the next blank")),
                (_native("Ctrl+Return"), tr("check while writing several lines")),
                (_native("Ctrl+Z"), tr("undo what was typed")),
            ),
        ),
    )


def _of_pages() -> tuple[Group, ...]:
    return (
        (
            tr("Read and Why"),
            (
                ((tr("Enter"),), tr("read on")),
                (("A", "–", "D"), tr("answer the question")),
                (("Alt", "←", "→"), tr("go to the section before or after")),
            ),
        ),
        (
            tr("Visualize"),
            (
                (("←", "→"), tr("step back or on")),
                ((tr("Space"),), tr("play or pause")),
                ((tr("Home"), tr("End")), tr("go to the first or last step")),
                (("Alt", "←", "→"), tr("go to the example before or after")),
            ),
        ),
        (
            tr("Test"),
            (
                (_native("Ctrl+M"), tr("mark a question for later")),
                (("Alt", "←", "→"), tr("go to the question before or after")),
                (("R",), tr("retake it, from its result")),
            ),
        ),
        (
            tr("Everywhere"),
            (
                (_native("Ctrl+,"), tr("settings")),
                (_native("F11"), tr("full screen")),
                (_native("F1"), tr("this list")),
                (_native("Ctrl+Q"), tr("quit; everything is kept")),
            ),
        ),
    )


def _spoken(cap: str) -> str:
    """A key as it is read aloud."""
    names = {"–": tr("to"), "←": tr("Left"), "→": tr("Right"), "↑": tr("Up"), "↓": tr("Down")}
    return names.get(cap, cap)


class KeysDialog(Dialog):
    """Keys and what they do, by part of the application."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Keys"), parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        row = 0
        for title, keys in key_table():
            heading = Label(theme, title, "h3")
            heading.setContentsMargins(0, 12 if row else 4, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for caps, words in keys:
                self._add_row(grid, row, caps, words)
                row += 1
        self.add(content)
        self.button(tr("Close"), "primary", default=True)

    def _add_row(self, grid: QGridLayout, row: int, caps: Keys, words: str) -> None:
        keys = QWidget()
        line = QHBoxLayout(keys)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for cap in caps:
            if cap == "–":
                line.addWidget(Label(self._theme, cap, "small", "text-3"))
            else:
                line.addWidget(KeyCap(self._theme, cap))
        line.addStretch(1)
        # Read in one go: "A to Z, place a chip in it".
        keys.setAccessibleName(" ".join(map(_spoken, caps)))
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(self._theme, words, "body", "text-2", wrap=True), row, 1)
