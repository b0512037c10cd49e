"""What is true: models and pure functions, without Qt, files or a clock."""
