"""I dag: everything with a date, the most urgent first, and what to do about it."""
