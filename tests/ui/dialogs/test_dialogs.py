"""Dialogs say what they have to say, fit the screen, and close by Esc."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.about_dialog import AboutDialog, licence_texts
from desktop.ui.dialogs.confirm_dialog import ConfirmDialog
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.keys_dialog import KeysDialog, key_table
from desktop.ui.dialogs.message_dialog import MessageDialog
from desktop.ui.theme import Theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.scroll_area import ScrollArea

REPORT = Path("/home/somebody/.local/share/clozeline/reports/report-20261123-093312-0123456789ab.txt")
MAKERS: dict[str, Callable[[Theme], Dialog]] = {
    "about": lambda theme: AboutDialog(theme, [("Clozeline", "0.1.0"), ("Qt", "6.11.2")]),
    "keys": KeysDialog,
    "confirm": lambda theme: ConfirmDialog(theme, "Delete <b>all</b>?", "It is gone for good.", "Delete"),
    "message": lambda theme: MessageDialog(theme, "It failed", ("Go on.",), report=REPORT, details="x"),
}


@pytest.fixture(params=MAKERS)
def dialog(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Dialog:
    dialog = MAKERS[request.param](theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_escape_closes_it(dialog: Dialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_is_named_and_one_button_has_enter(dialog: Dialog) -> None:
    assert dialog.accessibleName() == dialog.windowTitle() != ""
    assert sum(button.isDefault() for button in dialog.findChildren(Button)) == 1


def test_every_way_of_practising_has_its_keys() -> None:
    titles = [title for title, _ in key_table()]
    assert titles[2:-1] == ["Fill", "Choose", "Arrange", "Debug", "Type", "Read and Why", "Visualize", "Test"]


def test_what_is_too_long_for_the_screen_is_scrolled_by_keys(qtbot: QtBot, theme: Theme) -> None:
    dialog = KeysDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(520, 300)
    bar = dialog.findChildren(ScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_it_fits_the_screen(dialog: Dialog, theme: Theme, scale: float) -> None:
    dialog.hide()
    theme.apply("light", scale, reduced_motion=True)
    dialog.show()
    QApplication.processEvents()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for label in dialog.findChildren(Label):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
    for button in dialog.findChildren(Button):
        assert dialog.rect().contains(button.geometry())


def test_about_holds_the_licences_of_all_parts() -> None:
    texts = "\n".join(licence_texts())
    for part in ("Clozeline", "Inter", "JetBrains Mono", "Lucide", "PySide6", "pydantic", "apsw", "Pygments"):
        assert part.lower() in texts.lower()


def test_a_report_can_be_shown(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = MessageDialog(theme, "It failed", (), report=REPORT)
    qtbot.addWidget(dialog)
    next(one for one in dialog.findChildren(Button) if one.words() == "Show the report").click()
    assert opened == [str(REPORT)]


def test_the_question_is_answered_only_by_its_own_button(theme: Theme, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(theme, "Delete?", "For good.", "Delete")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.action.click()
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.accepted):
        dialog.cancel.click()


def test_the_tab_key_shows_where_the_keyboard_is(qtbot: QtBot, theme: Theme) -> None:
    dialog = ConfirmDialog(theme, "Delete all?", "It is gone for good.", "Delete")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert not ring.isVisible()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Tab)
    assert dialog.action.hasFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(dialog.action.geometry())
