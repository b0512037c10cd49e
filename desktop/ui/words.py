"""The words of the interface, in the language the application runs in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

CONTEXT = "Clozeline"
_PLACE = re.compile(r"\{(\w+)\}")


def tr(text: str, /, **values: object) -> str:
    """`text` in the learner's language, its `{name}` places filled with `values`."""
    return _fill(QCoreApplication.translate(CONTEXT, text), values)


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """`one` or `many` as the count `n` asks, in the learner's language; `{n}` is a place too."""
    source = one if n == 1 else many
    return _fill(QCoreApplication.translate(CONTEXT, source, "", n), {"n": n, **values})


def _fill(text: str, values: Mapping[str, object]) -> str:
    """`text` with the places that `values` names; a place without a value stays as it is written."""
    if not values:
        return text
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)
