"""Leases (leieforhold): what they are, what is lawful, how they are kept."""
