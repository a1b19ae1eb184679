"""Persons and households (husstander), with members over time."""
