"""Short texts about each page, read inside the program."""
