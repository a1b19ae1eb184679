"""Who mends what (husleieloven § 5-3, law.md HL-5-3), where a defect stands, and what is wrong with one."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.maintenance import rules
from bolig_desktop.maintenance.records import (
    CheckKind,
    CheckResult,
    Complaint,
    ComplaintState,
    Defect,
    DefectKind,
    DefectState,
    HomeCheck,
    Mender,
)
from bolig_desktop.people.records import Grading
from build import a_complaint, a_defect, a_dwelling, a_household, a_person, a_tenancy

TODAY = date(2026, 11, 22)
HOME = Dwelling(id=1, street="Storgata 14 B", kind=DwellingKind.APARTMENT, tenure=Tenure.MUNICIPAL)
DEFECT = Defect(id=1, dwelling_id=1, what="Det drypper.", kind=DefectKind.LEAK, reported_on=date(2026, 11, 10))
COMPLAINT = Complaint(id=1, dwelling_id=1, what="Bråk.", received_on=date(2026, 11, 10))

# § 5-3 second paragraph as law.md HL-5-3 has it: locks, taps, WC, sockets and switches, water heater, movable
# fittings; test, clean and change battery in smoke alarm, and extinguisher kit. All else is the landlord's.
TENANTS = {"lock", "tap", "toilet", "socket", "water_heater", "fitting", "alarm_test", "extinguisher_test"}


@pytest.mark.parametrize("kind", list(DefectKind))
@pytest.mark.parametrize("replacing", [False, True])
def test_the_tenant_keeps_what_the_second_paragraph_lists_and_replaces_nothing(kind, replacing):
    found = rules.proposed(kind, Tenure.MUNICIPAL, replace=replacing)
    expected = Mender.TENANT if kind.value in TENANTS and not replacing else Mender.MUNICIPALITY
    assert found.mender is expected


@pytest.mark.parametrize(
    ("tenure", "mender", "reason"),
    [
        (Tenure.MUNICIPAL, Mender.MUNICIPALITY, "landlord_keeps"),
        (Tenure.HIRED_IN, Mender.OWNER, "hired_in"),
        (Tenure.ASSIGNED, Mender.OWNER, "private_owner"),
        (Tenure.BROKERED, Mender.OWNER, "private_owner"),
        (Tenure.RESIDENT_OWNED, Mender.TENANT, "resident_owned"),
    ],
)
def test_the_landlords_part_is_asked_of_who_owns_it(tenure, mender, reason):
    assert rules.proposed(DefectKind.LEAK, tenure, replace=False) == (mender, reason)


def test_who_was_chosen_goes_before_who_is_proposed():
    assert rules.mender_of(replace(DEFECT, mender=Mender.TENANT), Tenure.MUNICIPAL) is Mender.TENANT
    assert rules.mender_of(DEFECT, Tenure.MUNICIPAL) is Mender.MUNICIPALITY


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, DefectState.NEW),
        ({"sent_on": date(2026, 11, 11)}, DefectState.SENT),
        ({"promised_on": date(2026, 11, 22)}, DefectState.PROMISED),
        ({"promised_on": date(2026, 11, 21)}, DefectState.BROKEN_PROMISE),
        ({"promised_on": date(2026, 11, 21), "mended_on": date(2026, 11, 22)}, DefectState.MENDED),
    ],
)
def test_state_follows_from_the_dates(facts, state):
    assert rules.defect_state(replace(DEFECT, **facts), Mender.MUNICIPALITY, TODAY) is state


def test_what_the_tenant_mends_is_not_ours_till_somebody_else_is_asked():
    assert rules.defect_state(DEFECT, Mender.TENANT, TODAY) is DefectState.NOT_OURS
    assert rules.defect_state(replace(DEFECT, sent_on=TODAY), Mender.TENANT, TODAY) is DefectState.SENT


def codes(defect, **more):
    facts = {"dwelling": HOME, "others": [], "strict": False, "today": TODAY} | more
    return {(p.field, p.code, p.hard) for p in rules.defect_problems(defect, **facts)}


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"mended_on": date(2026, 11, 9)}, ("mended_on", "defect.before_reported", True)),
        ({"sent_on": date(2026, 11, 9)}, ("sent_on", "defect.before_reported", True)),
        ({"promised_on": date(2026, 11, 9)}, ("promised_on", "defect.before_reported", True)),
        ({"mended_on": date(2026, 11, 23)}, ("mended_on", "maintenance.ahead", True)),
        ({"reported_on": date(2026, 11, 23)}, ("reported_on", "maintenance.ahead", True)),
        ({"cost_nok": -1}, ("cost_nok", "money.negative", True)),
        ({"cost_nok": 10_000_001}, ("cost_nok", "defect.cost_odd", False)),
        ({"what": "  "}, ("what", "defect.what_missing", True)),
        ({"what": "å" * 3_001}, ("what", "maintenance.too_long", True)),
    ],
)
def test_bad_input_is_told_of_beside_its_field(facts, problem):
    assert codes(replace(DEFECT, **facts)) == {problem}


@pytest.mark.parametrize(
    "facts",
    [
        {"mended_on": date(2026, 11, 10), "sent_on": date(2026, 11, 10), "cost_nok": 0},
        {"mended_on": TODAY, "cost_nok": 10_000_000, "what": "å" * 3_000},
        {"promised_on": date(2030, 1, 1)},
    ],
)
def test_what_lies_on_the_edge_is_let_through(facts):
    assert codes(replace(DEFECT, **facts)) == set()


@pytest.mark.parametrize(("gone", "refused"), [(date(2026, 11, 10), True), (date(2026, 11, 11), False)])
def test_a_home_that_is_given_up_gets_no_new_defects(gone, refused):
    found = codes(DEFECT, dwelling=replace(HOME, given_up_on=gone))
    assert (("dwelling_id", "defect.given_up", True) in found) is refused


def test_two_open_defects_alike_are_warned_of():
    other = replace(DEFECT, id=2, room="Bad")
    warned = {("what", "defect.alike", False)}
    assert codes(replace(DEFECT, room="bad"), others=[other]) == warned
    assert codes(replace(DEFECT, room="kjøkken"), others=[other]) == set()
    assert codes(replace(DEFECT, room="bad"), others=[replace(other, mended_on=TODAY)]) == set()
    assert codes(replace(DEFECT, room="bad"), others=[replace(other, kind=DefectKind.DAMP)]) == set()


def test_costs_are_summed_by_the_year_it_was_mended():
    defects = [
        replace(DEFECT, reported_on=date(2025, 12, 30), mended_on=date(2026, 1, 2), cost_nok=1000),
        replace(DEFECT, mended_on=date(2026, 11, 12), cost_nok=500),
        replace(DEFECT, reported_on=date(2025, 3, 1), cost_nok=70),
        replace(DEFECT, cost_nok=None),
    ]
    assert rules.costs_by_year(defects) == {2026: 1500, 2025: 70}


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, ComplaintState.OPEN),
        ({"answered_on": TODAY}, ComplaintState.ANSWERED),
        ({"closed_on": TODAY}, ComplaintState.CLOSED),
    ],
)
def test_state_of_a_complaint(facts, state):
    assert rules.complaint_state(replace(COMPLAINT, **facts)) is state


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"answered_on": date(2026, 11, 9), "answer": "Ja"}, ("answered_on", "complaint.before_reported", True)),
        ({"closed_on": date(2026, 11, 9)}, ("closed_on", "complaint.before_reported", True)),
        ({"received_on": date(2026, 11, 23)}, ("received_on", "maintenance.ahead", True)),
        ({"answered_on": TODAY}, ("answer", "complaint.answer_missing", False)),
        ({"what": ""}, ("what", "complaint.what_missing", True)),
    ],
)
def test_what_is_wrong_with_a_complaint(facts, problem):
    found = rules.complaint_problems(
        replace(COMPLAINT, **facts), dwelling=HOME, strict=False, left_on=None, today=TODAY
    )
    assert {(p.field, p.code, p.hard) for p in found} == {problem}


def test_a_complaint_about_who_has_left_is_warned_of(case):
    lease = a_tenancy(case, moved_out_on=date(2026, 10, 1))
    facts = {"dwelling_id": lease.dwelling_id, "household_id": lease.household_id}
    late = a_complaint(case, received_on=date(2026, 11, 16), **facts)
    assert [p.code for p in case.problems(late)] == ["complaint.has_left"]
    assert case.problems(a_complaint(case, received_on=date(2026, 9, 16), **facts)) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"months": 0}, "check.months"),
        ({"months": 241}, "check.months"),
        ({"done_on": date(2026, 11, 23)}, "check.ahead"),
        ({"result": CheckResult.WELL}, "check.day_missing"),
    ],
)
def test_what_is_wrong_with_a_check(facts, code):
    check = HomeCheck(dwelling_id=1, kind=CheckKind.KEYS, **facts)
    assert [p.code for p in rules.check_problems(check, others=[], today=TODAY)] == [code]


def test_one_row_for_each_check_of_a_home():
    check = HomeCheck(dwelling_id=1, kind=CheckKind.KEYS)
    other = HomeCheck(id=2, dwelling_id=1, kind=CheckKind.KEYS)
    assert [p.code for p in rules.check_problems(check, others=[other], today=TODAY)] == ["check.twice"]


def test_the_next_check_is_so_many_months_on():
    assert rules.next_check(None, 12) is None
    assert rules.next_check(date(2025, 11, 22), 12) == date(2026, 11, 22)
    assert rules.next_check(date(2026, 8, 31), 6) == date(2027, 2, 28)


@pytest.mark.parametrize("make", [a_defect, a_complaint])
def test_nothing_is_written_about_a_household_with_code_6(case, make):
    person = a_person(case)
    household = a_household(case, person)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    with pytest.raises(Refused) as refused:
        make(case, household_id=household.id)
    assert [p.code for p in refused.value.problems] == ["maintenance.code_6"]
    assert case.defects.count() == case.complaints.count() == 0


def test_what_stands_on_a_home_keeps_it_from_being_removed(case):
    home = a_dwelling(case)
    defect = a_defect(case, dwelling_id=home.id)
    with pytest.raises(Refused):
        case.remove(home)
    case.remove(defect)
    case.remove(home)
    assert case.dwellings.count() == 0


@pytest.mark.parametrize(
    ("floor", "unit_number", "needed"),
    [
        (2, "", True),
        (3, "", False),
        (-1, "", True),
        (1, "H0401", True),
        (None, "H0201", True),
        (None, "H0301", False),
        (None, "K0301", True),
        (None, "Hxx", True),
        (None, "", True),
    ],
)
def test_radon_is_usually_not_measured_from_the_third_floor_up(floor, unit_number, needed):
    assert rules.needs_radon(floor, unit_number) is needed
