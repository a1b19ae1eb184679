"""What persons, households and memberships must be, and what a graded address forbids."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.people.records import Contact, Household, Membership, Person


def person_problems(
    person: Person, *, memberships: Sequence[Membership], today: date, demo: bool = False
) -> list[Problem]:
    """Return what is wrong with a person; demo lets synthetic identity numbers pass."""
    return []


def membership_problems(
    membership: Membership,
    *,
    person: Person,
    others: Sequence[Membership],
    household_members: Sequence[Membership],
    today: date,
) -> list[Problem]:
    """Return what is wrong with a membership; others are the person's, household_members the household's."""
    return []


def household_problems(household: Household, *, today: date) -> list[Problem]:
    """Return what is wrong with a household."""
    return []


def contact_problems(contact: Contact) -> list[Problem]:
    """Return what is wrong with a contact."""
    return []
