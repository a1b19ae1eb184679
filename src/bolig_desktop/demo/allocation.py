"""What Nordvik was asked and decided for its last years, and who has lived in temporary housing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bolig_desktop.allocation.records import SettlementQuota, StayKind, TemporaryStay
from bolig_desktop.demo.households import Home
from bolig_desktop.demo.register import Register

_DECIDED = ((0, 20, 16, (4, 4, 4, 4)), (1, 18, 18, (3, 5, 5, 5)), (2, 50, 45, (8, 20, 15, 2)))
"""How many years back, what was asked and decided, and the quarters."""
_INHABITANTS = 11_480
_STAYS = (
    (0, StayKind.HOTEL, 9, 12),
    (1, StayKind.CAMPING, 110, 200),
    (2, StayKind.MUNICIPAL, 40, None),
)
"""Whose (in the order of the families with a home), what kind, how many days, and how many days ago it ended."""


def quotas(today: date) -> Iterator[SettlementQuota]:
    """Yield what was decided for this year and the two before."""
    for back, asked, decided, (q1, q2, q3, q4) in _DECIDED:
        people = _INHABITANTS - 60 * back if back else None  # not published before the year is over
        facts = {"asked": asked, "decided": decided, "inhabitants": people}
        yield SettlementQuota(year=today.year - back, q1=q1, q2=q2, q3=q3, q4=q4, **facts)


def stays(register: Register, families: Sequence[Home], today: date) -> Iterator[TemporaryStay]:
    """Yield one stay of a week, one of a family for more than three months, and one that is not over."""
    open_ones = [one for one in families if not any(person.is_shielded for person in one.people)]
    for at, kind, days, ago in _STAYS:
        end = None if ago is None else today - timedelta(days=ago)
        begun = (end or today) - timedelta(days=days)
        whose = open_ones[at].household.id or 0
        yield register.numbered(TemporaryStay(household_id=whose, kind=kind, from_on=begun, to_on=end))
