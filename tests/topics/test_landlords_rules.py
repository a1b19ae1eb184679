"""Landlords and head leases."""

from dataclasses import replace
from datetime import date

from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.landlords.rules import head_lease_problems, landlord_problems
from topics.said import hard, warned

TODAY = date(2026, 11, 22)
OWNER = Landlord(name="Nordvik Utleie AS", org_number="974760673", account_number="12345678903", postcode="0125")
LEASE = HeadLease(
    landlord_id=1, dwelling_id=1, starts_on=date(2025, 1, 1), ends_on=date(2029, 12, 31), sublet_consent_on=TODAY
)


def test_a_landlord_with_good_numbers_is_fine() -> None:
    assert landlord_problems(OWNER) == []
    assert landlord_problems(Landlord(name="Kari Nordmann")) == []


def test_numbers_are_refused_or_warned_about() -> None:
    wrong = replace(OWNER, name="", org_number="974760674", postcode="01255")
    assert hard(landlord_problems(wrong)) == {
        ("name", "landlord.name_missing"),
        ("org_number", "identifier.org_control"),
        ("postcode", "identifier.postcode"),
    }
    doubtful = replace(OWNER, account_number="12345678904", phone="ring", email="kari")
    assert not hard(landlord_problems(doubtful))
    assert warned(landlord_problems(doubtful)) == {
        ("account_number", "identifier.account_control"),
        ("phone", "identifier.phone"),
        ("email", "identifier.email"),
    }


def test_a_head_lease_ends_on_its_first_day_at_the_earliest() -> None:
    one_day = replace(LEASE, ends_on=LEASE.starts_on, guarantee_ends_on=LEASE.starts_on)
    assert head_lease_problems(one_day, others=[], today=TODAY) == []
    before = replace(LEASE, ends_on=date(2024, 12, 31), guarantee_ends_on=date(2024, 12, 31))
    assert hard(head_lease_problems(before, others=[], today=TODAY)) == {
        ("ends_on", "head_lease.ends_before_start"),
        ("guarantee_ends_on", "head_lease.guarantee_ends_before_start"),
    }


def test_sums_and_consent_of_a_head_lease() -> None:
    wrong = replace(LEASE, rent_nok=-1, guarantee_nok=-1, notice_months=-1, sublet_consent_on=date(2026, 11, 23))
    assert hard(head_lease_problems(wrong, others=[], today=TODAY)) == {
        ("rent_nok", "money.negative"),
        ("guarantee_nok", "money.negative"),
        ("notice_months", "number.negative"),
        ("sublet_consent_on", "head_lease.consent_ahead"),
    }
    without = head_lease_problems(replace(LEASE, sublet_consent_on=None), others=[], today=TODAY)
    assert warned(without) == {("sublet_consent_on", "head_lease.consent_missing")}
    assert without[0].section == "husleieloven § 7-2"


def test_nothing_is_a_sum_too() -> None:
    free = replace(LEASE, rent_nok=0, guarantee_nok=0, notice_months=0)
    assert head_lease_problems(free, others=[], today=TODAY) == []


def test_two_head_leases_meet_on_their_last_and_first_day() -> None:
    met = replace(LEASE, id=2, starts_on=date(2029, 12, 31), ends_on=None)
    after = replace(met, starts_on=date(2030, 1, 1))
    assert warned(head_lease_problems(LEASE, others=[met], today=TODAY)) == {("starts_on", "head_lease.overlaps")}
    assert head_lease_problems(LEASE, others=[after], today=TODAY) == []
    assert warned(head_lease_problems(met, others=[LEASE], today=TODAY)) == {("starts_on", "head_lease.overlaps")}
    assert head_lease_problems(after, others=[LEASE], today=TODAY) == []
