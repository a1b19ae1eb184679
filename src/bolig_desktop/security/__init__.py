"""Keys, opening, copies and restoring of the case file."""
