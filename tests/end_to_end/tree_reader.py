"""Reads the accessibility tree as a screen reader does, for the test to ask; the system's Python runs it.

One JSON object a line: a process id comes in, the controls of that program go out, from the top of the
tree; whatever is announced goes out as it is heard.
"""

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST = 3_000
WITHOUT_PARTS = ("label", "push button", "button", "radio button", "check box")
"""Roles whose name says all; asking for what lies in them would take half of the time."""


def tell(words: dict[str, Any]) -> None:
    """Write one line at once."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def hear(event: Any) -> None:
    """Pass on what a screen reader would say."""
    tell({"heard": str(event.any_data)})


def program(process: int) -> Any:
    """The program with this process id, if it can be seen yet."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == process:
            child.set_cache_mask(Atspi.Cache.NONE)  # what is remembered here may be older than the screen
            return child
    return None


def controls(root: Any) -> list[dict[str, Any]]:
    """Everything that shows, each after what it lies in."""
    found: list[dict[str, Any]] = []
    open_ = [(root, 0)]
    while open_ and len(found) < MOST:
        one, depth = open_.pop()
        try:
            states = [state.value_nick for state in one.get_state_set().get_states()]
            if depth > 0 and "showing" not in states:
                continue
            name, box = one.get_name(), [0, 0, 0, 0]
            if depth > 0 and name:
                place = Atspi.Component.get_extents(one, Atspi.CoordType.SCREEN)
                box = [place.x, place.y, place.width, place.height]
            role = one.get_role_name()
            found.append({"name": name, "role": role, "states": states, "box": box, "depth": depth})
            count = 0 if role in WITHOUT_PARTS else one.get_child_count()
            children = [one.get_child_at_index(i) for i in range(count)]
        except (GLib.Error, AttributeError):  # gone while it was read
            continue
        open_ += [(child, depth + 1) for child in reversed(children) if child is not None]
    return found


def answer(line: str) -> None:
    """Answer one question."""
    try:
        root = program(int(line))
        tell({"tree": controls(root) if root is not None else []})
    except GLib.Error as error:  # the program ended while it was asked
        tell({"tree": [], "trouble": error.message})


def ask(channel: Any, _condition: Any) -> bool:
    """Take the next question; without one more, end."""
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    answer(line)
    return True


def main() -> None:
    """Listen and answer until the input ends."""
    Atspi.init()
    Atspi.set_timeout(3000, 3000)
    listener = Atspi.EventListener.new(hear)
    listener.register("object:announcement")
    channel = sys.stdin
    GLib.io_add_watch(channel.fileno(), GLib.IO_IN | GLib.IO_HUP, lambda _fd, state: ask(channel, state))
    tell({"ready": True})
    Atspi.event_main()


if __name__ == "__main__":
    main()
