"""Draws every screen into pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gallery.contact_sheet import write_contact_sheet
from desktop.gallery.desk import Desk
from desktop.gallery.library import SceneLibrary
from desktop.gallery.scene import Scene
from desktop.gallery.variants import VARIANTS, Variant
from desktop.ui.theme import Theme

RATIO = "QT_SCALE_FACTOR"


def draw_all(
    application: QApplication, lessons: Path, samples: Path, folder: Path, only: Sequence[str]
) -> Iterator[str]:
    """Draw the screens whose names begin with one of `only` (all, if it is empty), in every variant.

    A process draws at one device pixel ratio: the others are drawn by processes of their own, at the same
    time. Yields a line for each variant drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ratio = float(os.environ.get(RATIO, "1"))
    mine = [variant for variant in VARIANTS if variant.ratio == ratio]
    others = sorted({variant.ratio for variant in VARIANTS} - {1.0}) if RATIO not in os.environ else []
    helpers = [_start_helper(other, folder, only) for other in others]
    library = SceneLibrary(lessons, samples)
    scenes = [scene for scene in library.scenes() if not only or scene.name.startswith(tuple(only))]
    theme = Theme(application)
    for variant in mine:
        with variant.worn(theme):
            for scene in scenes:
                _draw(library, theme, scene, variant, folder)
        yield f"{variant.name}: {len(scenes)} pictures"
    library.close()
    for helper in helpers:
        said, _ = helper.communicate()
        if helper.returncode:
            raise RuntimeError(f"drawing at another scale ended with {helper.returncode}")
        yield from said.splitlines()
    if RATIO not in os.environ:
        write_contact_sheet(folder, [s.name for s in scenes], [v.name for v in VARIANTS])
        yield f"See {folder / 'index.html'}"


def _draw(library: SceneLibrary, theme: Theme, scene: Scene, variant: Variant, folder: Path) -> None:
    with library.on_stage(theme, scene, variant) as desk:
        picture = _picture(desk)
    if not picture.save(str(folder / f"{scene.name}-{variant.name}.png")):
        raise OSError(f"{folder} cannot be written to")


def _picture(desk: Desk) -> QPixmap:
    """The window with what lies in front of it: dialogs, and a chip in hand."""
    shown: QWidget = desk.whole or desk.window
    picture = shown.grab()
    painter = QPainter(picture)
    for pixmap, place in desk.hanging:
        painter.drawPixmap(place, pixmap)
    for dialog in desk.dialogs():
        veil = QColor(desk.theme.color("sidebar" if desk.theme.dark else "text"))
        veil.setAlphaF(0.3)
        painter.fillRect(shown.rect(), veil)
        spare = (shown.size() - dialog.size()) / 2
        painter.drawPixmap(QPoint(spare.width(), spare.height()), dialog.grab())
    painter.end()
    return picture


def _start_helper(ratio: float, folder: Path, only: Sequence[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "desktop", "screenshots", str(folder), *only]
    return subprocess.Popen(
        command, env={**os.environ, RATIO: str(ratio)}, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
