"""The one table from kind of task to its view; a new kind is one file here and its line below."""
