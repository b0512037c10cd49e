"""Days in words."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from desktop.ui.words import tr


def day_words(day: str) -> str:
    """A study day, given as an ISO date, as people write it; what is no date stays as it is."""
    date = QDate.fromString(day, "yyyy-MM-dd")
    # The name of a locale is translated too, so that the month is in the language of the words around it.
    return QLocale(tr("en_GB")).toString(date, "d MMMM yyyy") if date.isValid() else day
