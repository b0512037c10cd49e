"""The settings, as the fields of their model, and the learner's data."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import StudyError
from desktop.domain.settings import Settings
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.pages.browse_page import BrowsePage
from desktop.ui.pages.reveal import reveal
from desktop.ui.pages.setting_row import ChoiceField, SettingRow, SwitchField, field_for
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr


class SettingsPage(BrowsePage):
    """Every change is said at once by `changed`, with the whole new settings.

    `delete_confirmed` comes after the learner was asked; `troubled` carries a `StudyError`.
    """

    changed = Signal(Settings)
    delete_confirmed = Signal()
    troubled = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings, self._data = settings, data
        self.fields: dict[str, ChoiceField | SwitchField] = {}
        self._rows: list[SettingRow] = []
        self._column.addWidget(Label(theme, tr("Settings"), "h1"))
        self._column.addSpacing(20)
        self._column.addWidget(self._card(self._setting_rows()))
        self._column.addSpacing(32)
        self._column.addWidget(Label(theme, tr("Your progress"), "h3"))
        self._column.addSpacing(12)
        self._column.addWidget(self._card(self._data_rows()))
        self._column.addSpacing(20)
        about = tr("Clozeline {version}", version=version("clozeline"))
        self._column.addWidget(Label(theme, about, "small:tnum", "text-3"))
        self._column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these values."""
        self._settings = settings
        for name, field in self.fields.items():
            field.set_value(getattr(settings, name))

    def take_room(self) -> None:
        for row in self._rows:
            row.set_room(self._room)

    def ask_to_delete(self) -> ConfirmDialog:
        """Ask whether all progress is really to go."""
        dialog = ConfirmDialog(
            self._theme,
            tr("Delete all progress?"),
            tr(
                "All answers, tests and half-done tasks are deleted from this computer. "
                "The lessons and settings stay. This cannot be undone."
            ),
            tr("Delete all progress"),
            self.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.delete_confirmed)
        dialog.open()
        return dialog

    def _card(self, rows: list[SettingRow]) -> Card:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)
        self._rows += rows
        return card

    def _setting_rows(self) -> list[SettingRow]:
        rows: list[SettingRow] = []
        for name, info in Settings.model_fields.items():
            title = tr(info.title or name)
            field = field_for(self._theme, title, info.annotation, info.json_schema_extra)
            field.chosen.connect(lambda value, name=name: self._change(name, value))
            self.fields[name] = field
            rows.append(SettingRow(self._theme, title, tr(info.description or ""), field, first=not rows))
        return rows

    def _data_rows(self) -> list[SettingRow]:
        self.open_button = Button(self._theme, tr("Open folder"), icon="folder-open")
        self.open_button.clicked.connect(self._open_folder)
        self.delete_button = Button(self._theme, tr("Delete all progress"))
        self.delete_button.clicked.connect(self.ask_to_delete)
        kept = tr("Deletes all answers, tests and half-done tasks. Lessons and settings stay.")
        return [
            SettingRow(self._theme, tr("Data folder"), str(self._data), self.open_button, first=True),
            SettingRow(self._theme, tr("Start over"), kept, self.delete_button),
        ]

    def _change(self, name: str, value: object) -> None:
        self._settings = self._settings.model_copy(update={name: value})
        self.changed.emit(self._settings)
        QTimer.singleShot(0, self, self._show_focused)  # once all has its new size

    def _show_focused(self) -> None:
        """Keep the control just used in sight, which another text size may have moved away."""
        area, focused = self.parentWidget(), QApplication.focusWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and focused is not None and self.isAncestorOf(focused):
            reveal(area, focused, self._theme)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data))):
            self.troubled.emit(
                StudyError(
                    "The folder could not be opened.",
                    "No program of this computer shows {folder}.",
                    "Open it by hand.",
                    {"folder": self._data},
                )
            )
