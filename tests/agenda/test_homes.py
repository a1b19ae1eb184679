"""What is due about the home, on both sides of its edge: the binder when they move in, rules nobody has signed."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, RuleSignature
from bolig_desktop.tenancies.records import TenancyKind
from build import a_house_with_rooms, a_municipality, a_tenancy


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("today", "told"),
    [("2026-10-01", True), ("2026-11-22", True), ("2026-12-15", True), ("2026-12-16", False)],
)
def test_a_binder_is_told_of_until_two_weeks_after_they_moved_in(case, today, told):
    a_municipality(case)
    lease = a_tenancy(case, starts_on=d("2026-12-01"), ends_on=d("2029-11-30"))
    at = CaseFile(case.db, clock=clock.fixed(d(today)))
    found = [one for one in Agenda(at).items() if one.kind == "binder"]
    assert [(one.household_id, one.act_by) for one in found] == (
        [(lease.household_id, d("2026-12-15"))] if told else []
    )
    print_and_file(at, "binder", lease.household_id)
    assert not [one for one in Agenda(at).items() if one.kind == "binder"]


def test_of_a_private_lease_no_binder_is_told(case):
    a_municipality(case)
    a_tenancy(case, kind=TenancyKind.PRIVATE, starts_on=d("2026-12-01"), ends_on=d("2029-11-30"))
    assert not [one for one in Agenda(case).items() if one.kind == "binder"]


def test_house_rules_are_told_of_till_all_have_signed(case):
    a_municipality(case)
    house, *rooms = a_house_with_rooms(case, 2)
    facts = {"kind": TenancyKind.ROOM, "ends_on": d("2028-12-31")}
    old = a_tenancy(case, dwelling_id=rooms[0].id, starts_on=d("2025-01-01"), **facts)
    new = a_tenancy(case, dwelling_id=rooms[1].id, starts_on=d("2025-11-20"), **facts)
    version = case.save(HouseRules(house_id=house.id, version=1, agreed_on=d("2025-10-01")))
    case.save(HouseRule(rules_id=version.id, topic=RuleGroup.QUIET, clause="rule_quiet_night"))
    agenda = Agenda(case)
    assert not [one for one in agenda.items() if one.kind == "house_rules"], "a draft"
    case.save(replace(version, valid_from=d("2025-11-01")))

    def due():
        return [(one.id, one.act_by, one.fact) for one in agenda.items() if one.kind == "house_rules"]

    assert due() == [(house.id, d("2025-11-14"), 2)]  # fourteen days on is Saturday the 15th
    case.save(RuleSignature(rules_id=version.id, household_id=old.household_id, signed_on=d("2025-11-02")))
    assert due() == [(house.id, d("2025-12-04"), 1)]  # who moved in later has as long from then
    case.save(RuleSignature(rules_id=version.id, household_id=new.household_id, signed_on=d("2025-11-25")))
    assert due() == []


def test_what_changes_about_a_house_is_what_is_read_anew(case):
    """Every table that says who lives in a house and what they have signed, written and taken back again."""
    a_municipality(case)
    (house, *rooms), (other, *others) = a_house_with_rooms(case, 2), a_house_with_rooms(case, 2)
    facts = {"kind": TenancyKind.ROOM, "ends_on": d("2028-12-31"), "starts_on": d("2025-01-01")}
    leases = [a_tenancy(case, dwelling_id=room.id, **facts) for room in (*rooms, others[0])]
    versions = []
    for one in (house, other):
        draft = case.save(HouseRules(house_id=one.id, version=1, agreed_on=d("2025-10-01")))
        case.save(HouseRule(rules_id=draft.id, topic=RuleGroup.QUIET, clause="rule_quiet_night"))
        versions.append(case.save(replace(draft, valid_from=d("2025-11-01"))))
    agenda = Agenda(case)

    def said():
        found = agenda.items()
        assert found == Agenda(case).items()
        return {one.id: one.fact for one in found if one.kind == "house_rules"}

    assert said() == {house.id: 2, other.id: 1}
    signed = case.save(
        RuleSignature(rules_id=versions[0].id, household_id=leases[0].household_id, signed_on=d("2025-11-02"))
    )
    assert said() == {house.id: 1, other.id: 1}
    case.save(replace(leases[1], dwelling_id=others[1].id))
    assert said() == {other.id: 2}
    case.save(replace(leases[2], moved_out_on=d("2025-11-30")))
    assert said() == {other.id: 1}
    case.remove(signed)
    assert said() == {house.id: 1, other.id: 1}
    case.save(replace(others[1], house_id=house.id))
    assert said() == {house.id: 2}
    (line,) = [one for one in agenda.items() if one.kind == "house_rules"]
    agenda.put_off(line, d("2027-01-01"), "huset pusses opp")
    assert said() == {}
    for expected in (
        {house.id: 2},
        {house.id: 1, other.id: 1},
        {other.id: 1},
        {other.id: 2},
        {house.id: 1, other.id: 1},
    ):
        case.undo_last()
        assert said() == expected
