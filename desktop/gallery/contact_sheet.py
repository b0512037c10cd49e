"""One page with all pictures, to look through them in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

_HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Clozeline: all screens</title>
<style>
body { font: 14px/20px sans-serif; margin: 32px; background: #808080; color: white }
section { display: flex; flex-wrap: wrap; gap: 12px; align-items: start; margin-bottom: 32px }
figure { margin: 0; width: 280px } img { width: 100%; display: block }
figcaption { font-size: 12px; padding: 4px 0 } a { color: inherit }
</style>
"""


def write_contact_sheet(folder: Path, scenes: Sequence[str], variants: Sequence[str]) -> None:
    """Write index.html: a row for each scene, a column for each variant."""
    parts = [_HEAD]
    for scene in scenes:
        parts.append(f"<h2>{escape(scene)}</h2><section>")
        for variant in variants:
            name = f"{scene}-{variant}.png"
            if (folder / name).is_file():
                parts.append(
                    f'<figure><a href="{escape(name)}"><img src="{escape(name)}" alt="" loading="lazy"></a>'
                    f"<figcaption>{escape(variant)}</figcaption></figure>"
                )
        parts.append("</section>")
    (folder / "index.html").write_text("\n".join(parts) + "\n", encoding="utf-8")
