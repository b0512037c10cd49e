#!/bin/sh
# Says in one sentence that a window needs a display, before anything is installed or Qt aborts.
[ "$(uname)" = Linux ] || exit 0
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || exit 0
echo "There is no display here: start Clozeline in a desktop session, or on a virtual one with \"xvfb-run -a make run\"." >&2
exit 1
