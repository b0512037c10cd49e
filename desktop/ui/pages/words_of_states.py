"""The states of a lesson in words."""

from __future__ import annotations

from desktop.domain.listing import LessonState
from desktop.ui.words import tr


def state_words(state: LessonState) -> str:
    """The word that always stands beside a lesson's node."""
    return {
        LessonState.NEW: tr("Not started"),
        LessonState.PART: tr("In progress"),
        LessonState.NOT_YET: tr("Not yet"),
        LessonState.GETTING_THERE: tr("Getting there"),
        LessonState.STRONG_SO_FAR: tr("Strong so far"),
        LessonState.STRONG: tr("Strong"),
    }[state]
