"""The forms of allocation."""
