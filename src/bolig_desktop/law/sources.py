"""How certain what stands in the book and the tables is, and when the user herself looked it up."""

import enum
from datetime import date
from typing import NamedTuple


class Certainty(enum.StrEnum):
    """How certain a rule is: the statute was read (A), official guidance (B), another source (C), from memory (M)."""

    A = "A"
    B = "B"
    C = "C"
    M = "M"


class Look(NamedTuple):
    """That the user herself has looked a rule or a figure up in its source: when, and when to do it again."""

    on: date
    next_check: date
