"""The file, rows, stores, history, search and migrations."""
