"""The homes, households and leases in the scenes of a calendar year."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bolig_desktop.demo import homes, households, leases
from bolig_desktop.demo.followed_up import RunningOut
from bolig_desktop.demo.members import Member
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import Spell, Stage
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.demo.year_scenes import FAMILIES, HOMES, LIVED, Family, Lived
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.law.terms import earliest_end
from bolig_desktop.people.records import JoinReason, PermitKind
from bolig_desktop.tenancies.records import Tenancy

_SOLD = "Solgt etter vedtak i kommunestyret."


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who is in the scenes and where they live: homes and households by key, stays and their leases side by side."""

    units: Mapping[str, Dwelling]
    families: Mapping[str, households.Home]
    stays: Sequence[Stay]
    tenancies: Sequence[Tenancy]

    def whose(self, family: str) -> int:
        """Return the id of a household."""
        return self.families[family].household.id or 0


def cast(register: Register, today: date, rng: Random) -> Cast:
    """Return who is in the scenes, seen from today."""
    families = _families(register, today, rng)
    units, lived = _units(register, today, rng), [_stay(one, today) for one in LIVED]
    tenants = {
        number: leases.Tenant(
            household_id=family.household.id or 0,
            language=family.origin.language,
            interpreter=bool(family.people[0].interpreter),
        )
        for number, family in enumerate(families.values())
    }
    lived.sort(key=lambda stay: (stay.starts_on, stay.scene, stay.unit))
    tenancies = leases.tenancies(register, units, (), tenants, lived, rng)
    return Cast(units=units, families=families, stays=lived, tenancies=tenancies)


def _units(register: Register, today: date, rng: Random) -> dict[str, Dwelling]:
    places = dict.fromkeys(home.unit.place for home in HOMES)
    where = {
        place: (register.place(place, rng), str(rng.randrange(1, 160)), str(rng.randrange(1, 900)))
        for place in places
    }
    found: dict[str, Dwelling] = {}
    for unit, acquired, given_up in HOMES:
        made = homes.dwelling(unit, where[unit.place], found.get(unit.house), today, rng)
        left = given_up.seen_from(today) if given_up else None
        found[unit.key] = register.numbered(
            dataclasses.replace(
                made, acquired_on=acquired.seen_from(today), given_up_on=left, note=_SOLD if left else ""
            )
        )
    return found


def _families(register: Register, today: date, rng: Random) -> dict[str, households.Home]:
    taken = {family.scene.family for family in FAMILIES.values()}
    return {
        key: _household(register, number, family, today, taken, rng)
        for number, (key, family) in enumerate(FAMILIES.items())
    }


def _household(
    register: Register, number: int, family: Family, today: date, taken: set[str], rng: Random
) -> households.Home:
    settled = family.settled.seen_from(today)
    closed = family.closed.seen_from(today) if family.closed else None
    days = (settled - 40 * DAY, settled, closed if closed and closed <= today else None)

    def altered(member: Member) -> Member:
        return _on_humanitarian_grounds(member, family, today)

    made = households.household(register, number, family.scene, days, today, taken, rng, altered)
    return dataclasses.replace(made, household=dataclasses.replace(made.household, note=family.note))


def _on_humanitarian_grounds(member: Member, family: Family, today: date) -> Member:
    """Return the main person with that permit, and those who came to them with theirs; others as they are."""
    if family.family_came is None:
        return member
    if member.join_reason is not JoinReason.REUNIFICATION:
        return dataclasses.replace(member, person=dataclasses.replace(member.person, permit=PermitKind.HUMANITARIAN))
    came, person = family.family_came.seen_from(today), member.person
    begun = came + 45 * DAY if person.programme_on else None
    person = dataclasses.replace(
        person, arrived_on=came, permit_on=came - 40 * DAY, settled_on=came, programme_on=begun
    )
    return dataclasses.replace(member, person=person, joined_on=came)


def _stay(one: Lived, today: date) -> Stay:
    starts, moved = one.starts.seen_from(today), one.moved.seen_from(today) if one.moved else None
    over = moved is not None and moved <= today
    return Stay(
        scene=list(FAMILIES).index(one.family),
        unit=one.unit,
        starts_on=starts,
        ends_on=one.ends.seen_from(today) if one.ends else earliest_end(starts),
        moved_out_on=moved if over else None,
        spell=Spell.ENDED if over else Spell.AHEAD if starts > today else Spell.RUNNING,
        renews=one.renews,
    )


def renewed(here: Cast) -> list[RunningOut]:
    """Return the leases that were renewed: the need was assessed and decided before the next one (BS-TILD)."""
    kinds = {family.household.id: family.household.kind for family in here.families.values()}
    followed = {lease.previous_id for lease in here.tenancies if lease.previous_id}
    return [
        RunningOut(lease, kinds[lease.household_id], Stage.GRANTED)
        for lease in here.tenancies
        if lease.id in followed
    ]
