"""Each counting rule on both sides of its edge (kostra.md 5.2, law.md IN-TIL); a figure has its rows behind it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from counting import YEAR, lives, settled, values

from bolig_desktop.allocation.records import SettlementQuota, StayKind, TemporaryStay
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import HouseholdKind, JoinReason, MemberRole, Membership, PermitKind
from bolig_desktop.tenancies.records import Decision, DecisionKind, DecisionResult, Matter, MatterKind, TenancyKind
from bolig_desktop.visits.records import Visit
from bolig_desktop.yearly.figures import FIGURES
from bolig_desktop.yearly.year import figures_of
from build import a_dwelling, a_house_with_rooms, a_household, a_person, a_tenancy

LAST = date(2025, 12, 31)


# What there is


def test_every_figure_is_counted_and_has_its_records_behind_it(case):
    a_tenancy(case, household_id=settled(case, date(2025, 3, 1)).id, starts_on=date(2025, 4, 1), ends_on=None)
    found = figures_of(case, YEAR)
    assert list(found) == [one.id for one in FIGURES]
    for figure in FIGURES:
        if figure.is_count and found[figure.id].value is not None:
            assert found[figure.id].value == len(found[figure.id].rows), figure.id


@pytest.mark.parametrize("year", [1989, 2027])
def test_a_year_that_has_not_begun_or_is_long_ago_gets_a_sentence(case, year):
    with pytest.raises(Refused) as refused:
        figures_of(case, year)
    assert refused.value.problems[0].code == "year.outside"


def test_a_year_that_is_not_over_says_so_in_every_figure(case):
    settled(case, date(2026, 11, 28))
    found = figures_of(case, 2026)
    assert found["settled"].value == 1
    assert all(one.unsure[0].code == "unsure.not_over" for one in found.values())
    assert not any(u.code == "unsure.not_over" for one in figures_of(case, 2025).values() for u in one.unsure)


# Settlement


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2024-12-31", 0), ("2025-01-01", 1), ("2025-03-31", 1), ("2025-04-01", 2), ("2025-06-30", 2),
     ("2025-07-01", 3), ("2025-09-30", 3), ("2025-10-01", 4), ("2025-12-31", 4), ("2026-01-01", 0)],
)  # fmt: skip
def test_the_day_of_settlement_says_year_and_quarter(case, day, quarter):
    settled(case, date.fromisoformat(day))
    quarters = values(case, *(f"settled_q{one}" for one in range(1, 5)))
    assert quarters == tuple(int(one == quarter) for one in range(1, 5))
    assert values(case, "settled") == int(quarter > 0)


def test_who_came_to_their_family_is_told_apart_and_a_household_is_counted_once(case):
    household = settled(case, date(2025, 3, 1))
    for reason in (JoinReason.REUNIFICATION, JoinReason.ARRIVAL):
        person = a_person(case, given_name="Flere", settled_on=date(2025, 5, 1))
        case.save(
            Membership(household_id=household.id, person_id=person.id, role=MemberRole.CHILD, join_reason=reason)
        )
    assert values(case, "settled", "reunited", "settled_households") == (2, 1, 1)
    case.save(replace(household, kind=HouseholdKind.SINGLE_PARENT))
    assert values(case, "settled_single_parent", "settled_single") == (1, 0)


def test_the_way_from_permit_to_settlement_is_a_mean_of_those_with_both_days(case):
    settled(case, date(2025, 3, 11), permit_on=date(2025, 3, 1))
    settled(case, date(2025, 3, 21), permit_on=date(2025, 3, 1))
    settled(case, date(2025, 3, 21))
    found = figures_of(case, YEAR)["permit_to_settlement"]
    assert found.value == 15 and [(one.code, one.facts["number"]) for one in found.unsure] == [
        ("unsure.no_permit_date", 1)
    ]
    assert found.behind == 2, "a mean of the two is told to nobody outside, however many were settled"


def test_households_without_a_day_of_settlement_make_the_figures_unsure(case):
    settled(case, None)
    (gap,) = figures_of(case, YEAR)["settled"].unsure
    assert (gap.code, gap.facts["number"]) == ("unsure.no_settlement_date", 1)


# Rule 3: a refugee within the grant period


@pytest.mark.parametrize(("year", "is_one"), [(2019, 0), (2020, 1), (2024, 1), (2025, 0)])
def test_the_year_of_settlement_and_four_more(case, year, is_one):
    settled(case, date(2020, 12, 31), permit=PermitKind.ASYLUM)
    assert values(case, "refugees", year=year) == is_one


@pytest.mark.parametrize(("year", "count"), [(2020, 2), (2022, 2), (2023, 1), (2024, 1), (2025, 0)])
def test_the_family_of_a_permit_on_humanitarian_grounds_counts_for_three_years(case, year, count):
    household = settled(case, date(2020, 2, 1), permit=PermitKind.HUMANITARIAN)
    family = a_person(case, settled_on=date(2020, 2, 1), permit=PermitKind.FAMILY)
    case.save(Membership(household_id=household.id, person_id=family.id, role=MemberRole.PARTNER))
    assert values(case, "refugees", year=year) == count


def test_family_of_somebody_else_counts_for_five(case):
    household = settled(case, date(2020, 2, 1), permit=PermitKind.ASYLUM)
    family = a_person(case, settled_on=date(2020, 2, 1), permit=PermitKind.FAMILY)
    case.save(Membership(household_id=household.id, person_id=family.id, role=MemberRole.PARTNER))
    assert values(case, "refugees", year=2024) == 2


# Rules 1 and 5: a room or a house as one dwelling, on 31 December


def test_each_room_with_its_own_lease_is_a_dwelling_and_a_house_on_one_lease_is_one(case):
    _, *rooms = a_house_with_rooms(case, 3)
    assert values(case, "dwellings") == 3, "nobody lives there: the rooms are what is let"
    a_tenancy(case, dwelling_id=rooms[0].id, kind=TenancyKind.ROOM, starts_on=date(2025, 1, 1), ends_on=None)
    assert values(case, "dwellings", "shared_places", "shared_residents") == (3, 3, 1)


def test_one_lease_for_the_house_makes_it_one(case):
    house, *_ = a_house_with_rooms(case, 3)
    a_tenancy(case, dwelling_id=house.id, starts_on=date(2025, 12, 31), ends_on=None)
    assert values(case, "dwellings") == 1
    assert values(case, "dwellings", year=2024) == 3, "the day before it began the rooms were let one by one"


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"acquired_on": date(2025, 12, 31)}, 1),
        ({"acquired_on": date(2026, 1, 1)}, 0),
        ({"given_up_on": date(2025, 12, 31)}, 0),
        ({"given_up_on": date(2026, 1, 1)}, 1),
        ({"tenure": Tenure.BROKERED}, 0),
        ({"tenure": Tenure.ASSIGNED}, 1),
    ],
)
def test_the_stock_is_what_the_municipality_disposes_of_on_31_december(case, facts, count):
    a_dwelling(case, **facts)
    assert values(case, "dwellings") == count


def test_the_stock_by_tenure_and_its_shares(case):
    for tenure in (Tenure.MUNICIPAL, Tenure.MUNICIPAL, Tenure.HIRED_IN, Tenure.ASSIGNED):
        a_dwelling(case, tenure=tenure, wheelchair=tenure is Tenure.HIRED_IN or None)
    assert values(case, "dwellings_owned", "dwellings_hired_in", "dwellings_assigned") == (2, 1, 1)
    assert values(case, "KOSEidavsamlet0000", "KOSboligpkommuna0000", "KOSAndeltilgjeng0000") == (50.0, 25.0, 25.0)
    codes = [one.code for one in figures_of(case, YEAR)["dwellings_accessible"].unsure]
    assert "unsure.no_wheelchair" in codes and "unsure.no_acquired_date" in codes
    assert values(case, "KOSboligSper10000000") is None, "unknown is unknown"


@pytest.mark.parametrize(
    ("facts", "idle"),
    [
        ({}, 365),
        ({"starts_on": date(2025, 1, 1)}, 0),
        ({"starts_on": date(2025, 12, 31)}, 364),
        ({"starts_on": date(2024, 1, 1), "moved_out_on": date(2025, 1, 11)}, 355),
        ({"starts_on": date(2026, 1, 1)}, 365),
    ],
)
def test_an_empty_day_is_one_nobody_lived_there(case, facts, idle):
    home = a_dwelling(case, acquired_on=date(2020, 1, 1))
    if facts:
        a_tenancy(case, dwelling_id=home.id, ends_on=None, **facts)
    assert values(case, "idle_days") == idle
    assert values(case, "idle_share") == round(100 * idle / 365, 1)


def test_the_quarters_of_the_empty_days_add_up(case):
    home = a_dwelling(case, acquired_on=date(2025, 2, 15))
    a_tenancy(case, dwelling_id=home.id, starts_on=date(2025, 7, 2), moved_out_on=date(2025, 12, 30), ends_on=None)
    assert values(case, *(f"idle_q{one}" for one in range(1, 5))) == (45, 91, 1, 2)
    assert values(case, "idle_days") == 45 + 91 + 1 + 2


@pytest.mark.parametrize(("bedrooms", "size"), [(0, "1"), (1, "1"), (2, "2"), (3, "3"), (4, "more"), (9, "more")])
def test_homes_are_of_a_size_and_free_where_nobody_lives(case, bedrooms, size):
    home = a_dwelling(case, bedrooms=bedrooms)
    names = [f"{what}_{each}" for what in ("bedrooms", "free") for each in ("1", "2", "3", "more")]
    assert dict(zip(names, values(case, *names), strict=True)) == {
        one: int(one.endswith(f"_{size}")) for one in names
    }
    lives(case, settled(case, None), LAST, home=home)
    assert values(case, "free", f"bedrooms_{size}") == (0, 1)


def test_a_home_whose_size_nobody_knows_makes_it_unsure_and_a_room_is_one_bedroom(case):
    a_dwelling(case, bedrooms=None)
    found = figures_of(case, YEAR)
    assert "unsure.no_bedrooms" in [one.code for one in found["free_2"].unsure] and found["free"].value == 1
    a_house_with_rooms(case, 2)
    assert values(case, "bedrooms_1", "free_1", "kind_room") == (2, 2, 2)


@pytest.mark.parametrize(("people", "size"), [(1, "1"), (2, "1"), (3, "2"), (5, "3"), (7, "more"), (9, "more")])
def test_who_has_applied_and_lives_nowhere_of_ours_needs_a_home_of_a_size(case, people, size):
    household = a_household(case, *(a_person(case, given_name=f"Nr {number}") for number in range(people)))
    matter = case.save(
        Matter(kind=MatterKind.HOUSING_APPLICATION, household_id=household.id, opened_on=date(2025, 12, 31))
    )
    names = [f"need_{each}" for each in ("1", "2", "3", "more")]
    assert dict(zip(names, values(case, *names), strict=True)) == {one: int(one == f"need_{size}") for one in names}
    case.save(replace(matter, answered_on=date(2026, 1, 1)))
    assert values(case, "need") == 1, "on 31 December it was not answered"
    case.save(replace(matter, answered_on=date(2025, 12, 31)))
    assert values(case, "need") == 0


def test_a_topic_is_weak_by_the_last_visit_of_the_year(case):
    household = settled(case, None)
    lives(case, household, date(2025, 1, 1))
    case.save(Visit(household_id=household.id, visited_on=date(2025, 3, 1), heating="p", fire="p"))
    assert values(case, "weak_heating", "weak_fire", "households_with_problem") == (1, 1, 1)
    case.save(Visit(household_id=household.id, visited_on=date(2025, 12, 31), heating="ts", fire="tp"))
    assert values(case, "weak_heating", "weak_fire") == (0, 1)
    case.save(Visit(household_id=household.id, visited_on=date(2026, 1, 1), heating="p", fire="ts"))
    assert values(case, "weak_heating", "weak_fire") == (0, 1)


def test_days_out_of_use_and_from_before_it_was_ours_are_not_empty(case):
    a_dwelling(
        case,
        acquired_on=date(2025, 12, 1),
        out_of_use_from=date(2025, 12, 11),
        out_of_use_to=date(2025, 12, 20),
        out_of_use_reason="Oppussing",
    )
    assert values(case, "idle_days") == 31 - 10


# Rule 2: a new household


def test_who_moves_in_from_elsewhere_is_new_and_a_refugee_within_the_period(case):
    lives(case, settled(case, date(2025, 2, 1), permit=PermitKind.ASYLUM), date(2025, 2, 1))
    lives(case, settled(case, date(2015, 2, 1), permit=PermitKind.ASYLUM), date(2025, 2, 1))
    assert values(case, "KOSantnyinnflytt0000", "KOSnyinnflyttfly0000", "swaps", "extensions") == (2, 1, 0, 0)


def test_a_swap_is_not_new_and_an_extension_is_neither(case):
    household, home = settled(case, date(2022, 2, 1)), a_dwelling(case)
    lives(case, household, date(2022, 2, 1), moved=date(2025, 5, 31), home=home)
    lives(case, household, date(2025, 6, 1))
    assert values(case, "KOSantnyinnflytt0000", "swaps", "extensions") == (0, 1, 0)
    stays, theirs = settled(case, date(2022, 2, 1)), a_dwelling(case)
    lives(case, stays, date(2022, 2, 1), home=theirs, ends=date(2025, 1, 31), moved=date(2025, 1, 31))
    lives(case, stays, date(2025, 2, 1), home=theirs)
    assert values(case, "KOSantnyinnflytt0000", "swaps", "extensions") == (0, 1, 1)


@pytest.mark.parametrize(("asked_on", "is_new"), [(date(2025, 5, 31), 0), (date(2025, 6, 2), 1)])
def test_the_day_of_the_application_says_whether_they_lived_in_ours(case, asked_on, is_new):
    household = settled(case, date(2022, 2, 1))
    lives(case, household, date(2022, 2, 1), moved=date(2025, 6, 1))
    case.save(Matter(kind=MatterKind.HOUSING_APPLICATION, household_id=household.id, opened_on=asked_on))
    lives(case, household, date(2025, 9, 1))
    assert values(case, "KOSantnyinnflytt0000", "new_applications") == (is_new, is_new)


def test_an_application_answered_by_an_earlier_lease_makes_a_swap_no_less_a_swap(case):
    household = settled(case, date(2022, 2, 1))
    case.save(Matter(kind=MatterKind.HOUSING_APPLICATION, household_id=household.id, opened_on=date(2022, 1, 1)))
    lives(case, household, date(2022, 2, 1), moved=date(2025, 5, 31))
    lives(case, household, date(2025, 6, 1))
    assert values(case, "KOSantnyinnflytt0000", "swaps") == (0, 1)


def test_a_refusal_to_a_new_applicant_counts_and_waiting_ends_with_the_home(case):
    household = settled(case, date(2025, 2, 1))
    case.save(Matter(kind=MatterKind.HOUSING_APPLICATION, household_id=household.id, opened_on=date(2025, 3, 1)))
    facts = {"household_id": household.id, "kind": DecisionKind.ALLOTMENT}
    case.save(Decision(**facts, result=DecisionResult.REFUSED, decided_on=date(2025, 4, 1)))
    assert values(case, "refused_applications", "KOSandelnyavslag0000", "waiting") == (1, 100.0, 0)
    case.save(Decision(**facts, result=DecisionResult.GRANTED, decided_on=LAST))
    assert values(case, "waiting") == 1
    lives(case, household, LAST)
    assert values(case, "waiting") == 0


@pytest.mark.parametrize(("same", "swaps", "extensions"), [(False, 1, 0), (True, 0, 1)])
def test_who_applied_while_in_ours_and_was_out_some_days_is_not_new_and_has_swapped(case, same, swaps, extensions):
    household, home = settled(case, date(2022, 2, 1)), a_dwelling(case)
    lives(case, household, date(2022, 2, 1), moved=date(2025, 5, 30), home=home)
    case.save(Matter(kind=MatterKind.HOUSING_APPLICATION, household_id=household.id, opened_on=date(2025, 3, 1)))
    lives(case, household, date(2025, 6, 2), home=home if same else None)
    assert values(case, "KOSantnyinnflytt0000", "swaps", "extensions") == (0, swaps, extensions)


@pytest.mark.parametrize(
    ("began", "moved", "waits"),
    [
        (date(2025, 6, 1), date(2025, 10, 1), 0),
        (date(2025, 5, 31), date(2025, 10, 1), 1),
        (date(2025, 6, 1), date(2025, 6, 1), 1),
        (date(2026, 1, 1), None, 1),
        (date(2025, 12, 31), None, 0),
    ],
)
def test_who_moved_in_after_the_decision_waits_no_more_though_they_left_again(case, began, moved, waits):
    household = settled(case, date(2022, 2, 1))
    facts = {"facts": "Fakta", "considerations": "Grunner", "decided_on": date(2025, 6, 1)}
    case.save(
        Decision(household_id=household.id, kind=DecisionKind.ALLOTMENT, result=DecisionResult.GRANTED, **facts)
    )
    lives(case, household, began, moved=moved)
    assert values(case, "waiting") == waits


# What is decided, and rule 4: temporary housing once a household a year, the days added up


def stay(case, household, first, last, kind=StayKind.HOTEL):
    return case.save(TemporaryStay(household_id=household.id, kind=kind, from_on=first, to_on=last))


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2024, 12, 1), date(2025, 1, 1), 0),
        (date(2024, 12, 1), date(2025, 1, 2), 1),
        (LAST, LAST, 1),
        (LAST, date(2026, 1, 5), 1),
        (LAST, date(2026, 1, 1), 1),
        (LAST, None, 1),
        (date(2025, 12, 30), None, 1),
        (date(2026, 1, 1), None, 0),
    ],
)
def test_a_stay_belongs_to_the_years_it_has_a_night_in(case, first, last, count):
    stay(case, settled(case, None), first, last)
    assert values(case, "KOStotmidlbo0000") == count


@pytest.mark.parametrize(("days", "short"), [((14,), 1), ((15,), 0), ((7, 7), 1), ((7, 8), 0)])
def test_fourteen_days_are_the_sum_of_all_stays_and_a_household_is_one(case, days, short):
    household, first = settled(case, None), date(2025, 2, 1)
    for number in days:
        stay(case, household, first, first + timedelta(days=number))
        first = first + timedelta(days=number + 30)
    assert values(case, "KOStotmidlbo0000", "stays_short") == (1, short)


@pytest.mark.parametrize(("first", "short"), [(date(2025, 12, 18), 1), (date(2025, 12, 17), 0)])
def test_the_nights_over_new_year_belong_each_to_its_own_year(case, first, short):
    stay(case, settled(case, None), first, date(2026, 1, 12))
    assert values(case, "stays_short") == short, "18 to 31 December is fourteen nights"
    assert values(case, "KOStotmidlbo0000", "stays_short", year=2026) == (1, 1), "and eleven in January"


def test_a_stay_that_began_today_is_counted(case):
    stay(case, settled(case, None), date(2026, 11, 28), None)
    assert values(case, "KOStotmidlbo0000", year=2026) == 1


@pytest.mark.parametrize(("days", "share"), [(92, 0.0), (93, 100.0)])
def test_more_than_three_months_with_children(case, days, share):
    household = a_household(case, a_person(case, born_on=date(1990, 1, 1)), a_person(case, born_on=date(2020, 1, 1)))
    stay(case, household, date(2025, 2, 1), date(2025, 2, 1) + timedelta(days=days))
    assert values(case, "KOSmidlbobarn0000", "KOSandbarn3m0000") == (1, share)


@pytest.mark.parametrize(("born", "is_child"), [(date(2007, 2, 1), 0), (date(2007, 2, 2), 1)])
def test_a_child_is_under_eighteen_when_the_stay_begins(case, born, is_child):
    stay(case, a_household(case, a_person(case, born_on=born)), date(2025, 2, 1), date(2025, 3, 1))
    assert values(case, "KOSmidlbobarn0000") == is_child


def test_a_night_shelter_is_counted_apart(case):
    stay(case, settled(case, None), date(2025, 2, 1), date(2025, 2, 3), StayKind.NIGHT_SHELTER)
    assert values(case, "KOStotmidlbo0000", "KOStotnatt0000") == (0, 1)


def test_the_quota_is_what_is_kept_and_unknown_where_nothing_is(case):
    assert values(case, "quota", "quota_q1") == (None, None)
    a_dwelling(case, acquired_on=date(2020, 1, 1))
    case.save(SettlementQuota(year=YEAR, decided=0, q1=3, inhabitants=2000))
    assert values(case, "quota", "quota_q1", "quota_q2", "KOSboligSper10000000") == (0, 3, None, 0.5)
