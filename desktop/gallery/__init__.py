"""Pictures of every screen, drawn by the real application."""
