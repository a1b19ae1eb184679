"""Landlords (utleiere) and our own leases with them (innleieavtaler)."""
