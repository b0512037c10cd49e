"""The settings are the fields of their model, and apply at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.settings import TEXT_SIZES, Settings, ThemeChoice
from desktop.ui.pages.setting_row import ChoiceField, SwitchField, field_for
from desktop.ui.pages.settings_page import SettingsPage
from desktop.ui.room import Room
from desktop.ui.theme import Theme
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.radio_row import RadioRow


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> SettingsPage:
    page = SettingsPage(theme, Settings(text_size=130), tmp_path)
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show()
    return page


def choice(page: SettingsPage, name: str) -> ChoiceField:
    field = page.fields[name]
    assert isinstance(field, ChoiceField)
    return field


def test_every_field_of_the_model_has_a_control_with_its_value(page: SettingsPage) -> None:
    assert list(page.fields) == list(Settings.model_fields)
    assert choice(page, "theme").segments.value() is ThemeChoice.SYSTEM
    assert choice(page, "text_size").segments.value() == 130
    switch = page.fields["reduced_motion"]
    assert isinstance(switch, SwitchField)
    assert not switch.isChecked()


def test_titles_descriptions_and_folder_are_shown(page: SettingsPage, tmp_path: Path) -> None:
    said = {label.text() for label in page.findChildren(Label)}
    fields = Settings.model_fields.values()
    assert {field.title for field in fields} | {field.description for field in fields} <= said
    assert str(tmp_path) in said


def test_a_change_is_said_at_once_with_all_settings(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.changed) as changed:
        choice(page, "theme").segments.chosen.emit(ThemeChoice.DARK)
    assert changed.args == [Settings(theme=ThemeChoice.DARK, text_size=130)]
    with qtbot.waitSignal(page.changed) as changed:
        qtbot.keyClick(page.fields["reduced_motion"], Qt.Key.Key_Space)
    assert changed.args == [Settings(theme=ThemeChoice.DARK, text_size=130, reduced_motion=True)]


def test_where_there_is_little_width_many_choices_are_a_list(page: SettingsPage, qtbot: QtBot) -> None:
    page.set_room(Room(compact=True, narrow=True))
    sizes = choice(page, "text_size")
    rows = [row for row in sizes.findChildren(RadioRow) if row.isVisible()]
    assert len(rows) == len(TEXT_SIZES)
    assert not sizes.segments.isVisible()
    with qtbot.waitSignal(page.changed) as changed:
        rows[-1].click()
    assert changed.args == [Settings(text_size=200)]


def test_settings_that_changed_elsewhere_are_shown(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.changed):
        page.show_settings(Settings(theme=ThemeChoice.LIGHT, reduced_motion=True))
    assert choice(page, "theme").segments.value() is ThemeChoice.LIGHT


def test_deleting_asks_and_cancel_has_the_focus(page: SettingsPage, qtbot: QtBot) -> None:
    dialog = page.ask_to_delete()
    with qtbot.assertNotEmitted(page.delete_confirmed):
        dialog.cancel.click()
    assert dialog.cancel.isDefault()
    with qtbot.waitSignal(page.delete_confirmed):
        page.ask_to_delete().action.click()


@pytest.mark.parametrize("opens", [True, False])
def test_a_folder_that_nothing_opens_is_told(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: opens)
    told: list[object] = []
    page.troubled.connect(told.append)
    page.open_button.click()
    assert len(told) == (not opens)


def test_a_kind_of_setting_without_a_control_is_an_error(theme: Theme) -> None:
    with pytest.raises(TypeError, match="Name"):
        field_for(theme, "Name", str, None)


def test_the_chosen_size_keeps_the_focus_when_the_choices_become_a_list(
    page: SettingsPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    sizes = choice(page, "text_size")
    next(one for one in sizes.segments.findChildren(QAbstractButton) if one.isChecked()).setFocus()
    for narrow in (True, False):
        page.set_room(Room(compact=narrow, narrow=narrow))
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        assert focused.isChecked()
        assert isinstance(focused, RadioRow) == narrow
        assert sizes.isAncestorOf(focused)
