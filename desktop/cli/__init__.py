"""Commands that need no window, one small function each."""
