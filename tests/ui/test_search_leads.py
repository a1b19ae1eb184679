"""What search finds of plans and houses, typed at the top of the window, opens where it stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bolig_desktop.career.records import Plan
from bolig_desktop.maintenance.records import CheckKind, HomeCheck
from bolig_desktop.shared_housing.records import CostKind, CostSplit, SharedCost
from bolig_desktop.ui.navigation import Place
from bolig_desktop.visits.records import Task, Visit
from build import a_dwelling, a_house_with_rooms, a_household, a_person, a_tenancy
from drive import settle
from shared_house import a_meeting
from windows import open_window


@pytest.fixture
def window(qtbot, case):
    home = a_dwelling(case)
    house, *_ = a_house_with_rooms(case, 2)
    plan = case.save(Plan(household_id=a_household(case).id, wish="Rekkehus ved skolen", made_on=case.clock()))
    case.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.KEYS, note="Kjellernøkkelen mangler"))
    facts = {"month": "2026-10", "kind": CostKind.POWER, "amount_ore": 1, "split": CostSplit.ROOMS}
    case.save(SharedCost(house_id=house.id, **facts, voucher="B-20417"))
    a_meeting(case, house, minute="Vi snakket om sykkelstativet.")
    visited = a_household(case, a_person(case), name="familien Warsame")
    a_tenancy(case, dwelling_id=a_dwelling(case).id, household_id=visited.id)
    today = case.clock()
    case.save(Visit(household_id=visited.id, visited_on=today, about_home="Viften på badet står stille."))
    case.save(Task(household_id=visited.id, what="Ringe byggevarer om viftemotor", due_on=today))
    shown = open_window(qtbot, case)
    shown.places = {
        "rekkehus": Place(topic="career", id=plan.id),
        "kjellernøkkelen": Place(topic="dwellings", id=home.id, tab="defects"),
        "B-20417": Place(topic="shared_housing", id=house.id, tab="costs"),
        "sykkelstativet": Place(topic="shared_housing", id=house.id, tab="meetings"),
        "viften": Place(topic="visits", id=visited.id, tab="visits"),
        "byggevarer": Place(topic="visits", id=visited.id, tab="tasks"),
    }
    return shown


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("rekkehus", "Boligplan"),
        ("kjellernøkkelen", "Kontroll"),
        ("B-20417", "Felleskostnad"),
        ("sykkelstativet", "Beboermøte"),
        ("viften", "Hjemmebesøk"),
        ("byggevarer", "Oppgave"),
    ],
)
def test_it_says_what_it_is_and_leads_there(window, typed, kind):
    window.search.setFocus()
    QTest.keyClicks(window.search, typed)
    (line,) = window.search.popup().lines()
    assert line.detail.startswith(kind)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    settle()
    assert window.here() == window.places[typed]
