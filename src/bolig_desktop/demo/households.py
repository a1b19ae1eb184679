"""The households of Nordvik: who they are, when each member came, and who stands around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bolig_desktop.demo import members, names, synthetic
from bolig_desktop.demo.members import Member
from bolig_desktop.demo.names import Origin
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import SCENES, Scene, Spell
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.people.records import Contact, ContactRole, Household, HouseholdKind, Membership, Person

_UKRAINIANS_CAME = date(2022, 4, 1)
_MINOR_CONTACTS = (ContactRole.GUARDIAN, ContactRole.NAV, ContactRole.SCHOOL)
_ROUND = (
    (ContactRole.PROGRAMME,), (), (ContactRole.NAV, ContactRole.PROGRAMME), (), (ContactRole.SCHOOL,), (),
    (ContactRole.HEALTH,), (ContactRole.VOLUNTEER,), (),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Home:
    """One household with everybody in it."""

    scene: int
    household: Household
    origin: Origin
    people: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    contacts: tuple[Contact, ...]


def households(register: Register, stays: Sequence[Stay], today: date, rng: Random) -> list[Home]:
    """Return every household, the one registered first standing first."""
    mine: dict[int, list[Stay]] = {number: [] for number in range(len(SCENES))}
    for stay in stays:
        mine[stay.scene].append(stay)
    drawn = []
    for number, scene in enumerate(SCENES):
        settled, closed = _settled_on(scene, mine[number]), _closed_on(scene, mine[number])
        registered = (settled or today) - rng.randrange(20, 100) * DAY
        drawn.append((registered, number, settled, closed))
    taken: set[str] = {scene.family for scene in SCENES}
    return [
        household(register, number, SCENES[number], (registered, settled, closed), today, taken, rng)
        for registered, number, settled, closed in sorted(drawn, key=lambda row: row[:2])
    ]


def _settled_on(scene: Scene, stays: Sequence[Stay]) -> date | None:
    if scene.spell in (Spell.WAITING, Spell.DRAFT, Spell.AHEAD):
        return None
    return min(stay.starts_on for stay in stays)


def _closed_on(scene: Scene, stays: Sequence[Stay]) -> date | None:
    if scene.spell is not Spell.ENDED or stays[-1].moved_out_on is None:
        return None
    return stays[-1].moved_out_on + 7 * DAY


def household(
    register: Register,
    number: int,
    scene: Scene,
    days: tuple[date, date | None, date | None],
    today: date,
    taken: set[str],
    rng: Random,
    altered: Callable[[Member], Member] = lambda member: member,
) -> Home:
    """Return the household of a scene. days: registered, settled and closed.

    taken: family names nobody else is given; altered: what a scene wants otherwise of a member as drawn.
    """
    registered, settled, closed = days
    origin = _origin(scene, settled or today, rng)
    made = register.numbered(
        Household(
            kind=scene.kind,
            registered_on=registered,
            case_number=f"{registered.year}/{rng.randrange(200, 4000)}",
            closed_on=closed,
            note=_NOTES.get(scene.spell, "") if settled else _WAITING_NOTE,
        )
    )
    name = scene.family if scene.family and register.is_first else names.family_name(origin, rng, taken)
    drawn = map(altered, members.members(scene, origin, name, settled, min(closed or today, today), today, rng))
    people, memberships = [], []
    for member in drawn:
        person = register.numbered(_with_test_number(member.person, scene, register, today))
        people.append(person)
        memberships.append(
            register.numbered(
                Membership(
                    household_id=made.id or 0,
                    person_id=person.id or 0,
                    role=member.role,
                    joined_on=member.joined_on or registered,
                    join_reason=member.join_reason,
                    left_on=member.left_on,
                    leave_reason=member.leave_reason,
                )
            )
        )
    contacts = [register.numbered(_contact(made, role, rng)) for role in _roles(scene, number)]
    return Home(
        scene=number,
        household=made,
        origin=origin,
        people=tuple(people),
        memberships=tuple(memberships),
        contacts=tuple(contacts),
    )


_NOTES = {
    Spell.MOVED_ON: "Flyttet fra kommunal bolig til privat leie med garanti.",
    Spell.BOUGHT: "Kjøpte egen bolig med startlån.",
}
_WAITING_NOTE = "Bosettes når bolig er klar."


def _origin(scene: Scene, settled: date, rng: Random) -> Origin:
    if scene.language:
        return names.by_language(scene.language)
    origin = names.draw(rng)
    while origin.language == "uk" and settled < _UKRAINIANS_CAME:
        origin = names.draw(rng)
    return origin


def _with_test_number(person: Person, scene: Scene, register: Register, today: date) -> Person:
    holder = {"B1": 0, "M7": 1}.get(scene.unit)
    if holder is None or scene.spell is Spell.ENDED or not register.is_first:
        return person
    return members.with_test_number(person, synthetic.TEST_IDENTITY_NUMBERS[holder], today)


def _roles(scene: Scene, number: int) -> tuple[ContactRole, ...]:
    if scene.kind is HouseholdKind.UNACCOMPANIED_MINOR:
        return _MINOR_CONTACTS
    return _ROUND[number % len(_ROUND)]


def _contact(household: Household, role: ContactRole, rng: Random) -> Contact:
    return Contact(
        household_id=household.id or 0,
        name=names.norwegian(rng),
        role=role,
        phone=synthetic.phone(rng),
        email="" if role is ContactRole.VOLUNTEER else "kontakt@nordvik.example",
        note="Oppnevnt av statsforvalteren." if role is ContactRole.GUARDIAN else "",
    )
