"""A chip on its way: it flies where motion is wanted, and is there at once where it is not."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.flight import Flight
from tests.ui.exercises.fill_tasks import Hands, fill_task


def test_a_chip_flies_and_its_text_appears_when_it_lands(qtbot, theme: Theme) -> None:
    theme.apply("light", 1.0, reduced_motion=False)
    hands = Hands(theme, fill_task())
    qtbot.addWidget(hands.window)
    hands.letter("append")
    hands.letter("name")
    assert len(hands.window.findChildren(Flight)) == 2
    assert hands.canvas._landing == {1, 2}
    assert hands.placed() == {1: "append", 2: "name", 3: None}
    qtbot.waitUntil(lambda: not hands.canvas._landing)
    qtbot.waitUntil(lambda: not hands.window.findChildren(Flight))


def test_a_task_may_go_while_its_chip_is_on_the_way(qtbot, theme: Theme) -> None:
    theme.apply("light", 1.0, reduced_motion=False)
    hands = Hands(theme, fill_task())
    qtbot.addWidget(hands.window)
    hands.letter("append")
    hands.view.work.deleteLater()
    qtbot.waitUntil(lambda: not hands.window.findChildren(Flight))


def test_nothing_flies_where_motion_is_reduced(qtbot, theme: Theme) -> None:
    hands = Hands(theme, fill_task())
    qtbot.addWidget(hands.window)
    hands.letter("append")
    assert hands.window.findChildren(Flight) == []
    assert hands.canvas._landing == frozenset()


def test_a_change_of_theme_lays_everything_out_again(qtbot, theme: Theme) -> None:
    hands = Hands(theme, fill_task())
    qtbot.addWidget(hands.window)
    hands.letter("name")
    small = hands.canvas.sheet.places[0].rect
    theme.apply("dark", 2.0, reduced_motion=True)
    large = hands.canvas.sheet.places[0].rect
    assert large.height() == 2 * small.height()
    assert hands.chip("name").sizeHint().height() == 80
    assert hands.names()[0] == "Blank 1 of 3, line 7, contains name"


def test_the_active_line_is_told_again_when_the_room_shrinks(qtbot, theme: Theme) -> None:
    hands = Hands(theme, fill_task())
    area, page = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    area.setWidget(hands.window)
    qtbot.addWidget(page)
    area.setParent(page)
    page.resize(800, 800)
    area.resize(800, 700)
    page.show()
    qtbot.wait(1)
    with qtbot.waitSignal(hands.view.active_moved) as told:
        area.resize(800, 300)
    assert told.args[0] == hands.view.work.rect() & told.args[0]
    assert told.args[0].height() == theme.px(28)
