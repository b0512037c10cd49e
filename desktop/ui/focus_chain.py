"""The order in which the Tab key goes through a window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def focus_chain(start: QWidget) -> list[QWidget]:
    """Every other widget of the window, in the order that Tab would reach them from `start`."""
    chain: list[QWidget] = []
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    # PySide takes each step for one from parent to child: whoever is deleted then would take along, on the
    # side of Python, all that come after it. Naming the true parents puts that right; Qt sees no change.
    for one in (start, *chain):
        one.setParent(one.parentWidget())
    return chain
