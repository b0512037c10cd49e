"""What an author runs; the window never imports it."""
