"""Clozeline, a study app for the desktop."""

__version__ = "0.1.0"
