"""Why households moved in or wait, in the groups of KOSTRA form 13; those that tell of health are not kept here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bolig_desktop.tenancies.records import MainReason, Matter
from bolig_desktop.yearly.figures import Counted, Unsure, counted, gaps, not_kept, share
from bolig_desktop.yearly.known import Known, Year

_HEALTH = "health_not_kept"
Asked = Mapping[int, Sequence[Matter]]
Found = Iterator[tuple[str, Counted]]


def moved_in(known: Known, year: Year, asked: Asked, moved: Counted) -> Found:
    """Yield the households that moved in by main reason. asked: the applications of each household."""
    of, unsure = _parted(known, year, asked, moved)
    yield "KOSnyinnflyttfly0000", counted("households", of[MainReason.REFUGEE], *unsure)
    yield "moved_in_accessible", counted("households", of[MainReason.ACCESSIBLE], *unsure)
    yield "moved_in_other", counted("households", of[MainReason.OTHER], *unsure)
    yield "KOSnyinnflyttpsy0001", not_kept(_HEALTH)
    yield "KOSandnyinnflytt0001", not_kept(_HEALTH)


def waiting(known: Known, year: Year, asked: Asked, waits: Counted) -> Found:
    """Yield the households on the waiting list by main reason."""
    of, unsure = _parted(known, year, asked, waits)
    yield "waiting_refugees", counted("households", of[MainReason.REFUGEE], *unsure)
    accessible = counted("households", of[MainReason.ACCESSIBLE], *unsure)
    others = counted("households", of[MainReason.OTHER], *unsure)
    yield "KOSventelistetil0000", accessible
    yield "waiting_other", others
    yield "KOSandtilretteve0000", share(accessible, waits)
    yield "KOSandandrevente0000", share(others, waits)
    yield "KOSventelistepsy0001", not_kept(_HEALTH)
    yield "KOSventelistepsy0002", not_kept(_HEALTH)


def _parted(
    known: Known, year: Year, asked: Asked, whole: Counted
) -> tuple[dict[MainReason, list[int]], list[Unsure]]:
    """Return the households of a figure by main reason, and that some have none kept."""
    of: dict[MainReason, list[int]] = {reason: [] for reason in MainReason}
    without = []
    for row in whole.rows:
        reason = main_reason(known, year, row.id, asked.get(row.id, ()))
        if reason is None:
            without.append(row.id)
        else:
            of[reason].append(row.id)
    return of, gaps("no_main_reason", "households", without)


def main_reason(known: Known, year: Year, household_id: int, asked: Sequence[Matter]) -> MainReason | None:
    """Return why a household was housed or waits, None where it is not known.

    What its last application of the year or before says. Where that says nothing, it is a refugee while the grant is
    paid for one of them; and a refugee counts as one no longer than that (SSB, KOSnyinnflyttfly0000).
    """
    told = [one for one in asked if one.main_reason is not None and one.opened_on <= year.counting_day]
    reason = max(told, key=_opened).main_reason if told else None
    if reason in (None, MainReason.REFUGEE):
        members = known.members.get(household_id, ())
        if any(known.is_refugee(known.people[one.person_id], year.number) for one in members):
            return MainReason.REFUGEE
        return None if reason is None else MainReason.OTHER
    return reason


def _opened(matter: Matter) -> tuple[date, int]:
    return matter.opened_on, matter.id or 0
