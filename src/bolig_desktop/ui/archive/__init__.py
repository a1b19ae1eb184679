"""The page of papers (arkiv)."""
