"""Tells what happened and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import Theme
from desktop.ui.words import tr


class MessageDialog(Dialog):
    """A message with its paragraphs; with a report it can be shown, with details they can be copied."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        paragraphs: tuple[str, ...],
        parent: QWidget | None = None,
        *,
        report: Path | None = None,
        details: str = "",
    ) -> None:
        super().__init__(theme, title, parent)
        for text in paragraphs:
            self.say(text)
        if report is not None:
            self._report = report
            self.say(str(report), "text-3")
            self.button(tr("Show the report"), closes=False).clicked.connect(self._show_report)
        if details:
            self._details = details
            self.button(tr("Copy details"), closes=False).clicked.connect(self._copy)
        self.close_button = self.button(tr("Close"), "primary", default=True)

    def _show_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
