"""Allocation: what the municipality has said yes to, and where households live until they have a home."""
