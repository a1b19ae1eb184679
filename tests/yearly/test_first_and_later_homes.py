"""Schemes at first and later settlement (S:5140, table 24), and who was settled in shared housing (table 16)."""

from datetime import date

import pytest
from counting import YEAR, lives, settled, values

from bolig_desktop.allocation.records import SettlementQuota
from bolig_desktop.career.records import Plan, Scheme, SchemeKind
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.yearly.year import figures_of
from build import a_dwelling, a_house_with_rooms, a_tenancy

GUARANTEES = (SchemeKind.DEPOSIT_GUARANTEE, SchemeKind.RENT_GUARANTEE, SchemeKind.RENT_TO_OWN)
TO_OWN = (SchemeKind.START_LOAN, SchemeKind.GRANT)
DAY = date(2025, 6, 1)


def granted(case, whose, kind, day=DAY, granted=True):
    if not case.plans.list("household_id = ?", [whose.id]):
        case.save(Plan(household_id=whose.id, made_on=date(2024, 1, 1)))
    return case.save(Scheme(household_id=whose.id, kind=kind, answered_on=day, granted=granted))


def first_and_later(case, kind):
    return values(case, f"granted_{kind}", f"granted_{kind}_first", f"granted_{kind}_later")


def privately(case, whose, start):
    home = a_dwelling(case, tenure=Tenure.BROKERED)
    return a_tenancy(case, household_id=whose.id, dwelling_id=home.id, kind=TenancyKind.PRIVATE, starts_on=start)


@pytest.mark.parametrize("kind", list(SchemeKind))
def test_before_any_home_it_is_for_the_first(case, kind):
    whose = settled(case, DAY)
    granted(case, whose, kind)
    assert first_and_later(case, kind) == (1, 1, 0)
    lives(case, whose, date(2025, 7, 1))
    assert first_and_later(case, kind) == (1, 1, 0)


@pytest.mark.parametrize(
    ("kind", "is_later"),
    [(SchemeKind.HOUSING_BENEFIT, 0), *((kind, 0) for kind in GUARANTEES), *((kind, 1) for kind in TO_OWN)],
)
def test_in_the_first_home_with_none_after_it(case, kind, is_later):
    whose = settled(case, date(2024, 2, 1))
    lives(case, whose, date(2024, 2, 1))
    granted(case, whose, kind)
    assert first_and_later(case, kind) == (1, 1 - is_later, is_later)


@pytest.mark.parametrize("kind", list(SchemeKind))
def test_who_moves_to_another_home_after_the_yes_has_it_for_that_one(case, kind):
    whose = settled(case, date(2024, 2, 1))
    lives(case, whose, date(2024, 2, 1), moved=date(2025, 7, 1))
    privately(case, whose, date(2025, 7, 1))
    granted(case, whose, kind)
    is_later = int(kind is not SchemeKind.HOUSING_BENEFIT)
    assert first_and_later(case, kind) == (1, 1 - is_later, is_later)


@pytest.mark.parametrize(
    ("start", "is_later"), [(date(2025, 5, 31), 1), (date(2025, 6, 1), 1), (date(2025, 6, 2), 0)]
)
def test_housing_benefit_is_for_the_home_lived_in_that_day(case, start, is_later):
    whose = settled(case, date(2024, 2, 1))
    lives(case, whose, date(2024, 2, 1), moved=start)
    privately(case, whose, start)
    granted(case, whose, SchemeKind.HOUSING_BENEFIT)
    assert first_and_later(case, SchemeKind.HOUSING_BENEFIT) == (1, 1 - is_later, is_later)


def test_a_new_lease_of_the_first_home_is_still_the_first_home(case):
    whose, home = settled(case, date(2022, 2, 1)), a_dwelling(case)
    lives(case, whose, date(2022, 2, 1), home=home, ends=date(2025, 1, 31), moved=date(2025, 1, 31))
    lives(case, whose, date(2025, 2, 1), home=home)
    granted(case, whose, SchemeKind.HOUSING_BENEFIT)
    assert first_and_later(case, SchemeKind.HOUSING_BENEFIT) == (1, 1, 0)


def test_a_household_is_counted_once_by_its_first_yes_of_the_year(case):
    whose = settled(case, date(2024, 2, 1))
    lives(case, whose, date(2024, 2, 1), moved=date(2025, 7, 1))
    privately(case, whose, date(2025, 7, 1))
    kind = SchemeKind.HOUSING_BENEFIT
    for day in (date(2025, 8, 1), date(2025, 1, 1), date(2024, 12, 31)):
        granted(case, whose, kind, day)
    granted(case, whose, kind, date(2025, 1, 2), granted=False)
    assert first_and_later(case, kind) == (1, 1, 0)
    assert values(case, f"granted_{kind}_first", year=2024) == 1


# Shared housing


def test_who_was_settled_in_shared_housing_is_told_by_the_first_home(case):
    case.save(SettlementQuota(year=YEAR, decided=4))
    _, room, other = a_house_with_rooms(case, 2)
    for unit in (room, other):
        whose = settled(case, date(2025, 3, 1))
        a_tenancy(
            case, household_id=whose.id, dwelling_id=unit.id, kind=TenancyKind.ROOM, starts_on=date(2025, 3, 1),
            ends_on=None, moved_out_on=date(2025, 4, 1),
        )  # fmt: skip
        lives(case, whose, date(2025, 4, 1))
    lives(case, settled(case, date(2025, 3, 1)), date(2025, 3, 1))
    found = figures_of(case, YEAR)
    names = ("settled", "settled_shared", "settled_elsewhere", "quota_without_shared")
    assert tuple(found[name].value for name in names) == (3, 2, 1, 25.0)
    assert found["settled_shared"].unsure == []
    settled(case, date(2025, 12, 31))
    found = figures_of(case, YEAR)
    assert (found["settled"].value, found["settled_elsewhere"].value) == (4, 1)
    (gap,) = found["settled_elsewhere"].unsure
    assert gap.code == "unsure.no_first_home" and len(gap.rows) == 1


def test_without_a_quota_nobody_knows_whether_it_was_met(case):
    lives(case, settled(case, date(2025, 3, 1)), date(2025, 3, 1))
    found = figures_of(case, YEAR)["quota_without_shared"]
    assert found.value is None and [one.code for one in found.unsure] == ["unsure.no_quota"]
