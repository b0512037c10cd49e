"""The ten ways to practise."""

import pytest

from desktop.domain.modes import MODES, Mode, mode


def test_there_are_ten_modes_in_the_order_of_the_lesson_page() -> None:
    keys = "read why visualize fill choose arrange debug type review test"
    assert " ".join(one.key for one in MODES) == keys


@pytest.mark.parametrize("one", MODES, ids=lambda one: one.key)
def test_each_mode_is_found_by_its_key(one: Mode) -> None:
    assert mode(one.key) is one


def test_another_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        mode("sing")
