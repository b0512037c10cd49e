"""Windows that ask one question or tell one thing."""
