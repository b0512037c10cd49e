"""Pictures of the screens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from desktop.gallery.contact_sheet import write_contact_sheet
from desktop.gallery.pictures import RATIO, draw_all
from desktop.gallery.variants import VARIANTS
from desktop.ui.fonts import load_fonts
from desktop.ui.resources import resource_folder

ROOT = Path(__file__).resolve().parents[2]


def test_each_variant_of_a_screen_is_drawn_in_its_size(qapp, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv(RATIO, "1")  # this process draws its own ratio only
    load_fonts(resource_folder() / "fonts")
    lines = list(draw_all(qapp, ROOT / "lessons", ROOT / "tests" / "courses", tmp_path, ["home-first"]))
    drawn = [variant for variant in VARIANTS if variant.ratio == 1]
    assert lines == [f"{variant.name}: 1 pictures" for variant in drawn]
    for variant in drawn:
        picture = QImage(str(tmp_path / f"home-first-{variant.name}.png"))
        assert picture.size() == variant.size
    light, dark = (QImage(str(tmp_path / f"home-first-{name}.png")) for name in ("light", "dark"))
    assert light.pixelColor(600, 780).lightness() > 200
    assert dark.pixelColor(600, 780).lightness() < 60


def test_the_contact_sheet_shows_what_was_drawn(tmp_path) -> None:
    (tmp_path / "home-light.png").touch()
    write_contact_sheet(tmp_path, ["home", "fill"], ["light", "dark"])
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 1
    assert 'src="home-light.png"' in page
