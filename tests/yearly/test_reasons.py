"""Why households moved in, wait or were refused, in KOSTRA's groups; health is never kept (kostra.md 5.1)."""

from datetime import date

import pytest
from counting import YEAR, lives, settled, values

from bolig_desktop.errors import Refused
from bolig_desktop.people.records import PermitKind
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    MainReason,
    Matter,
    MatterKind,
    RefusalReason,
)
from bolig_desktop.yearly.year import figures_of
from build import a_household, a_person

REFUGEE, ACCESSIBLE, OTHER = MainReason
MOVED_IN = ("KOSnyinnflyttfly0000", "moved_in_accessible", "moved_in_other")
WAITING = ("waiting_refugees", "KOSventelistetil0000", "waiting_other")


def applies(case, whose, day=date(2025, 1, 2), reason=None, **more):
    facts = {"kind": MatterKind.HOUSING_APPLICATION, "household_id": whose.id, "opened_on": day}
    return case.save(Matter(**facts, main_reason=reason, **more))


def decides(case, whose, result, day=date(2025, 6, 1), reason=None):
    facts = {"kind": DecisionKind.ALLOTMENT, "household_id": whose.id, "decided_on": day, "refusal_reason": reason}
    return case.save(Decision(result=result, facts="Fakta", considerations="Grunner", **facts))


def of_last_grant_year(case, is_over):
    return settled(case, date(YEAR - 5 + (not is_over), 5, 1), permit=PermitKind.ASYLUM)


@pytest.mark.parametrize(
    ("reason", "is_over", "counts"),
    [
        (None, False, (1, 0, 0)),
        (None, True, (0, 0, 0)),
        (REFUGEE, False, (1, 0, 0)),
        (REFUGEE, True, (0, 0, 1)),
        (ACCESSIBLE, False, (0, 1, 0)),
        (ACCESSIBLE, True, (0, 1, 0)),
        (OTHER, False, (0, 0, 1)),
    ],
)
def test_the_main_reason_and_the_grant_period_say_which_group(case, reason, is_over, counts):
    for whose in (of_last_grant_year(case, is_over), of_last_grant_year(case, is_over)):
        applies(case, whose, reason=reason)
    lives(case, whose, date(2025, 3, 1))
    first = case.households.list()[0]
    decides(case, first, DecisionResult.GRANTED)
    assert values(case, *MOVED_IN) == counts
    assert values(case, *WAITING) == counts
    unknown = figures_of(case, YEAR)["moved_in_other"].unsure
    assert [(one.code, [row.id for row in one.rows]) for one in unknown] == (
        [] if any(counts) else [("unsure.no_main_reason", [whose.id])]
    )


def test_the_last_application_says_why_and_one_of_the_next_year_does_not(case):
    whose = settled(case, date(2024, 5, 1))
    applies(case, whose, date(2024, 1, 1), OTHER)
    applies(case, whose, date(2024, 12, 1), ACCESSIBLE)
    applies(case, whose, date(2026, 1, 1), OTHER)
    lives(case, whose, date(2025, 3, 1))
    assert values(case, *MOVED_IN) == (0, 1, 0)


def test_what_tells_of_health_is_unknown_and_says_who_to_ask(case):
    lives(case, settled(case, date(2025, 2, 1)), date(2025, 2, 1))
    for name in ("KOSnyinnflyttpsy0001", "KOSandnyinnflytt0001", "KOSventelistepsy0001", "KOSventelistepsy0002"):
        found = figures_of(case, YEAR)[name]
        assert found.value is None and [one.code for one in found.unsure] == ["unsure.health_not_kept"], name


@pytest.mark.parametrize("reason", list(RefusalReason))
def test_a_refusal_is_counted_by_its_reason(case, reason):
    whose = a_household(case, a_person(case))
    applies(case, whose)
    decides(case, whose, DecisionResult.REFUSED, reason=reason)
    decides(case, whose, DecisionResult.REFUSED)
    found = figures_of(case, YEAR)
    assert {one: found[f"refused_{one}"].value for one in RefusalReason} == {
        one: int(one is reason) for one in RefusalReason
    }
    assert found["refused_applications"].value == 2
    (gap,) = found["refused_other"].unsure
    assert (gap.code, [row.topic for row in gap.rows]) == ("unsure.no_refusal_reason", ["decisions"])


@pytest.mark.parametrize(
    ("day", "counts"), [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)]
)
def test_the_day_of_the_refusal_says_which_year_it_belongs_to_also_of_an_older_application(case, day, counts):
    whose = a_household(case, a_person(case))
    applies(case, whose, date(2024, 12, 1))
    decides(case, whose, DecisionResult.REFUSED, date.fromisoformat(day))
    assert values(case, "refused_applications", "new_applications") == (counts, 0)


@pytest.mark.parametrize(("asked_on", "counts"), [(date(2025, 5, 31), 0), (date(2025, 6, 1), 1)])
def test_a_refusal_of_who_lived_in_ours_when_they_applied_is_no_new_applicants(case, asked_on, counts):
    whose = settled(case, date(2022, 2, 1))
    lives(case, whose, date(2022, 2, 1), moved=date(2025, 6, 1))
    applies(case, whose, asked_on)
    decides(case, whose, DecisionResult.REFUSED, date(2025, 7, 1))
    assert values(case, "refused_applications", "new_applications") == (counts, counts)


def test_a_reason_for_a_refusal_belongs_to_a_refused_allotment(case):
    whose = a_household(case, a_person(case))
    for facts in (
        {"kind": DecisionKind.ALLOTMENT, "result": DecisionResult.GRANTED},
        {"kind": DecisionKind.HELP, "result": DecisionResult.REFUSED},
    ):
        with pytest.raises(Refused) as refused:
            case.save(
                Decision(
                    household_id=whose.id, decided_on=date(2025, 6, 1), refusal_reason=RefusalReason.OTHER,
                    facts="Fakta", considerations="Grunner", **facts,
                )
            )  # fmt: skip
        assert [one.code for one in refused.value.problems] == ["decision.no_refusal"]


def test_a_main_reason_belongs_to_an_application_for_a_dwelling(case):
    whose = a_household(case, a_person(case))
    with pytest.raises(Refused) as refused:
        case.save(
            Matter(
                kind=MatterKind.ADVANCE_NOTICE, household_id=whose.id, opened_on=date(2025, 1, 2), main_reason=OTHER
            )
        )
    assert [one.code for one in refused.value.problems] == ["matter.no_application"]
