"""No new or longer lease before the need is assessed and decided (law.md BS-TILD), and no way round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents import kinds
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import MemberRole, Membership
from bolig_desktop.tenancies.records import Conclusion, DecisionResult, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules.gate import NEEDED
from build import a_dwelling, a_house_with_rooms, a_household, a_municipality, a_tenancy
from topics.passed import a_decision, an_assessment

DAY = timedelta(days=1)
START, END = date(2023, 11, 1), date(2026, 10, 31)
TODAY = date(2026, 11, 22)


@pytest.fixture
def lease(case: CaseFile) -> Tenancy:
    a_municipality(case)
    return a_tenancy(case, starts_on=START, ends_on=END)


def _follower(lease: Tenancy, **changes: object) -> Tenancy:
    facts = {
        "id": None,
        "previous_id": lease.id,
        "starts_on": date(2026, 12, 1),
        "ends_on": date(2029, 11, 30),
        "moved_out_on": None,
        "signed_landlord_on": None,
        "signed_tenant_on": None,
    }
    return replace(lease, **(facts | changes))


def _codes(act, *arguments: object) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return {problem.code for problem in refused.value.problems}


def _decide(case: CaseFile, lease: Tenancy, **changes: object) -> None:
    assessment = case.save(an_assessment(lease, id=None))
    case.save(a_decision(lease, id=None, **({"assessment_id": assessment.id} | changes)))


def test_a_first_lease_needs_no_assessment(case: CaseFile) -> None:
    a_municipality(case)
    assert a_tenancy(case).id


def test_the_steps_of_the_gate_one_by_one(case: CaseFile, lease: Tenancy) -> None:
    new = _follower(lease)
    assert _codes(case.save, new) == {"gate.no_assessment"}
    started = case.save(an_assessment(lease, id=None, conclusion=None))
    assert _codes(case.save, new) == {"gate.assessment_unfinished"}
    assert _codes(case.save, a_decision(lease, id=None, assessment_id=started.id)) == {
        "decision.assessment_unfinished"
    }
    case.save(replace(started, conclusion=Conclusion.EXTEND))
    assert _codes(case.save, new) == {"gate.no_decision"}
    case.save(a_decision(lease, id=None, assessment_id=started.id))
    assert case.save(new).id


@pytest.mark.parametrize("field", NEEDED)
def test_an_assessment_that_carries_a_decision_stays_finished(case: CaseFile, lease: Tenancy, field: str) -> None:
    _decide(case, lease)
    empty = None if field == "conclusion" else " "
    assert _codes(case.save, replace(case.assessments.list()[0], **{field: empty})) == {f"assessment.{field}_missing"}


@pytest.mark.parametrize("result", [DecisionResult.REFUSED, DecisionResult.OTHER_DWELLING])
def test_a_no_closes_the_gate(case: CaseFile, lease: Tenancy, result: DecisionResult) -> None:
    _decide(case, lease, result=result)
    assert _codes(case.save, _follower(lease)) == {"gate.refused"}


def test_the_newest_decision_counts(case: CaseFile, lease: Tenancy) -> None:
    _decide(case, lease, result=DecisionResult.REFUSED, decided_on=date(2026, 10, 5))
    _decide(case, lease, decided_on=date(2026, 10, 6))
    assert case.save(_follower(lease)).id
    assert case.decisions.count() == 2


def test_an_assessment_comes_before_its_decision(case: CaseFile, lease: Tenancy) -> None:
    assessment = case.save(an_assessment(lease, id=None, assessed_on=date(2026, 10, 2)))
    early = a_decision(lease, id=None, assessment_id=assessment.id, decided_on=date(2026, 10, 1))
    assert _codes(case.save, early) == {"decision.before_assessment"}
    assert case.save(replace(early, decided_on=date(2026, 10, 2))).id


def test_neither_lies_ahead_of_today(case: CaseFile, lease: Tenancy) -> None:
    assert _codes(case.save, an_assessment(lease, id=None, assessed_on=TODAY + DAY)) == {"assessment.ahead"}
    assessment = case.save(an_assessment(lease, id=None, assessed_on=TODAY))
    ahead = a_decision(lease, id=None, assessment_id=assessment.id, decided_on=TODAY + DAY)
    assert _codes(case.save, ahead) == {"decision.ahead"}
    assert case.save(replace(ahead, decided_on=TODAY)).id


def test_one_decision_lets_one_lease_through(case: CaseFile, lease: Tenancy) -> None:
    _decide(case, lease)
    second = case.save(replace(_follower(lease), signed_landlord_on=TODAY, signed_tenant_on=TODAY))
    third = _follower(second, starts_on=date(2029, 12, 1), ends_on=date(2032, 11, 30))
    assert _codes(case.save, third) == {"gate.no_assessment"}


def test_ending_and_making_the_lease_again_the_same_day_is_no_way_round(case: CaseFile, lease: Tenancy) -> None:
    case.save(replace(lease, moved_out_on=TODAY))
    assert "gate.no_assessment" in _codes(case.save, _follower(lease, previous_id=None, starts_on=TODAY))


def test_leaving_out_what_it_follows_is_no_way_round(case: CaseFile, lease: Tenancy) -> None:
    assert _codes(case.save, _follower(lease, previous_id=None)) == {"gate.no_assessment"}


def test_swapping_rooms_in_the_same_house_is_no_way_round(case: CaseFile) -> None:
    a_municipality(case)
    _, one, two = a_house_with_rooms(case, 2)
    lease = a_tenancy(case, kind=TenancyKind.ROOM, dwelling_id=one.id, starts_on=START, ends_on=END)
    assert _codes(case.save, _follower(lease, dwelling_id=two.id)) == {"gate.no_assessment"}


def test_a_household_registered_anew_with_the_same_tenant_is_no_way_round(case: CaseFile, lease: Tenancy) -> None:
    tenant = case.memberships.of_household(lease.household_id)[0]
    case.save(replace(lease, moved_out_on=END))
    case.save(replace(tenant, left_on=END))
    anew = case.save(replace(case.households.get(lease.household_id), id=None))
    case.save(
        Membership(
            household_id=anew.id, person_id=tenant.person_id, role=MemberRole.MAIN, joined_on=date(2026, 11, 1)
        )
    )
    assert _codes(case.save, _follower(lease, previous_id=None, household_id=anew.id)) == {"gate.no_assessment"}


def test_another_household_and_another_dwelling_are_free(case: CaseFile, lease: Tenancy) -> None:
    elsewhere = a_dwelling(case, street="Parkveien 3")
    assert case.save(_follower(lease, previous_id=None, dwelling_id=elsewhere.id)).id
    case.save(replace(lease, moved_out_on=END))
    others = a_household(case)
    assert case.save(_follower(lease, previous_id=None, household_id=others.id)).id


def _written_in_before_today(case: CaseFile, lease: Tenancy) -> None:
    """As if the lease had been registered on an earlier day; the history itself cannot be changed."""
    case.db.execute("DROP TRIGGER history_no_change")
    case.db.execute("UPDATE history SET at = '2023-11-01T08:00:00+00:00'")


def test_a_later_end_is_a_longer_lease(case: CaseFile, lease: Tenancy) -> None:
    _written_in_before_today(case, lease)
    assert _codes(case.save, replace(lease, ends_on=END + DAY)) == {"gate.no_assessment"}
    assert _codes(case.save, replace(lease, ends_on=None)) == {"gate.no_assessment"}
    assert case.save(replace(lease, note="x", ends_on=END)).note == "x"
    _decide(case, lease)
    longer = case.save(replace(lease, ends_on=date(2027, 10, 31)))
    assert _codes(case.save, replace(longer, ends_on=date(2028, 10, 31))) == {"gate.decision_used"}
    assert _codes(case.save, _follower(longer, starts_on=date(2027, 11, 1), ends_on=None)) == {"gate.decision_used"}


def test_a_decision_used_for_a_new_lease_lengthens_no_old_one(case: CaseFile, lease: Tenancy) -> None:
    _written_in_before_today(case, lease)
    _decide(case, lease)
    case.save(_follower(lease, signed_landlord_on=TODAY, signed_tenant_on=TODAY))
    assert "gate.decision_used" in _codes(case.save, replace(lease, ends_on=date(2026, 11, 30)))


def test_what_was_mistyped_today_may_be_mended_today(case: CaseFile, lease: Tenancy) -> None:
    assert case.save(replace(lease, ends_on=date(2027, 10, 31))).ends_on == date(2027, 10, 31)


def test_a_draft_may_get_any_end(case: CaseFile) -> None:
    a_municipality(case)
    draft = a_tenancy(case, starts_on=date(2026, 12, 1), ends_on=date(2029, 11, 30), signed_tenant_on=None)
    _written_in_before_today(case, draft)
    assert case.save(replace(draft, ends_on=date(2030, 11, 30))).ends_on == date(2030, 11, 30)


def test_an_old_lease_is_written_in_with_a_warning_and_never_printed(case: CaseFile, lease: Tenancy) -> None:
    before = {"starts_on": date(2020, 11, 1), "ends_on": date(2023, 10, 31), "id": None}
    before |= {"moved_out_on": date(2023, 10, 31)}
    signed = {"signed_landlord_on": date(2020, 10, 1), "signed_tenant_on": date(2020, 10, 1)}
    case.save(replace(lease, **before, **signed))  # the first of them; the one of 2023 now follows it
    found = {problem.code: problem.hard for problem in case.problems(case.tenancies.get(lease.id))}
    assert found["gate.before_program"] is False
    assert "gate.before_program" in _codes(kinds.produce, case, "lease", lease.id)
    unsigned = replace(lease, signed_tenant_on=None)
    assert {p.code for p in case.problems(unsigned) if p.hard} == {"gate.no_assessment"}


def test_a_lease_past_the_gate_is_printed_and_one_that_is_not_is_not(case: CaseFile, lease: Tenancy) -> None:
    _decide(case, lease)
    new = case.save(_follower(lease))
    assert kinds.produce(case, "lease", new.id).number == "D1"
    case.decisions.remove(
        case.decisions.list()[0].id
    )  # past the door for writes: as a damaged or older file might be
    assert _codes(kinds.produce, case, "lease", new.id) == {"gate.no_decision"}


def test_leases_we_are_no_party_to_are_free(case: CaseFile, lease: Tenancy) -> None:
    private = replace(lease, kind=TenancyKind.PRIVATE)
    assert not [p for p in case.problems(private) if p.code.startswith("gate.")]
