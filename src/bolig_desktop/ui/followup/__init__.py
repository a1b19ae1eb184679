"""The window's parts of what is put off or done about a date."""
