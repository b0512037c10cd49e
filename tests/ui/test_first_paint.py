"""What the first window may load."""

from __future__ import annotations

import subprocess
import sys

FIRST = (
    "theme",
    "icons",
    "fonts",
    "words",
    "widgets.label",
    "widgets.markup_label",
    "widgets.button",
    "widgets.icon_button",
    "widgets.card",
    "widgets.sidebar",
    "widgets.scroll_area",
    "widgets.beads",
    "widgets.bar",
    "widgets.ring",
    "widgets.node",
    "widgets.tag",
    "widgets.focus_ring",
    "widgets.code_panel",
)


def test_theme_and_widgets_load_neither_pydantic_nor_pygments():
    names = ", ".join(f"desktop.ui.{name}" for name in FIRST)
    program = f"import sys, {names}; print(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint({"pydantic", "pygments", "apsw", "tomli"})
