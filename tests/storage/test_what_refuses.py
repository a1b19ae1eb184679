"""What refuses a change of something that stands in the file: only what the change itself brings."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop.documents import kinds
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading, MemberRole, Membership
from bolig_desktop.tenancies.records import TenancyKind
from build import a_dwelling, a_household, a_municipality, a_person, a_tenancy

CODE_6 = Grading.STRICTLY_CONFIDENTIAL


def _codes(work, *args):
    with pytest.raises(Refused) as refused:
        work(*args)
    return {p.code for p in refused.value.problems}


@pytest.fixture
def lease(case):
    """A running lease of a dwelling that has since become somebody's own: a hard rule is broken."""
    a_municipality(case)
    found = a_tenancy(case, starts_on=date(2025, 1, 1), ends_on=date(2027, 12, 31))
    case.save(replace(case.dwellings.get(found.dwelling_id), tenure=Tenure.RESIDENT_OWNED))
    return found


def test_a_plain_fact_is_kept_whatever_else_is_wrong(case, lease):
    facts = {"moved_out_on": date(2026, 11, 20), "note": "Ringt 20.11.", "signed_tenant_on": date(2025, 1, 2)}
    for name, fact in facts.items():
        lease = case.save(replace(lease, **{name: fact}))
        assert case.refusing(lease) == []
    assert case.tenancies.get(lease.id) == lease
    assert ("tenancy.not_ours_to_let", True) in {(p.code, p.hard) for p in case.problems(lease)}


def test_what_the_change_brings_still_refuses(case, lease):
    assert _codes(case.save, replace(lease, due_day=29)) == {"tenancy.due_day"}
    assert _codes(case.save, replace(lease, deposit_nok=57_001)) == {"tenancy.deposit_too_high"}


def test_the_field_the_rule_stands_beside_and_what_the_lease_is_of_are_judged_anew(case, lease):
    others = a_dwelling(case, street="Egenveien 1", tenure=Tenure.RESIDENT_OWNED)
    assert _codes(case.save, replace(lease, dwelling_id=others.id)) == {"tenancy.not_ours_to_let"}
    room = {"tenancy.not_ours_to_let", "tenancy.room_needs_room"}
    assert _codes(case.save, replace(lease, kind=TenancyKind.ROOM)) == room


def test_the_field_that_was_wrong_is_not_changed_to_another_wrong(case):
    lease = a_tenancy(case, ends_on=date(2026, 10, 31))
    case.tenancies.change(replace(lease, ends_on=date(2026, 10, 1)))  # past every rule: too short
    broken = case.tenancies.get(lease.id)
    assert case.save(replace(broken, note="x"))
    assert _codes(case.save, replace(broken, ends_on=date(2026, 10, 30))) == {"tenancy.term_too_short"}
    assert case.save(replace(broken, ends_on=date(2026, 10, 31)))


def test_another_lease_in_the_way_is_another_problem(case, lease):
    broken = case.tenancies.add(replace(lease, id=None, starts_on=date(2026, 1, 1)))  # past every rule
    case.tenancies.add(replace(lease, id=None, starts_on=date(2028, 6, 1), ends_on=None))
    assert case.save(replace(broken, note="x"))
    assert "tenancy.overlaps" in _codes(case.save, replace(broken, ends_on=date(2029, 12, 31)))


def test_a_new_record_is_judged_in_full(case, lease):
    again = replace(lease, id=None, starts_on=date(2028, 1, 1), ends_on=None, signed_landlord_on=None)
    refused = _codes(case.save, replace(again, signed_tenant_on=None))
    assert refused == {"tenancy.not_ours_to_let", "gate.no_assessment"}


def test_a_number_that_changes_in_the_sentence_is_a_new_problem(case):
    lease = a_tenancy(case, deposit_nok=57_000)
    case.tenancies.change(replace(lease, deposit_nok=60_000))  # as an older version of the program let through
    broken = case.tenancies.get(lease.id)
    assert case.save(replace(broken, note="x"))
    assert _codes(case.save, replace(broken, rent_nok=9000)) == {"tenancy.deposit_too_high"}
    assert case.save(replace(broken, rent_nok=10_000)).rent_nok == 10_000


def test_a_lease_that_breaks_a_hard_rule_is_not_printed(case, lease):
    assert _codes(kinds.produce, case, "lease", lease.id) == {"tenancy.not_ours_to_let"}
    case.save(replace(lease, note="x"))
    assert _codes(kinds.produce, case, "lease", lease.id) == {"tenancy.not_ours_to_let"}


def test_a_plain_fact_can_be_taken_back_too(case, lease):
    case.save(replace(lease, note="x"))
    case.undo_last()
    assert case.tenancies.get(lease.id).note == ""
    case.undo_last()
    assert case.dwellings.get(lease.dwelling_id).tenure is Tenure.MUNICIPAL


class TestCode6:
    """Strengt fortrolig: no household, tenancy, address or telephone, by any path (law.md AG-2, AG-3)."""

    def _no_trace(self, case):
        graded = {p.id for p in case.people.list() if p.grading is CODE_6}
        assert not graded & {m.person_id for m in case.memberships.list()}
        assert not any(p.postal_address or p.phone or p.email for p in case.people.list() if p.id in graded)

    def test_grading_somebody_in_a_household_is_refused(self, case):
        lease = a_tenancy(case)
        person = case.people.list()[0]
        assert _codes(case.save, replace(person, grading=CODE_6)) == {"person.code_6_in_household"}
        membership = case.memberships.list()[0]
        case.save(replace(membership, left_on=date(2026, 1, 1)))
        assert _codes(case.save, replace(person, grading=CODE_6)) == {"person.code_6_in_household"}
        self._no_trace(case)
        assert case.tenancies.get(lease.id)

    def test_a_graded_person_gets_no_address_and_joins_nothing(self, case):
        person = a_person(case, grading=CODE_6)
        household = a_household(case, a_person(case))
        for fact in ({"postal_address": "Gata 1"}, {"phone": "99999999"}, {"email": "a@b.no"}):
            assert _codes(case.save, replace(person, **fact)) & {"person.code_6_address", "person.code_6_reach"}
        joining = Membership(household_id=household.id, person_id=person.id, role=MemberRole.OTHER)
        assert _codes(case.save, joining) == {"member.code_6"}
        other = case.memberships.list()[0]
        assert "member.code_6" in _codes(case.save, replace(other, person_id=person.id))
        self._no_trace(case)

    def test_even_one_who_stands_there_already_lets_nothing_through(self, case):
        lease = a_tenancy(case)
        person, membership = case.people.list()[0], case.memberships.list()[0]
        case.people.change(replace(person, grading=CODE_6, phone="99999999"))  # past every rule
        graded = case.people.get(person.id)
        assert "tenancy.code_6" in _codes(case.save, replace(lease, note="x"))
        assert "member.code_6" in _codes(case.save, replace(membership, role=MemberRole.OTHER))
        assert {"person.code_6_in_household", "person.code_6_reach"} <= _codes(case.save, replace(graded, note="x"))
        case.remove(membership)
        case.save(replace(graded, phone=""))
        self._no_trace(case)

    def test_taking_back_step_by_step_never_joins_them(self, case):
        household = a_household(case)
        person, membership = case.people.list()[0], case.memberships.list()[0]
        case.remove(membership)
        case.save(replace(case.people.get(person.id), grading=CODE_6))
        self._no_trace(case)
        while case.undo_last():
            self._no_trace(case)
        assert case.households.find(household.id) is None

    def test_taking_back_a_change_made_past_the_rules_is_refused(self, case):
        a_household(case)
        person, membership = case.people.list()[0], case.memberships.list()[0]
        case.people.change(replace(person, note="x"))
        with case.atomic():
            case.memberships.remove(membership.id)
        with case.atomic():
            case.memberships.add(replace(membership, role=MemberRole.OTHER))
        added = case.memberships.list()[0]
        case.remove(added)
        case.db.execute("update people set grading = ? where id = ?", [str(CODE_6), person.id])
        assert _codes(case.undo_last) == {"member.code_6"}
        self._no_trace(case)
