"""A housing plan from arrival to a private lease with guarantee, through the real window by visible words."""

from datetime import date

import pytest

from bolig_desktop.agenda.agenda import Agenda
from build import a_household, a_municipality, a_person, a_tenancy
from drive import press, seen, settle, write
from windows import go, open_window


@pytest.fixture
def window(qtbot, case):
    return open_window(qtbot, case, 1500, 950)


@pytest.fixture
def family(case):
    a_municipality(case)
    household = a_household(case, a_person(case, given_name="Selam", settled_on=date(2025, 1, 10)), name="fam. Selam")
    a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 10), ends_on=date(2028, 1, 9), rent_nok=9_000)
    return household


def due(case, kind):
    return [(one.nominal, one.act_by) for one in Agenda(case).items() if one.kind == kind]


def test_from_arrival_to_a_private_lease_with_guarantee(window, case, family):
    press(window, "Boligkarriere")
    go(window, "career", tab=f"new household_id={family.id}")
    write(window, "Husstandens eget ønske", "Et lite hus nær skolen")
    write(window, "Mål", "Privat leie med garanti")
    press(window, "Opprett planen")
    plan = case.plans.of_household(family.id)
    assert (plan.wish, plan.now, plan.goal) == ("Et lite hus nær skolen", "municipal", "private")

    page = window.page("career")
    page.case_panel.tabs.choose("plan_steps")
    settle()
    press(window, "Foreslå steg")
    kinds = {step.kind.value: step for step in case.plan_steps.of_household(family.id)}
    assert "start_loan_check" not in kinds and "guarantee" in kinds, "they rent, they do not buy"
    assert (date(2027, 9, 9), date(2027, 9, 9)) in due(case, "plan_step"), "the viewing, four months before"
    assert "lete etter bolig" not in seen(window) and "Lete etter bolig" in seen(window)

    page.case_panel.tabs.choose("schemes")
    settle()
    press(window, "Legg til virkemiddel")
    write(window, "Virkemiddel", "Husleiegaranti")
    write(window, "Beløp", "50 000")
    write(window, "Søkt", "1.11.2026")
    press(window, "Legg til")
    (scheme,) = case.schemes.of_household(family.id)
    assert (scheme.kind, scheme.amount_nok, scheme.granted) == ("rent_guarantee", 50_000, None)

    press(window, "Avslutt planen")
    write(window, "Planen avsluttet", "22.11.2026")
    assert case.plans.of_household(family.id).closed_on is None, "not without how it went"
    write(window, "Hvordan det gikk", "Leier privat")
    settle()
    closed = case.plans.of_household(family.id)
    assert (closed.outcome, closed.closed_on) == ("private_rent", date(2026, 11, 22))
    assert due(case, "plan_step") == []
