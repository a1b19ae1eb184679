"""Put one Nordvik together, or as many as the scale asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bolig_desktop.demo import (
    allocation,
    final_accounts,
    followed_up,
    guides,
    homes,
    house_days,
    house_rules,
    households,
    last_year,
    leases,
    marks,
    matters,
    owners,
    plans,
    synthetic,
    upkeep,
    visits,
)
from bolig_desktop.demo.register import Part, Register
from bolig_desktop.demo.scenes import SCENES, Spell
from bolig_desktop.demo.stays import stays
from bolig_desktop.law.months import add_months
from bolig_desktop.law.sources import Certainty
from bolig_desktop.people.records import ContactRole, HouseholdKind
from bolig_desktop.settings.records import Municipality, OwnParameter

SEED = 2026
WHERE_THINGS_ARE = (
    "Nøkkelarket: lukket konvolutt i kommunearkivets safe, merket «Bolig». Arkivleder slipper deg inn.\n"
    "Sikkerhetskopier: minnepinnen i øverste skuff, låst. Byttes annenhver fredag.\n"
    "Nøkkelskap: rom 114, koden har servicetorget."
)


@dataclass(frozen=True, kw_only=True)
class Nordvik:
    """Everything that stands in the demo municipality."""

    municipality: Municipality
    parts: tuple[Part, ...]


def make(seed: int, today: date, scale: int) -> Nordvik:
    """Return ``scale`` times Nordvik as it is on ``today``: the same every time for the same three."""
    return Nordvik(municipality=municipality(), parts=tuple(parts(seed, today, scale)))


def parts(seed: int, today: date, scale: int) -> Iterator[Part]:
    """Yield the parts one at a time; the first is the same at every scale."""
    register = Register()
    for number in range(scale):
        register.begin()
        yield _part(
            register,
            today,
            Random(f"{seed} {number}"),
            *(Random(f"{seed} {number} {more}") for more in ("followed up", "at home", "last year")),
        )


def municipality() -> Municipality:
    """Return the invented municipality's own row."""
    rng = Random("Nordvik")
    return Municipality(
        name="Nordvik kommune",
        unit="Flyktningtjenesten",
        org_number=synthetic.org_number(rng),
        street="Rådhusgata 1",
        postcode=homes.POSTCODE,
        city=homes.CITY,
        phone=synthetic.phone(rng),
        email="flyktning@nordvik.example",
        case_officer="Ingrid Vågstrand",
        account_number=synthetic.account_number(rng),
        dpo=guides.dpo(),
        where_things_are=WHERE_THINGS_ARE,
    )


def own_parameter(today: date) -> OwnParameter:
    """Return the one figure Nordvik has of its own: a longer notice before a visit."""
    return OwnParameter(
        name="visit_notice_workdays",
        value="5",
        certainty=Certainty.M,
        source="Nordvik kommunes rutine for hjemmebesøk",
        next_check=add_months(today, 9),
    )


def _part(register: Register, today: date, rng: Random, later: Random, at_home: Random, of_the_year: Random) -> Part:
    lived = stays(today, rng)
    landlords = owners.landlords(register, rng)
    units = homes.dwellings(register, landlords, lived, today, rng)
    hired = owners.head_leases(register, units, lived, today, rng)
    families = households.households(register, lived, today, rng)
    tenancies = leases.tenancies(register, units, hired, {f.scene: _tenant(f) for f in families}, lived, rng)
    running_out = followed_up.running_out(tenancies, lived)
    assessed = followed_up.assessments(register, running_out, today, later)
    waiting = [_of(families, number) for number, scene in enumerate(SCENES) if scene.spell is Spell.WAITING]
    decided = [
        *followed_up.decisions(register, running_out, assessed, later),
        *followed_up.other_decisions(
            register,
            larger=_of(families, _scene_of("H1", Spell.RUNNING)),
            refused=waiting[2],
            coming=_of(families, _scene_of("H4", Spell.AHEAD)),
            today=today,
        ),
    ]
    agreed = house_rules.house_rules(register, units, tenancies, families, today)
    visited = visits.visits(register, tenancies, families, today)
    way_on = plans.career(register, tenancies, families, today)
    everyday = Part(
        landlords=tuple(landlords.values()),
        dwellings=tuple(units.values()),
        head_leases=tuple(hired),
        keys=tuple(homes.keys(register, units, lived, today)),
        meters=tuple(homes.meters(register, units, today, rng)),
        home_guides=tuple(guides.home_guides(register, units, at_home)),
        waste_days=tuple(guides.waste_days(register, units)),
        households=tuple(family.household for family in families),
        people=tuple(person for family in families for person in family.people),
        memberships=tuple(membership for family in families for membership in family.memberships),
        contacts=tuple(contact for family in families for contact in family.contacts),
        tenancies=tuple(tenancies),
        handovers=tuple(leases.handovers(register, tenancies, lived, today, rng)),
        assessments=tuple(assessed),
        decisions=tuple(decided),
        matters=tuple(matters.matters(register, tenancies, lived, waiting, today)),
        final_account_lines=tuple(final_accounts.lines(register, tenancies, lived)),
        marks=tuple(marks.marks(register, tenancies, lived, decided, hired, today)),
        house_rules=agreed.versions,
        house_rule_lines=agreed.lines,
        rule_signatures=agreed.signatures,
        visits=visited.visits,
        visit_wishes=visited.wishes,
        tasks=visited.tasks,
        defects=tuple(upkeep.defects(register, units, today)),
        complaints=tuple(upkeep.complaints(register, units, today)),
        home_checks=tuple(upkeep.checks(register, units, today)),
        plans=way_on.plans,
        plan_steps=way_on.steps,
        schemes=way_on.schemes,
        plan_talks=way_on.talks,
        market_tries=way_on.tries,
        temporary_stays=tuple(allocation.stays(register, families, today)),
        **vars(house_days.house_days(register, units, tenancies, families, waiting, today)),
    )
    return everyday.with_more(last_year.part(register, units, tenancies, today, of_the_year))


def _scene_of(unit: str, spell: Spell) -> int:
    return next(number for number, scene in enumerate(SCENES) if (scene.unit, scene.spell) == (unit, spell))


def _of(families: Sequence[households.Home], scene: int) -> int:
    """Return the id of a scene's household."""
    return next(family.household.id or 0 for family in families if family.scene == scene)


def _tenant(family: households.Home) -> leases.Tenant:
    guardians = [contact.name for contact in family.contacts if contact.role is ContactRole.GUARDIAN]
    minor = SCENES[family.scene].kind is HouseholdKind.UNACCOMPANIED_MINOR
    return leases.Tenant(
        household_id=family.household.id or 0,
        language=family.origin.language,
        interpreter=bool(family.people[0].interpreter),
        guardian=guardians[0] if minor and guardians else "",
    )
