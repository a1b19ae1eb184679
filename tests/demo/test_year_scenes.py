"""Each rule the year is counted by has its scene in the demo, and beside it the one that is not counted."""

import functools
from collections import Counter
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.fill import fill
from bolig_desktop.demo.nordvik import SEED, make
from bolig_desktop.demo.year_scenes import FAMILIES, HOMES
from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.people.records import HouseholdKind, MemberRole
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import DecisionResult, Tenancy
from bolig_desktop.yearly.figures import Counted
from bolig_desktop.yearly.year import figures_of

pytestmark = pytest.mark.xdist_group("demo")  # what is made once for a day is made on one worker

DAYS = (
    date(2026, 11, 22), date(2027, 1, 1), date(2026, 12, 31), date(2028, 2, 29), date(2025, 6, 30), date(2029, 1, 12),
)  # fmt: skip
"""The first and the last day of a year among them, a leap day, and the day the last of the scenes is over."""


@functools.cache
def nordvik_on(day: date, scale: int = 1) -> CaseFile:
    case = CaseFile(open_in_memory(), clock=clock.fixed(day), demo=True)
    fill(case, day, scale)
    return case


@functools.cache
def counted(day: date, year: int) -> dict[str, Counted]:
    return figures_of(nordvik_on(day), year)


class Told:
    """Nordvik on a day: who is in its scenes, and what stands behind the figures of a year."""

    def __init__(self, today: date) -> None:
        self.today, self.last = today, today.year - 1
        self.case = nordvik_on(today)
        mains = [one for one in self.case.memberships.list() if one.role is MemberRole.MAIN]
        names = [(self.case.people.get(one.person_id).family_name, one.household_id) for one in mains]
        counts = Counter(name for name, _ in names)
        assert all(counts[one.scene.family] == 1 for one in FAMILIES.values()), "only a scene has its name"
        self._of_name = dict(names)

    def rows(self, figure: str, back: int = 0) -> set[int]:
        """The ids behind a figure of last year, or of so many years before it (-1: the year of today)."""
        return {row.id for row in counted(self.today, self.last - back)[figure].rows}

    def whose(self, scene: str) -> int:
        """The household of a scene, by the family name that only it has."""
        return self._of_name[FAMILIES[scene].scene.family]

    def shown(self, figure: str, back: int = 0) -> set[str]:
        """The scenes whose households stand behind a figure that counts households."""
        ids = self.rows(figure, back)
        return {scene for scene in FAMILIES if self.whose(scene) in ids}

    def leases(self, scene: str) -> list[Tenancy]:
        return sorted(self.case.tenancies.of_household(self.whose(scene)), key=lambda one: one.starts_on)

    def let(self, figure: str, back: int = 0) -> set[tuple[str, int]]:
        """The leases of the scenes behind a figure: whose, and the how manieth of theirs."""
        ids = self.rows(figure, back)
        return {
            (scene, number)
            for scene in FAMILIES
            for number, one in enumerate(self.leases(scene), start=1)
            if one.id in ids
        }

    def home(self, key: str) -> Dwelling:
        """The dwelling of a scene, by its address."""
        unit = next(home.unit for home in HOMES if home.unit.key == key)
        (found,) = [
            one
            for one in self.case.dwellings.list()
            if (one.street, one.unit_number, one.name) == (unit.place, unit.unit_number, unit.name)
        ]
        return found

    def homes(self, figure: str, back: int = 0) -> set[str]:
        """The homes of the scenes behind a figure that counts dwellings."""
        ids = self.rows(figure, back)
        return {home.unit.key for home in HOMES if self.home(home.unit.key).id in ids}

    def refugees(self, scene: str, back: int = 0) -> tuple[int, int]:
        """How many of a household count as refugees, and how many they are."""
        members = [one.person_id for one in self.case.memberships.list() if one.household_id == self.whose(scene)]
        return len(self.rows("refugees", back) & set(members)), len(members)

    def members(self, figure: str) -> set[str]:
        """The scenes some of whose people stand behind a figure of last year."""
        ids = self.rows(figure)
        homes = {one.household_id for one in self.case.memberships.list() if one.person_id in ids}
        return {scene for scene in FAMILIES if self.whose(scene) in homes}

    def decided(self, figure: str, back: int = 0) -> set[str]:
        """The scenes whose refusals stand behind a figure."""
        ids = self.rows(figure, back)
        homes = {one.household_id for one in self.case.decisions.list() if one.id in ids}
        return {scene for scene in FAMILIES if self.whose(scene) in homes}

    def applied(self, figure: str) -> set[str]:
        """The scenes whose applications stand behind a figure."""
        ids = self.rows(figure)
        homes = {one.household_id for one in self.case.matters.list() if one.id in ids}
        return {scene for scene in FAMILIES if self.whose(scene) in homes}


@functools.cache
def told_on(today: date) -> Told:
    return Told(today)


@pytest.fixture(params=DAYS, ids=str)
def told(request) -> Told:
    return told_on(request.param)


# Rule 1: a room or a house as one dwelling


def test_a_house_is_three_dwellings_by_the_room_and_one_on_one_lease(told):
    the_house, rooms = {"N1"}, {"N11", "N12", "N13"}
    assert told.homes("dwellings", back=1) & (the_house | rooms) == rooms
    assert told.homes("dwellings") & (the_house | rooms) == the_house
    assert told.homes("kind_room", back=1) == rooms and told.homes("kind_shared_house") == the_house
    assert {("one lease", 1)} == told.let("let") & {("one lease", 1), ("room", 1)}
    assert ("room", 1) in told.let("let", back=1)


def test_in_a_house_with_leases_for_the_rooms_each_room_is_one(told):
    shared = {one.house_id for one in told.case.dwellings.list() if one.house_id} - {told.home("N1").id}
    assert len(shared) == 2 and not shared & told.rows("dwellings")
    assert {one.id for one in told.case.dwellings.list() if one.house_id in shared} <= told.rows("dwellings")


def test_a_home_somebody_else_lets_or_they_own_is_none_of_ours(told):
    others = {one.id for one in told.case.dwellings.list() if one.tenure in (Tenure.BROKERED, Tenure.RESIDENT_OWNED)}
    assert len(others) == 3 and not others & told.rows("dwellings")


# Rule 2: new, swap, extension


def test_who_came_from_elsewhere_is_new_and_who_swapped_or_stayed_is_not(told):
    assert told.shown("KOSantnyinnflytt0000") == {"one lease", "fifth year", "sixth year", "last day"}
    assert told.shown("swaps") == {"swap", "room"}
    assert told.let("extensions") == {("extension", 2)}
    assert told.let("leases_begun") >= {("swap", 2), ("extension", 2), ("last day", 1)}


def test_who_lived_in_ours_when_they_applied_is_no_new_applicant_and_their_no_is_not_counted(told):
    assert told.applied("new_applications") == {"fifth year", "sixth year", "refused", "new year"}
    assert told.decided("refused_applications") == told.decided("refused_has_home") == {"refused"}
    asked = {one.household_id for one in told.case.matters.list() if one.opened_on.year == told.last}
    assert {told.whose("swap"), told.whose("extension")} <= asked, "they applied last year too"
    refused = {
        one.household_id
        for one in told.case.decisions.list()
        if one.result is DecisionResult.REFUSED and one.decided_on.year == told.last
    }
    assert {told.whose("refused"), told.whose("extension")} <= refused


def test_who_has_been_granted_a_home_and_has_none_on_31_december_waits(told):
    assert told.shown("waiting") == {"first day", "new year"}
    (granted,) = [one for one in told.case.decisions.list() if one.household_id == told.whose("last day")]
    assert granted.decided_on.year == told.last, "decided as theirs was, and the home came on the last day"
    assert told.shown("waiting", back=-1) == ({"new year"} if (told.today.month, told.today.day) < (1, 12) else set())


def test_what_an_application_says_is_the_reason_of_who_moved_in_and_who_waits(told):
    assert told.shown("KOSventelistetil0000") == {"new year"}
    unsure = [one for one in counted(told.today, told.last)["waiting_other"].unsure if one.rows]
    assert told.whose("first day") in {row.id for one in unsure for row in one.rows}, "no application, no reason"
    moved = told.today >= date(told.today.year, 1, 12)
    assert told.shown("moved_in_accessible", back=-1) == ({"new year"} if moved else set())


# Rule 3: refugee


def test_the_fifth_year_is_within_the_period_and_the_sixth_is_not(told):
    assert told.shown("KOSnyinnflyttfly0000") == {"one lease", "fifth year", "last day"}
    assert told.shown("moved_in_other") == {"sixth year"}, "the application says refugee, and the grant is over"
    assert told.refugees("fifth year") == (3, 3) and told.refugees("fifth year", back=-1) == (0, 3)
    assert told.refugees("sixth year") == (0, 2) and told.refugees("sixth year", back=1) == (2, 2)


def test_family_of_a_permit_on_humanitarian_grounds_counts_in_the_third_year_and_not_in_the_fourth(told):
    assert told.refugees("swap") == (4, 4) and told.refugees("swap", back=-1) == (1, 4)
    assert told.refugees("extension", back=1) == (3, 3) and told.refugees("extension") == (1, 3)


# Rule 4: temporary housing


def test_a_household_is_counted_once_with_the_days_of_both_its_stays(told):
    assert told.shown("KOStotmidlbo0000") == {"fifth year", "until the last day", "sixth year", "new year"}
    stays = [one.household_id for one in told.case.temporary_stays.list()]
    assert [stays.count(told.whose(scene)) for scene in ("until the last day", "sixth year")] == [2, 2]
    assert told.shown("stays_short") == {"sixth year", "new year"}, "13 days in two, and not 16"


def test_children_for_more_than_three_months_and_for_less(told):
    assert told.shown("KOSmidlbobarn0000") == {"fifth year", "new year"}
    assert told.shown("stays_children_long") == {"fifth year"}


def test_a_night_shelter_is_counted_apart(told):
    assert told.shown("KOStotnatt0000") == {"refused"}


def test_a_stay_over_new_year_is_counted_in_both_years_by_the_days_of_each(told):
    both = {"KOStotmidlbo0000", "stays_short"}
    assert all("new year" in told.shown(figure, back=back) for figure in both for back in (0, -1))


# Rule 5: 31 December


def test_a_home_is_counted_on_31_december_and_not_from_the_day_it_is_given_up(told):
    around = {"N7", "N8", "N9", "N10"}
    assert told.homes("dwellings", back=1) & around == {"N9", "N10"}
    assert told.homes("dwellings") & around == {"N7", "N10"}
    assert told.homes("dwellings", back=-1) & around == {"N7", "N8"}


def test_a_lease_that_ends_on_31_december_and_one_that_begins_the_day_after(told):
    around = {"until the last day", "until the first day", "last day", "first day"}
    assert {scene for scene, _ in told.let("let")} & around == {"until the first day", "last day"}
    assert told.let("leases_begun") & {("last day", 1), ("first day", 1)} == {("last day", 1)}
    assert ("first day", 1) in told.let("let", back=-1) & told.let("leases_begun", back=-1)
    assert told.let("leases_ran_out") == {("until the last day", 1), ("extension", 1)}
    assert {scene for scene, _ in told.let("leases_ran_out", back=-1)} & around == {"until the first day"}


# Settlement, the way on and the follow-up


def test_the_day_of_settlement_on_each_side_of_new_year(told):
    assert {"last day", "new year"} <= told.shown("settled_households")
    assert "first day" not in told.shown("settled_households")
    assert told.shown("settled_households", back=-1) == {"first day"}
    assert told.shown(f"settled_{HouseholdKind.SINGLE_PARENT}") == {"last day"}
    assert told.members("settled_shared") == {"one lease"}
    assert {"last day", "new year"} <= told.members("settled_elsewhere")


def test_the_same_schemes_are_granted_for_a_first_home_and_for_a_later_one(told):
    for kind in ("housing_benefit", "deposit_guarantee"):
        assert told.shown(f"granted_{kind}") == {"one lease", "swap"}
        assert told.shown(f"granted_{kind}_first") == {"one lease"}
        assert told.shown(f"granted_{kind}_later") == {"swap"}
    assert told.shown("granted_start_loan_later") == {"until the last day"}


def test_where_they_went_on_each_side_of_new_year(told):
    assert told.shown("plans_closed") == {"room", "until the last day"}
    assert told.shown("to_moved_away") == {"room"} and told.shown("to_bought") == {"until the last day"}
    assert told.shown("to_private_rent", back=-1) == {"until the first day"}
    assert told.shown("moved_out") == {"room", "until the last day"}, "who swapped has not moved out"


def test_a_visit_that_was_agreed_was_made_and_another_missed(told):
    whose = told.whose("swap")
    agreed = [
        one
        for one in told.case.visits.list()
        if one.household_id == whose and one.planned_on is not None and one.planned_on.year == told.last
    ]
    made, missed = sorted(agreed, key=lambda one: one.planned_on)
    assert {made.id, missed.id} <= told.rows("visits_agreed")
    assert told.rows("visits_made") & {made.id, missed.id} == {made.id}
    assert told.rows("visits_not_made") & {made.id, missed.id} == {missed.id}


def test_a_shared_house_met_last_year_and_no_other_year_has_the_meetings(told):
    held = {one.id for one in told.case.house_meetings.list() if one.held_on.year == told.last}
    assert len(held) >= 2 and told.rows("house_meetings") == held
    assert not held & told.rows("house_meetings", back=-1)


def test_a_larger_demo_has_them_as_many_times():
    day = DAYS[0]
    one, three = counted(day, 2025), figures_of(nordvik_on(day, 3), 2025)
    for figure in ("swaps", "KOStotnatt0000", "waiting", "stays_children_long", "kind_shared_house"):
        assert three[figure].value == 3 * one[figure].value > 0, figure
    stays = [[(one.kind, one.from_on) for one in part.temporary_stays] for part in make(SEED, day, 3).parts]
    assert stays[0] == stays[1] == stays[2]
