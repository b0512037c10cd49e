"""Charts, painted; their numbers stand in them as text, and are told to screen readers."""
