"""The look of the application: colours, type, sizes and speeds, in light, dark and high contrast."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QFontMetrics, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from desktop.ui.resources import resource_folder
from desktop.ui.tokens import CODE_FAMILY, COLOURS, HIGH_CONTRAST, TYPE

Mode = Literal["system", "light", "dark"]
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on-fill",
    QPalette.ColorRole.Highlight: "fill",
    QPalette.ColorRole.HighlightedText: "on-fill",
    QPalette.ColorRole.PlaceholderText: "text-3",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line-strong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}
_WORDS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
_SAMPLE, _MEASURE = "each pass leaves one feature out and trains the model again ", 72
_PLACE = re.compile(r"@([a-z0-9-]+)")
_LENGTH = re.compile(r"(\d+)dp\b")


@cache
def _system_hints() -> tuple[QStyleHints, QAccessibilityHints]:
    """What the system wishes. Kept: PySide takes the second for deleted once nobody holds the first."""
    hints = QApplication.styleHints()
    return hints, hints.accessibility()


class Theme(QObject):
    """What every widget that paints is given. `changed` says that colours, sizes or speeds are new."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dark = False
        self.high_contrast = False
        self.scale = 1.0
        self._mode: Mode = "system"
        self._reduced_motion = False
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._worn: tuple[object, ...] = ()
        self._busy = False
        self._take_colours()
        hints, access = _system_hints()
        hints.colorSchemeChanged.connect(self._follow_system)
        access.contrastPreferenceChanged.connect(self._follow_system)

    def color(self, token: str) -> QColor:
        """The colour a token of the design has now."""
        return self._colours[token]

    def px(self, n: float) -> int:
        """`n` design pixels of type, control height or icon at the current text size."""
        return round(n * self.scale)

    def ms(self, n: int) -> int:
        """`n` milliseconds of motion, or none where motion is reduced."""
        return 0 if self._reduced_motion else n

    def border(self, width: int = 1) -> int:
        """The width of a border of `width`: at least 2 in high contrast."""
        return max(2, width) if self.high_contrast else width

    def font(self, style: str) -> QFont:
        """The font of a type style; with ":tnum" behind its name all figures are equally wide."""
        if style not in self._fonts:
            self._fonts[style] = self._make_font(style)
        return self._fonts[style]

    def metrics(self, style: str) -> QFontMetrics:
        """How wide and high the font of a type style is."""
        if style not in self._metrics:
            self._metrics[style] = QFontMetrics(self.font(style))
        return self._metrics[style]

    def line_height(self, style: str) -> int:
        """The distance of two lines of a type style at the current text size."""
        return self.px(TYPE[style.partition(":")[0]].line)

    def measure(self, style: str) -> int:
        """The width of 72 characters of common text: no line that is read is longer."""
        return round(self.metrics(style).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _MEASURE)

    def baseline(self, style: str) -> int:
        """How far below the top of its line a text of this style stands."""
        metrics = self.metrics(style)
        return (self.line_height(style) - metrics.ascent() - metrics.descent()) // 2 + metrics.ascent()

    def prefers_dark(self) -> bool:
        """Whether the system asks for dark windows."""
        return _system_hints()[0].colorScheme() == Qt.ColorScheme.Dark

    def prefers_contrast(self) -> bool:
        """Whether the system asks for high contrast."""
        return _system_hints()[1].contrastPreference() == Qt.ContrastPreference.HighContrast

    def apply(self, mode: Mode, scale: float, reduced_motion: bool) -> None:
        """Wear a theme: `mode`, text size `scale` (1.0 to 2.0), and motion or none."""
        self._mode, self.scale, self._reduced_motion = mode, min(max(scale, 1.0), 2.0), reduced_motion
        self._busy = True
        _system_hints()[0].setColorScheme(_SCHEMES[mode])
        self._busy = False
        self._wear()

    def _follow_system(self) -> None:
        """Take over what the system changed by itself."""
        before = (self.dark, self.high_contrast)
        if self._busy or not self._worn:
            return
        self._take_colours()
        if (self.dark, self.high_contrast) != before:
            self._wear()

    def _wear(self) -> None:
        self._take_colours()
        self._fonts.clear()
        self._metrics.clear()
        self._dress_application()
        self.changed.emit()

    def _take_colours(self) -> None:
        self.dark = self.prefers_dark() if self._mode == "system" else self._mode == "dark"
        self.high_contrast = self.prefers_contrast()
        if self.high_contrast:
            QApplication.setPalette(QPalette())  # an empty palette brings the system's back
            system = QApplication.palette()
            self._colours = {
                token: QColor(system.color(QPalette.ColorRole[role])) for token, role in HIGH_CONTRAST.items()
            }
        else:
            self._colours = {token: QColor(pair[self.dark]) for token, pair in COLOURS.items()}

    def _dress_application(self) -> None:
        """Palette, font and style sheet of the application, each only where it differs."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        worn = (self.dark, self.high_contrast, self.scale)
        if worn == self._worn:
            return
        if not self._worn and app.style().objectName() != "fusion":
            app.setStyle("Fusion")
        if not self.high_contrast:
            app.setPalette(self._palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(self._style_sheet())
        self._worn = worn

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self._colours[token])
        for role in _WORDS:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        return palette

    def _style_sheet(self) -> str:
        template = (resource_folder() / "theme" / "clozeline.qss").read_text(encoding="utf-8")
        coloured = _PLACE.sub(lambda place: self._colours[place[1]].name(), template)
        return _LENGTH.sub(lambda length: f"{self.px(int(length[1]))}px", coloured)

    def _make_font(self, style: str) -> QFont:
        name, _, feature = style.partition(":")
        kind = TYPE[name]
        font = QFont(kind.family)
        font.setPixelSize(self.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if kind.family == CODE_FAMILY:
            font.setStyleHint(QFont.StyleHint.Monospace)
            font.setFeature(QFont.Tag("calt"), 0)
        if feature:
            font.setFeature(QFont.Tag(feature), 1)
        if kind.tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.tracking * kind.size * self.scale)
        return font
