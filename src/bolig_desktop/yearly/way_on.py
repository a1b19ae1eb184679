"""Where people moved on to, and the schemes they were granted for their first home here and for later ones."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.career.records import Outcome, Scheme, SchemeKind
from bolig_desktop.yearly.figures import Counted, counted, gaps
from bolig_desktop.yearly.known import Known, Year
from bolig_desktop.yearly.parts import Lease

_LIVED_IN_FIRST = (SchemeKind.HOUSING_BENEFIT,)
"""Paid for the home they live in; the others help them into one."""
_TO_OWN = (SchemeKind.START_LOAN, SchemeKind.GRANT)
"""For a home to buy, which they never live in already."""


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of the way on."""
    closed = [one for one in known.case.plans.list() if one.closed_on in year]
    yield "plans_closed", counted("households", (one.household_id for one in closed))
    unsure = gaps("no_outcome", "households", (one.household_id for one in closed if one.outcome is None))
    for outcome in Outcome:
        yield (
            f"to_{outcome}",
            counted("households", (p.household_id for p in closed if p.outcome is outcome), *unsure),
        )
    for kind in SchemeKind:
        yield from _granted(known, year, kind)


def _granted(known: Known, year: Year, kind: SchemeKind) -> Iterator[tuple[str, Counted]]:
    """Yield who was granted a scheme in the year, each once, by the first yes of the year."""
    answered = sorted((one for one in known.granted if one.kind is kind), key=lambda one: (one.answered_on, one.id))
    first_yes: dict[int, tuple[Scheme, date]] = {}
    for one in answered:
        if one.answered_on is not None and one.answered_on in year:
            first_yes.setdefault(one.household_id, (one, one.answered_on))
    yield f"granted_{kind}", counted("households", first_yes)
    later = {whose for whose, (one, day) in first_yes.items() if is_for_later_home(known, one, day)}
    yield f"granted_{kind}_first", counted("households", first_yes.keys() - later)
    yield f"granted_{kind}_later", counted("households", later)


def is_for_later_home(known: Known, scheme: Scheme, day: date) -> bool:
    """Say whether a scheme granted on a day is for a later home than the household's first here (table 24, S:5140).

    Housing benefit is for the home lived in that day, or else the next. Everything else is for the home they move
    into after it; where they moved nowhere yet, a guarantee and leie til eie for the one they live in, a loan and a
    grant for one to come.
    """
    homes = known.homes(scheme.household_id)
    lived_in = [one for one in homes if one.starts_on <= day and (one.moved_out_on or date.max) > day][-1:]
    coming = [one for one in homes if one.starts_on >= day][:1]
    if scheme.kind in _LIVED_IN_FIRST:
        meant = lived_in or coming
    else:
        meant = coming if scheme.kind in _TO_OWN else coming or lived_in
    return not _is_first(homes, meant[0]) if meant else bool(homes)


def _is_first(homes: list[Lease], home: Lease) -> bool:
    """Say whether a lease is of the first home, or of that home again without another between."""
    until = homes.index(home) + 1
    return all(one.dwelling_id == homes[0].dwelling_id for one in homes[:until])
