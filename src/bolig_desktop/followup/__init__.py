"""What was done about a date, or put off, and why."""
