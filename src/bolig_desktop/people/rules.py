"""What persons, households and memberships must be, and what a graded address forbids.

AG-2 to AG-4: strengt fortrolig (code 6) belongs in the municipality's own special routine and not in this program;
fortrolig (code 7) is shielded together with the whole household.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers
from bolig_desktop.law.sections import section
from bolig_desktop.people.records import (
    Contact,
    Grading,
    Household,
    LeaveReason,
    MemberRole,
    Membership,
    Person,
)
from bolig_desktop.text.languages import language

if TYPE_CHECKING:
    from bolig_desktop.law.parameters import Parameter

MOST_PLACES = 3


def person_problems(
    person: Person,
    *,
    memberships: Sequence[Membership],
    today: date,
    demo: bool = False,
    named_at: Sequence[str] = (),
    had_address: bool = False,
    own: "Iterable[Parameter]" = (),
) -> list[Problem]:
    """Return what is wrong with a person; demo lets synthetic identity numbers pass.

    named_at: where a free text names somebody shielded: dwellings and landlords. had_address: whether an address or a
    household of theirs stands in the file's history. own: the user's own dated figures.
    """
    found = []
    if not person.name:
        found.append(Problem(field="given_name", code="person.name_missing"))
    return [
        *found,
        *_numbers(person, today, demo, own),
        *_dates(person, today),
        *_languages(person),
        *_reach(person.phone, person.email),
        *_graded(person, memberships),
        *_named(person, named_at),
        *_earlier(person, had_address),
    ]


def naming_problems(fields: Sequence[str], *, beside: bool = False) -> list[Problem]:
    """Return a warning for each text that names somebody with a graded address, never saying whom (AG-3).

    beside: a part kept with the record (a key, a meter, a head lease) has such a text.
    """
    found = [Problem(field=name, code="text.names_shielded", hard=False, section=section("AG-2")) for name in fields]
    if beside or fields:
        code = "text.names_shielded_beside" if beside else "text.names_shielded_here"
        found.append(Problem(field="", code=code, hard=False, section=section("AG-2")))
    return found


def membership_problems(
    membership: Membership,
    *,
    person: Person,
    others: Sequence[Membership],
    household_members: Sequence[Membership],
    today: date,
) -> list[Problem]:
    """Return what is wrong with a membership; others are the person's, household_members the household's."""
    return [
        *_joining(membership, person),
        *_membership_dates(membership, person, today),
        *_other_households(membership, others),
        *_roles(membership, household_members, today),
    ]


def household_problems(household: Household, *, today: date) -> list[Problem]:
    """Return what is wrong with a household."""
    found = []
    if household.registered_on is not None and household.registered_on > today:
        found.append(Problem(field="registered_on", code="household.registered_ahead", facts={"today": today}))
    if household.closed_on and household.registered_on and household.closed_on < household.registered_on:
        facts = {"registered": household.registered_on}
        found.append(Problem(field="closed_on", code="household.closed_before", facts=facts))
    return found


def contact_problems(contact: Contact) -> list[Problem]:
    """Return what is wrong with a contact."""
    found = [] if contact.name.strip() else [Problem(field="name", code="contact.name_missing")]
    return [*found, *_reach(contact.phone, contact.email)]


def is_member_on(membership: Membership, day: date) -> bool:
    """Return whether somebody is in the household on a day; the day of leaving is not one."""
    joined = membership.joined_on is None or membership.joined_on <= day
    return joined and (membership.left_on is None or day < membership.left_on)


def _numbers(person: Person, today: date, demo: bool, own: "Iterable[Parameter]") -> Iterator[Problem]:
    """ID-FNR, ID-DNR: refused where impossible, never required. ID-DUF: only warned about."""
    if person.identity_number.strip():
        code = identifiers.identity_number(person.identity_number, today, demo=demo, own=own)
        if code:
            yield Problem(field="identity_number", code=code)
        elif person.born_on and not identifiers.fits_birth_date(person.identity_number, person.born_on):
            facts = {"born_on": person.born_on}
            yield Problem(field="identity_number", code="identifier.identity_birth_date", hard=False, facts=facts)
    if person.duf_number.strip() and (code := identifiers.duf_number(person.duf_number)):
        yield Problem(field="duf_number", code=code, hard=False)


def _dates(person: Person, today: date) -> Iterator[Problem]:
    """Nobody is born ahead of today, arrives before birth or is settled before arrival; plans may lie ahead."""
    if person.born_on is not None and person.born_on > today:
        yield Problem(field="born_on", code="person.born_ahead", facts={"today": today})
    if person.arrived_on and person.born_on and person.arrived_on < person.born_on:
        yield Problem(field="arrived_on", code="person.arrived_before_birth", facts={"born": person.born_on})
    earlier = max((day for day in (person.born_on, person.arrived_on) if day), default=None)
    if person.settled_on and earlier and person.settled_on < earlier:
        code = "person.settled_before_arrival" if earlier == person.arrived_on else "person.settled_before_birth"
        yield Problem(field="settled_on", code=code, facts={"earlier": earlier})
    if person.permit_ends_on is not None and person.permit_ends_on < today:
        yield Problem(
            field="permit_ends_on", code="person.permit_over", hard=False, facts={"ended": person.permit_ends_on}
        )


def _languages(person: Person) -> Iterator[Problem]:
    for field in ("language", "second_language"):
        code = getattr(person, field)
        if code and language(code) is None:
            yield Problem(field=field, code="person.language_unknown")


def _reach(phone: str, email: str) -> Iterator[Problem]:
    if phone.strip() and (code := identifiers.phone(phone)):
        yield Problem(field="phone", code=code, hard=False)
    if email.strip() and (code := identifiers.email(email)):
        yield Problem(field="email", code=code, hard=False)


def _graded(person: Person, memberships: Sequence[Membership]) -> Iterator[Problem]:
    """AG-3: for code 6 no household, address, telephone or e-mail; for code 7 no postal address."""
    if not person.is_shielded:
        return
    source = section("AG-2")
    strictly = person.grading is Grading.STRICTLY_CONFIDENTIAL
    if person.postal_address.strip():
        code = "person.code_6_address" if strictly else "person.code_7_address"
        yield Problem(field="postal_address", code=code, section=source)
    if not strictly:
        yield Problem(field="grading", code="person.code_7_shielded", hard=False, section=section("AG-4"))
        return
    for field in ("phone", "email"):
        if getattr(person, field).strip():
            yield Problem(field=field, code="person.code_6_reach", section=source)
    if memberships:
        yield Problem(field="grading", code="person.code_6_in_household", section=source)
    else:
        yield Problem(field="grading", code="person.code_6_elsewhere", hard=False, section=source)


def _named(person: Person, places: Sequence[str]) -> Iterator[Problem]:
    """AG-3: the name beside an address in a free text. For code 6 not even this says which address."""
    if not places:
        return
    if person.grading is Grading.STRICTLY_CONFIDENTIAL:
        yield Problem(field="grading", code="person.code_6_named", hard=False, section=section("AG-2"))
    else:
        more = "" if len(places) <= MOST_PLACES else " …"
        facts = {"where": "; ".join(places[:MOST_PLACES]) + more}
        code = "person.named_elsewhere"
        yield Problem(field="grading", code=code, hard=False, section=section("AG-4"), facts=facts)


def _earlier(person: Person, had_address: bool) -> Iterator[Problem]:
    """AG-3: what was written before code 6 stays in the history, which nobody can change."""
    if had_address and person.grading is Grading.STRICTLY_CONFIDENTIAL:
        yield Problem(field="grading", code="person.code_6_history", hard=False, section=section("AG-2"))


def _joining(membership: Membership, person: Person) -> Iterator[Problem]:
    """AG-3, AG-4: code 6 is never in a household, past or present; code 7 shields all of it."""
    if person.grading is Grading.STRICTLY_CONFIDENTIAL:
        yield Problem(field="person_id", code="member.code_6", section=section("AG-2"))
    elif person.grading is Grading.CONFIDENTIAL:
        yield Problem(field="person_id", code="member.code_7", hard=False, section=section("AG-4"))


def _membership_dates(membership: Membership, person: Person, today: date) -> Iterator[Problem]:
    joined, left = membership.joined_on, membership.left_on
    if joined is not None and left is not None and left < joined:
        yield Problem(field="left_on", code="member.left_before_joining", facts={"joined": joined})
    if joined is not None and person.born_on is not None and joined < person.born_on:
        yield Problem(field="joined_on", code="member.joined_before_birth", facts={"born": person.born_on})
    if membership.leave_reason is LeaveReason.DIED and left is not None and left > today:
        yield Problem(field="left_on", code="member.died_ahead", facts={"today": today})
    if membership.leave_reason is not None and left is None:
        yield Problem(field="left_on", code="member.left_on_missing")


def _other_households(membership: Membership, others: Sequence[Membership]) -> Iterator[Problem]:
    """Nobody is twice in one household at once; in two at once only a child may be, with a warning."""
    for other in others:
        if not _overlap(membership, other):
            continue
        if other.household_id == membership.household_id:
            yield Problem(field="person_id", code="member.twice")
        else:
            facts = {"membership": other.id}
            is_child = MemberRole.CHILD in (membership.role, other.role)
            yield Problem(field="joined_on", code="member.two_households", hard=not is_child, facts=facts)


def _roles(membership: Membership, household_members: Sequence[Membership], today: date) -> Iterator[Problem]:
    if membership.role is not MemberRole.MAIN or not is_member_on(membership, today):
        return
    if any(other.role is MemberRole.MAIN and is_member_on(other, today) for other in household_members):
        yield Problem(field="role", code="member.two_main", hard=False)


def _overlap(one: Membership, other: Membership) -> bool:
    if LeaveReason.MISTAKE in (one.leave_reason, other.leave_reason):
        return False
    first = one.left_on is None or other.joined_on is None or other.joined_on < one.left_on
    return first and (other.left_on is None or one.joined_on is None or one.joined_on < other.left_on)
