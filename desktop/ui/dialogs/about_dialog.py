"""About the application: versions, and the licences of all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.licence_text import LicenceText
from desktop.ui.resources import resource_folder
from desktop.ui.theme import Theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.label import Label
from desktop.ui.words import tr

_LONGEST = 60_000
"""Characters of one licence text."""


class AboutDialog(Dialog):
    """Name, versions, Qt's notice and the licence texts, to be read and copied."""

    def __init__(
        self, theme: Theme, versions: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("About Clozeline"), parent, width=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.say(tr("Learn technical subjects by doing. Everything stays on this computer."))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, version) in enumerate(versions):
            grid.addWidget(Label(theme, name, "small", "text-3"), row, 0)
            value = Label(theme, version, "small:tnum", "text", wrap=True)
            value.setAccessibleName(f"{name} {version}")
            grid.addWidget(value, row, 1)
        self.add(table)
        self.say(
            tr(
                "Clozeline uses Qt and Qt for Python under the GNU Lesser General Public License, version 3. "
                "They are separate libraries, which you may change and replace."
            )
        )
        box = Card(theme, "sunken")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(LicenceText(theme, "\n\n\n".join(licence_texts())))
        self.add(box)
        self.button(tr("Close"), "primary", default=True)


def licence_texts() -> Iterator[str]:
    """A heading and text for each part: our own, fonts and icons, then the libraries in use."""
    for path in (resource_folder().parent / "LICENSE", *sorted(resource_folder().rglob("*licence.txt"))):
        if path.is_file():
            name = "Clozeline" if path.name == "LICENSE" else path.stem.replace("-", " ")
            yield _section(name, path.read_text(encoding="utf-8", errors="replace"))
    wanted = {
        "pyside6-essentials",
        "shiboken6",
        "pydantic",
        "pydantic-core",
        "apsw",
        "tomli",
        "pyyaml",
        "pygments",
        "appdirs",
    }
    found = {one.metadata["Name"].lower().replace("_", "-"): one for one in distributions()}
    for name in sorted(wanted & found.keys()):
        yield _section(_title(found[name]), _text_of(found[name]))


def _section(title: str, text: str) -> str:
    return f"{title}\n{'-' * len(title)}\n{text.strip()[:_LONGEST]}"


def _title(library: Distribution) -> str:
    meta = library.metadata
    licence = next((meta[key] for key in ("License-Expression", "License") if key in meta), "")
    return f"{meta['Name']} {library.version}" + (f", {licence}" if licence and "\n" not in licence else "")


def _text_of(library: Distribution) -> str:
    """The licence files that a library was installed with."""
    texts = []
    for file in library.files or []:
        if Path(file).suffix in ("", ".txt", ".md", ".rst") and "licen" in Path(file).name.lower():
            path = Path(str(library.locate_file(file)))
            if path.is_file():
                texts.append(path.read_text(encoding="utf-8", errors="replace"))
    return "\n\n".join(texts)
