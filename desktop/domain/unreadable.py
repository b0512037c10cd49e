"""What can be wrong with a text that is to be read as code or data."""

from __future__ import annotations


class TooLargeError(ValueError):
    """It holds more, or deeper, than any snippet needs."""


class KeyTwiceError(ValueError):
    """A key stands twice among the keys of one table."""


class UnclosedError(ValueError):
    """A quotation mark or a backslash waits for more."""
