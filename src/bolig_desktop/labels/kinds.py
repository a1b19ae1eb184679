"""How the words of choices are kept."""

import enum

Labels = dict[type[enum.Enum], dict[enum.Enum, str]]
"""The words of choices, by type first: members of different text enumerations with the same value are equal."""
