"""Clozeline, the desktop application."""
