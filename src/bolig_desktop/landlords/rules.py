"""What a landlord and a head lease must be."""

from collections.abc import Iterator, Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.law import identifiers
from bolig_desktop.law.sections import section


def landlord_problems(landlord: Landlord) -> list[Problem]:
    """Return what is wrong with a landlord; an account number is only warned about (ID-KTO)."""
    found = [] if landlord.name.strip() else [Problem(field="name", code="landlord.name_missing")]
    checks = (
        ("org_number", identifiers.org_number, True),
        ("postcode", identifiers.postcode, True),
        ("account_number", identifiers.account_number, False),
        ("phone", identifiers.phone, False),
        ("email", identifiers.email, False),
    )
    for field, check, hard in checks:
        value = getattr(landlord, field)
        if value.strip() and (code := check(value)):
            found.append(Problem(field=field, code=code, hard=hard))
    return found


def head_lease_problems(lease: HeadLease, *, others: Sequence[HeadLease], today: date) -> list[Problem]:
    """Return what is wrong with a head lease; others are the head leases of the same dwelling."""
    return [*_dates(lease, today), *_numbers(lease), *_consent(lease), *_overlaps(lease, others)]


def _dates(lease: HeadLease, today: date) -> Iterator[Problem]:
    for field, code in (("ends_on", "ends_before_start"), ("guarantee_ends_on", "guarantee_ends_before_start")):
        day = getattr(lease, field)
        if day is not None and day < lease.starts_on:
            yield Problem(field=field, code=f"head_lease.{code}", facts={"start": lease.starts_on})
    if lease.sublet_consent_on is not None and lease.sublet_consent_on > today:
        yield Problem(field="sublet_consent_on", code="head_lease.consent_ahead", facts={"today": today})


def _numbers(lease: HeadLease) -> Iterator[Problem]:
    for field in ("rent_nok", "guarantee_nok"):
        value = getattr(lease, field)
        if value is not None and value < 0:
            yield Problem(field=field, code="money.negative")
    if lease.notice_months is not None and lease.notice_months < 0:
        yield Problem(field="notice_months", code="number.negative")


def _consent(lease: HeadLease) -> Iterator[Problem]:
    """HL-7-2: subletting needs the owner's consent, unless statute or the lease itself gives the right."""
    if lease.sublet_consent_on is None:
        yield Problem(
            field="sublet_consent_on", code="head_lease.consent_missing", hard=False, section=section("HL-7-2")
        )


def _overlaps(lease: HeadLease, others: Sequence[HeadLease]) -> Iterator[Problem]:
    for other in others:
        begins = other.ends_on is None or lease.starts_on <= other.ends_on
        if begins and (lease.ends_on is None or other.starts_on <= lease.ends_on):
            yield Problem(field="starts_on", code="head_lease.overlaps", hard=False, facts={"start": other.starts_on})
