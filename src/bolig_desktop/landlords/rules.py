"""What a landlord and a head lease must be."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import HeadLease, Landlord


def landlord_problems(landlord: Landlord) -> list[Problem]:
    """Return what is wrong with a landlord."""
    return [] if landlord.name.strip() else [Problem(field="name", code="landlord.name_missing")]


def head_lease_problems(lease: HeadLease, *, others: Sequence[HeadLease], today: date) -> list[Problem]:
    """Return what is wrong with a head lease; others are the head leases of the same dwelling."""
    return []
