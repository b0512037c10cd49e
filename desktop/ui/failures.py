"""What happens when something fails that should not: words, a report, and the application goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import strftime
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.domain.errors import StudyError
from desktop.ui.crash_log import CrashLog, forget_old_reports
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_MOST_REPORTS = 20
"""In one run; a program that fails in more ways than this is beyond telling."""


class Failures(QObject):
    """Catches what nobody caught, on every thread.

    A `StudyError` is told in its own words. Anything else is a bug: the session is saved, a report is
    written and one dialog is shown for all errors of the same origin. `install` begins it, `uninstall`
    ends it.
    """

    _caught = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        reports: Path,
        versions: Callable[[], Sequence[tuple[str, str]]],
        save: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._reports, self._versions, self._save = theme, reports, versions, save
        self._seen: set[str] = set()
        self._waiting: list[Callable[[], QDialog]] = []
        self._told: list[str] = []
        self._dialog: QDialog | None = None
        self.crash_log = CrashLog(reports)
        self._hooks_before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._handler_before: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None
        # Queued: an error within a paint event must not open a window there, nor one of another thread.
        self._caught.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on, and write crashes of the process to a file."""
        self.crash_log.open()
        self._hooks_before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._handler_before = qInstallMessageHandler(self._on_message)

    def uninstall(self) -> None:
        """Give all hooks back; call it at a good end."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks_before
        qInstallMessageHandler(self._handler_before)
        self.crash_log.close()

    def tell(self, error: BaseException, where: str = "") -> None:
        """Show an error to the learner: a known one in its words, another with a report."""
        if isinstance(error, StudyError):
            self._tell_known(error)
            return
        # Imported when something fails; the first window need not wait for it.
        from desktop.ui.failure_report import fingerprint, report_text  # noqa: PLC0415

        mark = fingerprint(error)
        if mark in self._seen or len(self._seen) >= _MOST_REPORTS:
            return
        self._seen.add(mark)
        saved = self._try_to_save()
        details = report_text(error, where, self._versions())
        report = self._write(mark, details)
        self._show(lambda: self._bug_dialog(saved, report, details))

    def tell_last_crash(self, report: Path) -> None:
        """Say that the last run ended by itself, and where the report on it is."""
        title = tr("Clozeline ended unexpectedly last time")
        kept = tr("Every answer you checked is kept. A report says where in the program it happened.")
        why = tr("It stays on this computer, and holds nothing that you wrote:")
        self._show(lambda: self._message(title, (kept, why), report))

    def _tell_known(self, error: StudyError) -> None:
        texts = [tr(part, **error.values) for part in (error.title, error.cause, error.remedy) if part]
        words = "\n".join(texts)
        if words not in self._told:
            self._told.append(words)
            self._show(
                lambda: self._message(texts[0], tuple(texts[1:])), then=lambda: self._told.remove(words)
            )

    def _bug_dialog(self, saved: bool, report: Path | None, details: str) -> QDialog:
        kept = (
            tr("Your work is saved and you can go on.") if saved else tr("Every answer you checked is kept.")
        )
        if report is None:
            why = tr("A report could not be written; you can copy the details instead.")
        else:
            why = tr("A report says where in the program it happened. It holds nothing that you wrote:")
        title = tr("Something went wrong in Clozeline")
        return self._message(title, (kept, why), report, "" if report else details)

    def _message(
        self, title: str, texts: tuple[str, ...], report: Path | None = None, details: str = ""
    ) -> QDialog:
        from desktop.ui.dialogs.message_dialog import MessageDialog  # noqa: PLC0415

        return MessageDialog(self._theme, title, texts, self._window(), report=report, details=details)

    def _show(self, make: Callable[[], QDialog], then: Callable[[], object] | None = None) -> None:
        """Show a dialog, after those that are shown already."""

        def made() -> QDialog:
            dialog = make()
            if then is not None:
                dialog.finished.connect(then)
            return dialog

        self._waiting.append(made)
        self._next()

    def _next(self) -> None:
        if self._dialog is not None or not self._waiting:
            return
        dialog = self._dialog = self._waiting.pop(0)()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None
        self._next()

    def _window(self) -> QWidget | None:
        """The window to stand before: the active one, or at the very start the only one."""
        shown = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle())
        return QApplication.activeWindow() or next(shown, None)

    def _try_to_save(self) -> bool:
        try:
            self._save()
        except Exception:  # noqa: BLE001  what is failing already must not stop the words about it
            return False
        return True

    def _write(self, mark: str, text: str) -> Path | None:
        path = self._reports / f"report-{strftime('%Y%m%d-%H%M%S')}-{mark}.txt"
        try:
            self._reports.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            forget_old_reports(self._reports)
        except OSError:
            return None
        return path

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._caught.emit(error.with_traceback(trace), "")

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit(args.exc_value, f"thread {args.thread.name if args.thread else ''}")

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None and not sys.is_finalizing():
            self._caught.emit(args.exc_value, "the end of an object")

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Qt's own messages go to the terminal; the last words before it aborts also to the crash log."""
        if kind == QtMsgType.QtFatalMsg:
            self.crash_log.write(f"Qt: {text}\n")
        if sys.stderr is not None:
            sys.stderr.write(f"Qt: {text}\n")
