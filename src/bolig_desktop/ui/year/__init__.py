"""The year in numbers, in the window."""
