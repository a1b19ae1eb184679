"""Dwellings and rooms (boliger, rom) with keys and meters."""
