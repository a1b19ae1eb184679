"""Nordvik as facts: the same every time, of every kind, and three times as much at scale three."""

import dataclasses
import itertools
import re
from collections import Counter
from datetime import date, timedelta

import pytest

from bolig_desktop.demo.nordvik import SEED, make
from bolig_desktop.demo.register import Part
from bolig_desktop.demo.scenes import SCENES, UNITS, Spell
from bolig_desktop.demo.synthetic import TEST_IDENTITY_NUMBERS
from bolig_desktop.demo.year_scenes import FAMILIES, HOMES, LIVED
from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.landlords.records import LandlordKind
from bolig_desktop.law import identifiers
from bolig_desktop.law.months import add_months, age_on
from bolig_desktop.law.terms import after_expiry, earliest_end
from bolig_desktop.people.records import ContactRole, Grading, HouseholdKind, JoinReason
from bolig_desktop.tenancies.records import SecurityKind, TenancyKind, TenancyState
from bolig_desktop.tenancies.rules import state

pytestmark = pytest.mark.xdist_group("demo")  # what is made once for a day is made on one worker

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def the_part(today: date = TODAY) -> Part:
    (part,) = make(SEED, today, 1).parts
    return part


@pytest.fixture
def part(today) -> Part:
    return the_part(today)


def test_the_same_seed_day_and_scale_give_the_same_facts():
    assert make(SEED, TODAY, 2) == make(SEED, TODAY, 2)


@pytest.mark.parametrize(("seed", "today"), [(SEED + 1, TODAY), (SEED, TODAY + 40 * DAY)])
def test_another_seed_or_day_gives_others(seed, today):
    assert make(seed, today, 1) != make(SEED, TODAY, 1)


def test_scale_three_has_three_times_as_much_and_begins_like_scale_one():
    three = make(SEED, TODAY, 3).parts
    assert three[0] == the_part()
    for topic in dataclasses.fields(Part):
        counts = {len(getattr(part, topic.name)) for part in three}
        assert counts == {len(getattr(the_part(), topic.name))}, topic.name
        ids = [record.id for part in three for record in getattr(part, topic.name)]
        assert ids == list(range(1, len(ids) + 1)), topic.name


def test_no_address_lease_number_or_firm_comes_twice_at_a_larger_scale():
    parts = make(SEED, TODAY, 4).parts
    for values in (
        [dwelling.label for part in parts for dwelling in part.dwellings],
        [lease.reference for part in parts for lease in part.tenancies if lease.reference],
        [owner.org_number for part in parts for owner in part.landlords if owner.org_number],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_there_are_as_many_as_the_issue_asks_for():
    part = the_part()
    in_the_year = sum(family.scene.size for family in FAMILIES.values())
    assert len(part.dwellings) == 45 + len(HOMES)
    assert len(part.households) == 60 + len(FAMILIES)
    assert len(part.tenancies) >= 60 + len(LIVED)
    assert 165 <= len(part.people) - in_the_year <= 195
    assert {dwelling.tenure for dwelling in part.dwellings} == set(Tenure)
    assert {dwelling.kind for dwelling in part.dwellings} == set(DwellingKind)


def test_the_shared_houses_have_rooms_of_their_own():
    part = the_part()
    houses = [dwelling for dwelling in part.dwellings if dwelling.kind is DwellingKind.SHARED_HOUSE]
    rooms = [sum(room.house_id == house.id for room in part.dwellings) for house in houses]
    assert rooms == [4, 5, 3]


def test_every_household_kind_a_single_one_and_one_of_nine():
    part = the_part()
    assert {household.kind for household in part.households} == set(HouseholdKind)
    here = Counter(m.household_id for m in part.memberships if m.left_on is None)
    assert {1, 9} <= set(here.values())
    scenes = [*SCENES, *(family.scene for family in FAMILIES.values())]
    for scene_size, count in zip(sorted(s.size for s in scenes), sorted(here.values()), strict=True):
        assert scene_size == count


def test_members_came_in_every_way_and_some_left(part, today):
    assert {m.join_reason for m in part.memberships} == set(JoinReason)
    assert sum(m.left_on is not None for m in part.memberships) == sum(scene.left for scene in SCENES)
    people = {person.id: person for person in part.people}
    settled = {m.household_id: people[m.person_id].settled_on for m in part.memberships if m.role == "main"}
    for membership in part.memberships:
        if membership.join_reason in (JoinReason.BIRTH, JoinReason.REUNIFICATION):
            assert settled[membership.household_id] < membership.joined_on <= today
        if membership.left_on:
            assert membership.joined_on < membership.left_on <= today


def test_brothers_and_sisters_are_not_born_within_nine_months_of_each_other(part):
    people = {person.id: person for person in part.people}
    children: dict[int, list[date]] = {}
    for membership in part.memberships:
        if membership.role == "child":
            children.setdefault(membership.household_id, []).append(people[membership.person_id].born_on)
    for born in children.values():
        assert all(later - earlier > 270 * DAY for earlier, later in itertools.pairwise(sorted(born)))


def test_languages_are_those_settled_in_recent_years():
    languages = {person.language for person in the_part().people}
    assert {"uk", "ar", "ti", "prs", "ps", "so", "sw", "kmr", "tr"} <= languages


def test_names_have_letters_that_must_survive():
    part = make(SEED, TODAY, 3).parts
    names = " ".join([person.name for p in part for person in p.people] + [o.name for p in part for o in p.landlords])
    for letter in "æøåÅ'-şîğ&":
        assert letter in names, letter


def test_identity_numbers_are_the_documented_test_numbers_only(today):
    people = [person for part in make(SEED, today, 3).parts for person in part.people]
    assert sorted(p.identity_number for p in people if p.identity_number) == sorted(TEST_IDENTITY_NUMBERS)
    assert all(identifiers.fits_birth_date(p.identity_number, p.born_on) for p in people if p.identity_number)
    assert [p.duf_number for p in people if p.duf_number] == ["201212345603"]


def test_a_code_7_household_has_a_tenancy_and_nobody_is_graded_code_6():
    part = the_part()
    graded = {person.id for person in part.people if person.grading is Grading.CONFIDENTIAL}
    homes = {m.household_id for m in part.memberships if m.person_id in graded}
    assert len(homes) == 1
    assert homes <= {tenancy.household_id for tenancy in part.tenancies}
    assert all(m.person_id in graded for m in part.memberships if m.household_id in homes)
    assert not any(person.grading is Grading.STRICTLY_CONFIDENTIAL for person in part.people)
    assert not any(person.postal_address for person in part.people if person.id in graded)


def test_an_unaccompanied_minor_is_one_and_has_a_guardian(part, today):
    households = {h.id for h in part.households if h.kind is HouseholdKind.UNACCOMPANIED_MINOR}
    guardians = {c.household_id for c in part.contacts if c.role is ContactRole.GUARDIAN}
    people = {person.id: person for person in part.people}
    assert households and households == guardians
    for membership in part.memberships:
        if membership.household_id in households:
            assert age_on(people[membership.person_id].born_on, today) < 18
    leases = [tenancy for tenancy in part.tenancies if tenancy.household_id in households]
    assert leases and all(lease.guardian for lease in leases)


def test_leases_stand_in_every_state_and_of_every_kind(part, today):
    assert {state(tenancy, today) for tenancy in part.tenancies} == set(TenancyState)
    assert {tenancy.kind for tenancy in part.tenancies} == set(TenancyKind)


def test_leases_end_within_one_three_four_and_six_months(part, today):
    ends = [t.ends_on for t in part.tenancies if state(t, today) is TenancyState.RUNNING]
    for after, until in ((0, 1), (1, 3), (3, 4), (4, 6)):
        assert any(add_months(today, after) < end <= add_months(today, until) for end in ends), (after, until)


def test_leases_ran_out_days_weeks_and_nearly_three_months_ago(part, today):
    ends = [t.ends_on for t in part.tenancies if state(t, today) is TenancyState.EXPIRED and not t.moved_out_on]
    assert any(today - end < 7 * DAY for end in ends)
    assert any(20 * DAY <= today - end <= 55 * DAY for end in ends)
    assert any(today < after_expiry(end).nominal <= today + 5 * DAY for end in ends)


def test_a_lease_turned_indefinite_just_now(part, today):
    ends = [t.ends_on for t in part.tenancies if t.ends_on and not t.moved_out_on]
    assert any(today - 12 * DAY <= after_expiry(end).certain_from <= today for end in ends)


def test_one_short_lease_has_all_its_fields(part):
    short = [t for t in part.tenancies if t.exception_short_term]
    assert len(short) == 1
    lease = short[0]
    assert lease.ends_on < earliest_end(lease.starts_on)
    assert lease.vulnerable_notice and lease.exception_family and lease.exception_others and lease.exception_absence
    assert lease.short_term_reason and lease.short_term_decision


def test_deposits_guarantees_interpreters_departures_and_renewals_are_there():
    leases = the_part().tenancies
    deposits = [t for t in leases if t.deposit_nok]
    assert deposits and all(t.deposit_bank and t.deposit_account and t.deposit_opened_on for t in deposits)
    assert {t.guarantee_kind for t in leases if t.guarantee_nok} == set(SecurityKind)
    assert any(t.interpreter for t in leases)
    assert any(t.departures for t in leases)
    assert any(t.previous_id for t in leases)
    assert any(t.landlord_lives_in for t in leases)


def test_a_renewed_lease_follows_the_one_before(part):
    by_id = {tenancy.id: tenancy for tenancy in part.tenancies}
    for lease in part.tenancies:
        if lease.previous_id:
            before = by_id[lease.previous_id]
            assert (before.dwelling_id, before.household_id) == (lease.dwelling_id, lease.household_id)
            assert before.ends_on == lease.starts_on - DAY


def test_head_leases_one_ends_soon_and_one_has_ended(part, today):
    ends = [lease.ends_on for lease in part.head_leases if lease.ends_on]
    assert any(today < end <= add_months(today, 3) for end in ends)
    assert any(end < today for end in ends)
    assert {owner.kind for owner in part.landlords} == set(LandlordKind)


def test_landlords_numbers_pass_their_check_and_are_nobodys():
    for owner in the_part().landlords:
        assert identifiers.account_number(owner.account_number) is None
        assert owner.account_number.startswith("9999")
        if owner.kind is LandlordKind.ORGANISATION:
            assert identifiers.org_number(owner.org_number) is None
            assert re.match("31", owner.org_number)


def test_every_unit_has_keys_and_every_house_a_meter_that_was_read():
    part = the_part()
    assert {key.dwelling_id for key in part.keys} == {dwelling.id for dwelling in part.dwellings}
    metered = {meter.dwelling_id for meter in part.meters if meter.reading is not None and meter.read_on}
    assert metered == {dwelling.id for dwelling in part.dwellings if dwelling.house_id is None}


def test_every_scene_names_a_unit_that_exists():
    keys = {unit.key for unit in UNITS}
    assert {scene.unit for scene in SCENES if scene.spell is not Spell.WAITING} <= keys
    assert {scene.earlier for scene in SCENES if scene.earlier} <= keys
