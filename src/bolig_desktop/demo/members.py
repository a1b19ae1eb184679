"""The members of one household: parents, children, who came later, who was born here and who has moved out."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from random import Random

from bolig_desktop.agenda.people import OLDEST, YOUNGEST
from bolig_desktop.demo import names, synthetic
from bolig_desktop.demo.names import Origin
from bolig_desktop.demo.scenes import Scene, Spell
from bolig_desktop.demo.terms import DAY
from bolig_desktop.law.months import add_months, age_on
from bolig_desktop.people.records import (
    Grading,
    HouseholdKind,
    JoinReason,
    LeaveReason,
    Literacy,
    MemberRole,
    PermitKind,
    Person,
)

_TEST_BIRTH = date(2001, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Member:
    """A person on the way into a household; joined_on None is when the household was registered."""

    person: Person
    role: MemberRole
    joined_on: date | None
    join_reason: JoinReason
    left_on: date | None = None
    leave_reason: LeaveReason | None = None


@dataclass(kw_only=True)
class _Family:
    """What the members of one household share while they are being drawn; ``until`` is when it ended, or today."""

    scene: Scene
    origin: Origin
    settled: date | None
    until: date
    today: date
    rng: Random
    taken: set[str]
    name: str
    permit_on: date
    permit_ends_on: date | None
    father: str = ""

    @property
    def base(self) -> date:
        """The day ages are counted from."""
        return self.settled or self.today


def members(
    scene: Scene, origin: Origin, name: str, settled: date | None, until: date, today: date, rng: Random
) -> list[Member]:
    """Return everybody who is or was in the household ``name``, its main person first.

    until: today, or when the household was closed; nothing happens to it after that.
    """
    family = _Family(
        scene=scene, origin=origin, settled=settled, until=until, today=today, rng=rng, taken=set(), name=name,
        permit_on=settled - rng.randrange(30, 170) * DAY if settled else today - scene.waited * DAY,
        permit_ends_on=_permit_end(scene, origin.permit, today, rng),
    )  # fmt: skip
    main = _main(family)
    others = [_partner(family, main)] if scene.kind in (HouseholdKind.COUPLE, HouseholdKind.FAMILY) else []
    others += _children(family, scene.size - 1 - len(others) - scene.births)
    reunited_on = min(until - 10 * DAY, add_months(family.base, 11) + rng.randrange(0, 150) * DAY)
    others = [_later(family, other, reunited_on) for other in others[: scene.reunited]] + others[scene.reunited :]
    newborn = [_newborn(family, number) for number in range(scene.births)]
    return [main, *others, *newborn, *(_gone(family, main) for _ in range(scene.left))]


def with_test_number(person: Person, number: str, today: date) -> Person:
    """Return the person with a documented test number and its date of birth, where that makes an adult of them."""
    if not 18 <= age_on(_TEST_BIRTH, min(person.settled_on or today, today)) <= 67:
        return person
    duf = synthetic.TEST_DUF_NUMBER if number == synthetic.TEST_IDENTITY_NUMBERS[1] else ""
    return dataclasses.replace(person, identity_number=number, duf_number=duf, born_on=_TEST_BIRTH)


def _main(family: _Family) -> Member:
    scene, rng = family.scene, family.rng
    minor = scene.kind is HouseholdKind.UNACCOMPANIED_MINOR
    if minor:
        born = add_months(family.base, -15 * 12) - rng.randrange(0, 60) * DAY
    else:
        children = max(0, scene.size - 2)
        youngest = 21 if scene.kind is HouseholdKind.SINGLE else 27 + 2 * children
        born = _born(family, youngest, youngest + 24 if scene.unit != "M14" else 74)
    woman = rng.random() < (0.85 if scene.kind is HouseholdKind.SINGLE_PARENT else 0.3)
    given = names.given_name(family.origin, rng, woman=woman, taken=family.taken)
    family.father = "" if woman else given
    last = names.borne_by(family.origin, family.name, woman=woman)
    person = _person(family, given, last, born, adult=not minor)
    if scene.no_programme:
        person = dataclasses.replace(person, programme_on=None)
    return Member(person=person, role=MemberRole.MAIN, joined_on=family.settled, join_reason=JoinReason.ARRIVAL)


def _partner(family: _Family, main: Member) -> Member:
    rng, man = family.rng, bool(family.father)
    born = (main.person.born_on or family.base) + rng.randrange(-1500, 2500) * DAY
    given = names.given_name(family.origin, rng, woman=man, taken=family.taken)
    family.father = family.father or given
    own = names.family_name(family.origin, rng, {family.name}) if family.origin.patronym else family.name
    own = names.borne_by(family.origin, own, woman=man)
    person = _person(family, given, own, min(born, add_months(family.base, -19 * 12)), adult=True)
    return Member(person=person, role=MemberRole.PARTNER, joined_on=family.settled, join_reason=JoinReason.ARRIVAL)


def _children(family: _Family, count: int) -> list[Member]:
    """Return children who were there from the start, the eldest first, a year or more apart."""
    rng, ages = family.rng, []
    age = rng.uniform(0.7, 3)
    for _ in range(count):
        ages.append(age)
        age += rng.uniform(1, 2.2)
    found = []
    for age in reversed(ages):
        child = _child(family, family.base - round(age * 365) * DAY)
        found.append(
            Member(person=child, role=MemberRole.CHILD, joined_on=family.settled, join_reason=JoinReason.ARRIVAL)
        )
    return found


def _child(family: _Family, born: date) -> Person:
    woman = family.rng.random() < 0.5
    given = names.given_name(family.origin, family.rng, woman=woman, taken=family.taken)
    name = family.father if family.origin.patronym and family.father else family.name
    return _person(family, given, names.borne_by(family.origin, name, woman=woman), born, adult=False)


def _newborn(family: _Family, number: int) -> Member:
    wanted = family.base + (150 + number * 420 + family.rng.randrange(0, 90)) * DAY
    born = max(family.base, min(family.until - 5 * DAY, wanted))
    child = dataclasses.replace(_child(family, born), arrived_on=None, permit_on=None, settled_on=None)
    return Member(person=child, role=MemberRole.CHILD, joined_on=born, join_reason=JoinReason.BIRTH)


def _later(family: _Family, member: Member, came: date) -> Member:
    programme = _programme(family, member.person.born_on or came, came)
    person = dataclasses.replace(
        member.person, arrived_on=came, permit_on=came - 40 * DAY, settled_on=came, permit=PermitKind.FAMILY,
        programme_on=programme,
    )  # fmt: skip
    return dataclasses.replace(member, person=person, joined_on=came, join_reason=JoinReason.REUNIFICATION)


def _gone(family: _Family, main: Member) -> Member:
    """Return a partner who left (single parent), a grown child who moved out, or a grandparent who died."""
    rng, scene = family.rng, family.scene
    left = max(family.base + 30 * DAY, family.until - rng.randrange(40, 200) * DAY)
    main_born = main.person.born_on or family.base
    if scene.kind is HouseholdKind.SINGLE_PARENT:
        role, reason, born = MemberRole.PARTNER, LeaveReason.SEPARATED, main_born - rng.randrange(0, 1500) * DAY
    elif scene.spell is Spell.LONG:
        role, reason, born = MemberRole.CHILD, LeaveReason.MOVED_OUT, add_months(left, -19 * 12)
    else:
        role, reason, born = MemberRole.OTHER, LeaveReason.DIED, add_months(main_born, -26 * 12)
    given = names.given_name(family.origin, rng, woman=role is MemberRole.OTHER, taken=family.taken)
    last = names.borne_by(family.origin, family.name, woman=role is MemberRole.OTHER)
    return Member(
        person=_person(family, given, last, born, adult=True),
        role=role,
        joined_on=family.settled,
        join_reason=JoinReason.ARRIVAL if role is not MemberRole.OTHER else JoinReason.MOVED_IN,
        left_on=min(left, family.today),
        leave_reason=reason,
    )


def _born(family: _Family, youngest: int, oldest: int) -> date:
    return add_months(family.base, -12 * family.rng.randrange(youngest, oldest)) - family.rng.randrange(1, 365) * DAY


def _person(family: _Family, given: str, last: str, born: date, *, adult: bool) -> Person:
    rng, origin, settled = family.rng, family.origin, family.settled
    arrived = (settled or family.today) - rng.randrange(60, 300) * DAY
    long_here = settled is not None and settled < add_months(family.today, -60)
    permit = PermitKind.PERMANENT if long_here else origin.permit
    return Person(
        given_name=given,
        family_name=last,
        born_on=born,
        language=origin.language,
        second_language=origin.second if adult and rng.random() < 0.6 else "",
        interpreter=adult and not long_here,
        literacy=rng.choices(list(Literacy), weights=(1, 2, 6))[0] if adult else None,
        phone=synthetic.phone(rng) if adult else "",
        email=f"post{rng.randrange(1000)}@epost.example" if adult and rng.random() < 0.2 else "",
        grading=Grading.CONFIDENTIAL if family.scene.shielded else Grading.NONE,
        permit=permit,
        permit_on=max(family.permit_on, born),
        permit_ends_on=None if permit is PermitKind.PERMANENT else family.permit_ends_on,
        arrived_on=max(arrived, born),
        settled_on=settled,
        programme_on=_programme(family, born, settled),
    )


def _programme(family: _Family, born: date, settled: date | None) -> date | None:
    """Return when the introduction programme began, for those it is for (IN-8), within the three months (IN-12)."""
    if settled is None or not YOUNGEST <= age_on(born, settled) <= OLDEST:
        return None
    begun = settled + family.rng.randrange(15, 80) * DAY
    return begun if begun <= family.today else None


def _permit_end(scene: Scene, permit: PermitKind, today: date, rng: Random) -> date:
    months = rng.randrange(5, 16) if permit is PermitKind.COLLECTIVE else rng.randrange(5, 37)
    if scene.permit_soon:
        months = 2
    return add_months(today, months).replace(day=1) - DAY
