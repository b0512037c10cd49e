"""What is kept: lessons as files, progress as a database, settings as a file."""
