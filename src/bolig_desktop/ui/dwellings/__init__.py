"""The page of dwellings and rooms (boliger)."""
