"""What is kept of settlement quotas and temporary stays: the smallest record that the year's figures need."""

import enum
from dataclasses import dataclass
from datetime import date


class StayKind(enum.StrEnum):
    """Where a household lives for a while (midlertidig botilbud); a night shelter is counted apart (SSB)."""

    HOTEL = "hotel"
    CAMPING = "camping"
    BOARDING_HOUSE = "boarding_house"
    MUNICIPAL = "municipal"
    NIGHT_SHELTER = "night_shelter"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class TemporaryStay:
    """A household in temporary housing, from a day to a day; to_on None: still there. No address is kept."""

    id: int | None = None
    household_id: int
    kind: StayKind
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SettlementQuota:
    """What was asked of the municipality for a year, and what it decided (vedtakstall), in people.

    asked: IMDi's request (anmodning). decided: the council's yes; 0 is a no, None is not known. q1 to q4: how many of
    these it is to settle each quarter. inhabitants: on 1 January after, for figures per 1,000.
    """

    id: int | None = None
    year: int
    asked: int | None = None
    decided: int | None = None
    q1: int | None = None
    q2: int | None = None
    q3: int | None = None
    q4: int | None = None
    inhabitants: int | None = None

    @property
    def quarters(self) -> tuple[int | None, int | None, int | None, int | None]:
        """How many each quarter, None where it is not said."""
        return self.q1, self.q2, self.q3, self.q4


@dataclass(frozen=True, kw_only=True)
class LockedYear:
    """A year whose figures were handed in: what each was on the day it was locked, as JSON by the figure's id."""

    id: int | None = None
    year: int
    locked_on: date
    figures: str
