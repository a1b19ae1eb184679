"""What only the user can say of a row: whether somebody is the one who stands there, or two people live together."""

import enum
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Answer(enum.StrEnum):
    """What is said: it is the same, it is somebody new, they are one household, nobody in the row has a graded
    address, both leases run, or the row is not taken in.
    """

    SAME = "same"
    NEW = "new"
    TOGETHER = "together"
    UNGRADED = "ungraded"
    BOTH = "both"
    LEAVE = "leave"


class Key(NamedTuple):
    """What an answer is of: a row of a sheet, and which of its people."""

    sheet: str
    row: int
    at: int = 0


@dataclass(frozen=True, kw_only=True)
class Question:
    """who: whom the row is about, as it says. there: who they may be, as that stands elsewhere; "" for nobody."""

    key: Key
    who: str
    there: str = ""
    answers: tuple[Answer, ...] = (Answer.SAME, Answer.NEW, Answer.LEAVE)

    @property
    def said(self) -> Hashable:
        """What is asked, wherever the row stands: the same question of a sheet that was mended and opened again."""
        return (self.key.at, self.who, self.there, self.answers)


Answers = Mapping[Key, Answer]
"""The answers given so far."""


def rows_left(answers: Answers) -> frozenset[tuple[str, int]]:
    """Return the rows (sheet and number) that are not to be taken in."""
    return frozenset((key.sheet, key.row) for key, answer in answers.items() if answer is Answer.LEAVE)
