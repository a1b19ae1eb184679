"""The municipality (in the file) and the machine (outside it)."""
